-- question: how does the whole regency stand on each rule for accounts in this month?
-- scope: public
with
    told as (
        select *, low is not null and denominator < $enough as is_few
        from marts.standard_unit
        where strftime(month, '%Y-%m') = $month
    )
select
    rule_id, max(title) as title, max(norm) as norm, max(comparison) as comparison, max(threshold) as threshold,
    cast(sum(numerator) as bigint) as numerator, cast(sum(denominator) as bigint) as denominator,
    count(*) as units,
    count(*) filter (where verdict = 'pass' and not is_few) as units_pass,
    count(*) filter (where verdict = 'fail' and not is_few) as units_fail,
    count(*) filter (where verdict = 'abstain' and not is_few) as units_unsure,
    count(*) filter (where is_few or verdict = 'not_applicable') as units_few
from told
group by rule_id
order by rule_id
