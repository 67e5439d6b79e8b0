-- grain: one row per message and unit it was meant for
-- keys:  message_id, agency_code
-- note:  frozen from the roster of the message's day; a village owes when it has an account and a signal.
--        standing: owes, exempt (nothing to ask of it) or excused (by staff, from this message)
with
    meant as (
        select m.message_id, m.published_at, m.published_on, m.deadline_at, m.is_withdrawn, u.*
        from warehouse.message as m
        join warehouse.unit as u
            on u.tier <> 'regency'
            and case m.audience_kind
                when 'peer_group' then list_contains(m.audience_values, u.peer_group)
                when 'kecamatan' then list_contains(m.audience_values, u.kecamatan_code)
                when 'villages' then list_contains(m.audience_values, u.village_code)
                else true
            end
    ),
    obliged as (
        select m.* from meant as m
        where m.tier = 'village' or exists (
            select 1 from reference.roster as r
            where r.agency_code = m.agency_code and m.published_on >= r.valid_from and m.published_on < r.valid_until
        )
    ),
    owners as (
        select o.message_id, o.agency_code, bool_or(p.post_id is not null) as is_author
        from obliged as o
        join warehouse.account_unit as a
            on a.agency_code = o.agency_code and o.published_on >= a.valid_from and o.published_on < a.valid_until
        left join warehouse.message_post as p on p.message_id = o.message_id and p.account_id = a.account_id
        group by o.message_id, o.agency_code
    ),
    blank as (
        select o.message_id, o.agency_code, arg_max(coalesce(b.note, ''), (length(b.region_code), b.valid_from)) as note
        from obliged as o
        join reference.blank_spot as b
            on starts_with(o.village_code, b.region_code) and o.published_on >= b.valid_from and o.published_on < b.valid_until
        group by o.message_id, o.agency_code
    )
select
    j.message_id, j.agency_code, j.peer_group, j.tier, j.kecamatan_code, j.village_code, j.published_at, j.published_on,
    j.deadline_at, j.is_withdrawn, w.agency_code is not null as has_account,
    case
        when e.reason is not null or w.is_author or b.note is not null or (j.tier = 'village' and w.agency_code is null) then 'exempt'
        when x.reason is not null then 'excused' else 'owes'
    end as standing,
    case
        when e.reason is not null then e.reason when w.is_author then 'menerbitkan unggahan asalnya'
        when b.note is not null then concat_ws(': ', 'desa tanpa sinyal', nullif(b.note, ''))
        when j.tier = 'village' and w.agency_code is null then 'belum punya akun terdaftar' else x.reason
    end as reason
from obliged as j
left join owners as w on w.message_id = j.message_id and w.agency_code = j.agency_code
left join blank as b on b.message_id = j.message_id and b.agency_code = j.agency_code
left join reference.exemption as e
    on e.agency_code = j.agency_code and j.published_on >= e.valid_from and j.published_on < e.valid_until
left join warehouse.duty_excuse as x on x.message_id = j.message_id and x.agency_code = j.agency_code
