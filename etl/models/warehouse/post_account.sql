-- grain:  one row per post and account it appears on
-- keys:   post_id, account_id
-- narrow: staging.post_record by post_id
-- note:   one post may have two accounts (collab, crosspost); only its owner is credited with it
with
    appearing as (
        select post_id, account_id from staging.post_record where account_id is not null
        union
        select r.post_id, f.account_id
        from staging.post_record as r
        join warehouse.file_account as f using (file_sha256, part)
        where r.reach is null and r.platform = 'instagram' and r.account_id <> f.account_id
    )
select a.post_id, a.account_id, case when p.account_id = a.account_id then 'owner' else 'partner' end as role
from appearing as a
join warehouse.post as p using (post_id)
