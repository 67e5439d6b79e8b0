-- grain: one row per event about messages, judgements and issues: everything that was ever said, also what no longer counts
-- keys:  event_sha256
with
    labels_told as (
        select event_sha256, string_agg(label || '=' || coalesce(value, ''), ', ' order by label) as told
        from warehouse.label_word
        where is_valid and value is not null
        group by event_sha256
    ),
    said as (
        select event_sha256, 'message-designated' as action, said_by, said_at, list_extract(post_ids, 1) as message_post_id,
            null as post_id, null as agency_code, title as detail
        from staging.message_designation
        union all
        select event_sha256, 'message-withdrawn', said_by, said_at, post_id, null, null, reason from staging.message_withdrawal
        union all
        select event_sha256, 'link-reported', said_by, said_at, post_id, null, agency_code,
            nullif(concat_ws(' ', array_to_string(links, ' '), channel, note), '')
        from staging.report_event
        union all
        select event_sha256, 'link-decided', said_by, said_at, message_post_id, post_id, null,
            concat_ws('; ', case carries when true then 'ya' when false then 'tidak' end, parent_account_id, reason)
        from staging.link_word
        union all
        select event_sha256, 'duty-excused', said_by, said_at, post_id, null, agency_code, reason from staging.excuse_word
        union all
        select w.event_sha256, 'judgement-decided', w.said_by, w.said_at, null, w.post_id, null, concat_ws('; ', l.told, w.reason)
        from staging.judgement_word as w
        left join labels_told as l using (event_sha256)
        union all
        select event_sha256, 'judgement-appealed', said_by, said_at, null, post_id, agency_code, concat_ws('; ', rule_id, reason)
        from staging.appeal_word
        union all
        select r.event_sha256, 'appeal-answered', r.said_by, r.said_at, null, a.post_id, a.agency_code,
            concat_ws('; ', case when r.is_accepted then 'ya' when not r.is_accepted then 'tidak' end, r.reason)
        from staging.appeal_answer as r
        left join staging.appeal_word as a on a.event_sha256 = r.appeal_id
        union all
        select event_sha256, 'issue-reported', said_by, said_at, null, post_id, agency_code, concat_ws('; ', title, note)
        from staging.issue_report
        union all
        select event_sha256, 'issue-moved', said_by, said_at, null, null, null, concat_ws('; ', state, verdict, link, note)
        from staging.issue_move
        union all
        select event_sha256, 'ai-media-marked', said_by, said_at, null, post_id, null,
            concat_ws('; ', case when declared then 'ya' when not declared then 'tidak' end, note)
        from staging.ai_word
    )
select
    s.event_sha256, s.action, s.said_by, s.said_at, m.message_id, coalesce(s.post_id, s.message_post_id) as post_id, s.agency_code, s.detail
from said as s
left join warehouse.message_post as m on m.post_id = s.message_post_id
