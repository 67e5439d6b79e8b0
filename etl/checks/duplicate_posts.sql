-- severity: stop
-- message:  Ada unggahan yang tercatat dua kali. Ini kesalahan program; laporkan.
select post_id from warehouse.post_measure group by post_id having count(*) > 1
