-- question: what should a reader know about how this message was designated or withdrawn?
-- scope: public
select notice, said_at
from marts.message_notice
where message_id = $message
order by said_at, notice
