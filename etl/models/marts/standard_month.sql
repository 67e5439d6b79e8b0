-- grain: one row per unit and month with posts that have a caption
-- keys:  agency_code, month
-- note:  judged: posts whose emphasis is known; unsure: those on which the machine would not bet and nobody decided;
--        checked: posts made while the standard was in force, compliant: those of them that break no binding rule
select
    j.agency_code, j.agency_name, j.peer_group, cast(date_trunc('month', j.published_on) as date) as month,
    count(*) as posts, count(j.emphasis) as judged,
    count(*) filter (where j.emphasis = 'service') as service, count(*) filter (where j.emphasis = 'figure') as figure,
    count(*) filter (where j.emphasis = 'mixed') as mixed, count(*) filter (where j.emphasis = 'neither') as neither,
    count(*) filter (where j.emphasis is null) as unsure,
    count(*) filter (where j.educational) as educational, count(*) filter (where j.service_info) as service_info,
    count(*) filter (where j.accountability) as accountability, count(*) filter (where j.brand) as brand,
    count(*) filter (where j.stale_slogan) as stale_slogan, count(*) filter (where j.smart_city) as smart_city,
    count(*) filter (where j.smart_city_cta) as smart_city_cta, count(*) filter (where j.unsourced_claim_risk) as unsourced,
    count(*) filter (where j.personal_data) as personal_data, count(*) filter (where j.unofficial_link) as unofficial_link,
    count(*) filter (where j.call_for_vigilance_or_correction) as vigilance,
    count(*) filter (where j.is_compliant) as compliant, count(j.is_compliant) as checked
from marts.judged_post as j
where j.agency_code is not null and j.published_on is not null
group by all
