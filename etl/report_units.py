"""Units as people write them in a sheet: a code, a full name, `Desa X, Kec. Y`, or a name that only one unit has."""

import re
import unicodedata
from collections.abc import Iterable

WORD = re.compile(r"\w+")
NOTE = re.compile(r"\([^)]*\)")
VILLAGE_CODE = re.compile(r"(?i)(?:DESA-)?\d\d\.\d\d\.\d\d\.\d{4}")
SAID_FOR = {"kec": "kecamatan", "kel": "kelurahan", "ds": "desa", "pemdes": "desa"}
LEFT_OUT = frozenset({"pemerintah", "kantor", "kabupaten", "kab", "nganjuk"})
KINDS = ("desa ", "kelurahan ", "kecamatan ")
NO_UNIT = "Unit “{}” tidak dikenal. Tulis nama lengkap atau kode unitnya."
NO_VILLAGE = "Kode desa “{}” tidak ada. Periksa kodenya pada daftar wilayah."
SHARED = "Nama unit “{}” dimiliki lebih dari satu unit. Tulis kodenya, atau desa beserta kecamatannya."
NAMELESS = "Unit yang melapor belum disebut."
Agency = tuple[str, str, str | None]


def spelled(text: str) -> str:
    """A name as it is compared: small letters, no punctuation, abbreviations written out."""
    words = WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    full = [SAID_FOR.get(word, word) for word in words]
    kept = [word for word in full if word not in LEFT_OUT]
    return " ".join(kept or full)


class UnitNames:
    """Every unit under each of its names; `agencies` are (code, name, region code)."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self.codes: dict[str, set[str]] = {}
        for code, name, region in agencies:
            for spelling in _spellings(code, name, region):
                self.codes.setdefault(spelling, set()).add(code)
        self.names = {code: code for codes in self.codes.values() for code in codes}

    def find(self, text: str) -> tuple[str | None, str | None]:
        """The unit's code, or why there is none."""
        said = text.strip()
        if said in self.names:
            return said, None
        found = self.codes.get(spelled(said), set())
        if len(found) == 1:
            return next(iter(found)), None
        if not said:
            return None, NAMELESS
        why = SHARED if found else NO_VILLAGE if VILLAGE_CODE.fullmatch(said) else NO_UNIT
        return None, why.format(said[:100])


def _spellings(code: str, name: str, region: str | None) -> set[str]:
    full, bare = spelled(name), spelled(NOTE.sub(" ", name))
    without_kind = {bare.removeprefix(kind) for kind in KINDS if bare.startswith(kind)}
    return {spelled(code), full, bare, *without_kind, *({spelled(region)} if region else ())}
