-- question: which messages can be reported, the open ones first?
-- scope: public
select message_id, title, published_at, deadline_at, state, link
from marts.message
where state <> 'withdrawn'
order by state = 'open' desc, case state when 'open' then deadline_at end, published_at desc, message_id
