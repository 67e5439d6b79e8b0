-- grain: one row per message and tier
-- keys:  message_id, tier
-- note:  expected and carried count obliged units; branching = carriers that took it from an account of this tier, per
--        account of this tier (all originals are one account of the tier regency, which itself owes nothing)
with
    tiers as (
        select m.message_id, t.tier
        from warehouse.message as m
        cross join (select unnest(['regency', 'agency', 'kecamatan', 'village']) as tier) as t
    ),
    units as (
        select
            message_id, tier, count(*) as expected, count(*) filter (where status in ('on_time', 'late')) as carried,
            count(*) filter (where status = 'on_time') as on_time,
            median(hours) filter (where status in ('on_time', 'late')) as median_hours
        from warehouse.duty_unit
        where status not in ('excused', 'exempt')
        group by message_id, tier
    ),
    carriers as (
        select message_id, tier, count(*) as nodes from warehouse.carrier group by message_id, tier
    ),
    children as (
        select c.message_id, coalesce(p.tier, case when p.account_id is null then 'regency' end) as tier, count(*) as children
        from warehouse.carrier as c
        left join warehouse.carrier as p on p.message_id = c.message_id and p.account_id = c.parent_account_id
        group by c.message_id, coalesce(p.tier, case when p.account_id is null then 'regency' end)
    )
select
    t.message_id, t.tier, coalesce(u.expected, 0) as expected, coalesce(u.carried, 0) as carried,
    coalesce(u.on_time, 0) as on_time, u.median_hours,
    case
        when t.tier = 'regency' then coalesce(k.children, 0)::double
        when n.nodes > 0 then coalesce(k.children, 0) / n.nodes
    end as branching
from tiers as t
left join units as u on u.message_id = t.message_id and u.tier = t.tier
left join carriers as n on n.message_id = t.message_id and n.tier = t.tier
left join children as k on k.message_id = t.message_id and k.tier = t.tier
