-- grain: one row per event about messages: everything that was ever said, also what no longer counts
-- keys:  event_sha256
with
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
    )
select
    s.event_sha256, s.action, s.said_by, s.said_at, m.message_id, coalesce(s.post_id, s.message_post_id) as post_id, s.agency_code, s.detail
from said as s
left join warehouse.message_post as m on m.post_id = s.message_post_id
