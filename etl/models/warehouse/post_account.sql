-- grain:  one row per post and account it appears on
-- keys:   post_id, account_id
-- narrow: warehouse.post by post_id
-- note:   one post may have two accounts (collab, crosspost); only its owner is credited with it.
--         A partner shows in two ways: another account's file holds the post, or its own file holds a post that is
--         another account's and has no reach there.
with
    in_two_files as (
        select p.post_id, r.account_id
        from warehouse.post as p
        join staging.post_record as r on r.post_id = p.post_id
        where p.records > 1 and r.account_id is not null
    ),
    in_partners_file as (
        select p.post_id, f.account_id
        from warehouse.post as p
        join staging.post_record as r on r.post_id = p.post_id
        join warehouse.file_account as f on f.file_sha256 = r.file_sha256 and f.part = r.part
        where p.platform = 'instagram' and r.reach is null and r.account_id <> f.account_id
    ),
    partners as (
        select post_id, account_id from in_two_files
        union
        select post_id, account_id from in_partners_file
    )
select post_id, account_id, 'owner' as role
from warehouse.post
where account_id is not null
union all
select n.post_id, n.account_id, 'partner' as role
from partners as n
join warehouse.post as p on p.post_id = n.post_id
where p.account_id is distinct from n.account_id
