-- grain:  one row per claim on a list of checked claims
-- keys:   issue_id
-- stored: view
-- note:   a list grows and is exported again and again: the latest reading of a claim counts, its first arrival is when it
--         came in. A claim is known by its public id where that has letters, by a longer number with the list's address,
--         else by its own words, since running numbers change from list to list
with
    known as (
        select
            *,
            'daftar:' || case
                when regexp_matches(public_id, '[A-Za-z]') then lower(trim(public_id))
                when length(trim(public_id)) >= 3 and regexp_matches(link, '^https?://[^/]')
                    then regexp_extract(lower(link), '^https?://([^/]+)', 1) || ':' || trim(public_id)
                else md5(lower(trim(claim)))
            end as issue_id
        from raw.hoax
    )
select
    issue_id, min(observed_at) over (partition by issue_id) as received_at, public_id, listed_on, claim, verdict as source_verdict,
    verdict_text, source_text, link, body
from known
qualify row_number() over (partition by issue_id order by observed_at desc, file_sha256 desc, part desc, record desc) = 1
