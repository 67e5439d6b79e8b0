-- question: how fast do clarifications come, all issues together?
-- scope: public
select
    count(*) filter (where is_taken_up) as taken_up, count(*) filter (where is_public) as clarified,
    count(*) filter (where is_due) as due, count(*) filter (where is_due and is_fast) as fast,
    median(hours_to_clarify) as median_hours, any_value(clarify_hours) as clarify_hours
from marts.issue
