-- grain:  one row per record of a content export
-- keys:   file_sha256, part, record, post_id
-- stored: view
-- note:   whose post it is comes from the row (native id, then handle), else from what the uploader said.
--         seen orders all records of a post: by moment observed, then by file, so that the order of loading is no matter.
--         The caption is the longer of title and description, which platforms fill as they please.
with
    named as (
        select *, lower(ltrim(account_handle, '@')) as handle
        from raw.post
        where post_key is not null
    ),
    file_order as (
        select file_sha256, part, row_number() over (order by file_sha256, part) as position
        from raw.file
    )
select
    n.file_sha256, n.part, n.record, n.source, n.platform, n.post_key as post_id, n.observed_at,
    (cast(epoch_us(n.observed_at) as hugeint) * 1000000 + coalesce(f.position, 0)) * 1000000000 + n.record as seen,
    coalesce(
        by_id.account_id, by_handle.account_id, n.platform || ':' || n.handle,
        n.platform || ':' || n.account_native_id, told.account_id, n.account_told
    ) as account_id,
    n.account_name, n.agency_text, n.native_id, n.published_at,
    coalesce(cast(timezone('Asia/Jakarta', n.published_at) as date), n.published_on) as published_on,
    n.permalink, lower(trim(n.post_type)) as post_type,
    case when strlen(coalesce(n.description, '')) >= strlen(coalesce(n.title, '')) then n.description else n.title end
        as caption,
    n.duration_seconds, coalesce(n.is_crosspost, false) as is_crosspost, n.views, n.impressions, n.plays, n.reach, n.likes,
    n.comments, n.shares, n.saves, n.follows, n.replies, n.link_clicks, n.interactions_reported,
    coalesce(n.boosted_reach > 0, false) or coalesce(n.boosted_views > 0, false) as has_boost
from named as n
left join file_order as f on f.file_sha256 = n.file_sha256 and f.part = n.part
left join reference.account_alias as by_id on by_id.platform = n.platform and by_id.alias = n.account_native_id
left join reference.account_alias as by_handle on by_handle.platform = n.platform and by_handle.alias = n.handle
left join reference.account_alias as told
    on told.platform = split_part(n.account_told, ':', 1) and told.alias = split_part(n.account_told, ':', 2)
