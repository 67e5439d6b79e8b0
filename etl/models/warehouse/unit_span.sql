-- grain:  one row per unit, month and unbroken span of days of which files list posts of its accounts
-- keys:   agency_code, month, starts_on
-- note:   an account counts for the unit that owned it on the day; one account with data covers the day
with
    owned as (
        select
            o.agency_code, m.month,
            greatest(s.starts_on, o.valid_from, m.month) as starts_on,
            least(s.ends_on, o.valid_until - 1, cast(m.month + interval 1 month as date) - 1) as ends_on
        from warehouse.account_span as s
        join warehouse.account_ownership as o
            on o.account_id = s.account_id and o.valid_from <= s.ends_on and o.valid_until > s.starts_on
        join warehouse.months as m
            on m.month <= s.ends_on and cast(m.month + interval 1 month as date) > s.starts_on
    ),
    in_order as (
        select
            *, max(ends_on) over (
                partition by agency_code, month order by starts_on, ends_on rows between unbounded preceding and 1 preceding
            ) as ended_before
        from owned
        where starts_on <= ends_on
    ),
    numbered as (
        select
            *, sum(case when starts_on <= ended_before + 1 then 0 else 1 end) over (
                partition by agency_code, month order by starts_on, ends_on rows between unbounded preceding and current row
            ) as span
        from in_order
    )
select agency_code, month, min(starts_on) as starts_on, max(ends_on) as ends_on
from numbered
group by agency_code, month, span
