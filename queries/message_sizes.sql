-- question: how does this cascade compare with the others at the same size?
-- scope: public
with
    others as (
        select
            c.size, count(*) as messages, median(c.hours) as hours, median(c.depth) as depth,
            median(c.virality) as virality
        from marts.cascade_size as c
        join marts.message as m using (message_id)
        where c.message_id <> $message and m.state <> 'withdrawn'
        group by c.size
    )
select
    c.size, c.hours, c.depth, c.virality, coalesce(o.messages, 0) as others, o.hours as others_hours,
    o.depth as others_depth, o.virality as others_virality
from marts.cascade_size as c
left join others as o using (size)
where c.message_id = $message
order by c.size
