"""An invented world of three priority messages: three kecamatan, twelve villages, and who carried what."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

AS_OF = datetime(2026, 11, 22, 14, 10, tzinfo=UTC)
KECAMATAN = {"35.18.01": "Sawahan", "35.18.02": "Ngetos", "35.18.13": "Nganjuk"}
TEXT = (
    "Perekaman KTP elektronik keliling dibuka Selasa, 24 November pukul 08.00 di balai desa. Cukup bawa fotokopi KK. "
    "Gratis, selesai di tempat. #NganjukMelayani"
)


@dataclass(frozen=True)
class Village:
    code: str
    name: str
    kecamatan: str
    population: int
    agency: str
    blank: bool = False


@dataclass(frozen=True)
class Unit:
    code: str
    name: str
    peer_group: str
    tier: str
    kecamatan: str | None = None
    village: str | None = None

    @property
    def handle(self) -> str:
        return f"{self.code.lower().replace('-', '.')}_contoh"

    @property
    def account(self) -> str:
        return f"instagram:{self.handle}"


@dataclass(frozen=True)
class Message:
    id: str
    title: str
    at: datetime
    hours: float
    state: str
    designated_by: str = "rule"
    programme: str | None = "Jemput Bola"

    @property
    def deadline(self) -> datetime:
        return self.at + timedelta(hours=self.hours)


@dataclass(frozen=True)
class Carry:
    message: str
    unit: str
    hours: float
    method: str
    parent: str = "PEMKAB"


def _cells(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


MESSAGES = (
    Message("instagram:pesan1", "Perekaman KTP keliling", datetime(2026, 11, 17, 1, 0, tzinfo=UTC), 48, "closed"),
    Message(
        "instagram:pesan2", "Vaksinasi ternak gratis", datetime(2026, 11, 10, 2, 0, tzinfo=UTC), 336, "open", "hand"
    ),
    Message("instagram:pesan3", "Jadwal pasar murah", datetime(2026, 11, 12, 3, 0, tzinfo=UTC), 48, "withdrawn"),
)
VILLAGES = tuple(
    Village(f"{kecamatan}.{code}", name, kecamatan, int(people), agency or f"DESA-{kecamatan}.{code}", blank == "blank")
    for kecamatan, code, name, people, agency, blank in _cells("""
        35.18.01 | 2001 | Bendolo       | 1765 |                | blank
        35.18.01 | 2002 | Sawahan       | 5295 |                |
        35.18.01 | 2003 | Ngliman       | 4236 |                |
        35.18.01 | 2004 | Bareng        | 4236 |                |
        35.18.02 | 2001 | Mojoduwur     | 5648 |                |
        35.18.02 | 2002 | Suru          | 2118 |                |
        35.18.02 | 2003 | Ngetos        | 6001 |                |
        35.18.02 | 2004 | Klodan        | 4942 |                |
        35.18.13 | 1004 | Kramat        | 6707 | KEL-KRAMAT     |
        35.18.13 | 1007 | Mangundikaran | 7414 | KEL-MANGUN     |
        35.18.13 | 1013 | Begadung      | 6354 | KEL-BEGADUNG   |
        35.18.13 | 2014 | Kedungdowo    | 4589 |                |
    """)
)
UNITS = {
    unit.code: unit
    for unit in (
        Unit("PEMKAB", "Pemerintah Kabupaten Nganjuk", "induk", "regency"),
        Unit("DINKES", "Dinas Kesehatan", "dinas", "agency"),
        Unit("DISDIK", "Dinas Pendidikan", "dinas", "agency"),
        Unit("DISPERTA", "Dinas Pertanian", "dinas", "agency"),
        Unit("DLH", "Dinas Lingkungan Hidup", "dinas", "agency"),
        Unit("BAPPEDA", "Badan Perencanaan Pembangunan Daerah", "badan", "agency"),
        *(
            Unit(f"KEC-{name.upper()}", f"Kecamatan {name}", "kecamatan", "kecamatan", code)
            for code, name in KECAMATAN.items()
        ),
        *(
            Unit(one.agency, f"Kelurahan {one.name}", "kelurahan", "village", one.kecamatan, one.code)
            if one.agency.startswith("KEL")
            else Unit(one.agency, f"Desa {one.name}", "desa", "village", one.kecamatan, one.code)
            for one in VILLAGES
        ),
    )
}
CARRIES = [
    Carry(f"instagram:{message}", unit, float(hours), method, parent or "PEMKAB")
    for message, unit, hours, method, parent in _cells("""
        pesan1 | DINKES             | 2    | share    |
        pesan1 | BAPPEDA            | 5    | text     |
        pesan1 | DISDIK             | 61   | link     |
        pesan1 | KEC-SAWAHAN        | 6    | reported |
        pesan1 | KEC-NGANJUK        | 9    | text     |
        pesan1 | DESA-35.18.01.2002 | 11   | share    | KEC-SAWAHAN
        pesan1 | DESA-35.18.01.2003 | 30   | reported | KEC-SAWAHAN
        pesan1 | KEL-KRAMAT         | 20   | text     | KEC-NGANJUK
        pesan1 | KEL-MANGUN         | 70   | mention  | KEC-NGANJUK
        pesan1 | DESA-35.18.13.2014 | 46   | offline  | KEC-NGANJUK
        pesan2 | DISPERTA           | 3    | share    |
        pesan2 | KEC-NGETOS         | 26   | link     |
        pesan2 | DESA-35.18.02.2003 | 27   | text     | KEC-NGETOS
        pesan3 | DINKES             | 1    | share    |
    """)
]
EXCUSES = {
    ("instagram:pesan1", "DLH"): "akun sedang dipulihkan",
    **{(message.id, "DESA-35.18.01.2001"): "desa tanpa sinyal" for message in MESSAGES},
}
# By tier: reach, where the figure comes from, followers, local share.
REACH = {
    "regency": (7200.0, "reported", 52000.0, 0.60),
    "agency": (2100.0, "account", 9000.0, 0.70),
    "kecamatan": (3400.0, "account", 6100.0, 0.90),
    "village": (900.0, "tier", 1100.0, 0.95),
}
