-- grain: one row per word or phrase of a kind and term of validity
-- keys:  kind, phrase, valid_from
select kind, phrase, valid_from, valid_until, note from reference.vocabulary
