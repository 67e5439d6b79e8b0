-- grain:  one row per post with a caption
-- keys:   post_id
-- stored: view
-- note:   what the machine says of its caption by the standard of its day; null where it would not bet on an answer
select
    p.post_id, coalesce(p.published_on, c.today) as judged_on, j.emphasis, j.educational, j.service_info,
    j.call_for_vigilance_or_correction, j.unsourced_claim_risk, j.accountability, j.smart_city_cta, j.personal_data,
    j.ai_declared, j.smart_city, j.brand, j.stale_slogan, j.unofficial_link, j.evidence
from warehouse.post as p
left join warehouse.clock as c on true
join warehouse.judged_span as s on coalesce(p.published_on, c.today) >= s.span and coalesce(p.published_on, c.today) < s.until
join warehouse.caption_judgement as j on j.caption_key = hash(p.caption) and j.span = s.span
where p.caption is not null
