-- question: how does this unit stand with this message?
-- scope: agency_code
select agency_code, status, has_data, has_offline, method, carried_at, deadline_at, reason
from marts.duty_unit
where agency_code = $agency and message_id = $message
