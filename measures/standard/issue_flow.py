"""The life of an issue: its kinds, states and verdicts, and which word of whom moves it on. Never set by a machine."""

from dataclasses import dataclass

KINDS = ("hoax", "manipulation", "impostor", "ai_media", "other")
STATES = ("masuk", "diperiksa", "terverifikasi", "klarifikasi", "disebar", "selesai")
VERDICTS = ("hoaks", "disinformasi", "konteks_keliru", "fakta", "belum_terbukti")
STAFF = ("kepala", "petugas", "contoh")
NEEDS_VERDICT = ("hoax", "manipulation")  # an impostor account is no claim that could be true or false
FIRST, JUDGED, LAST = STATES[0], "terverifikasi", STATES[-1]


@dataclass(frozen=True)
class Move:
    """What somebody said about an issue; None where nothing was said."""

    by: str | None
    state: str | None
    verdict: str | None = None
    link: str | None = None
    note: str | None = None


def is_staff(by: str | None) -> bool:
    """Whether the role, the first word of who spoke, may move issues and give verdicts."""
    return bool(by) and str(by).split()[0].casefold() in STAFF


def following(state: str) -> tuple[str, ...]:
    """The states a person may move an issue to: the next one, or its end once it has been looked at."""
    place = STATES.index(state)
    following = STATES[place + 1 : place + 2]
    return following if state in (FIRST, LAST) or LAST in following else (*following, LAST)


def refusal(kind: str, state: str, has_verdict: bool, move: Move) -> str | None:
    """Why a word changes nothing, as a code; None when it counts.

    The same state said again mends verdict, link or note and moves nothing.
    """
    if not is_staff(move.by):
        return "not_staff"
    if move.state not in STATES:
        return "unknown_state"
    if move.verdict is not None and move.verdict not in VERDICTS:
        return "unknown_verdict"
    if move.verdict is not None and STATES.index(move.state) < STATES.index(JUDGED):
        return "too_early"
    if move.state == state:
        return None if state != FIRST and (move.verdict or move.link or move.note) else "nothing_new"
    if move.state not in following(state):
        return "backwards" if STATES.index(move.state) < STATES.index(state) else "skipped"
    needs = move.state == JUDGED and kind in NEEDS_VERDICT
    return "no_verdict" if needs and not (has_verdict or move.verdict) else None
