-- question: which checked claims stand in captions, and in how many?
-- scope: staff
select
    issue_id, any_value(title) as title, any_value(origin) as origin, any_value(public_id) as public_id,
    any_value(verdict_text) as verdict_text, any_value(source_text) as source_text, any_value(verdict) as verdict,
    any_value(verdict_by) as verdict_by, any_value(state) as state, any_value(clarification_link) as clarification_link,
    any_value(issue_link) as issue_link, count(*) as posts, count(distinct agency_code) as units, max(similarity) as similarity
from marts.issue_match
where $stance = 'semua' or ($stance = 'meluruskan') = coalesce(is_warning, false)
group by issue_id
order by max(published_on) desc, similarity desc, issue_id
