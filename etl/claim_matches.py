"""warehouse.issue_match: captions of the last months in which most of a checked claim stands; people look at them."""

from collections.abc import Sequence
from hashlib import sha256

import duckdb
import numpy as np
import pyarrow as pa

from etl.candidates import LETTERS
from etl.judged import NUMBER, TEXT, add
from measures.cascade.texts import Text, read_text
from measures.cascade.words import root
from measures.standard.claims_match import Places, containment, near, telling, words_shared

READS = ("warehouse.issue_received", "warehouse.post", "warehouse.clock")
MATCH = pa.schema({"issue_id": TEXT, "post_id": TEXT, "similarity": NUMBER, "words": TEXT})
WORD = r"[a-z]{2,}|[0-9]+(?:[.,:/][0-9]+)*"  # as claims are read
NEARLY = 0.9  # of the share asked for, when captions are searched: a caption read closely loses or gains a word
Claims = Sequence[tuple[str, dict[str, float]]]
# A list that says "fakta" holds nothing to be wary of.
CLAIMS = """
    select issue_id, claim from warehouse.issue_received
    where claim is not null and source_verdict is distinct from 'fakta'
    order by issue_id"""
SINCE = "select cast(max(today) - to_days($days) as date) from warehouse.clock"
TOKENS = """
    create or replace temp table claim_token as
    with recent as (
        select post_id, caption from warehouse.post
        where caption is not null and published_on >= $since {touched}
    )
    select
        cast(row_number() over (order by post_id) - 1 as integer) as place, post_id, caption,
        list_distinct(regexp_extract_all(lower(
            case when regexp_matches(caption, '{is_fancy}') then translate(caption, '{fancy}', '{plain}')
                else caption end
        ), '{pattern}')) as words
    from recent"""
SAID = """
    select distinct t.place, r.root
    from (select place, unnest(words) as word from claim_token) as t
    join claim_root as r using (word)
    order by r.root, t.place"""


def claim_matches(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """New and changed claims against all captions in the window, the others against the captions that changed."""
    asked = limits["vigilance"]
    [(since,)] = con.execute(SINCE, {"days": int(asked["match_days"])}).fetchall()
    state = {} if is_whole else _state(con, since)
    if not state:
        con.execute("create or replace table warehouse.issue_match "
                    "(issue_id varchar, post_id varchar, similarity double, words varchar)")  # fmt: skip
    every = con.execute(CLAIMS).fetchall()
    signed = {issue_id: sha256(claim.encode()).hexdigest() for issue_id, claim in every}
    _forget(con, [known for known, signature in state.items() if signed.get(known) != signature], since)
    fresh = [(issue_id, claim) for issue_id, claim in every if state.get(issue_id) != signed[issue_id]]
    known = [(issue_id, claim) for issue_id, claim in every if state.get(issue_id) == signed[issue_id]]
    for claims, touched in ((fresh, ""), (known, "and post_id in (select post_id from touched_post)")):
        _match(con, _telling(claims, asked), since, touched, asked)
    _remember(con, signed, since)


def _telling(claims: Sequence[tuple[str, str]], asked: dict) -> Claims:
    """What each claim tells; those that tell too little are not searched for."""
    told = [(issue_id, telling(claim)) for issue_id, claim in claims]
    return [(issue_id, each) for issue_id, each in told if sum(each.values()) >= asked["match_weight"]]


def _match(con: duckdb.DuckDBPyConnection, claims: Claims, since: object, touched: str, asked: dict) -> None:
    if not claims or since is None:
        return
    con.execute(TOKENS.format(touched=touched, **(LETTERS | {"pattern": WORD})), {"since": since})
    said = _said(con, {found for _, told in claims for found in told})
    [(captions,)] = con.execute("select count(*) from claim_token").fetchall()
    least = asked["match_share"]
    pairs = list(near([told for _, told in claims], said, captions, least * NEARLY))
    texts = _read(con, sorted({caption for _, caption, _ in pairs}))
    rows = []
    for place, caption, _ in pairs:
        (issue_id, told), (post_id, text) = claims[place], texts[caption]
        share = containment(told, set(text.roots))
        if share >= least:
            rows.append((issue_id, post_id, round(share, 6), ", ".join(words_shared(told, text))))
    add(con, "warehouse.issue_match", MATCH, rows)


def _said(con: duckdb.DuckDBPyConnection, wanted: set[str]) -> dict[str, Places]:
    """For each wanted root the captions that say it."""
    words = con.execute("select distinct unnest(words) as word from claim_token order by word").fetchall()
    rows = [(word, found) for (word,) in words if (found := root(word)) in wanted]
    con.register("rows_given", pa.table({"word": pa.array([word for word, _ in rows], TEXT),
                                         "root": pa.array([found for _, found in rows], TEXT)}))  # fmt: skip
    con.execute("create or replace temp table claim_root as select * from rows_given")
    con.unregister("rows_given")
    table = con.sql(SAID).to_arrow_table()
    if not table.num_rows:
        return {}
    codes = table["root"].combine_chunks().dictionary_encode()
    places = table["place"].to_numpy().astype(np.int64)
    edges = np.flatnonzero(np.diff(codes.indices.to_numpy(), prepend=-1))
    return dict(zip(codes.dictionary.to_pylist(), np.split(places, edges[1:]), strict=True))


def _read(con: duckdb.DuckDBPyConnection, places: list[int]) -> dict[int, tuple[str, Text]]:
    """The captions at these places, read as the measures read them."""
    sql = "select place, post_id, caption from claim_token where place in (select unnest($places::integer[]))"
    found = con.execute(sql, {"places": places}).fetchall()
    return {place: (post_id, read_text(caption)) for place, post_id, caption in found}


def _state(con: duckdb.DuckDBPyConnection, since: object) -> dict[str, str]:
    """Claims matched before, by their signature; empty when posts older than those searched then are asked for now."""
    sql = "select 1 from duckdb_tables() where schema_name = 'warehouse' and table_name = 'issue_match_state'"
    if not con.execute(sql).fetchall():
        return {}
    rows = con.execute("select issue_id, signature, since from warehouse.issue_match_state").fetchall()
    is_wider = any(since is None or before > since for _, _, before in rows)
    return {} if is_wider else {issue_id: signature for issue_id, signature, _ in rows}


def _forget(con: duckdb.DuckDBPyConnection, gone: list[str], since: object) -> None:
    con.execute(
        """
        delete from warehouse.issue_match
        where issue_id in (select unnest($gone::varchar[])) or post_id in (select post_id from touched_post)
            or post_id not in (select post_id from warehouse.post where published_on >= $since)""",
        {"gone": gone, "since": since},
    )


def _remember(con: duckdb.DuckDBPyConnection, signed: dict[str, str], since: object) -> None:
    con.execute("create or replace table warehouse.issue_match_state (issue_id varchar, signature varchar, since date)")
    sql = """insert into warehouse.issue_match_state
        select unnest($ids::varchar[]), unnest($signatures::varchar[]), $since"""
    con.execute(sql, {"ids": list(signed), "signatures": list(signed.values()), "since": since})
