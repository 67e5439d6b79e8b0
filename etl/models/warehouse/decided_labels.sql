-- grain:  one row per post of which staff decided a label
-- keys:   post_id
-- stored: view
select
    post_id,
    max(value) filter (where label = 'emphasis') as emphasis,
    bool_or(value = 'true') filter (where label = 'educational') as educational,
    bool_or(value = 'true') filter (where label = 'service_info') as service_info,
    bool_or(value = 'true') filter (where label = 'smart_city') as smart_city,
    bool_or(value = 'true') filter (where label = 'brand') as brand,
    bool_or(value = 'true') filter (where label = 'call_for_vigilance_or_correction') as call_for_vigilance_or_correction,
    bool_or(value = 'true') filter (where label = 'unsourced_claim_risk') as unsourced_claim_risk,
    bool_or(value = 'true') filter (where label = 'accountability') as accountability,
    bool_or(value = 'true') filter (where label = 'smart_city_cta') as smart_city_cta,
    bool_or(value = 'true') filter (where label = 'personal_data') as personal_data,
    bool_or(value = 'true') filter (where label = 'ai_declared') as ai_declared,
    bool_or(value = 'true') filter (where label = 'stale_slogan') as stale_slogan,
    bool_or(value = 'true') filter (where label = 'unofficial_link') as unofficial_link
from warehouse.label_decision
group by post_id
