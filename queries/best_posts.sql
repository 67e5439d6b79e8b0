-- question: which posts of a period did best, against expectation or in interactions?
-- scope: agency_code
select
    p.post_id, p.agency_code, p.agency_name, p.account_id, p.account_handle, p.platform, p.post_type, p.published_at, p.published_on,
    p.time_precision, p.caption, p.link, p.interactions, p.expected, p.overperformance
from marts.posts as p
join marts.period as t on t.period = $period and p.published_on between t.starts_on and t.ends_on
where
    (p.agency_code = $agency or ($agency = 'semua' and p.agency_code is not null))
    and case when $by = 'harapan' then p.overperformance > 1 else p.interactions > 0 end
order by case when $by = 'harapan' then p.overperformance else p.interactions end desc, p.post_id
