-- question: which posts were judged, with which verdicts and which deciding words?
-- scope: agency_code
select
    post_id, agency_code, agency_name, account_handle, platform, published_at, published_on, caption, link, emphasis,
    decided_by, evidence, failed
from marts.judged_post
where
    strftime(published_on, '%Y-%m') = $month and $agency in ('semua', agency_code) and peer_group = $peer_group
    and (
        ($rule = 'semua' and $verdict = 'semua')
        or len(list_filter(
            evidence, lambda e: $rule in ('semua', e.rule_id) and $verdict in ('semua', e.verdict)
        )) > 0
    )
order by published_on desc, published_at desc nulls last, post_id
