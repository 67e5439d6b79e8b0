-- grain: one row
-- keys:  match_days
-- note:  the thresholds of settings.toml for issues and near matches
select match_days, match_share, match_weight, clarify_hours
from reference.vigilance_setting
