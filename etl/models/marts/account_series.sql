-- grain: one row per account, metric, day and source
-- keys:  account_id, metric, day, source
select d.account_id, d.platform, o.agency_code, d.metric, d.day, d.source, d.value, d.day_clock
from warehouse.account_day as d
left join warehouse.account_ownership as o on o.account_id = d.account_id and o.is_current
