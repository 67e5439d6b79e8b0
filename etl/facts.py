"""What people said about a landed file after it arrived: whose it is, when it was exported."""

from dataclasses import dataclass, replace

from landing.card import Card
from landing.events import events
from landing.places import Places

EVENT = "file-facts"


@dataclass(frozen=True)
class Facts:
    account: str | None = None
    exported_at: str | None = None

    def over(self, card: Card) -> Card:
        """The card as it counts now; the card itself is never edited."""
        return replace(card, account=self.account or card.account, exported_at=self.exported_at or card.exported_at)


def facts_of_files(where: Places) -> dict[str, Facts]:
    """By file; the latest word wins, fact by fact."""
    found: dict[str, Facts] = {}
    for event in events(where, EVENT):
        if not isinstance(event.get("sha256"), str):
            continue
        known = found.get(event["sha256"], Facts())
        account, exported_at = event.get("account"), event.get("exported_at")
        found[event["sha256"]] = Facts(account or known.account, exported_at or known.exported_at)
    return found
