-- question: which versions of which rules judge a single post?
-- scope: public
select
    rule_id, version, scope, title, wording, advice, norm, basis, needs, measure, comparison, threshold, unsure, weight,
    severity, valid_from, valid_until
from marts.standard_rule
where scope = 'post'
order by severity desc, weight desc, rule_id, version
