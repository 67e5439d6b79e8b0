-- question: which groups of comparable units are there?
-- scope: public
select peer_group, max(peer_group_label) as peer_group_label
from marts.agency
where accounts > 0 or last_posted_on is not null or is_obliged
group by peer_group
order by
    list_position(
        ['induk', 'sekretariat', 'dinas', 'badan', 'layanan', 'kecamatan', 'kelurahan', 'desa'], peer_group
    )
