-- grain: one row per post on which people decided a label or a rule
-- keys:  post_id
-- note:  `replaced` names what the machine's evidence says no more, `entries` what people say instead
with
    of_rules as (
        select
            d.post_id, d.rule_id,
            case
                when d.verdict <> 'not_applicable' and r.rule_id is not null then
                    {'rule_id': d.rule_id, 'verdict': d.verdict, 'start': cast(null as integer), 'stop': cast(null as integer), 'why': d.why, 'rule_version': r.version}
            end as entry
        from warehouse.decided_rule as d
        join warehouse.machine_judgement as m using (post_id)
        left join warehouse.standard_rule as r on r.rule_id = d.rule_id and m.judged_on >= r.valid_from and m.judged_on < r.valid_until
    ),
    of_labels as (
        select
            post_id, label as rule_id,
            case
                when value not in ('false', 'neither') then
                    {
                        'rule_id': label, 'verdict': if(label = 'emphasis', value, 'found'), 'start': cast(null as integer),
                        'stop': cast(null as integer), 'why': 'Diputuskan petugas' || coalesce(': ' || reason, '') || '.',
                        'rule_version': cast(null as integer)
                    }
            end as entry
        from warehouse.label_decision
    ),
    both_kinds as (
        select * from of_rules
        union all
        select * from of_labels
    )
select post_id, list(rule_id order by rule_id) as replaced, list(entry order by rule_id) filter (where entry is not null) as entries
from both_kinds
group by post_id
