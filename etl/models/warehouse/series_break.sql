-- grain: one row per change of a metric's meaning
-- keys:  platform, metric, on_day
select platform, metric, on_day, what, source from reference.series_break
