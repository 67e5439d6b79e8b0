-- grain: one row per label of a caption on which people may decide
-- keys:  label
-- note:  the emphasis is one of four words, every other label is yes or no
select
    unnest([
        'emphasis', 'educational', 'service_info', 'smart_city', 'brand', 'call_for_vigilance_or_correction',
        'unsourced_claim_risk', 'accountability', 'smart_city_cta', 'personal_data', 'ai_declared', 'stale_slogan',
        'unofficial_link'
    ]) as label
