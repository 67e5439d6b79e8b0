-- grain:  one row per post and label the machine was asked about
-- keys:   post_id, label
-- stored: view
-- note:   value is null where the machine gives no answer
select
    post_id,
    unnest([
        'emphasis', 'educational', 'service_info', 'smart_city', 'brand', 'call_for_vigilance_or_correction',
        'unsourced_claim_risk', 'accountability', 'smart_city_cta', 'personal_data', 'ai_declared', 'stale_slogan',
        'unofficial_link'
    ]) as label,
    unnest([
        emphasis, cast(educational as varchar), cast(service_info as varchar), cast(smart_city as varchar), cast(brand as varchar),
        cast(call_for_vigilance_or_correction as varchar), cast(unsourced_claim_risk as varchar), cast(accountability as varchar),
        cast(smart_city_cta as varchar), cast(personal_data as varchar), cast(ai_declared as varchar), cast(stale_slogan as varchar),
        cast(unofficial_link as varchar)
    ]) as value
from warehouse.machine_judgement
