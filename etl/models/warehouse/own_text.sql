-- grain:  one row per post with a caption whose unit is known
-- keys:   post_id
-- stored: view
-- note:   is_original: it carries no message of others, neither found as a repost nor word for word an original of another unit
with
    originals as (
        select t.caption_key, min(m.agency_code) as agency_code, count(distinct m.agency_code) as agencies
        from warehouse.message_post as o
        join warehouse.post_text as t on t.post_id = o.post_id
        join warehouse.post_measure as m on m.post_id = o.post_id
        group by t.caption_key
    ),
    carried as (
        select distinct post_id from warehouse.repost where post_id is not null
    )
select
    t.post_id, m.agency_code, cast(date_trunc('month', m.published_on) as date) as month, t.caption_key,
    c.post_id is null and (o.caption_key is null or (o.agencies = 1 and o.agency_code = m.agency_code)) as is_original
from warehouse.post_text as t
join warehouse.post_measure as m on m.post_id = t.post_id
left join carried as c on c.post_id = t.post_id
left join originals as o on o.caption_key = t.caption_key
where m.agency_code is not null and m.published_on is not null
