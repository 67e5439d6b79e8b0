-- grain: one row per unit, month and measure that is a share: answered comments, posts of its own, what its captions say
-- keys:  agency_code, month, measure
-- note:  what cannot be decided (is_in_time or is_original is null) counts on neither side
with
    answered as (
        select
            agency_code, cast(date_trunc('month', asked_on) as date) as month, 'answered_share' as measure,
            count(*) filter (where is_in_time) as numerator, count(is_in_time) as denominator
        from warehouse.comment_answer
        where agency_code is not null
        group by agency_code, cast(date_trunc('month', asked_on) as date)
    ),
    own as (
        select agency_code, month, 'original_share' as measure, count(*) filter (where is_original) as numerator, count(*) as denominator
        from warehouse.own_text
        group by agency_code, month
    )
select agency_code, month, measure, numerator, denominator from answered where denominator > 0
union all
select agency_code, month, measure, numerator, denominator from own
union all
select agency_code, month, measure, numerator, denominator from warehouse.standard_count
