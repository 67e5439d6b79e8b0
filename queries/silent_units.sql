-- question: which obliged units have been silent longest?
-- scope: agency_code
select agency_code, name, name_status, peer_group_label, accounts, last_posted_on, silent_days
from marts.agency
where is_obliged and not is_active
order by silent_days desc nulls first, name
