"""The log of citizens' questions and complaints that units keep by hand ("log komentar"); never who wrote them."""

from dataclasses import replace

from etl.recognise import normal
from etl.source import COMMENT, Block, Context, Field, NonPost, Prepared, Row, Source
from etl.sources._logs import NOT_YET, Log, Names, is_total, log_of, made, posts_named, titles
from etl.sources._moments import DAY_FORMATS, MOMENT_FORMATS
from etl.sources._recap_names import LINKS
from etl.sources._recap_names import NAMES as RECAP

_ASKED = ("komentar", "pertanyaan", "tanya", "bertanya", "aduan", "pengaduan", "keluhan", "pesan masuk")
_ANSWERED = ("balasan resmi", "balasan", "balas", "dibalas", "jawaban resmi", "jawaban", "jawab", "dijawab", "respons")


def _timed(whats: tuple[str, ...], *words: str) -> tuple[str, ...]:
    return tuple(f"{word} {what}" for what in whats for word in words)


# fmt: off
NAMES: Names = {
    "ticket": ("id komentar", "nomor tiket", "no tiket", "no. tiket", "tiket", "kode", "id aduan", "nomor aduan"),
    "link": (*LINKS, "tautan unggahan resmi", "link unggahan resmi"),
    "account_text": ("akun", "akun resmi", "akun opd", "akun unit", "akun kami", "akun medsos"),
    "agency_text": (*RECAP["agency_text"], "unit/opd/desa", "opd/kecamatan/desa", "kelurahan"),
    "asked_at": (*_timed(_ASKED, "waktu", "tanggal", "tgl"), "hari/tanggal komentar"),
    "asked_hour": _timed(_ASKED, "jam", "pukul"),
    "needs_answer": ("perlu dijawab", "perlu dijawab?", "perlu dijawab (ya/tidak)", "perlu jawaban", "perlu dibalas",
                     "perlu jawaban (ya/tidak)", "perlu dibalas (ya/tidak)", "perlu tanggapan", "harus dijawab"),
    "answered_at": (*_timed(_ANSWERED, "waktu", "tanggal", "tgl"), "dijawab pada", "dibalas pada",
                    "balasan resmi pada"),
    "answered_hour": _timed(_ANSWERED, "jam", "pukul"),
    "forwarded_at": ("diteruskan ke sp4n-lapor", "diteruskan ke sp4n-lapor!", "diteruskan ke sp4n lapor", "sp4n-lapor",
                     "diteruskan ke lapor", "diteruskan ke lapor!", "diteruskan ke sp4n-lapor pada", "sp4n lapor",
                     "waktu diteruskan ke sp4n-lapor", "tanggal diteruskan ke sp4n-lapor", "waktu diteruskan",
                     "tanggal diteruskan"),
}
PRIVATE = frozenset({
    "nama", "nama penanya", "nama warga", "nama pelapor", "nama pengadu", "nama komentator", "nama akun",
    "nama lengkap", "nama pengguna", "username", "penanya", "pelapor", "pengadu", "komentator", "akun penanya",
    "akun warga", "akun komentator", "akun pelapor", "isi komentar", "komentar", "isi aduan", "aduan", "isi pertanyaan",
    "pertanyaan", "balasan", "isi balasan", "jawaban", "isi jawaban", "nik", "no hp", "nomor hp", "no. hp", "telepon",
    "alamat",
})
# fmt: on
DATES = ("asked_at", "answered_at", "forwarded_at")
YES = frozenset({"ya", "y", "perlu", "ya, perlu", "true", "1", "v", "✓", "✔", "✅", "yes", "iya"})
NO = frozenset({"tidak", "tdk", "t", "n", "no", "tidak perlu", "false", "0", "bukan", "x", "gak perlu"})
DONE = frozenset({"sudah", "ya", "y", "true", "v", "✓", "✔", "✅", "dibalas", "dijawab", "diteruskan", "sudah dibalas",
                  "sudah dijawab", "sudah diteruskan"})  # fmt: skip
NOT_DONE = frozenset({"belum", "tidak", "tdk", "false", "belum dibalas", "belum dijawab", "belum ada", "tidak ada",
                      "belum diteruskan", "tidak diteruskan", "tidak perlu"})  # fmt: skip
