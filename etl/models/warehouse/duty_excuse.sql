-- grain: one row per message and unit excused from it
-- keys:  message_id, agency_code
-- note:  the latest word counts; one without a reason takes the excuse back
with
    latest as (
        select m.message_id, w.*
        from staging.excuse_word as w
        join warehouse.message_post as m on m.post_id = w.post_id
        join warehouse.agency as a on a.agency_code = w.agency_code
        qualify row_number() over (partition by m.message_id, w.agency_code order by w.said_at desc, w.event_sha256 desc) = 1
    )
select message_id, agency_code, reason, said_by, said_at
from latest
where reason is not null
