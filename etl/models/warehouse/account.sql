-- grain: one row per account, registered or only seen in a file
-- keys:  account_id
-- note:  accounts that nobody registered are kept and named on the page Mutu Data
with
    registered as (
        select account_id, any_value(platform) as platform, any_value(handle) as handle, min(name) as name
        from reference.account
        group by account_id
    ),
    seen as (
        select distinct account_id from warehouse.post_account
        union
        select distinct account_id from warehouse.account_day where account_id is not null
    )
select
    coalesce(r.account_id, s.account_id) as account_id,
    coalesce(r.platform, split_part(s.account_id, ':', 1)) as platform,
    coalesce(r.handle, split_part(s.account_id, ':', 2)) as handle,
    r.name,
    r.account_id is not null as is_registered
from registered as r
full join seen as s using (account_id)
