-- question: which rules of the posting standard are in force?
-- scope: public
select
    rule_id, version, scope, title, wording, advice, norm, basis, comparison, threshold, weight, severity, valid_from
from marts.standard_rule
where is_in_force
order by scope, weight desc, title, rule_id
