-- question: for which months are units judged by the standard, and which one is shown first?
-- scope: public
with
    known as (select distinct month from marts.standard_unit),
    ripe as (
        select max(k.month) as month
        from known as k
        join marts.snapshot as s on cast(s.data_as_of as date) >= k.month + 14
    )
select
    strftime(k.month, '%Y-%m') as code, k.month,
    k.month = coalesce((select month from ripe), (select max(month) from known)) as is_default
from known as k
order by k.month desc
