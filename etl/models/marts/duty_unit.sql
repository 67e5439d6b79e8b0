-- grain: one row per message and unit it was meant for
-- keys:  message_id, agency_code
select
    message_id, agency_code, agency_name, peer_group, tier, kecamatan_code, village_code, status, method, repost_id, link,
    evidence, carried_at, hours, deadline_at, reason, has_offline, has_data
from warehouse.duty_unit
