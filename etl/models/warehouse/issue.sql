-- grain: one row per issue and how far people have brought it
-- keys:  issue_id
-- note:  state, times and verdict are what named roles said, in order; a list's own verdict stays apart (source_verdict).
--        A claim of a list is `taken_up` once somebody moved it; hours run from its arrival to the published clarification
with
    told as (
        select
            issue_id,
            arg_max(state, place) as state, arg_max(verdict, place) as verdict,
            arg_max(said_by, place) filter (where verdict is not null) as verdict_by,
            arg_max(link, place) filter (where state in ('klarifikasi', 'disebar', 'selesai')) as clarification_link,
            min(said_at) filter (where state = 'diperiksa') as checked_at,
            arg_min(said_by, place) filter (where state = 'diperiksa') as checked_by,
            min(said_at) filter (where state = 'terverifikasi') as verified_at,
            arg_min(said_by, place) filter (where state = 'terverifikasi') as verified_by,
            min(said_at) filter (where state = 'klarifikasi') as clarified_at,
            arg_min(said_by, place) filter (where state = 'klarifikasi') as clarified_by,
            min(said_at) filter (where state = 'disebar') as spread_at,
            arg_min(said_by, place) filter (where state = 'disebar') as spread_by,
            min(said_at) filter (where state = 'selesai') as closed_at,
            arg_min(said_by, place) filter (where state = 'selesai') as closed_by
        from warehouse.issue_step
        group by issue_id
    )
select
    r.issue_id, r.kind, r.title, r.claim, r.origin, r.public_id, r.link, r.source_verdict, r.verdict_text, r.source_text,
    r.listed_on, r.note, r.received_at, r.reported_by, r.agency_code, r.post_id,
    coalesce(t.state, 'masuk') as state, t.verdict, t.verdict_by, t.clarification_link, t.checked_at, t.checked_by,
    t.verified_at, t.verified_by, t.clarified_at, t.clarified_by, t.spread_at, t.spread_by, t.closed_at, t.closed_by,
    r.origin = 'report' or t.issue_id is not null as is_taken_up,
    case when t.clarified_at >= r.received_at then epoch(t.clarified_at - r.received_at) / 3600 end as hours_to_clarify
from warehouse.issue_received as r
left join told as t using (issue_id)
