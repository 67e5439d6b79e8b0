-- grain: one row per unit and day with posts
-- keys:  agency_code, day
select agency_code, day, cast(sum(posts) as bigint) as posts
from warehouse.agency_day
group by agency_code, day
