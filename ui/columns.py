"""What the tables show and what the downloads hold, column by column."""

from typing import Any

from ui import formats, texts
from ui.markup import Html, joined, tag
from ui.parts import Column, badge, origin, publisher
from ui.wording import explained, measure

FRESHNESS_TONES = {"fresh": "good", "aging": "plain", "stale": "alert", "none": "alert"}
STATUS_TONES = {"load": "good", "load_some": "plain", "reject": "alert"}


def _number(name: str, title: str, hint: str | None = None, decimals: int | None = None) -> Column:
    return Column(title, lambda row: formats.number(row[name], decimals), True, hint)


def _day(name: str, title: str, is_figure: bool = False) -> Column:
    return Column(title, lambda row: _unbroken(formats.day(row[name])), is_figure)


def _days(name: str, title: str, hint: str | None = None) -> Column:
    return Column(title, lambda row: formats.days(row[name]), True, hint)


def unit_name(row: dict[str, Any]) -> Html:
    """A unit's name; where nobody has confirmed it, the page says so."""
    mark = badge(texts.ASSUMED_NAME) if row.get("name_status") == "assumed" else None
    return joined(formats.text(row["name"]), mark and joined(" ", mark))


def _unbroken(words: str) -> str:
    """A date that stays on one line."""
    return words.replace(" ", "\u00a0")


def _place(row: dict[str, Any]) -> Html:
    if not row["is_ranked"]:
        return tag("span", texts.NOT_ENOUGH, cls="jk-missing")
    unsure = "rentangnya tumpang tindih dengan unit di bawahnya" if row["overlaps_next"] else None
    return tag("span", f"{int(row['place'])}{' ≈' if unsure else ''}", title=unsure)


def _last_seen(row: dict[str, Any]) -> str:
    return "belum pernah terlihat" if formats.is_missing(row["last_posted_on"]) else formats.day(row["last_posted_on"])


def _last_in_period(row: dict[str, Any]) -> str:
    return "tidak ada" if formats.is_missing(row["last_posted_on"]) else formats.day(row["last_posted_on"])


def _account(row: dict[str, Any]) -> Html:
    platform = texts.PLATFORMS.get(row["platform"], row["platform"])
    return joined(tag("b", f"@{formats.text(row['handle'], row['account_id'])}"), tag("div", tag("small", platform)))


def _freshness(row: dict[str, Any]) -> Html:
    code = row["freshness"]
    return badge(texts.FRESHNESS.get(code, code), FRESHNESS_TONES.get(code, "plain"), texts.FRESHNESS_HINTS.get(code))


def _post(row: dict[str, Any]) -> Html:
    hint = "Sebagian angka mungkin berasal dari iklan."
    boost = badge("berbayar", "plain", hint) if row["has_boost"] is True else None
    words = formats.shortened(row["caption"], 150) or "(tanpa teks)"
    foot = tag("small", joined(origin(row), boost, by=" · "))
    return joined(tag("b", publisher(row)), tag("div", words), foot)


def _interactions(row: dict[str, Any]) -> Html:
    missing = texts.metric_names(formats.text(row["interactions_missing"], ""))
    hint = f"tanpa {missing}: tidak dilaporkan platform" if missing else None
    words = formats.number(row["interactions"])
    return tag("span", words, title=hint, cls="jk-missing" if words == formats.MISSING else None)


def _expectation(row: dict[str, Any]) -> Html:
    reason = formats.text(row["overperformance_reason"], "")
    missing = formats.is_missing(row["overperformance"])
    words = formats.MISSING if missing else formats.score(row["overperformance"])
    return tag("span", words, cls="jk-missing" if missing else None, title=reason or None)


def _measure_name(row: dict[str, Any]) -> Html:
    return tag("span", measure(row["measure"]).name, title=explained(row["measure"]))


def _measured(name: str, title: str) -> Column:
    return Column(title, lambda row: formats.measured(row[name], measure(row["measure"]).shown_as), True)


def _status(row: dict[str, Any]) -> Html:
    return badge(texts.FILE_STATUS.get(row["status"], row["status"]), STATUS_TONES.get(row["status"], "plain"))


def _file(row: dict[str, Any]) -> Html:
    said = (formats.text(row[name], "") for name in ("reason", "notices"))
    return joined(
        tag("b", formats.text(row["original_name"])),
        tag(
            "div",
            tag(
                "small",
                formats.text(row["source_title"], formats.text(row["source"], "format tidak dikenal")),
                f" · kode {row['sha256'][:12]}",
            ),
        ),
        *(tag("div", tag("small", words)) for words in said if words),
    )


def _check(row: dict[str, Any]) -> Html:
    if not row["rows"]:
        return badge("Baik", "good")
    return badge("Menghentikan penerbitan" if row["severity"] == "stop" else "Peringatan", "alert")


def _raw(row: dict[str, Any]) -> Html:
    return joined(
        tag("b", formats.text(row["reason"])),
        tag("div", tag("code", formats.shortened(row["raw_text"], 120))),
    )


def ranking(code: str) -> list[Column]:
    """The columns of a ranking by one measure."""
    one = measure(code)
    return [
        Column("Urutan", _place),
        Column("Unit", unit_name, is_lead=True),
        Column("Nilai tengah", lambda row: formats.measured(row["median"], one.shown_as), True, one.formula),
        Column("Rentang 90 %", lambda row: formats.interval(row["low"], row["high"], one.shown_as), True,
               measure("median_interval").definition),
        Column("Sebanding", lambda row: formats.measured(row["peer_median"], one.shown_as), True,
               measure("peer_median").definition),
        _number("posts_measured", "Terukur", "unggahan yang punya angkanya"),
    ]  # fmt: skip


