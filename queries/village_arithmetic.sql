-- question: how was the number of people reached in one village computed, account by account?
-- scope: agency_code
with
    placed as (
        select
            r.*, r.village_code = v.village_code as is_own_village, r.kecamatan_code = v.kecamatan_code as is_own_kecamatan,
            v.online, v.low, v.point, v.high, v.people_low, v.people_point, v.people_high
        from marts.message_reach as r
        join marts.message_village as v on v.message_id = r.message_id and v.village_code = $village
        where r.message_id = $message
    ),
    added as (
        select
            *, p_everywhere + case when is_own_kecamatan then p_kecamatan else 0 end
            + case when is_own_village then p_village else 0 end as placed_share
        from placed
        where online is not null
    )
select
    agency_code, agency_name, account_id, account_handle, tier, post_id, reach, reach_basis, followers, ratio,
    local_share, local_basis, reach * local_share as local_reach,
    case when is_own_village then 'own' when is_own_kecamatan then 'kecamatan' else 'everywhere' end as placed_by,
    p_everywhere, case when is_own_kecamatan then p_kecamatan end as p_kecamatan,
    case when is_own_village then p_village end as p_village, placed_share * online as placed,
    case when placed_share > 1 then 1 else placed_share end as share, online, low, point, high, people_low,
    people_point, people_high
from added
order by share desc nulls last, account_id
