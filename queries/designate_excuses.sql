-- question: which units are excused from a message, and why?
-- scope: staff
select u.agency_code, u.agency_name, u.status, u.reason
from marts.duty_unit as u
where u.message_id = $message
order by u.agency_name, u.agency_code
