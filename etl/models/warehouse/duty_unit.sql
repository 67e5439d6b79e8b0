-- grain: one row per message and unit it was meant for
-- keys:  message_id, agency_code
-- note:  the best of the unit's accounts, whoever of them carried; a village may also carry offline, which is told apart.
--        An office on the roster without any account is missing; a village without one is exempt
with
    carries as (
        select
            r.message_id, r.agency_code, r.repost_id, r.method, r.link, r.evidence, r.carried_at, r.method = 'offline' as is_offline
        from warehouse.repost as r
        join warehouse.duty_audience as a using (message_id, agency_code)
        where r.method <> 'offline' or a.tier = 'village'
        qualify row_number() over (
            partition by r.message_id, r.agency_code
            order by r.carried_at > a.deadline_at, r.method = 'offline', r.carried_at, r.repost_id
        ) = 1
    ),
    offline as (
        select distinct message_id, agency_code from warehouse.repost where method = 'offline'
    ),
    accounts as (
        select message_id, agency_code, bool_or(has_data) as has_data, min(reason) as reason
        from warehouse.duty
        group by message_id, agency_code
    ),
    judged as (
        select
            a.*, n.name as agency_name, c.repost_id, c.method, c.link, c.evidence, c.carried_at,
            o.agency_code is not null as has_offline, d.has_data as is_seen, d.reason as account_reason,
            case
                when a.standing <> 'owes' then a.standing when c.carried_at <= a.deadline_at then 'on_time'
                when c.carried_at is not null then 'late' when a.is_withdrawn then 'exempt'
                when a.deadline_at > k.data_as_of then 'open' else 'missing'
            end as status
        from warehouse.duty_audience as a
        cross join warehouse.clock as k
        join warehouse.unit as n on n.agency_code = a.agency_code
        left join carries as c on c.message_id = a.message_id and c.agency_code = a.agency_code
        left join offline as o on o.message_id = a.message_id and o.agency_code = a.agency_code
        left join accounts as d on d.message_id = a.message_id and d.agency_code = a.agency_code
    )
select
    message_id, agency_code, agency_name, peer_group, tier, kecamatan_code, village_code, status, method, repost_id, link,
    evidence, carried_at, epoch_us(carried_at - published_at) / 3.6e9 as hours, deadline_at,
    case
        when standing <> 'owes' then reason when status = 'exempt' then 'pesan ditarik'
        when status in ('missing', 'open') then coalesce(account_reason, case when not has_account then 'belum punya akun terdaftar' end)
    end as reason,
    has_offline, status <> 'missing' or coalesce(is_seen, true) as has_data
from judged
