-- grain:  one row per question or complaint of a citizen in a log that a unit keeps by hand
-- keys:   comment_id
-- stored: view
-- note:   a log grows and is exported again and again: of the same row the newest export counts. A row is known by its
--         ticket, else by post, account, unit and moment; several of one moment by their place among these
with
    placed as (
        select
            *, coalesce(account_text, account_told) as whose,
            row_number() over (
                partition by file_sha256, part, ticket, link, account_text, agency_text, asked_at, asked_on order by record
            ) as place
        from raw.comment
    ),
    identified as (
        select
            *, case
                when ticket is not null then hash(lower(ticket), coalesce(agency_text, whose, ''))
                else hash(coalesce(nullif(post_named, ''), link, ''), coalesce(whose, ''), coalesce(agency_text, ''), asked_at, asked_on, place)
            end as comment_id
        from placed
    )
select
    comment_id, file_sha256, part, record, observed_at, split_part(post_named, ' ', 1) as post_named, whose as account_text,
    agency_text, asked_at, coalesce(asked_on, cast(timezone('Asia/Jakarta', asked_at) as date)) as asked_on,
    needs_answer, coalesce(is_answered, false) as is_answered, answered_at,
    coalesce(answered_on, cast(timezone('Asia/Jakarta', answered_at) as date)) as answered_on,
    coalesce(is_forwarded, false) as is_forwarded, forwarded_at, forwarded_on
from identified
qualify row_number() over (partition by comment_id order by observed_at desc, file_sha256 desc, part desc, record desc) = 1
