-- grain:  one row per tier
-- keys:   tier
-- stored: view
-- note:   the share of an account's reach that lies within the regency where its audience was not exported
select 'regency' as tier, local_share_regency as local_share from reference.reach_setting
union all
select 'agency', local_share_agency from reference.reach_setting
union all
select 'kecamatan', local_share_kecamatan from reference.reach_setting
union all
select 'village', local_share_village from reference.reach_setting
