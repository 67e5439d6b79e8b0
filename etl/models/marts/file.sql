-- grain: one row per landed file or member of an archive
-- keys:  sha256, part
select
    sha256, part, original_name, source, source_title, platform, account_id, received_at, received_by, exported_at, status,
    records, loaded, set_aside, non_post, known, reason, notices
from warehouse.file
