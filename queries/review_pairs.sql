-- question: which pairs of message and post are uncertain and not answered yet?
-- scope: staff
select
    r.message_id, r.message_title, r.message_caption, m.published_at as message_at, m.link as message_link,
    r.post_id, r.agency_code, r.agency_name, r.account_handle, r.platform, r.published_at, r.link, r.caption,
    r.method, r.confidence, r.evidence
from marts.review as r
left join marts.message as m using (message_id)
where r.answer is null
order by m.published_at desc nulls last, r.message_id, r.confidence desc, r.post_id
