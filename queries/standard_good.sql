-- question: which service posts of a group passed every rule and did better than usual?
-- scope: agency_code
select
    j.post_id, j.agency_code, j.agency_name, j.account_handle, j.platform, j.published_at, j.published_on,
    j.caption, j.link, j.evidence, p.overperformance
from marts.judged_post as j
join marts.posts as p using (post_id)
where
    strftime(j.published_on, '%Y-%m') = $month and j.peer_group = $peer_group and j.emphasis = 'service'
    and p.overperformance > 1 and length(j.caption) between 40 and 900
    and len(list_filter(j.evidence, lambda e: e.verdict in ('fail', 'abstain'))) = 0
qualify row_number() over (partition by j.agency_code order by p.overperformance desc, j.post_id) = 1
order by p.overperformance desc, j.post_id
