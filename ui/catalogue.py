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
        Entry("unggahan", "Unggahan", ":material/photo_library:"),
    ),
    "Landasan": (
        Entry("mutu_data", "Mutu Data", ":material/fact_check:", scope="agency_code"),
        Entry("metodologi", "Metodologi", ":material/menu_book:", scope="public"),
    ),
}
