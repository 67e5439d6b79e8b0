-- grain: one row per message and post on an account that the machine takes for carrying it, or is unsure of
-- keys:  message_id, post_id, account_id
-- note:  a post carries the one message it is most like; a link to an original beats any likeness.
--        share: the platform itself says that another account shows the original (collaboration, crosspost)
with
    shared as (
        select
            o.message_id, o.post_id, a.account_id, o.published_at, 'share' as method, 1.0 as confidence, 'carry' as decision,
            '{"why": "Platform mencatat akun ini ikut menampilkan unggahan asal."}' as evidence
        from warehouse.message_post as o
        join warehouse.post_account as a on a.post_id = o.post_id and a.role = 'partner'
        where a.account_id not in (select account_id from warehouse.message_post where account_id is not null)
    )
select message_id, post_id, account_id, published_at, method, confidence, decision, evidence from shared
union all
select message_id, post_id, account_id, published_at, method, confidence, decision, evidence from warehouse.match_pair
