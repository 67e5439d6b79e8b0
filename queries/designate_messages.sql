-- question: which messages are there, how were they designated, and what should staff know about each?
-- scope: staff
with
    told as (
        select message_id, string_agg(notice, chr(10) order by said_at, notice) as notices
        from marts.message_notice
        where message_id is not null
        group by message_id
    )
select
    m.message_id, m.title, m.programme_name, m.designated_by, m.said_by, m.published_at, m.deadline_at,
    m.audience_label, m.originals, m.link, m.is_withdrawn, m.withdrawn_reason, m.state, m.units_expected,
    m.units_on_time, m.units_excused, n.notices
from marts.message as m
left join told as n using (message_id)
where $state in ('semua', m.state)
order by m.published_at desc, m.message_id
