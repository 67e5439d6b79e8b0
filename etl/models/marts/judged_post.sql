-- grain: one row per post with a caption
-- keys:  post_id
-- note:  failed counts the binding rules that the post breaks; is_compliant is null before the standard was in force
with
    counted as (
        select
            j.post_id,
            len(list_filter(j.evidence, lambda x: x.verdict = 'fail' and list_contains(b.binding, x.rule_id))) as failed,
            len(b.binding) > 0 as is_binding
        from warehouse.post_judgement as j
        left join warehouse.binding_rules as b on j.judged_on >= b.valid_from and j.judged_on < b.valid_until
    )
select
    j.post_id, m.agency_code, u.name as agency_name, u.peer_group, a.handle as account_handle, p.platform, p.published_on,
    p.published_at, p.caption,
    coalesce(
        p.permalink, case when p.platform = 'youtube' then 'https://www.youtube.com/watch?v=' || split_part(p.post_id, ':', 2) end
    ) as link,
    j.emphasis, j.educational, j.service_info, j.smart_city, j.brand, j.call_for_vigilance_or_correction, j.unsourced_claim_risk,
    j.accountability, j.smart_city_cta, j.personal_data, j.ai_declared, j.stale_slogan, j.unofficial_link, j.decided_by,
    j.machine_emphasis, j.evidence, c.failed, if(c.is_binding, c.failed = 0, null) as is_compliant
from warehouse.post_judgement as j
join warehouse.post as p using (post_id)
join counted as c using (post_id)
left join warehouse.post_measure as m using (post_id)
left join warehouse.account as a on a.account_id = p.account_id
left join warehouse.agency as u on u.agency_code = m.agency_code
