-- question: for which units can a report be made?
-- scope: agency_code
select agency_code, name
from marts.agency
where peer_group <> 'induk'
order by peer_group in ('kelurahan', 'desa'), name, agency_code
