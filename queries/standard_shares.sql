-- question: what share of its posts does each unit of a group give to this norm, and how sure is that?
-- scope: agency_code
select
    u.agency_code, u.agency_name as name, u.peer_group, u.rule_id, u.title, u.value, u.low, u.high, u.numerator, u.denominator,
    u.threshold, u.comparison, u.verdict, coalesce(u.denominator >= $enough, false) as is_ranked,
    case when p.units > 3 then p.median end as peer_median
from marts.standard_unit as u
left join marts.standard_peer as p
    on p.peer_group = u.peer_group and p.month = u.month and p.rule_id = u.rule_id
where strftime(u.month, '%Y-%m') = $month and u.peer_group = $peer_group and u.rule_id = $rule
order by
    is_ranked desc, case when u.comparison = 'at_most' then -u.value else u.value end desc nulls last,
    u.denominator desc nulls last, u.agency_name, u.agency_code
