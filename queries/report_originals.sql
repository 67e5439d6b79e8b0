-- question: which posts are the originals of this message?
-- scope: public
select post_id, platform, account_handle, link
from marts.message_post
where message_id = $message
order by published_at, post_id
