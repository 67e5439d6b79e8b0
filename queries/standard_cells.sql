-- question: how does each unit of a group stand on every rule for accounts, and what is the advice?
-- scope: agency_code
select
    u.agency_code, u.agency_name as name, u.peer_group, u.month, u.rule_id, u.title, u.norm, u.value, u.low, u.high,
    u.numerator, u.denominator, u.threshold, u.comparison, u.severity, u.weight, u.rule_version, r.advice,
    coalesce(u.low is not null and u.denominator < $enough, false) as is_few,
    case
        when u.verdict <> 'not_applicable' and u.low is not null and u.denominator < $enough then 'abstain'
        else u.verdict
    end as verdict,
    case when p.units > 3 then p.median end as peer_median
from marts.standard_unit as u
left join marts.standard_peer as p
    on p.peer_group = u.peer_group and p.month = u.month and p.rule_id = u.rule_id
left join marts.standard_rule as r on r.rule_id = u.rule_id and r.version = u.rule_version
where strftime(u.month, '%Y-%m') = $month and u.peer_group = $peer_group
order by u.agency_name, u.agency_code, u.rule_id
