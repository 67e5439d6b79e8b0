-- grain: one row per month, unit and account it owned
-- keys:  month, agency_code, account_id
select distinct m.month, o.agency_code, o.account_id
from warehouse.months as m
join reference.account_owner as o
    on o.valid_from <= cast(m.month + interval 1 month as date) - 1 and o.valid_until > m.month
