-- grain: one row per message and account that owes it
-- keys:  message_id, account_id
-- note:  the owner on the message's day owes, and only its own carry counts for it. has_data is false where the carry is
--        missing and no file of the account was seen after the deadline: nothing can be said yet
with
    first_carries as (
        select
            message_id, account_id, agency_code, min(carried_at) as carried_at,
            arg_min(repost_id, (carried_at, repost_id)) as repost_id, arg_min(method, (carried_at, repost_id)) as method
        from warehouse.repost
        where account_id is not null
        group by message_id, account_id, agency_code
    ),
    owed as (
        select
            a.*, u.account_id, f.carried_at, f.repost_id, f.method,
            coalesce(s.last_observed_at >= a.deadline_at, false) as is_seen, a.deadline_at > c.data_as_of as is_open,
            exists (
                select 1 from first_carries as n
                where n.message_id = a.message_id and n.account_id = u.account_id and n.agency_code is distinct from a.agency_code
            ) as is_carried_elsewhere
        from warehouse.duty_audience as a
        cross join warehouse.clock as c
        join warehouse.account_unit as u
            on u.agency_code = a.agency_code and a.published_on >= u.valid_from and a.published_on < u.valid_until
        left join first_carries as f
            on f.message_id = a.message_id and f.account_id = u.account_id and f.agency_code = a.agency_code
        left join warehouse.account_sighting as s on s.account_id = u.account_id
    ),
    judged as (
        select
            *,
            case
                when standing <> 'owes' then standing when carried_at <= deadline_at then 'on_time'
                when carried_at is not null then 'late' when is_withdrawn then 'exempt' when is_open then 'open' else 'missing'
            end as status
        from owed
    )
select
    message_id, account_id, agency_code, tier, status, carried_at, deadline_at, repost_id, method,
    case
        when standing <> 'owes' then reason when status = 'exempt' then 'pesan ditarik'
        when status in ('missing', 'open') and is_carried_elsewhere then 'akun sudah berpindah ke unit lain ketika meneruskan'
    end as reason,
    status <> 'missing' or is_seen or is_carried_elsewhere as has_data
from judged
