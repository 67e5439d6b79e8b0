-- grain:  one row per landed file or member of an archive
-- keys:   sha256, part
-- stored: view
select
    f.file_sha256 as sha256, f.part, f.original_name, f.source, t.title as source_title, f.platform, f.account_told as account_id,
    f.received_at, f.received_by, f.exported_at, f.invented, f.status, f.records, f.loaded, f.set_aside, f.non_post, f.known,
    f.reason, f.notices
from raw.file as f
left join reference.source_title as t on t.source = f.source
