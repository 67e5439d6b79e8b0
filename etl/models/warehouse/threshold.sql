-- grain: one row
-- keys:  minimum_posts_per_week
-- note:  the thresholds of settings.toml that marts need
select minimum_posts_per_week, active_days, fresh_days, stale_days
from reference.threshold
