-- grain: one row per period a page can be asked about
-- keys:  period
select period, label, starts_on, ends_on, position, period = '28-hari' as is_default
from warehouse.period
