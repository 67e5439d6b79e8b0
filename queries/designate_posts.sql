-- question: which posts match these words, to be named as a message?
-- scope: staff
select
    p.post_id, p.platform, p.account_handle, p.agency_code, p.agency_name, p.peer_group, p.published_at, p.caption
from marts.posts as p
where
    p.published_at is not null
    and ($words <> '' and contains(lower(concat_ws(' ', p.caption, p.account_handle, p.agency_name)), lower($words))
        or list_contains($posts, p.post_id))
order by p.peer_group = 'induk' desc nulls last, p.published_at desc, p.post_id
