-- question: what was said about posts that are no message?
-- scope: staff
select said_at, notice, event_sha256
from marts.message_notice
where message_id is null
order by said_at desc, event_sha256, notice
