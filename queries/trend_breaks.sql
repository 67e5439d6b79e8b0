-- question: where in the last year did this platform change what this metric counts?
-- scope: public
select b.platform, b.metric, b.on_day, b.what, b.source
from marts.series_break as b
join marts.period as t on t.period = '7-hari' and b.on_day between t.ends_on - 363 and t.ends_on
where b.metric = $metric and b.platform = $platform
order by b.on_day
