-- grain: one row per word on judgements that cannot be used, and what is wrong with it
-- keys:  event_sha256, kind, about
-- note:  such a word is used as soon as the data allow, as all are read anew in every build
with
    found as (
        select event_sha256, said_at, said_by, 'judgement-decided' as action, 'unclear' as kind, '' as about
        from staging.judgement_word
        where labels is null
        union all
        select event_sha256, said_at, said_by, 'judgement-decided', 'no_post', coalesce(post_id, '')
        from staging.judgement_word
        where post_id is null or post_id not in (select post_id from warehouse.post)
        union all
        select event_sha256, said_at, said_by, 'judgement-decided', case when is_known then 'bad_value' else 'no_label' end, label
        from warehouse.label_word
        where not is_valid
        union all
        select
            w.event_sha256, w.said_at, w.said_by, 'judgement-appealed',
            case
                when p.post_id is null then 'no_post'
                when p.agency_code is distinct from w.agency_code then 'other_unit'
                else 'no_rule'
            end,
            coalesce(case when p.post_id is null then w.post_id when p.agency_code is distinct from w.agency_code then w.agency_code else w.rule_id end, '')
        from staging.appeal_word as w
        left join warehouse.post_measure as p using (post_id)
        where w.event_sha256 not in (select appeal_id from warehouse.appeal)
        union all
        select
            event_sha256, said_at, said_by, 'appeal-answered', case when is_accepted is null then 'unclear' else 'no_appeal' end,
            coalesce(appeal_id, '')
        from staging.appeal_answer
        where is_accepted is null or appeal_id is null or appeal_id not in (select appeal_id from warehouse.appeal)
    )
select distinct event_sha256, said_at, said_by, action, kind, left(about, 100) as about
from found
