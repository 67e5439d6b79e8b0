-- grain:  one row per record and link of a sheet in which units report how they carried messages on
-- keys:   row_hash
-- stored: view
-- note:   a sheet grows and is exported again and again: a row counts from the first file that holds it
select
    file_sha256, part, record, row_hash, account_told as said_by, coalesce(reported_at, observed_at) as reported_at,
    observed_at, agency_text, message_text, link, channel, note
from raw.report
qualify row_number() over (partition by row_hash order by observed_at, file_sha256, part, record) = 1
