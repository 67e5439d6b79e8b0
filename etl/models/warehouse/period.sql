-- grain: one row per period a page can be asked about
-- keys:  period
-- note:  counted back from the day of the newest data
with
    rolling as (
        select '7-hari' as period, '7 hari terakhir' as label, today - 6 as starts_on, today as ends_on, 1 as position
        from warehouse.clock
        union all
        select '28-hari', '28 hari terakhir', today - 27, today, 2 from warehouse.clock
        union all
        select '90-hari', '90 hari terakhir', today - 89, today, 3 from warehouse.clock
        union all
        select 'semua', 'Seluruh data', least(first_published_on, today), today, 4
        from warehouse.clock
    ),
    month_starts as (
        select cast(unnest(generate_series(date_trunc('month', greatest(first_published_on, today - 730)), today, interval 1 month)) as date) as starts_on, today
        from warehouse.clock
        where first_published_on is not null
    ),
    months as (
        select
            strftime(starts_on, '%Y-%m') as period,
            split_part('Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember', ',', month(starts_on)::int)
            || ' ' || year(starts_on) as label,
            starts_on,
            least(cast(starts_on + interval 1 month as date) - 1, today) as ends_on,
            5 + row_number() over (order by starts_on desc) as position
        from month_starts
    )
select period, label, starts_on, coalesce(ends_on, starts_on) as ends_on, cast(position as integer) as position
from rolling
union all
select period, label, starts_on, ends_on, cast(position as integer) from months
