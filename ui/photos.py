"""Photos as evidence: known by their content, landed exactly as they came, and shown again to whoever may see them."""

from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory

from landing.card import content_path, find_card
from landing.land import land
from ui.acts import shown_landing, speaker
from ui.markup import Html, tag

KIND = "photo"
MOST_MEGABYTES = 10
ENDINGS = ["jpg", "jpeg", "png", "webp", "heic", "heif"]
KEPT = (
    "Foto disimpan apa adanya, termasuk waktu dan lokasi bila ponsel mencatatnya. Hindari wajah anak dan data pribadi."
)
TOO_LARGE = f"Foto lebih besar dari {MOST_MEGABYTES} MB. Perkecil dulu, atau kirim tangkapan layarnya."
NO_PHOTO = "Berkas ini bukan foto JPEG, PNG, WebP atau HEIC. Pilih fotonya dari galeri."
EMPTY = "Berkas foto ini kosong. Pilih lagi fotonya."
SHOWN = {"jpg": "jpeg", "png": "png", "webp": "webp"}


class NotAPhoto(ValueError):
    """What was attached cannot be taken; the text says why."""


def ending(content: bytes) -> str | None:
    """What kind of picture the bytes are, whatever the file is called."""
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    is_heif = content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1")
    return "heic" if is_heif else None


def problem(content: bytes) -> str | None:
    """Why this cannot be taken; None when it can."""
    if not content:
        return EMPTY
    if len(content) > MOST_MEGABYTES * 1_000_000:
        return TOO_LARGE
    return None if ending(content) else NO_PHOTO


def land_photo(content: bytes, agency_code: str) -> str:
    """Land a photo that goes with a report of this unit; its sha256."""
    where, by = speaker("report", agency_code)
    if why := problem(content):
        raise NotAPhoto(why)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"foto.{ending(content)}"
        path.write_bytes(content)
        return land(path, where, kind=KIND, received_by=by).card.sha256


def picture(sha256: str, describes: str) -> Html | None:
    """A landed photo; None when it is gone or of a kind that browsers cannot show."""
    content = _content(sha256)
    kind = SHOWN.get(ending(content) or "")
    if kind is None:
        return None
    return tag("img", src=f"data:image/{kind};base64,{b64encode(content).decode()}", alt=describes, cls="jk-photo")


def _content(sha256: str) -> bytes:
    if len(sha256) != 64 or not sha256.isalnum():
        return b""
    where = shown_landing()
    card = find_card(where, sha256)
    path = content_path(where, sha256)
    return path.read_bytes() if card is not None and card.kind == KIND and path.exists() else b""
