-- question: which message does each original belong to?
-- scope: public
select p.post_id, p.message_id, m.title
from marts.message_post as p
join marts.message as m using (message_id)
order by p.post_id
