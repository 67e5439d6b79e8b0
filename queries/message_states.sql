-- question: how many villages did the message reach, and how, and how many people live there?
-- scope: public
with
    told_apart as (
        select
            case when state <> 'own' and is_blankspot then 'blank' else state end as state,
            population, online, people_point
        from marts.message_village
        where message_id = $message
    )
select
    state, count(*) as villages, sum(population)::bigint as population, sum(online)::bigint as online,
    sum(people_point)::bigint as people_point
from told_apart
group by state
order by list_position(['own', 'indirect', 'none', 'blank'], state)
