-- How a cell becomes a value. Every reader returns NULL for a cell it cannot read;
-- a cell that says something (present) and reads as NULL sets its row aside.

create or replace macro present(cell) as
    case
        when cell = '' then null
        when try_cast(cell as ubigint) is not null then trim(cell) -- the common case, without the slow pattern below
        when not regexp_full_match(cell, '(?i)[\s\x{a0}]*(undefined|nan|--?|#?n/a|null|none)?[\s\x{a0}]*')
            then trim(cell, e' \t\r\n' || chr(160))
    end;

create or replace macro whole(said) as
    case
        when regexp_full_match(said, '[+-]?\d{1,18}') then try_cast(said as bigint)
        when regexp_full_match(said, '[+-]?\d{1,3}(,\d{3})+') then try_cast(replace(said, ',', '') as bigint)
        when regexp_full_match(said, '[+-]?\d{1,15}\.0{0,2}') then try_cast(try_cast(said as double) as bigint)
    end;

-- The readers below take what `present` left of a cell.
create or replace macro read_text(said) as
    case when starts_with(said, ' ') or ends_with(said, ' ') then nullif(trim(said), '') else nullif(said, '') end;
create or replace macro read_id(said) as
    case
        when regexp_full_match(said, '\d{1,40}') then said
        when regexp_full_match(said, '[A-Za-z0-9_.:@-]{1,80}') and not regexp_full_match(said, '\d+([.,]\d+)?[eE]\+?\d+')
            then said
    end;
create or replace macro read_delta(said) as whole(said);
create or replace macro read_integer(said) as case when not starts_with(said, '-') then whole(said) end;
create or replace macro read_decimal(said) as
    case
        when regexp_full_match(said, '[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?') then try_cast(replace(said, ',', '') as double)
    end;
create or replace macro read_percent(said) as read_decimal(rtrim(said, '% ')) / 100;
create or replace macro read_flag(said) as
    case
        when lower(said) in ('1', 'true', 'yes', 'ya') then true
        when lower(said) in ('0', 'false', 'no', 'tidak') then false
    end;
create or replace macro read_duration(said) as
    case
        when regexp_full_match(said, '(\d+:)?\d{1,2}:\d{1,2}') then
            list_reduce(string_split(said, ':')::double[], lambda total, next: total * 60 + next)
        else read_decimal(said)
    end;
