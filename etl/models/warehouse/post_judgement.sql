-- grain:  one row per post with a caption
-- keys:   post_id
-- stored: view
-- note:   what people decided outranks the machine, label by label and rule by rule; null where nobody would bet on an answer
select
    m.post_id, m.judged_on,
    coalesce(d.emphasis, m.emphasis) as emphasis,
    coalesce(d.educational, m.educational) as educational,
    coalesce(d.service_info, m.service_info) as service_info,
    coalesce(d.smart_city, m.smart_city) as smart_city,
    coalesce(d.brand, m.brand) as brand,
    coalesce(d.call_for_vigilance_or_correction, m.call_for_vigilance_or_correction) as call_for_vigilance_or_correction,
    coalesce(d.unsourced_claim_risk, m.unsourced_claim_risk) as unsourced_claim_risk,
    coalesce(d.accountability, m.accountability) as accountability,
    coalesce(d.smart_city_cta, m.smart_city_cta) as smart_city_cta,
    coalesce(d.personal_data, m.personal_data) as personal_data,
    coalesce(d.ai_declared, a.declared, m.ai_declared) as ai_declared,
    coalesce(d.stale_slogan, m.stale_slogan) as stale_slogan,
    coalesce(d.unofficial_link, m.unofficial_link) as unofficial_link,
    if(e.post_id is null, 'machine', 'staff') as decided_by,
    m.emphasis as machine_emphasis,
    case
        when e.post_id is null then m.evidence
        else list_filter(m.evidence, lambda x: not list_contains(e.replaced, x.rule_id)) || coalesce(e.entries, [])
    end as evidence
from warehouse.machine_judgement as m
left join warehouse.decided_labels as d using (post_id)
left join warehouse.decided_entry as e using (post_id)
left join warehouse.ai_mark as a using (post_id)
