-- grain: one row per message and post whose likeness people should settle, or have settled
-- keys:  message_id, post_id
-- note:  the answer outranks the machine; answered pairs stay, to hold the machine against them
with
    asked as (
        select r.message_id, r.post_id, r.account_id, r.published_at, r.method, r.confidence, r.evidence
        from warehouse.repost_match as r
        left join warehouse.link_decision as d using (message_id, post_id)
        where r.method <> 'share' and (r.decision = 'review' or d.carries is not null)
    )
select
    a.message_id, m.title as message_title, m.caption as message_caption, m.published_at as message_published_at,
    a.post_id, p.agency_code, u.name as agency_name, c.handle as account_handle, p.platform, a.published_at,
    w.permalink as link, w.caption, a.method, a.confidence, a.evidence,
    d.carries as answer, d.said_by as answered_by, d.said_at as answered_at, d.reason as answer_reason
from asked as a
join warehouse.message as m using (message_id)
join warehouse.post as w on w.post_id = a.post_id
join warehouse.post_measure as p on p.post_id = a.post_id
left join warehouse.agency as u on u.agency_code = p.agency_code
left join warehouse.account as c on c.account_id = a.account_id
left join warehouse.link_decision as d on d.message_id = a.message_id and d.post_id = a.post_id
