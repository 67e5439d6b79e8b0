-- question: how many issues were clarified in time, month by month?
-- scope: public
select month, received, clarified, within_24h, due, median_hours
from marts.issue_month
order by month
