-- grain: one row
-- keys:  data_as_of
with
    counted as (
        select count(*) as posts from warehouse.post_measure
    ),
    accounts as (
        select
            count(*) filter (where is_registered) as accounts_registered,
            count(*) filter (where is_registered and freshness in ('fresh', 'aging')) as accounts_covered
        from marts.account
    ),
    units as (
        select count(*) filter (where is_obliged) as units_obliged, count(*) filter (where is_obliged and is_active) as units_active
        from marts.agency
    ),
    files as (
        select
            count(*) as files, cast(coalesce(sum(set_aside), 0) as bigint) as rows_set_aside,
            coalesce(bool_or(invented), false) as has_invented
        from warehouse.file
    )
select
    c.data_as_of, c.last_published_at, c.first_published_on, n.posts, a.accounts_registered, a.accounts_covered,
    u.units_obliged, u.units_active, f.files, f.rows_set_aside, f.has_invented
from warehouse.clock as c, counted as n, accounts as a, units as u, files as f
