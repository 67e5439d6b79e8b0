-- grain:  one row per post and moment it was observed
-- keys:   post_id, observed_at
-- narrow: staging.post_record by post_id
-- note:   two files of the same moment (the partners of a collab) are one observation: where both report a
--         number the higher one counts
select
    post_id, observed_at,
    max(views) as views, max(impressions) as impressions, max(reach) as reach, max(likes) as likes,
    max(comments) as comments, max(shares) as shares, max(saves) as saves,
    max(interactions_reported) as interactions_reported
from staging.post_record
group by post_id, observed_at
