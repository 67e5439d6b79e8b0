-- grain:  one row per event and label it names; an event without labels names them all and takes them back
-- keys:   event_sha256, label
-- stored: view
-- note:   value is null where the word is taken back; is_known and is_valid tell whether the word can be used.
--         A name that is none of ours never reaches a JSON path.
with
    named as (
        select w.event_sha256, w.said_by, w.said_at, w.post_id, w.reason, w.labels, unnest(json_keys(w.labels)) as label
        from staging.judgement_word as w
    ),
    read as (
        select
            n.*, d.label is not null as is_known,
            case when d.label is not null then json_type(n.labels, '$.' || d.label) end as kind,
            case when d.label is not null then json_extract_string(n.labels, '$.' || d.label) end as said
        from named as n
        left join warehouse.decided_label as d using (label)
    )
select
    event_sha256, said_by, said_at, post_id, reason, label, is_known,
    coalesce(
        is_known and (
            kind = 'NULL' or (label <> 'emphasis' and kind = 'BOOLEAN')
            or (label = 'emphasis' and kind = 'VARCHAR' and said in ('service', 'figure', 'mixed', 'neither'))
        ),
        false
    ) as is_valid,
    said as value
from read
union all
select w.event_sha256, w.said_by, w.said_at, w.post_id, w.reason, d.label, true, true, null
from staging.judgement_word as w
cross join warehouse.decided_label as d
where len(json_keys(w.labels)) = 0
