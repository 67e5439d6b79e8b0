-- question: which posts after a message match these words, or already count as carrying it?
-- scope: staff
select
    p.post_id, p.agency_code, p.agency_name, p.account_id, p.account_handle, p.platform, p.post_type, p.published_at,
    p.published_on, p.caption, p.link, r.method, r.confidence, r.decided_by, r.evidence, r.parent_account_id
from marts.posts as p
join marts.message as m on m.message_id = $message and p.published_at >= m.published_at
left join marts.repost as r on r.message_id = m.message_id and r.post_id = p.post_id
where
    p.post_id not in (select o.post_id from marts.message_post as o where o.message_id = $message)
    and case
        when len($posts) > 0 then list_contains($posts, p.post_id)
        when $words = '' then r.post_id is not null
        else contains(lower(concat_ws(' ', p.caption, p.account_handle, p.agency_name)), lower($words))
    end
order by r.post_id is null, p.published_at desc, p.post_id
