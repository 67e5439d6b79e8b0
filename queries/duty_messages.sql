-- question: which messages were to be spread in this period?
-- scope: public
select
    m.message_id, m.title, m.published_at, m.deadline_at, m.state, m.link, m.audience_label
from marts.message as m
join marts.period as t on t.period = $period and cast(m.published_at as date) between t.starts_on and t.ends_on
order by m.published_at desc, m.message_id
