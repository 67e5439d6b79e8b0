-- grain: one row per unit, platform and day with posts
-- keys:  agency_code, platform, day
select agency_code, platform, published_on as day, count(*) as posts
from warehouse.post_measure
where agency_code is not null and published_on is not null
group by agency_code, platform, published_on
