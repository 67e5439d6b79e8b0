-- grain:  one row per account and unbroken span of days of which files list its posts
-- keys:   account_id, starts_on
-- note:   an export lists everything from its oldest post to the day it was taken. Of a file of one account only that
--         account is covered, not the owners of posts it shares
with
    listed as (
        select
            r.account_id, min(coalesce(cast(timezone('Asia/Jakarta', r.published_at) as date), r.published_on)) as starts_on,
            max(cast(timezone('Asia/Jakarta', r.observed_at) as date)) as ends_on
        from staging.post_record as r
        left join warehouse.file_account as f on f.file_sha256 = r.file_sha256 and f.part = r.part
        where r.account_id is not null and coalesce(f.account_id, r.account_id) = r.account_id
        group by r.account_id, r.file_sha256, r.part
    ),
    within_the_data as (
        select l.account_id, l.starts_on, least(l.ends_on, c.today) as ends_on
        from listed as l
        cross join warehouse.clock as c
        where l.starts_on <= least(l.ends_on, c.today)
    ),
    after_all_before as (
        select
            *, max(ends_on) over (
                partition by account_id order by starts_on, ends_on rows between unbounded preceding and 1 preceding
            ) as ended_before
        from within_the_data
    ),
    numbered as (
        select
            *, sum(case when starts_on <= ended_before + 1 then 0 else 1 end) over (
                partition by account_id order by starts_on, ends_on rows between unbounded preceding and current row
            ) as span
        from after_all_before
    )
select account_id, min(starts_on) as starts_on, max(ends_on) as ends_on
from numbered
group by account_id, span
