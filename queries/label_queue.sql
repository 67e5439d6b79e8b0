-- question: which posts should staff look at first: those the machine left open, or those that are searched for?
-- scope: staff
with
    counted as (
        select
            *,
            (emphasis is null)::int + (educational is null)::int + (service_info is null)::int + (smart_city is null)::int
            + (brand is null)::int + (call_for_vigilance_or_correction is null)::int
            + (unsourced_claim_risk is null)::int + (accountability is null)::int + (smart_city_cta is null)::int
            + (personal_data is null)::int as unsure
        from marts.judged_post
        where case when $words = '' then decided_by = 'machine'
            else contains(lower(concat_ws(' ', post_id, caption, agency_name, account_handle)), lower($words)) end
    )
select
    post_id, agency_code, agency_name, account_handle, platform, published_on, published_at, caption, link, emphasis,
    educational, service_info, smart_city, brand, call_for_vigilance_or_correction, unsourced_claim_risk,
    accountability, smart_city_cta, personal_data, ai_declared, decided_by, evidence, unsure
from counted
order by emphasis is null desc, unsure desc, md5(post_id), post_id
