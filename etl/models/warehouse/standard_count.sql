-- grain: one row per unit, month and share that the captions of its posts give
-- keys:  agency_code, month, measure
-- note:  numerator of denominator posts; a post on which nobody would bet counts in neither
with
    posts as (
        select
            m.agency_code, cast(date_trunc('month', j.judged_on) as date) as month, j.*,
            len(list_filter(j.evidence, lambda x: x.verdict = 'fail' and list_contains(b.binding, x.rule_id))) = 0 as is_compliant,
            coalesce(len(b.binding) > 0, false) as is_checked
        from warehouse.post_judgement as j
        join warehouse.post_measure as m using (post_id)
        left join warehouse.binding_rules as b on j.judged_on >= b.valid_from and j.judged_on < b.valid_until
        where m.agency_code is not null and m.published_on is not null
    ),
    counted as (
        select
            agency_code, month,
            [
                {'measure': 'service_share', 'numerator': count(*) filter (where emphasis = 'service'), 'denominator': count(emphasis)},
                {'measure': 'figure_share', 'numerator': count(*) filter (where emphasis = 'figure'), 'denominator': count(emphasis)},
                {'measure': 'educational_share', 'numerator': count(*) filter (where educational), 'denominator': count(educational)},
                {'measure': 'accountability_share', 'numerator': count(*) filter (where accountability), 'denominator': count(accountability)},
                {'measure': 'actionable_share', 'numerator': count(*) filter (where service_info), 'denominator': count(service_info)},
                {'measure': 'brand_share', 'numerator': count(*) filter (where brand), 'denominator': count(brand)},
                {'measure': 'app_share', 'numerator': count(*) filter (where smart_city), 'denominator': count(smart_city)},
                {'measure': 'app_step_share', 'numerator': count(*) filter (where smart_city and smart_city_cta), 'denominator': count(smart_city_cta) filter (where smart_city)},
                {'measure': 'compliant_share', 'numerator': count(*) filter (where is_checked and is_compliant), 'denominator': count(*) filter (where is_checked)},
                {'measure': 'ai_declared_share', 'numerator': count(*) filter (where ai_declared), 'denominator': count(*) filter (where ai_declared or is_undeclared)}
            ] as shares
        from (
            select p.*, coalesce(not a.declared, false) as is_undeclared
            from posts as p
            left join warehouse.ai_mark as a using (post_id)
        ) as marked
        group by agency_code, month
    ),
    shares as (
        select agency_code, month, unnest(shares) as share
        from counted
    )
select agency_code, month, share.measure as measure, share.numerator as numerator, share.denominator as denominator
from shares
where share.denominator > 0
