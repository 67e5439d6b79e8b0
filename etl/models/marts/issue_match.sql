-- grain: one row per checked claim and caption in which most of it stands
-- keys:  issue_id, post_id
-- note:  likeness is no verdict: is_warning says whether the caption itself warns or corrects; what does not, or is not known,
--        is for people to look at
select
    m.issue_id, i.title, i.origin, i.public_id, i.verdict_text, i.source_text, i.verdict, i.verdict_by, i.state, i.clarification_link,
    i.link as issue_link, m.post_id, p.agency_code, p.agency_name, p.account_id, p.account_handle, p.platform, p.published_at,
    p.published_on, p.caption, p.link, m.similarity, m.words, j.call_for_vigilance_or_correction as is_warning
from warehouse.issue_match as m
join warehouse.issue as i on i.issue_id = m.issue_id
join marts.posts as p on p.post_id = m.post_id
left join warehouse.post_judgement as j on j.post_id = m.post_id
