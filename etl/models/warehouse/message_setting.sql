-- grain: one row
-- keys:  deadline_hours
-- note:  the thresholds of settings.toml that marts of messages need
select deadline_hours, window_days, early_hours, break_share
from reference.message_setting
