"""Opening ZIP and XLSX safely: member by member, in memory, with a reason for every refusal."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from etl.errors import RefusedFile

ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
CLUTTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
ARCHIVE_ENDINGS = (".zip", ".gz", ".rar", ".7z", ".tar", ".tgz", ".bz2", ".xz")
WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes after unpacking."""

    member: int
    archive: int
    members: int


@dataclass(frozen=True)
class Part:
    """One readable piece of a landed file: the file itself (name "") or a member of a ZIP.

    Either its content, or why it is refused.
    """

    name: str
    content: bytes = b""
    refusal: str = ""


def is_zip(path: Path) -> bool:
    with open(path, "rb") as file:
        return file.read(4) in (ZIP_MAGIC, EMPTY_ZIP_MAGIC)


def is_workbook(content: bytes) -> bool:
    if not content.startswith(ZIP_MAGIC):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return WORKBOOK in archive.namelist()
    except zipfile.BadZipFile:
        return False


def parts(path: Path, limits: Limits) -> Iterator[Part]:
    """The readable pieces of a file. A plain CSV is one piece; of a ZIP each member is one."""
    if not is_zip(path):
        yield Part("", path.read_bytes())
        return
    try:
        with zipfile.ZipFile(path) as archive:
            if WORKBOOK in archive.namelist():
                yield _workbook(path, archive, limits)
            else:
                yield from _members(archive, limits)
    except zipfile.BadZipFile as error:
        raise RefusedFile("Arsip ZIP rusak atau terpotong. Unduh ulang dari platform.") from error


def _workbook(path: Path, archive: zipfile.ZipFile, limits: Limits) -> Part:
    if sum(info.file_size for info in archive.infolist()) > limits.member:
        return Part("", refusal=_too_large(limits.member))
    return Part("", path.read_bytes())


def _members(archive: zipfile.ZipFile, limits: Limits) -> Iterator[Part]:
    infos = [info for info in archive.infolist() if not info.is_dir() and not _is_clutter(info.filename)]
    if not infos:
        raise RefusedFile("Arsip ZIP kosong. Unduh ulang dari platform.")
    if len(infos) > limits.members:
        raise RefusedFile(f"Arsip memuat {len(infos)} berkas, batasnya {limits.members}. Pecah menjadi beberapa arsip.")
    unpacked = 0
    for info, name in zip(infos, _unique_names(infos), strict=True):
        part = _member(archive, info, name, min(limits.member, limits.archive - unpacked))
        unpacked += len(part.content)
        yield part


def _unique_names(infos: list[zipfile.ZipInfo]) -> list[str]:
    """Two members may carry the same name; each still needs its own."""
    seen: dict[str, int] = {}
    names = []
    for info in infos:
        seen[info.filename] = count = seen.get(info.filename, 0) + 1
        names.append(info.filename if count == 1 else f"{info.filename} ({count})")
    return names


def _is_clutter(name: str) -> bool:
    return name.startswith(CLUTTER[0]) or PurePosixPath(name).name in CLUTTER[1:]


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limit: int) -> Part:
    if refusal := _unsafe(info):
        return Part(name, refusal=refusal)
    try:
        with archive.open(info) as member:
            content = member.read(limit + 1)  # the size a member declares is not to be trusted
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError):
        return Part(name, refusal="Isi anggota arsip rusak. Unduh ulang dari platform.")
    if len(content) > limit:
        return Part(name, refusal=_too_large(limit))
    if content.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)) and not is_workbook(content):
        return Part(name, refusal=NESTED)
    return Part(name, content)


NESTED = "Arsip di dalam arsip tidak dibuka. Buka dahulu, lalu unggah berkas di dalamnya."


def _unsafe(info: zipfile.ZipInfo) -> str:
    path, windows = PurePosixPath(info.filename), PureWindowsPath(info.filename)
    if path.is_absolute() or windows.drive or windows.is_absolute() or ".." in (*path.parts, *windows.parts):
        return "Nama anggota arsip menunjuk ke luar arsip; ditolak demi keamanan."
    if stat.S_ISLNK(info.external_attr >> 16):
        return "Anggota arsip adalah tautan, bukan berkas; ditolak demi keamanan."
    if info.flag_bits & 0x1:
        return "Anggota arsip terkunci kata sandi. Buka kuncinya, lalu unggah ulang."
    if info.filename.casefold().endswith(ARCHIVE_ENDINGS):
        return NESTED
    return ""


def _too_large(limit: int) -> str:
    return f"Isinya melebihi batas {limit // 1_000_000} MB setelah dibuka. Ekspor rentang tanggal yang lebih pendek."
