-- question: which unit does each account belong to?
-- scope: public
select platform, lower(handle) as handle, agency_code
from marts.account
where agency_code is not null and handle is not null
order by platform, handle
