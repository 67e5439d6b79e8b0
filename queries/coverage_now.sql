-- question: which share of the obliged units in each group was active in the newest month?
-- scope: public
select
    c.month, c.peer_group, c.units_obliged, c.units_with_account, c.units_active, c.posts
from marts.coverage_month as c
where c.month = (select max(month) from marts.coverage_month) and c.units_obliged > 0
order by c.units_active / c.units_obliged desc, c.peer_group
