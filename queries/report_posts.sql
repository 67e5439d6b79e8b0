-- question: whose are these posts, partners included, and when did they appear?
-- scope: public
select p.post_id, p.agency_code, p.published_at
from marts.posts as p
where list_contains($posts, p.post_id)
union
select p.post_id, a.agency_code, p.published_at
from marts.posts as p
join marts.account as a on list_contains(string_split(p.partners, ', '), a.account_id)
where list_contains($posts, p.post_id)
order by 1, 2
