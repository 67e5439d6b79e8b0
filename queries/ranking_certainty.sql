-- question: how many neighbours in a ranking have intervals that overlap?
-- scope: public
with
    placed as (
        select
            low is not null as is_ranked, low,
            lead(high) over (partition by low is not null order by median desc, agency_code) as next_high
        from marts.agency_engagement
        where
            period = $period and platform = $platform and peer_group = $peer_group and measure = $measure
    )
select
    count(*) filter (where is_ranked) as ranked, count(*) filter (where not is_ranked) as unranked,
    count(*) filter (where is_ranked and low <= next_high) as unsure
from placed
