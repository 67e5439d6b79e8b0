-- grain: one row per version of a rule of the posting standard
-- keys:  rule_id, version
-- note:  in force from valid_from until the day before valid_until; past versions stay
select
    rule_id, version, scope, title, wording, advice, norm, basis, needs, measure, comparison, threshold, unsure, weight, severity,
    valid_from, valid_until
from reference.standard_rule
