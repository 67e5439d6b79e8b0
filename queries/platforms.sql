-- question: which platforms have any activity?
-- scope: public
select platform
from marts.agency_activity
group by platform
order by platform <> 'semua', sum(posts) desc, platform
