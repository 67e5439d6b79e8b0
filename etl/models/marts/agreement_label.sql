-- grain: one row per label on which staff decided
-- keys:  label
-- note:  the same as marts.agreement over all months
with
    summed as (
        select
            label, cast(sum(decided) as bigint) as decided, cast(sum(agreed) as bigint) as agreed,
            cast(sum(abstained) as bigint) as abstained
        from warehouse.agreement_count
        group by label
    )
select c.label, c.decided, c.agreed, c.abstained, s.share, s.low, s.high
from summed as c
left join warehouse.agreement_share as s using (agreed, decided)
