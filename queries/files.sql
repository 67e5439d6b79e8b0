-- question: which files came in, and what became of their rows?
-- scope: staff
select
    sha256, part, original_name, source, source_title, platform, account_id, received_at, received_by,
    exported_at, status, records, loaded, set_aside, non_post, known, reason, notices
from marts.file
order by list_position(['reject', 'load_some', 'load'], status), received_at desc, original_name, part
