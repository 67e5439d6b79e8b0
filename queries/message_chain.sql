-- question: which units carried the message on, by when, from whom and on what evidence?
-- scope: agency_code
with
    villages as (
        select
            message_id, agency_code, village_code, village_name, kecamatan_code, kecamatan_name, state, is_blankspot,
            carried_at, hours, method
        from marts.message_village
        where message_id = $message
    ),
    kecamatan as (
        select distinct kecamatan_code, kecamatan_name from villages
    )
select
    coalesce(u.agency_code, v.agency_code) as agency_code, u.agency_name, v.village_name,
    coalesce(u.tier, 'village') as tier, coalesce(u.kecamatan_code, v.kecamatan_code) as kecamatan_code,
    k.kecamatan_name, u.status, u.has_data, u.reason, coalesce(u.method, v.method) as method,
    coalesce(u.carried_at, v.carried_at) as carried_at, coalesce(u.hours, v.hours) as hours, u.link, u.evidence,
    v.state, v.is_blankspot, r.parent_handle, r.parent_method, r.decided_by
from (select * from marts.duty_unit where message_id = $message) as u
full join villages as v on v.village_code = u.village_code
left join kecamatan as k on k.kecamatan_code = coalesce(u.kecamatan_code, v.kecamatan_code)
left join marts.repost as r on r.message_id = $message and r.repost_id = u.repost_id
order by k.kecamatan_name, hours nulls last, coalesce(v.village_name, u.agency_name), agency_code
