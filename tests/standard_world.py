"""An invented quarter of the posting standard: rules, units month by month, and posts with their verdicts."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from measures.intervals import wilson
from tests.chain_rows import Rows
from tests.chain_world import AS_OF

MONTHS = (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))
UNITS = {
    "DINKES": ("Dinas Kesehatan", "dinas", 40, 0.85),
    "DISDIK": ("Dinas Pendidikan", "dinas", 30, 0.3),
    "DISPERTA": ("Dinas Pertanian", "dinas", 24, 0.62),
    "DLH": ("Dinas Lingkungan Hidup", "dinas", 3, 1.0),
    "BAPPEDA": ("Badan Perencanaan Pembangunan Daerah", "badan", 20, 0.7),
}
# rule: title, norm, comparison, threshold, the value of a unit whose service share is s
ACCOUNT = {
    "service_share": ("Porsi pelayanan", "N4", "at_least", 0.6, lambda s: s),
    "figure_share": ("Porsi figur", "N3", "at_most", 0.15, lambda s: (1 - s) / 2),
    "educational_share": ("Porsi edukatif", "N2c", "at_least", 0.25, lambda s: s / 3),
    "compliant_share": ("Lolos semua aturan wajib", "N1", "at_least", 0.8, lambda s: 0.2 + s * 0.75),
    "weekly_posts": ("Unggahan per pekan", "N7", "at_least", 3.0, lambda s: s * 6),
    "longest_gap": ("Jeda terpanjang", "N7", "at_most", 7.0, lambda s: 3 + round((1 - s) * 12)),
    "uniqueness": ("Keunikan", "N9", "at_least", 0.2, lambda s: 0.4 + s / 3),
    "answered_share": ("Pertanyaan dijawab", "N2b", "at_least", 0.8, lambda s: None),
    "event_hours": ("Giat ke unggahan", "N10", "at_most", 24.0, lambda s: 6 + 20 * (1 - s)),
}
POST = {
    "no_personal_praise": ("Tanpa pujian pribadi", "N3", "Mulailah dari layanannya; sapaan kepada tokoh di akhir."),
    "service_first": ("Pelayanan lebih dahulu", "N4", "Sebut layanan, hasil dan cara memakainya di kalimat pertama."),
    "personal_data_hidden": ("Data pribadi tertutup", "PDP", "Hapus NIK, nomor telepon dan alamat warga."),
    "readable_capitals": ("Huruf kapital secukupnya", "N2a", "Tulis dengan huruf biasa; kapital hanya awal kalimat."),
    "official_links": ("Tautan resmi", "N2a", "Pakai alamat di bawah nganjukkab.go.id."),
}
SERVICE = "Layanan KTP-el keliling dibuka Senin pukul 08.00 di balai desa. Cukup bawa fotokopi KK. #NganjukMelesat"
PRAISE = "Selamat ulang tahun Bapak Bupati Marhaen, sosok idola kami. Simak di https://disdik.contoh/f @disdik_contoh"
SHOUT = "AYO SEMUA DATANG KE PASAR MURAH HARI MINGGU PUKUL 07.00 DI ALUN-ALUN"
EXPOSED = "Penerima bantuan: NIK 3518000000000001, telepon 0812-0000-1234, mohon segera ambil."
DECIDING = {PRAISE: ("no_personal_praise", "sosok idola kami", "Kata pujian untuk pribadi pejabat."),
            SHOUT: ("readable_capitals", SHOUT, "Hampir semua huruf kapital."),
            EXPOSED: ("personal_data_hidden", "3518000000000001", "Nomor induk kependudukan terbuka.")}  # fmt: skip


@cache
def rules() -> Rows:
    """Account and post rules in force, and one post rule that has ended."""
    account = [_rule(code, "account", title, norm, comparison, threshold)
               for code, (title, norm, comparison, threshold, _) in ACCOUNT.items()]  # fmt: skip
    post = [_rule(code, "post", title, norm, advice=advice) for code, (title, norm, advice) in POST.items()]
    old = {"version": 1, "valid_until": date(2026, 6, 1), "wording": "Bunyi lama.", "is_in_force": False}
    return [*account, *post, post[0] | old]


def _rule(code: str, scope: str, title: str, norm: str, comparison: str = "is", threshold: float = 1.0,
          advice: str = "Jadwalkan tiap pekan dan mulai dari layanannya.") -> dict[str, Any]:  # fmt: skip
    return {"rule_id": code, "version": 2, "scope": scope, "title": title, "wording": f"{title}: bunyi aturan.",
            "advice": advice, "norm": norm, "basis": "Permen PANRB 83/2012", "needs": ["caption"], "measure": code,
            "comparison": comparison, "threshold": threshold, "unsure": 0.0, "weight": 10.0, "severity": "wajib",
            "valid_from": date(2026, 6, 1), "valid_until": date(9999, 12, 31), "is_in_force": True}  # fmt: skip


@cache
def unit_rows() -> Rows:
    """Every account rule of every unit and month."""
    return [_unit_row(code, month, rule) for code in UNITS for month in MONTHS for rule in ACCOUNT]


def _unit_row(code: str, month: date, rule: str) -> dict[str, Any]:
    name, group, posts, share = UNITS[code]
    title, norm, comparison, threshold, made = ACCOUNT[rule]
    value = made(share - 0.02 * (11 - month.month) if share < 1 else share)
    counted = rule.endswith("_share") and value is not None
    kept = round(value * posts) if counted else None
    low, high = (wilson(kept, posts) or (None, None)) if counted else (None, None)
    return {
        "agency_code": code, "agency_name": name, "peer_group": group, "month": month, "rule_id": rule, "title": title,
        "norm": norm, "value": kept / posts if counted else value, "low": low, "high": high, "numerator": kept,
        "denominator": posts if counted else None, "threshold": threshold, "comparison": comparison,
        "verdict": _verdict(value, low, high, comparison, threshold), "weight": 10.0, "severity": "wajib",
        "rule_version": 2,
    }  # fmt: skip


def _verdict(value: float | None, low: float | None, high: float | None, comparison: str, threshold: float) -> str:
    if value is None:
        return "not_applicable"
    worst, best = (value, value) if low is None else (low, high) if comparison == "at_least" else (-high, -low)
    edge = threshold if comparison == "at_least" else -threshold
    if low is None and comparison == "at_most":
        worst, best = -value, -value
    return "pass" if worst >= edge else "fail" if best < edge else "abstain"


@cache
def peer_rows() -> Rows:
    """The median of each group, month and rule."""
    found = {}
    for row in unit_rows():
        if row["value"] is not None:
            found.setdefault((row["peer_group"], row["month"], row["rule_id"]), []).append(row["value"])
    return [{"peer_group": group, "month": month, "rule_id": rule, "median": sorted(values)[len(values) // 2],
             "p20": min(values), "units": len(values)} for (group, month, rule), values in found.items()]  # fmt: skip


@cache
def judged_rows() -> Rows:
    """Posts of November: good ones of the health agency, poor ones of the education agency."""
    good = [_post(place, "DINKES", SERVICE) for place in range(30)]
    return [*good, *(_post(40 + place, "DISDIK", (PRAISE, SHOUT, EXPOSED)[place % 3]) for place in range(12))]


def _post(place: int, code: str, caption: str) -> dict[str, Any]:
    name, group, *_ = UNITS[code]
    at = AS_OF - timedelta(days=place % 18, hours=place % 5)
    broken = DECIDING.get(caption)
    first = "abstain" if broken else "pass"
    evidence = [_said("service_first", first, caption, caption.split(".")[0], "Kalimat pertama dibaca.")]
    if broken:
        evidence.insert(0, _said(broken[0], "fail", caption, *broken[1:]))
    return {
        "post_id": f"instagram:standar{place}", "agency_code": code, "agency_name": name, "peer_group": group,
        "account_handle": f"{code.lower()}_contoh", "platform": "instagram", "published_at": at,
        "published_on": (at + timedelta(hours=7)).date(), "caption": caption,
        "link": f"https://contoh.invalid/p/standar{place}", "emphasis": "figure" if caption == PRAISE else "service",
        "personal_data": caption == EXPOSED, "decided_by": "staff" if place == 40 else "machine",
        "evidence": evidence, "failed": int(bool(broken)), "is_compliant": not broken,
    }  # fmt: skip


def _said(rule: str, verdict: str, caption: str, words: str, why: str) -> dict[str, Any]:
    start = caption.index(words)
    return {"rule_id": rule, "verdict": verdict, "start": start, "stop": start + len(words), "why": why,
            "rule_version": 2}  # fmt: skip


def account_tables() -> dict[str, Rows]:
    return {"standard_unit": unit_rows(), "standard_peer": peer_rows()}


def page_tables(posts: Rows) -> dict[str, Rows]:
    """What replaces the small example where the page itself is tested; `posts` are those of the small example."""
    kept = ("post_id", "platform", "account_handle", "agency_code", "agency_name", "peer_group", "published_at",
            "published_on", "caption", "link")  # fmt: skip
    known = [{name: row[name] for name in kept} | {"overperformance": 1.2 + number / 10, "interactions": 20}
             for number, row in enumerate(judged_rows())]  # fmt: skip
    judged = {"judged_post": judged_rows(), "standard_rule": rules(), "posts": posts + known}
    return account_tables() | judged
