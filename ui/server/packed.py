"""Smaller forms of the browser files, made ahead of time and kept on disk between starts."""

import gzip
import hashlib
import mimetypes
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import brotli

# Chrome offers Brotli only over HTTPS and on localhost; a plain office LAN address gets gzip.
ENCODINGS = ("br", "gzip")
# Fonts and pictures are already compressed.
COMPRESSIBLE = frozenset({".js", ".css", ".html", ".json", ".svg"})
# Windows takes these from its registry, which a program may have changed; no module may be text/plain.
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}


@dataclass(frozen=True)
class Asset:
    body: bytes
    digest: str
    media_type: str
    compressible: bool
    # Whether its name will always stand for these very bytes.
    is_lasting: bool


def asset(body: bytes, suffix: str, is_lasting: bool = True) -> Asset:
    guessed = mimetypes.guess_type(f"x{suffix}")[0] or "application/octet-stream"
    return Asset(
        body=body,
        digest=hashlib.sha256(body).hexdigest()[:24],
        media_type=MEDIA_TYPES.get(suffix, guessed),
        compressible=suffix in COMPRESSIBLE,
        is_lasting=is_lasting,
    )


def _quick(body: bytes, encoding: str) -> bytes:
    return brotli.compress(body, quality=5) if encoding == "br" else gzip.compress(body, 6, mtime=0)


def _thorough(body: bytes, encoding: str) -> bytes:
    return brotli.compress(body, quality=11) if encoding == "br" else gzip.compress(body, 9, mtime=0)


class Packer:
    """Answers at once, with what it has; `pack` and `replace` give it something smaller.

    Results are kept under the digest of what they were made from, so a new Streamlit version never meets
    an old file, and two servers that share the folder write the same bytes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._encoded: dict[str, bytes] = {}
        self._replaced: dict[str, Asset] = {}

    def encoded(self, item: Asset, encoding: str) -> bytes:
        key = f"{item.digest}.{encoding}"
        if key not in self._encoded:
            self._encoded[key] = self._kept(key) or _quick(item.body, encoding)
        return self._encoded[key]

    def pack(self, item: Asset) -> None:
        for encoding in ENCODINGS if item.compressible else ():
            key = f"{item.digest}.{encoding}"
            self._encoded[key] = self._once(key, partial(_thorough, item.body, encoding))

    def best(self, item: Asset) -> Asset:
        return self._replaced.get(item.digest, item)

    def replace(self, item: Asset, recipe: str, make: Callable[[], bytes]) -> None:
        """Serve what `make` gives in place of a font; `recipe` says how it was made."""
        body = self._once(f"{item.digest}.{recipe}", make)
        self._replaced[item.digest] = asset(body, ".woff2", is_lasting=False)

    def _once(self, key: str, make: Callable[[], bytes]) -> bytes:
        body = self._kept(key)
        if body is None:
            body = make()
            self._keep(key, body)
        return body

    def _kept(self, key: str) -> bytes | None:
        try:
            return (self._folder / key).read_bytes() or None
        except OSError:
            return None

    def _keep(self, key: str, body: bytes) -> None:
        # A read-only folder, or Windows refusing to replace a file being read, only costs the next start.
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as part:
                part.write(body)
            os.replace(name, self._folder / key)
        except OSError:
            return
