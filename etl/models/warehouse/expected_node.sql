-- grain: one row per message whose deadline has passed and node of its expected tree
-- keys:  message_id, node_code
-- note:  every unit stands in the tree, so that a kecamatan is the way to its villages even where it owes nothing.
--        carried by the deadline: 1 yes, 0 no, -1 nothing is known yet. A withdrawn message is not judged
with
    closed as (
        select m.message_id, m.deadline_at
        from warehouse.message as m
        cross join warehouse.clock as c
        where m.deadline_at <= c.data_as_of and not m.is_withdrawn
    ),
    carries as (
        select message_id, agency_code, min(carried_at) as carried_at
        from warehouse.repost
        where method <> 'offline' or tier = 'village'
        group by message_id, agency_code
    ),
    authors as (
        select p.message_id, arg_min(u.agency_code, (p.published_at, p.post_id)) as agency_code
        from warehouse.message_post as p
        join warehouse.account_ownership as u
            on u.account_id = p.account_id
            and cast(timezone('Asia/Jakarta', p.published_at) as date) >= u.valid_from
            and cast(timezone('Asia/Jakarta', p.published_at) as date) < u.valid_until
        group by p.message_id
    )
select
    c.message_id, g.code as node_code, a.agency_code, 'regency' as tier, null as kecamatan_code, 1 as carried,
    false as is_expected, 0 as people_left
from closed as c
cross join (select min(code) as code from reference.region where level = 'kabupaten') as g
left join authors as a using (message_id)
union all
select
    c.message_id, coalesce(u.village_code, u.kecamatan_code, u.agency_code), u.agency_code, u.tier, u.kecamatan_code,
    case when r.carried_at <= c.deadline_at then 1 when not d.has_data then -1 else 0 end,
    coalesce(d.status in ('on_time', 'late', 'missing'), false),
    case when v.state <> 'own' then v.online - v.people_point end
from closed as c
cross join warehouse.unit as u
left join carries as r on r.message_id = c.message_id and r.agency_code = u.agency_code
left join warehouse.duty_unit as d on d.message_id = c.message_id and d.agency_code = u.agency_code
left join warehouse.message_village as v on v.message_id = c.message_id and v.village_code = u.village_code
where u.tier <> 'regency'
