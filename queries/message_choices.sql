-- question: which priority messages are there, newest first?
-- scope: public
select message_id, title, published_at, state, is_latest
from marts.message
order by published_at desc, message_id
