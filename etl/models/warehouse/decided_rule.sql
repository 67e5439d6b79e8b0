-- grain: one row per post and post rule on which people decided
-- keys:  post_id, rule_id
-- note:  an answered appeal outranks a word about AI-made media, and this a label; a label decides the rules that rest on it
with
    by_label as (
        select
            post_id,
            unnest(case label
                when 'emphasis' then ['no_personal_praise', 'service_first']
                when 'unsourced_claim_risk' then ['sourced_claims']
                when 'personal_data' then ['personal_data_hidden']
                when 'smart_city_cta' then ['app_with_step']
                when 'smart_city' then if(value = 'false', ['app_with_step'], [])
                when 'unofficial_link' then ['official_links']
                when 'stale_slogan' then ['current_slogan']
                when 'ai_declared' then ['ai_media_declared']
                else []
            end) as rule_id,
            label, value, reason, said_by
        from warehouse.label_decision
    ),
    verdict_of_label as (
        select
            post_id, rule_id,
            case
                when rule_id = 'no_personal_praise' then if(value in ('figure', 'mixed'), 'fail', 'pass')
                when rule_id = 'service_first' then case value when 'figure' then 'fail' when 'neither' then 'not_applicable' else 'pass' end
                when label = 'smart_city' then 'not_applicable'
                when rule_id = 'app_with_step' then if(value = 'true', 'pass', 'fail')
                when rule_id = 'ai_media_declared' then if(value = 'true', 'pass', 'not_applicable')
                when rule_id = 'current_slogan' then if(value = 'true', 'fail', 'not_applicable')
                else if(value = 'true', 'fail', 'pass')
            end as verdict,
            reason, said_by, if(label = 'smart_city', 3, 4) as place
        from by_label
    ),
    said as (
        select * from verdict_of_label
        union all
        select post_id, 'ai_media_declared', if(declared, 'pass', 'fail'), note, said_by, 2 from warehouse.ai_mark
        union all
        select post_id, rule_id, verdict, reason, said_by, 1 from warehouse.rule_decision
    )
select post_id, rule_id, verdict, 'Diputuskan petugas' || coalesce(': ' || reason, '') || '.' as why, said_by
from said
qualify row_number() over (partition by post_id, rule_id order by place) = 1
