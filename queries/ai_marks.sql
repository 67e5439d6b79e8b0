-- question: which posts did staff mark as AI-made media?
-- scope: staff
select
    post_id, declared, note, said_by, said_at, agency_code, agency_name, account_id, account_handle, platform, published_at,
    published_on, caption, link
from marts.ai_mark
order by said_at desc, post_id
