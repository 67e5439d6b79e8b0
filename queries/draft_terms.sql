-- question: which words, names and titles does the standard know, and from when to when?
-- scope: public
with
    aliases_of_names as (
        select unnest(aliases) as phrase, valid_from, valid_until
        from marts.official
    )
select kind, phrase, valid_from, valid_until from marts.vocabulary
union
select 'name' as kind, name as phrase, valid_from, valid_until from marts.official
union
select 'name' as kind, phrase, valid_from, valid_until from aliases_of_names
order by kind, phrase, valid_from
