-- grain: one row per unit, month and account rule in force in that month
-- keys:  agency_code, month, rule_id
-- note:  a value with an interval passes or fails only when the whole interval lies on one side of the threshold; uniqueness is
--        held against the least unique fifth of its peers; a share of fewer than 5 posts is never judged
with
    months as (
        select distinct m.agency_code, m.month, least(last_day(m.month), c.today) as rule_day
        from warehouse.account_measure as m
        cross join warehouse.clock as c
    ),
    asked as (
        select
            t.agency_code, t.month, r.rule_id, r.title, r.norm, r.comparison, r.threshold, r.weight, r.severity, r.version as rule_version,
            m.value, m.low, m.high, m.numerator, m.denominator,
            if(r.rule_id = 'uniqueness', q.p20, r.threshold) as limit_value,
            m.low is not null and r.measure like '%share' and m.denominator < 5 as is_few
        from months as t
        join warehouse.standard_rule as r on r.scope = 'account' and t.rule_day >= r.valid_from and t.rule_day < r.valid_until
        join warehouse.agency as a using (agency_code)
        left join warehouse.account_measure as m on m.agency_code = t.agency_code and m.month = t.month and m.measure = r.measure
        left join warehouse.uniqueness_peer as q on q.month = t.month and q.peer_group = a.peer_group
    )
select
    k.agency_code, a.name as agency_name, a.peer_group, k.month, k.rule_id, k.title, k.norm, k.value, k.low, k.high, k.numerator,
    k.denominator, k.threshold, k.comparison, k.weight, k.severity, k.rule_version,
    case
        when k.value is null or k.limit_value is null then 'not_applicable'
        when k.is_few then 'abstain'
        when k.comparison = 'at_least' and coalesce(k.low, k.value) >= k.limit_value then 'pass'
        when k.comparison = 'at_most' and coalesce(k.high, k.value) <= k.limit_value then 'pass'
        when k.comparison = 'at_least' and coalesce(k.high, k.value) < k.limit_value then 'fail'
        when k.comparison = 'at_most' and coalesce(k.low, k.value) > k.limit_value then 'fail'
        else 'abstain'
    end as verdict
from asked as k
join warehouse.agency as a using (agency_code)
