-- question: how did coverage develop, with the roster as it was in each month?
-- scope: public
select
    month, sum(units_obliged)::bigint as units_obliged, sum(units_with_account)::bigint as units_with_account,
    sum(units_active)::bigint as units_active, sum(posts)::bigint as posts
from marts.coverage_month
group by month
order by month desc
