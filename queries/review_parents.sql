-- question: from which accounts can a post have taken a message?
-- scope: staff
select r.account_id, max(r.account_handle) as handle, max(r.agency_name) as agency_name
from marts.repost as r
where r.message_id = $message and r.account_id is not null
group by r.account_id
union
select o.platform || ':' || o.account_handle, o.account_handle, 'Akun induk'
from marts.message_post as o
where o.message_id = $message and o.account_handle is not null
order by 3, 1
