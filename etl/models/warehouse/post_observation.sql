-- grain:  one row per post and moment it was observed
-- keys:   post_id, observed_at
-- narrow: staging.post_record by post_id
-- note:   two files of the same moment (the partners of a collab) are one observation: where both report a
--         number the higher one counts. A post seen once, as most are, needs no merging.
with
    repeated as (
        select post_id from staging.post_record group by post_id having count(*) > 1
    )
select
    post_id, observed_at,
    max(views) as views, max(impressions) as impressions, max(reach) as reach, max(likes) as likes,
    max(comments) as comments, max(shares) as shares, max(saves) as saves,
    max(interactions_reported) as interactions_reported
from staging.post_record
where post_id in (select post_id from repeated)
group by post_id, observed_at
union all
select post_id, observed_at, views, impressions, reach, likes, comments, shares, saves, interactions_reported
from staging.post_record
where post_id not in (select post_id from repeated)
