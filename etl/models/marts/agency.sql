-- grain: one row per unit
-- keys:  agency_code
-- note:  obliged according to the roster of today; active = posted in the last days that settings.toml names
with
    last_posts as (
        select agency_code, max(published_on) as last_posted_on
        from warehouse.post_measure
        group by agency_code
    ),
    owned as (
        select agency_code, count(distinct account_id) as accounts
        from warehouse.account_ownership
        where is_current
        group by agency_code
    )
select
    a.agency_code, a.name, a.type, a.peer_group, a.peer_group_label, a.region_code, a.name_status,
    exists (
        select 1 from warehouse.roster_month as r
        where r.agency_code = a.agency_code and r.month = (select max(month) from warehouse.roster_month)
    ) as is_obliged,
    coalesce(o.accounts, 0) as accounts, l.last_posted_on,
    date_diff('day', l.last_posted_on, c.today) as silent_days,
    coalesce(l.last_posted_on > c.today - t.active_days, false) as is_active
from warehouse.agency as a
cross join warehouse.clock as c
cross join warehouse.threshold as t
left join last_posts as l using (agency_code)
left join owned as o using (agency_code)