KEPT = ("ticket", "link", "account_text", "agency_text", "asked_at", "needs_answer", "answered_at", "forwarded_at")
WHOSE = ("link", "account_text", "agency_text")
DERIVED = ("post_named", "asked_on", "answered_on", "is_answered", "forwarded_on", "is_forwarded", "error_note")
TOTAL, NO_COMMENT = "jumlah", "tanpa komentar"
NOT_STORED = "Kolom {} dikenali dan tidak disimpan; yang dicatat hanya waktu, tautan, akun resmi, dan unitnya."


def _prepare(block: Block, context: Context) -> Prepared:
    """One row as it was, without names and texts; a blank link, account and unit are those of the row above."""
    log = log_of(block, NAMES, DATES)
    above: dict[str, str] = {}
    rows = [_made(log, row, above) for row in block.rows]
    header = [*titles(block, log, NAMES, KEPT), *(f"jangkau:{name}" for name in DERIVED)]
    private = [f"“{title.strip()}”" for title in block.header if normal(title) in PRIVATE]
    notices = (NOT_STORED.format(", ".join(private)),) if private else ()
    return Prepared(replace(block, header=header, rows=rows), notices=notices)


def _made(log: Log, row: Row, above: dict[str, str]) -> Row:
    remark = _remark(log, row)
    values = {name: log.said(row, name) for name in ("ticket", *WHOSE)} if not remark else {}
    if not remark:
        above |= values if any(values[name] for name in WHOSE) else {}
        values |= {name: above.get(name, "") for name in WHOSE}
        links = [values["link"]] if values["link"] else []
        asked, day = log.moment(log.said(row, "asked_at") or NOT_YET, log.said(row, "asked_hour"))
        values |= {"asked_at": asked, "asked_on": day, "post_named": posts_named(links)}
        values |= {"needs_answer": _flag(log.said(row, "needs_answer"))}
        values |= _done(log, row, "answered") | _done(log, row, "forwarded")
    return made(row, values | {"error_note": remark}, (*KEPT, *DERIVED))


def _remark(log: Log, row: Row) -> str:
    """Why a row is no comment; blank when it is one or wants to be."""
    if is_total(row):
        return TOTAL
    return "" if any(log.said(row, name) for name in ("asked_at", "answered_at", "link")) else NO_COMMENT


def _flag(text: str) -> str:
    said = text.casefold()
    return "ya" if said in YES else "tidak" if said in NO else text


def _done(log: Log, row: Row, what: str) -> dict[str, str]:
    """When something was done: a moment, a day, only that it was done, or that it was not."""
    said = log.said(row, f"{what}_at")
    spoken = said.casefold()
    if not said or spoken in NOT_DONE or spoken in DONE:
        return {f"is_{what}": "ya" if spoken in DONE else "tidak"}
    hour = log.said(row, "answered_hour") if what == "answered" else ""
    moment, day = log.moment(said, hour)
    return {f"is_{what}": "ya", f"{what}_at": moment, f"{what}_on": day}


def _moment(name: str) -> Field:
    return Field(NAMES[name], "moment", name != "forwarded_at", MOMENT_FORMATS, "Asia/Jakarta")


def _derived(name: str, kind: str = "text") -> Field:
    return Field((f"jangkau:{name}",), kind, formats=DAY_FORMATS if kind == "day" else ())


SOURCE = Source(
    name="comment_log",
    title="Log komentar dan aduan yang diisi tangan",
    platform=None,
    records=COMMENT,
    fields={
        "ticket": Field(NAMES["ticket"]),
        "link": Field(NAMES["link"]),
        "account_text": Field(NAMES["account_text"]),
        "agency_text": Field(NAMES["agency_text"]),
        "asked_at": _moment("asked_at"),
        "needs_answer": Field(NAMES["needs_answer"], "flag"),
        "answered_at": _moment("answered_at"),
        "forwarded_at": _moment("forwarded_at"),
        "post_named": _derived("post_named"),
        "asked_on": _derived("asked_on", "day"),
        "answered_on": _derived("answered_on", "day"),
        "is_answered": _derived("is_answered", "flag"),
        "forwarded_on": _derived("forwarded_on", "day"),
        "is_forwarded": _derived("is_forwarded", "flag"),
        "error_note": _derived("error_note"),
    },
    non_post=(NonPost("error_note", TOTAL, "baris jumlah"), NonPost("error_note", NO_COMMENT, "baris tanpa komentar")),
    prepare=_prepare,
)
