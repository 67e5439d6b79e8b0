-- question: which captions hold most of a checked claim, the most alike first?
-- scope: staff
select
    issue_id, title, public_id, verdict_text, verdict, post_id, agency_code, agency_name, account_id, account_handle, platform,
    published_at, published_on, caption, link, similarity, words, coalesce(is_warning, false) as is_warning
from marts.issue_match
where
    $issue in ('semua', issue_id) and ($stance = 'semua' or ($stance = 'meluruskan') = coalesce(is_warning, false))
order by similarity desc, published_on desc, issue_id, post_id
