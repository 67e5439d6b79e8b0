-- grain: one row per version of a rule of the posting standard
-- keys:  rule_id, version
-- note:  is_in_force on the day of the newest data; null while there are no data
select
    r.rule_id, r.version, r.scope, r.title, r.wording, r.advice, r.norm, r.basis, r.needs, r.measure, r.comparison, r.threshold,
    r.unsure, r.weight, r.severity, r.valid_from, r.valid_until, c.today >= r.valid_from and c.today < r.valid_until as is_in_force
from warehouse.standard_rule as r
left join warehouse.clock as c on true
