-- grain: one row per month of the decision and label
-- keys:  month, label
-- note:  the machine's answer as it is today against the latest word of staff; decided = both answered,
--        abstained = the machine gave no answer, which is neither right nor wrong
select
    cast(date_trunc('month', timezone('Asia/Jakarta', d.said_at)) as date) as month, d.label,
    count(*) filter (where m.value is not null) as decided,
    count(*) filter (where m.value = d.value) as agreed,
    count(*) filter (where m.value is null) as abstained
from warehouse.label_decision as d
join warehouse.machine_label as m using (post_id, label)
where d.said_at is not null
group by all
