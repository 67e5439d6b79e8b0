-- grain:  one row per unreadable cell, or per unreadable row where no single cell is at fault
-- keys:   sha256, part, record, column_name, reason
-- stored: view
select
    s.file_sha256 as sha256, s.part, f.original_name, f.source, s.record, s.line, s.column_name, s.value, s.reason, s.raw_text
from raw.set_aside as s
join raw.file as f using (file_sha256, part)
