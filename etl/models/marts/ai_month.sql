-- grain: one row per month with posts of which it is known that their media is made by AI
-- keys:  month
-- note:  known from the caption, or because staff said so; nothing is guessed of other posts
with
    known as (
        select w.published_on, coalesce(j.ai_declared, k.declared) as is_declared
        from warehouse.post as w
        left join warehouse.post_judgement as j on j.post_id = w.post_id
        left join warehouse.ai_mark as k on k.post_id = w.post_id
        where w.published_on is not null and (j.ai_declared or k.post_id is not null)
    )
select
    cast(date_trunc('month', published_on) as date) as month,
    cast(count(*) filter (where is_declared) as integer) as declared,
    cast(count(*) filter (where not is_declared) as integer) as undeclared
from known
group by 1
