"""What staff are told about their words on messages: what is not used yet, what counts, what was changed by it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

import duckdb

from etl.designation_words import Designation, Notice, Withdrawal, Words, moment_wib
from etl.named_posts import NamedPost
from measures.cascade.designate import Candidate

WAITS = "Unggahan {post} belum ada di data; akan dipakai begitu ekspornya masuk."
NO_MOMENT = "Jam terbit unggahan {post} belum diketahui, jadi belum dijadikan pesan. Muat ekspor yang memuat jamnya."
FUTURE = (
    "Unggahan {post} bertanggal {at}, lebih baru daripada data yang ada, jadi tidak dijadikan pesan. "
    "Periksa tanggal pada berkas ekspornya."
)
TWICE = "Pesan ini ditetapkan {times} kali; yang berlaku penetapan terakhir, {at}."
WITHDRAWN = "Pesan ditarik {at}. Yang sudah meneruskan tetap tercatat; yang belum tidak lagi wajib."
AGAIN = "Pesan ini pernah ditarik, lalu ditetapkan lagi {at}; kewajibannya berlaku kembali."
NO_MESSAGE = "{what} ini menunjuk unggahan {post} yang bukan pesan prioritas; belum dipakai."
UNCLEAR = (
    "Keputusan ini tidak menyebut ya atau tidak untuk unggahan tertentu, jadi tidak dipakai. Ulangi lewat formulir."
)
NO_UNIT = "Unit {unit} tidak ada; pembebasan ini tidak dipakai."
NO_VILLAGE = "Kode desa {unit} tidak ada; pembebasan ini tidak dipakai."
VILLAGE = "DESA-"


class Made(Protocol):
    """A message as far as notices need it."""

    @property
    def id(self) -> str: ...
    @property
    def posts(self) -> Sequence[Candidate]: ...
    @property
    def said(self) -> Sequence[Designation]: ...
    @property
    def withdrawn(self) -> Withdrawal | None: ...


def event_notices(
    con: duckdb.DuckDBPyConnection, words: Words, known: dict[str, NamedPost], messages: Sequence[Made]
) -> Iterator[Notice]:
    home = {post.post_id: message.id for message in messages for post in message.posts}
    facts = {post.post_id: post for post in known.values()}
    for word in words.designations:
        yield from _of_posts(word, facts, home)
    for message in messages:
        yield from _of_message(message, words)
    for back in words.withdrawals:
        if back.post not in home:
            yield Notice(back.said_at, back.sha256, NO_MESSAGE.format(what="Penarikan", post=_shown(back.post)))
    yield from _of_decisions(con, home)
    yield from _of_excuses(con, home)


def _of_posts(word: Designation, facts: dict[str, NamedPost], home: dict[str, str]) -> Iterator[Notice]:
    """Each post named that is not an original yet, and why."""
    message = next((home[post] for post in word.posts if post in home), None)
    for post in word.posts:
        if post not in facts:
            yield Notice(word.said_at, word.sha256, WAITS.format(post=_shown(post)), message)
        elif post not in home:
            why = FUTURE if facts[post].published_at else NO_MOMENT
            at = facts[post].published_at
            text = why.format(post=_shown(post), at=moment_wib(at) if isinstance(at, datetime) else "")
            yield Notice(word.said_at, word.sha256, text, message)


def _of_message(message: Made, words: Words) -> Iterator[Notice]:
    latest = message.said[-1] if message.said else None
    if latest and len(message.said) > 1:
        text = TWICE.format(times=len(message.said), at=moment_wib(latest.said_at))
        yield Notice(latest.said_at, latest.sha256, text, message.id)
    back = message.withdrawn
    if back:
        yield Notice(back.said_at, back.sha256, WITHDRAWN.format(at=moment_wib(back.said_at)), message.id)
        return
    ids = {post.post_id for post in message.posts}
    if latest and any(word.post in ids for word in words.withdrawals):
        yield Notice(latest.said_at, latest.sha256, AGAIN.format(at=moment_wib(latest.said_at)), message.id)


def _of_decisions(con: duckdb.DuckDBPyConnection, home: dict[str, str]) -> Iterator[Notice]:
    sql = """select event_sha256, said_at, message_post_id, coalesce(is_clear and post_id <> '', false)
        from staging.link_word"""
    for sha256, at, post, is_clear in con.execute(sql).fetchall():
        if not is_clear:
            yield Notice(at, sha256, UNCLEAR, home.get(post or ""))
        elif post not in home:
            yield Notice(at, sha256, NO_MESSAGE.format(what="Keputusan", post=_shown(post)))


def _of_excuses(con: duckdb.DuckDBPyConnection, home: dict[str, str]) -> Iterator[Notice]:
    sql = """select e.event_sha256, e.said_at, e.post_id, e.agency_code, a.agency_code is not null
        from staging.excuse_word as e left join warehouse.agency as a using (agency_code)"""
    for sha256, at, post, unit, is_unit in con.execute(sql).fetchall():
        if not is_unit:
            why = NO_VILLAGE if (unit or "").startswith(VILLAGE) else NO_UNIT
            yield Notice(at, sha256, why.format(unit=_shown(unit)), home.get(post or ""))
        elif post not in home:
            yield Notice(at, sha256, NO_MESSAGE.format(what="Pembebasan", post=_shown(post)))


def _shown(name: str | None) -> str:
    return f"“{(name or '').strip()[:100]}”" if name else "tanpa nomor"
