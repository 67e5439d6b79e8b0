"""Every page there is: its file, the word a user sees, and who may open it. A new page is a new line."""

from dataclasses import dataclass

from ui.access import Scope


@dataclass(frozen=True)
class Entry:
    """One page; its file name is also its address."""

    file: str
    title: str
    icon: str
    scope: Scope = "agency_code"
    is_default: bool = False


CATALOGUE: dict[str, tuple[Entry, ...]] = {
    "Kinerja": (
        Entry("ringkasan", "Ringkasan", ":material/today:", is_default=True),
        Entry("peringkat", "Peringkat OPD", ":material/leaderboard:"),
        Entry("opd", "OPD", ":material/apartment:"),
        Entry("kepatuhan_standar", "Kepatuhan Standar", ":material/verified:"),
        Entry("periksa_naskah", "Periksa Naskah", ":material/spellcheck:", scope="public"),
        Entry("unggahan", "Unggahan", ":material/photo_library:"),
    ),
    "Jangkauan": (
        Entry("jangkauan_berantai", "Jangkauan Berantai", ":material/hub:"),
        Entry("kewajiban_sebar", "Kewajiban Sebar", ":material/checklist:"),
        Entry("lapor_sebar", "Lapor Sebar", ":material/add_link:"),
    ),
    "Kendali": (
        Entry("pesan_prioritas", "Pesan Prioritas", ":material/campaign:", scope="staff"),
        Entry("tinjauan", "Tinjauan", ":material/rule:", scope="staff"),
        Entry("kewaspadaan", "Kewaspadaan", ":material/shield:"),
    ),
    "Landasan": (
        Entry("mutu_data", "Mutu Data", ":material/fact_check:", scope="agency_code"),
        Entry("metodologi", "Metodologi", ":material/menu_book:", scope="public"),
    ),
}
