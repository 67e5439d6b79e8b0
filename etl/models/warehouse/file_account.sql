-- grain:  one row per part of a file that names accounts
-- keys:   file_sha256, part
-- note:   the account most rows belong to is the one that exported; it must own at least half of them
with
    counted as (
        select file_sha256, part, account_id, count(*) as rows_owned
        from staging.post_record
        where account_id is not null
        group by file_sha256, part, account_id
    ),
    ranked as (
        select
            *, sum(rows_owned) over (partition by file_sha256, part) as rows_all,
            row_number() over (partition by file_sha256, part order by rows_owned desc, account_id) as place
        from counted
    )
select file_sha256, part, account_id
from ranked
where place = 1 and rows_owned * 2 >= rows_all
