-- grain: one row per span of days in which the same post rules bind
-- keys:  valid_from
with
    edges as (
        select unnest([valid_from, valid_until]) as day from warehouse.standard_rule where scope = 'post'
    ),
    spans as (
        select day as valid_from, coalesce(lead(day) over (order by day), date '9999-12-31') as valid_until
        from (select distinct day from edges) as days
    )
select
    s.valid_from, s.valid_until,
    coalesce(list(r.rule_id order by r.rule_id) filter (where r.rule_id is not null), []) as binding
from spans as s
left join warehouse.standard_rule as r
    on r.scope = 'post' and r.severity = 'wajib' and r.valid_from <= s.valid_from and r.valid_until > s.valid_from
where s.valid_from < s.valid_until
group by s.valid_from, s.valid_until
