-- grain:  one row per event in a log that a unit keeps by hand
-- keys:   incident_id
-- stored: view
-- note:   a log grows and is exported again and again: of the same row the newest export counts. A row is known by unit,
--         moment and title; several of one moment by their place among these
with
    placed as (
        select
            *, row_number() over (
                partition by file_sha256, part, agency_text, happened_at, happened_on, lower(trim(title)) order by record
            ) as place
        from raw.incident
    ),
    identified as (
        select
            *, hash(lower(trim(coalesce(agency_text, account_told, ''))), happened_at, happened_on, lower(trim(title)), place) as incident_id
        from placed
    )
select
    incident_id, file_sha256, part, record, observed_at, agency_text, account_told as account_text, happened_at,
    happened_on, is_emergency, title, link, nullif(post_named, '') as posts_named
from identified
qualify row_number() over (partition by incident_id order by observed_at desc, file_sha256 desc, part desc, record desc) = 1
