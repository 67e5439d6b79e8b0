-- question: which units can be looked at?
-- scope: agency_code
select agency_code, name
from marts.agency
where accounts > 0 or last_posted_on is not null or is_obliged
order by peer_group in ('kelurahan', 'desa'), name, agency_code
