-- grain: one row per message and village
-- keys:  message_id, village_code
-- note:  own = a channel of the village itself published, carried or reported the message, at any time and also offline;
--        indirect = others' accounts reached at least the share of its online people that settings.toml names; else none.
--        Blank spots and accounts are those of the message's day. The first carry counts; is_offline when there was no other.
with
    carries as (
        select message_id, village_code, carried_at, method, repost_id from warehouse.repost where village_code is not null
        union all
        select o.message_id, u.village_code, o.published_at, null, o.post_id
        from warehouse.message_post as o
        join warehouse.account_unit as u
            on u.account_id = o.account_id
            and cast(timezone('Asia/Jakarta', o.published_at) as date) >= u.valid_from
            and cast(timezone('Asia/Jakarta', o.published_at) as date) < u.valid_until
        where u.village_code is not null
    ),
    first_carries as (
        select
            message_id, village_code, carried_at, method,
            bool_and(method is not distinct from 'offline') over (partition by message_id, village_code) as is_offline
        from carries
        qualify row_number() over (partition by message_id, village_code order by carried_at, repost_id) = 1
    ),
    blank as (
        select m.message_id, v.village_code, b.note
        from warehouse.message as m
        join reference.blank_spot as b on m.published_on >= b.valid_from and m.published_on < b.valid_until
        join warehouse.village as v on starts_with(v.village_code, b.region_code)
        qualify row_number() over (partition by m.message_id, v.village_code order by length(b.region_code) desc, b.valid_from) = 1
    ),
    with_account as (
        select distinct m.message_id, u.village_code
        from warehouse.message as m
        join warehouse.account_unit as u on m.published_on >= u.valid_from and m.published_on < u.valid_until
        where u.village_code is not null
    )
select
    m.message_id, v.village_code,
    case
        when f.village_code is not null then 'own' when p.point >= s.indirect_share then 'indirect' else 'none'
    end as state,
    b.village_code is not null as is_blankspot, b.note as blank_note, a.village_code is not null as has_account,
    f.carried_at, f.method, coalesce(f.is_offline, false) as is_offline, v.population, v.online, p.low, p.point, p.high,
    p.people_low, p.people_point, p.people_high
from warehouse.message as m
cross join warehouse.village as v
cross join reference.reach_setting as s
left join warehouse.village_people as p on p.message_id = m.message_id and p.village_code = v.village_code
left join first_carries as f on f.message_id = m.message_id and f.village_code = v.village_code
left join blank as b on b.message_id = m.message_id and b.village_code = v.village_code
left join with_account as a on a.message_id = m.message_id and a.village_code = v.village_code
