-- grain: one row per unit: offices from the list of agencies, villages from the list of regions
-- keys:  agency_code
select agency_code, name, type, peer_group, peer_group_label, region_code, name_status
from reference.agency
