-- severity: warn
-- message:  Unggahan bertanggal setelah waktu ekspornya. Periksa zona waktu berkas.
select post_id, published_at from warehouse.post where published_at > observed_at + interval 1 day
