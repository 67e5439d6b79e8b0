-- grain: one row per account and period of ownership
-- keys:  account_id, valid_from
select
    o.account_id, o.agency_code, o.valid_from, o.valid_until,
    c.today >= o.valid_from and c.today < o.valid_until as is_current
from reference.account_owner as o
cross join warehouse.clock as c
