-- severity: warn
-- message:  Tayangan sebuah unggahan turun lebih dari separuh di antara dua ekspor. Platform menghitung ulang, atau berkas tertukar.
with
    seen_again as (select post_id from warehouse.post where observations > 1),
    steps as (
        select post_id, views, lag(views) over (partition by post_id order by observed_at) as views_before
        from warehouse.post_observation
        where views is not null and post_id in (select post_id from seen_again)
    )
select post_id, views_before, views
from steps
where views_before > 100 and views < views_before * 0.5
