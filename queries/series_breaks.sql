-- question: where did platforms change what they count?
-- scope: public
select platform, metric, on_day, what, source
from marts.series_break
order by on_day desc, platform, metric
