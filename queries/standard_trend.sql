-- question: how did the share of a norm move month by month, for units and for the others of their group?
-- scope: agency_code
with
    shares as (
        select agency_code, agency_name, peer_group, month, threshold, comparison, numerator, denominator, low, high
        from marts.standard_unit
        where rule_id = $rule and peer_group = $peer_group
    ),
    together as (
        select month, sum(numerator) as numerator, sum(denominator) as denominator, count(denominator) as units
        from shares
        group by month
    )
select
    s.agency_code, s.agency_name as name, s.month, s.threshold, s.comparison, s.numerator, s.denominator, s.low, s.high,
    case when t.units > 3 then cast(t.numerator - coalesce(s.numerator, 0) as bigint) end as others_numerator,
    case when t.units > 3 then cast(t.denominator - coalesce(s.denominator, 0) as bigint) end as others_denominator
from shares as s
join together as t using (month)
where $agency in ('semua', s.agency_code)
order by s.month, s.agency_code
