-- grain: one row per priority message
-- keys:  message_id
-- note:  units_expected = on time + late + missing + open + no data. kecamatan_silent: obliged, told by data, not carried.
--        people_left = online people who are not reached, by the point estimate; missing where no reach is known
with
    units as (
        select
            message_id,
            count(*) filter (where status not in ('excused', 'exempt')) as units_expected,
            count(*) filter (where status = 'on_time') as units_on_time,
            count(*) filter (where status = 'late') as units_late,
            count(*) filter (where status = 'missing' and has_data) as units_missing,
            count(*) filter (where status = 'excused') as units_excused,
            count(*) filter (where status = 'exempt') as units_exempt,
            count(*) filter (where status = 'open') as units_open,
            count(*) filter (where status = 'missing' and not has_data) as units_no_data,
            count(*) filter (where tier = 'kecamatan' and status not in ('excused', 'exempt')) as kecamatan,
            count(*) filter (where tier = 'kecamatan' and status in ('open', 'missing') and has_data) as kecamatan_silent
        from warehouse.duty_unit
        group by message_id
    ),
    villages as (
        select
            v.message_id, count(*) as villages, count(*) filter (where v.state = 'own') as villages_own,
            count(*) filter (where v.state = 'own' and v.carried_at <= m.published_at + s.early_hours * interval 1 hour) as villages_own_early,
            count(*) filter (where v.state = 'indirect') as villages_indirect,
            count(*) filter (where v.state = 'none') as villages_none,
            count(*) filter (where v.is_blankspot) as villages_blank,
            cast(sum(v.online) as bigint) as online, cast(sum(v.people_low) as bigint) as people_low,
            cast(sum(v.people_point) as bigint) as people_point, cast(sum(v.people_high) as bigint) as people_high
        from warehouse.message_village as v
        join warehouse.message as m using (message_id)
        cross join warehouse.message_setting as s
        group by v.message_id
    )
select
    m.message_id, m.title, m.caption, m.programme_name, m.designated_by, m.said_by, m.published_at, m.deadline_at,
    m.audience_kind, m.audience_label, m.originals, p.link, m.is_withdrawn, m.withdrawn_reason,
    case when m.is_withdrawn then 'withdrawn' when m.deadline_at > c.data_as_of then 'open' else 'closed' end as state,
    row_number() over (order by m.is_withdrawn, m.published_at desc, m.message_id) = 1 as is_latest,
    coalesce(u.units_expected, 0) as units_expected, coalesce(u.units_on_time, 0) as units_on_time,
    coalesce(u.units_late, 0) as units_late, coalesce(u.units_missing, 0) as units_missing,
    coalesce(u.units_excused, 0) as units_excused, coalesce(u.units_exempt, 0) as units_exempt,
    coalesce(u.units_open, 0) as units_open, coalesce(u.units_no_data, 0) as units_no_data,
    v.villages, v.villages_own, v.villages_own_early, v.villages_indirect, v.villages_none, v.villages_blank, s.early_hours,
    coalesce(u.kecamatan, 0) as kecamatan, coalesce(u.kecamatan_silent, 0) as kecamatan_silent,
    v.online, v.people_low, v.people_point, v.people_high, v.online - v.people_point as people_left,
    a.size, a.depth, a.virality, a.hours_25, a.hours_50, a.hours_75
from warehouse.message as m
cross join warehouse.clock as c
cross join warehouse.message_setting as s
left join marts.message_post as p on p.message_id = m.message_id and p.post_id = m.message_id
left join units as u on u.message_id = m.message_id
left join villages as v on v.message_id = m.message_id
left join warehouse.cascade as a on a.message_id = m.message_id
