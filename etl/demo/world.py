"""Builds the invented world in memory: units, accounts, posts, and who carried which message."""

from dataclasses import dataclass
from random import Random

from etl.demo import cast, messages
from etl.demo.captions import Places
from etl.demo.model import Account, Item, Post, Unit
from etl.demo.posts import origin_links, publish, unit_items

COLLABORATORS = ["PEMKAB", "KOMINFO", "PROKOPIM", "DINKES", "NGANJUKVISIT"]
COLLAB_SHARE = 0.02


@dataclass(frozen=True)
class World:
    units: list[Unit]
    blank_spots: list[str]
    accounts: dict[str, list[Account]]  # by unit code
    posts: dict[str, list[Post]]  # by account key, in order of time
    collabs: dict[str, list[Post]]  # posts of others that an account shows too, by its key

    @property
    def all_accounts(self) -> list[Account]:
        return [account for unit in self.units for account in self.accounts[unit.code]]

    def account(self, key: str) -> Account:
        return next(account for account in self.all_accounts if account.key == key)

    def shown_by(self, account: Account) -> list[Post]:
        """Own posts and collaborations, as the account's owner sees them."""
        together = self.posts[account.key] + self.collabs.get(account.key, [])
        return sorted(together, key=lambda post: (post.at, post.native_id))


def build(agencies: list[dict[str, str]], regions: list[dict[str, str]], seed: int, scale: float) -> World:
    villages, blank = cast.villages(regions, seed, scale)
    units = cast.agencies(agencies, seed, scale) + villages
    accounts = cast.accounts(units, seed)
    posts = _posts(units, accounts, Places(regions), seed)
    return World(units, blank, accounts, posts, _collabs(units, accounts, posts, seed))


def _posts(units: list[Unit], accounts: dict, places: Places, seed: int) -> dict[str, list[Post]]:
    carried: dict[str, list[Item]] = {units[0].code: messages.originals()}
    for each in messages.spread(units, seed):
        carried.setdefault(each.unit.code, []).append(each.item)
    by_account: dict[str, list[Post]] = {account.key: [] for each in accounts.values() for account in each}
    origins: dict[str, str] = {}
    for unit in units:
        items = sorted(unit_items(unit, places, seed) + carried.get(unit.code, []), key=lambda item: item.at)
        published = publish(items, accounts[unit.code], origins, seed)
        origins = origins or origin_links(published)
        for post in published:
            by_account[post.account.key].append(post)
    return by_account


def _collabs(units: list[Unit], accounts: dict, posts: dict, seed: int) -> dict[str, list[Post]]:
    """Some Instagram posts have a second author, whose export shows them too."""
    random = Random(f"{seed}:collabs")
    partners = [account for code in COLLABORATORS for account in accounts[code] if account.platform == "instagram"]
    found: dict[str, list[Post]] = {}
    for unit in units:
        if unit.peer_group == "desa":
            break
        for account in accounts[unit.code]:
            for post in posts[account.key] if account.platform == "instagram" else ():
                partner = random.choice(partners)
                if random.random() < COLLAB_SHARE and partner.unit != unit and post.item.kind != "story":
                    found.setdefault(partner.key, []).append(post)
    return found
