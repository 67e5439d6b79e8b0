-- grain: one row per post and label on which staff decided
-- keys:  post_id, label
-- note:  the latest word counts; one without a value takes the earlier ones back.
--        A word on a post nobody has waits until the post is there
with
    latest as (
        select w.*
        from warehouse.label_word as w
        where w.is_valid and w.post_id in (select post_id from warehouse.post)
        qualify row_number() over (partition by w.post_id, w.label order by w.said_at desc, w.event_sha256 desc) = 1
    )
select post_id, label, value, reason, said_by, said_at
from latest
where value is not null
