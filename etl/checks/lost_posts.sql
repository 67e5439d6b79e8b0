-- severity: stop
-- message:  Ada unggahan pada berkas yang hilang dari gudang data. Jalankan rebuild; bila tetap muncul, laporkan.
select distinct post_id from staging.post_record where post_id not in (select post_id from warehouse.post)
