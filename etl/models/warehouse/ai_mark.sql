-- grain: one row per post of which staff said whether its AI-made media is declared
-- keys:  post_id
-- note:  the latest word counts; a word that says neither takes the earlier ones back
with
    latest as (
        select w.post_id, w.declared, w.note, w.said_by, w.said_at
        from staging.ai_word as w
        join warehouse.post as p using (post_id)
        where w.is_clear and lower(split_part(w.said_by, ' ', 1)) in ('kepala', 'petugas', 'contoh')
        qualify row_number() over (partition by w.post_id order by w.said_at desc, w.event_sha256 desc) = 1
    )
select post_id, declared, note, said_by, said_at
from latest
where declared is not null
