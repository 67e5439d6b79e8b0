-- grain: one row per message and account that published it or carried it on where people could see it
-- keys:  message_id, account_id
-- note:  of several posts the one with the highest reported reach speaks for the account, else its first. The reach of a
--        post that is another account's (collaboration) is that account's; the unit is the owner on the day of the post.
with
    published as (
        select o.message_id, o.account_id, o.post_id, o.published_at as carried_at, u.agency_code, u.tier, u.kecamatan_code, u.village_code
        from warehouse.message_post as o
        left join warehouse.account_unit as u
            on u.account_id = o.account_id
            and cast(timezone('Asia/Jakarta', o.published_at) as date) >= u.valid_from
            and cast(timezone('Asia/Jakarta', o.published_at) as date) < u.valid_until
    ),
    carried as (
        select message_id, account_id, post_id, carried_at, agency_code, tier, kecamatan_code, village_code
        from warehouse.repost
        where method <> 'offline'
    ),
    spread as (
        select * from published
        union all by name
        select * from carried
    )
select
    s.message_id, s.account_id, s.agency_code, s.tier, s.kecamatan_code, s.village_code, s.post_id, s.carried_at,
    cast(p.reach as double) as reach
from spread as s
left join warehouse.post as p on p.post_id = s.post_id and p.account_id = s.account_id
where s.account_id is not null
qualify row_number() over (
    partition by s.message_id, s.account_id order by p.reach desc nulls last, s.carried_at, s.post_id
) = 1
