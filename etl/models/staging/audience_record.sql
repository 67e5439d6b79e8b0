-- grain:  one row per member and segment of an audience table
-- keys:   file_sha256, part, record, dimension, member, segment
-- stored: view
-- note:   shares are 0-1; a segment (women, men) is null where the table has none
select
    n.file_sha256, n.part, n.record, n.source, n.platform, n.dimension, n.member, n.segment, n.share,
    n.observed_at, coalesce(told.account_id, n.account_told) as account_id
from raw.audience as n
left join reference.account_alias as told
    on told.platform = split_part(n.account_told, ':', 1) and told.alias = split_part(n.account_told, ':', 2)