ACTIVITY = [
    Column("Unit", unit_name, is_lead=True),
    _number("posts", "Unggahan"),
    _number("posts_per_week", "Per pekan", explained("posts_per_week"), 1),
    Column("Pekan cukup", lambda row: formats.percent(row["steady_share"], 0), True, explained("steady_share")),
    _days("longest_gap_days", "Jeda terpanjang", explained("longest_gap_days")),
    Column("Terakhir", _last_in_period, True),
]
SILENT = [Column("Unit", unit_name, is_lead=True), Column("Terakhir", _last_seen, True)]
PEERS = [
    Column("Ukuran", _measure_name, is_lead=True),
    _measured("median", "Unit ini"),
    Column(
        "Rentang 90 %",
        lambda row: formats.interval(row["low"], row["high"], measure(row["measure"]).shown_as),
        True,
    ),
    _measured("peer_median", "Unit sebanding"),
    _number("peer_units", "Banyak sebanding"),
    _number("posts_measured", "Terukur"),
]
ACCOUNTS = [
    Column("Akun", _account, is_lead=True),
    _number("posts", "Unggahan"),
    _number("followers", "Pengikut"),
    Column("Data", _freshness),
]
GAPS = [
    _day("starts_on", "Dari"),
    Column("Sampai", lambda row: "masih berjalan" if row["is_open"] else formats.day(row["ends_on"])),
    _days("days", "Lama"),
]
POSTS = [
    Column("Unggahan", _post, is_lead=True),
    *(
        _number(code, texts.METRICS[code].capitalize())
        for code in ("views", "reach", "likes", "comments", "shares", "saves")
    ),
    Column("Interaksi", _interactions, True, explained("interactions")),
    Column("Harapan", _expectation, True, explained("overperformance")),
]
FRESHNESS = [
    Column("Akun", _account, is_lead=True),
    Column("Unit", lambda row: formats.text(row["agency_name"], "belum ditentukan")),
    Column("Diamati", lambda row: formats.moment(row["last_observed_at"]), True),
    Column("Unggahan terakhir", _last_seen, True),
    _number("posts", "Unggahan"),
    Column("Data", _freshness),
]
COVERAGE = [
    Column("Bulan", lambda row: formats.month(row["month"]), is_lead=True),
    _number("units_obliged", "Unit wajib"),
    _number("units_with_account", "Punya akun"),
    _number("units_active", "Aktif"),
    _number("posts", "Unggahan"),
]
BREAKS = [
    _day("on_day", "Tanggal"),
    Column("Platform", lambda row: texts.PLATFORMS.get(row["platform"], row["platform"])),
    Column("Angka", lambda row: texts.METRICS.get(row["metric"], row["metric"]).capitalize()),
    Column("Yang berubah", lambda row: formats.text(row["what"]), is_lead=True),
    Column("Sumber", lambda row: formats.text(row["source"])),
]
FILES = [
    Column("Berkas", _file, is_lead=True),
    Column("Diterima", lambda row: formats.moment(row["received_at"]), True),
    _number("records", "Baris"),
    _number("loaded", "Dimuat"),
    _number("known", "Sudah ada", "baris yang sama persis dengan yang sudah dimuat"),
    _number("non_post", "Bukan data", "judul, jumlah dan baris lain yang bukan unggahan"),
    _number("set_aside", "Disisihkan"),
    Column("Hasil", _status),
]
SET_ASIDE = [
    Column("Berkas", lambda row: formats.text(row["original_name"])),
    _number("line", "Baris"),
    Column("Kolom", lambda row: formats.text(row["column_name"], "seluruh baris")),
    Column("Nilai", lambda row: tag("code", formats.shortened(row["value"], 40))),
    Column("Alasan dan isi asli", _raw, is_lead=True),
]
CHECKS = [
    Column("Pemeriksaan", lambda row: formats.text(row["message"]), is_lead=True),
    _number("rows", "Baris"),
    Column("Contoh", lambda row: formats.text(row["examples"], "")),
    Column("Hasil", _check),
]

RANKING_FILE = {
    "agency_code": "Kode unit", "name": "Unit", "place": "Urutan", "median": "Nilai tengah",
    "low": "Rentang 90 % bawah", "high": "Rentang 90 % atas", "peer_median": "Nilai tengah sebanding",
    "posts_measured": "Unggahan terukur", "posts_missing": "Unggahan tanpa angka",
}  # fmt: skip
POSTS_FILE = {
    "post_id": "ID", "platform": "Platform", "account_handle": "Akun", "agency_code": "Kode unit",
    "agency_name": "Unit", "published_at": "Terbit", "time_precision": "Ketelitian waktu", "post_type": "Jenis",
    "caption": "Teks", "link": "Tautan", "views": "Tayangan", "reach": "Jangkauan", "impressions": "Impresi",
    "likes": "Suka", "comments": "Komentar", "shares": "Dibagikan", "saves": "Disimpan",
    "interactions": "Interaksi", "interactions_missing": "Tidak dilaporkan", "overperformance": "Melampaui harapan",
    "overperformance_reason": "Alasan tidak tersedia", "partners": "Akun lain", "observed_at": "Diamati",
}  # fmt: skip
SET_ASIDE_FILE = {
    "sha256": "sha256", "record": "record", "column_name": "column", "value": "raw_value", "original_name": "Berkas",
    "source": "Sumber", "line": "Baris", "reason": "Alasan", "raw_text": "Isi asli",
}  # fmt: skip
