-- grain:  one row per citizen's question or complaint that needs an answer
-- keys:   comment_id
-- note:   the unit is that of the post, else of the account on that day, else the one named. What no log calls needless needs
--         an answer. Whether it came within 24 hours stays null where the hours told cannot decide it, and while a
--         question is younger than that (is_open), at the newest data or at the log's own export
with
    by_account as (
        select
            c.comment_id, min(o.agency_code) as agency_code,
            case when count(distinct n.found) = 1 then min(n.found) end as account_id
        from staging.comment_record as c
        join warehouse.log_name as n on n.kind = 'account' and n.said = c.account_text
        join warehouse.account_ownership as o
            on o.account_id = n.found and c.asked_on >= o.valid_from and c.asked_on < o.valid_until
        group by c.comment_id
        having count(distinct o.agency_code) = 1
    ),
    placed as (
        select
            c.comment_id, p.post_id, coalesce(p.account_id, a.account_id) as account_id,
            coalesce(m.agency_code, a.agency_code, u.found) as agency_code,
            c.asked_at, c.asked_on, c.is_answered, c.answered_at, c.answered_on, c.is_forwarded, c.forwarded_at, c.forwarded_on,
            least(k.data_as_of, c.observed_at) as known_at, c.observed_at + interval 1 day as written_before,
            coalesce(c.asked_at, timezone('Asia/Jakarta', cast(c.asked_on as timestamp))) as asked_from,
            coalesce(c.asked_at, timezone('Asia/Jakarta', cast(c.asked_on + 1 as timestamp))) as asked_until,
            coalesce(c.answered_at, timezone('Asia/Jakarta', cast(c.answered_on as timestamp))) as answered_from,
            coalesce(c.answered_at, timezone('Asia/Jakarta', cast(c.answered_on + 1 as timestamp))) as answered_until
        from staging.comment_record as c
        cross join warehouse.clock as k
        left join warehouse.log_name as n on n.kind = 'post' and n.said = c.post_named
        left join warehouse.post as p on p.post_id = n.found
        left join warehouse.post_measure as m on m.post_id = p.post_id
        left join by_account as a on a.comment_id = c.comment_id
        left join warehouse.log_name as u on u.kind = 'unit' and u.said = c.agency_text
        where c.needs_answer is distinct from false and c.asked_on is not null
    )
select
    comment_id, post_id, account_id, agency_code, asked_at, asked_on, is_answered, answered_at, answered_on,
    is_forwarded, forwarded_at, forwarded_on,
    case when answered_at >= asked_at and answered_at < written_before then date_diff('second', asked_at, answered_at) / 3600.0 end as hours,
    not is_answered and known_at < asked_until + interval 24 hour as is_open,
    case
        when asked_from > written_before or answered_until < asked_from or answered_from > written_before then null
        when not is_answered then case when known_at >= asked_until + interval 24 hour then false end
        when answered_until <= asked_from + interval 24 hour or answered_on = asked_on then true
        when answered_from > asked_until + interval 24 hour then false
    end as is_in_time
from placed
