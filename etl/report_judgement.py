"""Whether a reported link counts: whose post it is, whether it came after the message, and a sentence where not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from etl.designation_words import moment_wib
from etl.named_posts import NamedPost
from etl.report_claims import Claim, as_link
from etl.report_world import A_DAY, WIB, KnownMessage, World, links_named
from measures.cascade.report_check import SLACK
from measures.links import LINK, Link, post_clock

Status = Literal["accepted", "refused", "waiting"]
ACCEPTED: Status = "accepted"
REFUSED: Status = "refused"
WAITING: Status = "waiting"
HIDDEN_ID = re.compile(r"pfbid\w+", re.IGNORECASE)
OWN_NUMBER = re.compile(r"[?&]id=(\d+)")
NOT_A_LINK = "Ini bukan tautan. Salin alamat unggahan dari aplikasinya, lalu laporkan lagi."
OTHER_SITE = "Alamat ini bukan unggahan media sosial yang dikenal, jadi tidak dapat diperiksa."
EMPTY = "Laporan ini tidak memuat tautan maupun saluran luring."
SHORT = "Tautan pendek tidak menyebut unggahannya. Buka tautannya, salin alamat lengkapnya, lalu laporkan lagi."
PROFILE = "Tautan ini menunjuk profil, bukan unggahan. Buka unggahannya, lalu salin alamatnya."
NO_POST = "Tautan ini tidak menunjuk unggahan tertentu. Buka unggahannya, lalu salin alamatnya."
ORIGINAL = "Ini unggahan asal pesan itu sendiri, bukan penyebarannya."
REPEATED = "Sudah dilaporkan oleh unit ini pada {}."
FOREIGN = "Unggahan ini milik {}, bukan unit yang melapor."
OLDER = "Unggahan ini terbit {}, sebelum pesannya ({})."
OLD_REPORT = "Laporan ini bertanggal {}, sebelum pesannya ({})."
FUTURE_REPORT = "Laporan ini bertanggal {}, sesudah lembarnya diunduh. Perbaiki tanggalnya."
FUTURE = "Unggahan ini bertanggal {}, di masa depan. Periksa tautannya."
NOT_IN_DATA = "Unggahan ini belum ada di data dan tautannya tidak menyebut akunnya; menunggu ekspornya masuk."
NAMELESS_EXPORT = "Unggahan ini ada di data, tetapi berkasnya tidak menyebut akunnya; sebutkan akunnya saat memuat."
UNREGISTERED = "Akun {} belum terdaftar untuk unit mana pun pada hari itu; daftarkan dahulu di accounts.csv."
NO_PROOF = "Saluran luring perlu foto atau keterangan."


@dataclass(frozen=True)
class Judged:
    """A claim and what became of it."""

    claim: Claim
    status: Status = ACCEPTED
    reason: str | None = None
    message_id: str | None = None
    agency_code: str | None = None
    link: Link | None = None
    post_id: str | None = None
    account_id: str | None = None
    published_at: datetime | None = None

    def refused(self, why: str) -> "Judged":
        return replace(self, status=REFUSED, reason=why)

    def waiting(self, why: str) -> "Judged":
        return replace(self, status=WAITING, reason=why)

    @property
    def identity(self) -> tuple:
        """What makes a second report of the same unit the same."""
        what = self.post_id or (self.link and self.link.canonical_url) or self.claim.channel
        return self.message_id, self.agency_code, self.claim.kind, what


def named_posts(made: Sequence[Claim]) -> set[str]:
    """The posts that claims name, in their links and as their message."""
    texts = [claim.link or "" for claim in made] + [claim.message for claim in made]
    found = {text.strip() for text in texts if re.fullmatch(r"[a-z]+:\S+", text.strip()) and "//" not in text}
    links = [link for text in texts for link in links_named(text)]
    return found | {f"{link.platform}:{link.native_id}" for link in links if link.native_id}


def judge_all(made: Sequence[Claim], world: World) -> Iterator[Judged]:
    """Each claim in turn; the first report of a thing counts, later ones of the same unit are repeats."""
    seen: dict[tuple, datetime] = {}
    for claim in made:
        judged = _judged(claim, world)
        if judged.status == REFUSED:
            yield judged
        elif judged.identity in seen:
            yield judged.refused(REPEATED.format(moment_wib(seen[judged.identity])))
        else:
            seen[judged.identity] = claim.reported_at
            yield judged


def _judged(claim: Claim, world: World) -> Judged:
    message, no_message = world.message(claim.message, claim.reported_at)
    unit, no_unit = world.units.find(claim.unit)
    judged = Judged(
        claim, message_id=message.message_id if message else None, agency_code=unit, link=as_link(claim.link)
    )
    if message is None or unit is None:
        return judged.refused(no_message or no_unit or EMPTY)
    if claim.is_future:
        return judged.refused(FUTURE_REPORT.format(moment_wib(claim.reported_at)))
    return _offline(judged, message) if claim.channel else _linked(judged, message, world)


def _offline(judged: Judged, message: KnownMessage) -> Judged:
    at = judged.claim.reported_at
    if not judged.claim.has_proof:
        return judged.refused(NO_PROOF)
    if at < message.published_at:
        return judged.refused(OLD_REPORT.format(moment_wib(at), moment_wib(message.published_at)))
    return replace(judged, published_at=at)


def _linked(judged: Judged, message: KnownMessage, world: World) -> Judged:
    link, text = judged.link, judged.claim.link
    if link is None:
        return judged.refused(EMPTY if not text else OTHER_SITE if LINK.fullmatch(text) else NOT_A_LINK)
    if link.is_short:
        return judged.waiting(SHORT)
    if link.native_id is None and not HIDDEN_ID.search(link.canonical_url):
        return judged.refused(PROFILE if link.handle else NO_POST)
    named = f"{link.platform}:{link.native_id}" if link.native_id else ""
    post = world.posts.get(named)
    judged = replace(judged, post_id=post.post_id if post else named or None)
    if judged.post_id in world.home and world.home[judged.post_id] == message.message_id:
        return judged.refused(ORIGINAL)
    return _timed(judged, message, post, world)


def _timed(judged: Judged, message: KnownMessage, post: NamedPost | None, world: World) -> Judged:
    """Too old or not possible yet; else whose it is."""
    told = _moment(judged, message, post)
    at = told or judged.claim.reported_at
    judged = replace(judged, published_at=at)
    slack = timedelta() if post and post.published_at else SLACK
    if at < message.published_at - slack:
        why = OLDER if told else OLD_REPORT
        return judged.refused(why.format(moment_wib(at), moment_wib(message.published_at)))
    latest = max(filter(None, (world.newest, judged.claim.reported_at))) + A_DAY
    if at > latest:
        return judged.refused(FUTURE.format(moment_wib(at)))
    return _owned(judged, post, at.astimezone(WIB).date(), world)


def _moment(judged: Judged, message: KnownMessage, post: NamedPost | None) -> datetime | None:
    """When the post appeared: told by the data, by its id, or by its day, of which noon is taken."""
    if post and post.published_at:
        return post.published_at
    link = judged.link
    if link and (clock := post_clock(link.platform, link.native_id)):
        return clock
    if not post or not post.published_on:
        return None
    noon = datetime.combine(post.published_on, time(12), WIB)
    is_same_day = post.published_on == message.published_at.astimezone(WIB).date()
    return max(noon, message.published_at) if is_same_day else noon


def _owned(judged: Judged, post: NamedPost | None, on: date, world: World) -> Judged:
    """Whose account it was on the day of the post."""
    shown = _accounts(judged, post, world)
    owners = {account: owner for account in shown if (owner := world.owner(account, on))}
    own = [account for account, owner in owners.items() if owner == judged.agency_code]
    if own:
        return replace(judged, account_id=own[0])
    if owners:
        account, owner = next(iter(owners.items()))
        return replace(judged, account_id=account).refused(FOREIGN.format(world.agency_names.get(owner, owner)))
    if post and (unit := world.told_unit(post)):
        return _told(judged, post, unit, shown, on, world)
    if shown:
        return replace(judged, account_id=shown[0]).waiting(UNREGISTERED.format(_handle(shown[0])))
    return judged.waiting(NAMELESS_EXPORT if post else NOT_IN_DATA)


def _accounts(judged: Judged, post: NamedPost | None, world: World) -> list[str]:
    """The accounts the post appears on, as the data know it; else the one its link names."""
    if post and post.account_id:
        return [post.account_id, *world.partners.get(post.post_id, ())]
    link = judged.link
    if not link or not link.platform:
        return []
    number = OWN_NUMBER.search(link.canonical_url)
    names = [name.lower() for name in (link.handle, number and number[1]) if name]
    return [world.aliases.get((link.platform, name), f"{link.platform}:{name}") for name in names]


def _told(judged: Judged, post: NamedPost, unit: str, shown: Sequence[str], on: date, world: World) -> Judged:
    """A post whose account nobody owns, of which a recap sheet names the unit."""
    if unit != judged.agency_code:
        return judged.refused(FOREIGN.format(world.agency_names.get(unit, unit)))
    return replace(judged, account_id=shown[0] if shown else world.only_account(unit, post.platform, on))


def _handle(account_id: str) -> str:
    return f"@{account_id.partition(':')[2]}"
