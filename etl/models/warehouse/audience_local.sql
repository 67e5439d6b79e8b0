-- grain: one row per account whose audience was exported with its towns
-- keys:  account_id
-- note:  share of the audience in towns named like the regency or one of its kecamatan, from the latest table of towns.
--        Platforms list only the largest towns: people in smaller ones are not counted. A town that another regency follows
--        ("Gondang, Mojokerto") is not ours. No table of towns, or one without numbers: no row.
with
    towns as (
        select
            account_id, file_sha256, part, observed_at, share, lower(split_part(member, ',', 1)) as town,
            lower(substr(member, length(split_part(member, ',', 1)) + 1)) as lies_in
        from staging.audience_record
        where dimension = 'city' and account_id is not null and share is not null
    ),
    latest as (
        select account_id, max((observed_at, file_sha256, part)) as file
        from towns
        group by account_id
    ),
    of_latest as (
        select
            t.account_id, t.share,
            trim(regexp_replace(t.town, '^\s*(kabupaten|kab\.?|kecamatan|kec\.?) | (regency|district)\s*$', '', 'g')) as town,
            trim(regexp_replace(t.lies_in, 'kabupaten|kab\.|regency|jawa timur|east java|indonesia|,', '', 'g')) as lies_in
        from towns as t
        join latest as l on l.account_id = t.account_id and l.file = (t.observed_at, t.file_sha256, t.part)
    ),
    own as (
        select distinct regexp_replace(lower(name), '^(kabupaten|kota) ', '') as town, level = 'kabupaten' as is_regency
        from reference.region
        where level in ('kabupaten', 'kecamatan')
    )
select
    account_id,
    least(1.0, round(coalesce(sum(share) filter (
        where town in (select town from own) and (lies_in = '' or lies_in in (select town from own where is_regency))
    ), 0.0), 6)) as local_share
from of_latest
group by account_id
