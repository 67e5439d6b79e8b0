-- question: which units are judged by the standard, and whom are they compared with?
-- scope: agency_code
select distinct agency_code, agency_name as name, peer_group
from marts.standard_unit
order by name, agency_code
