-- grain: one row per message and post or report that carries it on
-- keys:  message_id, repost_id
-- note:  by its strongest sign. The unit is the account's owner on the day of the post. After the message's window
--        only what people said counts. Accounts of the originals and of the regency carry nothing on.
with
    one_each as (
        select
            message_id, repost_id, any_value(post_id) as post_id, min(report_id) as report_id,
            arg_min(account_id, (strength, decided_by)) as account_id, min(agency_code) as agency_code,
            min(platform) as platform,
            coalesce(min(carried_at) filter (where decided_by <> 'report' and method <> 'reported'), min(carried_at)) as carried_at,
            arg_min(method, (strength, decided_by)) as method, max(confidence) as confidence,
            case when bool_or(decided_by = 'staff') then 'staff' when bool_or(decided_by = 'report') then 'report' else 'machine' end as decided_by,
            arg_min(evidence, (strength, decided_by)) as evidence, min(url) as url
        from warehouse.repost_found
        group by message_id, repost_id
    ),
    in_time as (
        select f.* replace (greatest(f.carried_at, m.published_at) as carried_at)
        from one_each as f
        join warehouse.message as m using (message_id)
        where (f.carried_at <= m.window_until or f.decided_by <> 'machine')
            and not exists (select 1 from warehouse.message_post as o where o.message_id = f.message_id and o.account_id = f.account_id)
    )
select
    f.message_id, f.repost_id, f.post_id, f.report_id, f.account_id, u.agency_code, u.tier, u.region_code, u.kecamatan_code,
    u.village_code, coalesce(f.platform, case when f.method <> 'offline' then split_part(f.post_id, ':', 1) end) as platform,
    f.carried_at, f.method, f.confidence, f.decided_by, f.evidence,
    coalesce(
        p.permalink, f.url, case when p.platform = 'youtube' then 'https://www.youtube.com/watch?v=' || split_part(p.post_id, ':', 2) end
    ) as link
from in_time as f
left join warehouse.post as p using (post_id)
left join warehouse.post_measure as s using (post_id)
left join warehouse.account_ownership as o
    on o.account_id = f.account_id
    and cast(timezone('Asia/Jakarta', f.carried_at) as date) >= o.valid_from
    and cast(timezone('Asia/Jakarta', f.carried_at) as date) < o.valid_until
left join warehouse.unit as u on u.agency_code = coalesce(o.agency_code, f.agency_code, s.agency_code)
where u.tier is distinct from 'regency'
