-- grain: one row per message and post on which staff decided
-- keys:  message_id, post_id
-- note:  the latest word counts; a word that neither decides nor names a parent takes the earlier ones back
with
    latest as (
        select m.message_id, w.*
        from staging.link_word as w
        join warehouse.message_post as m on m.post_id = w.message_post_id
        where w.post_id <> '' and w.is_clear
        qualify row_number() over (partition by m.message_id, w.post_id order by w.said_at desc, w.event_sha256 desc) = 1
    )
select message_id, post_id, carries, parent_account_id, reason, said_by, said_at
from latest
where carries is not null or parent_account_id is not null
