"""What happens to an export on an office computer: Excel re-saves, damaged ids, words among numbers."""

from collections.abc import Callable
from datetime import datetime

from etl.demo.writers.tables import meta_csv, plain_csv, workbook

Table = list[list[str]]


def semicolons(rows: Table, taken_at: datetime) -> bytes:
    """Excel with Indonesian settings: `;`, CRLF, the Windows alphabet (emoji are lost)."""
    return plain_csv(rows, delimiter=";", line="\r\n").encode("cp1252", errors="replace")


def tabs(rows: Table, taken_at: datetime) -> bytes:
    return plain_csv(rows, bom=True, delimiter="\t", line="\r\n").encode()


def damaged_ids(rows: Table, taken_at: datetime) -> bytes:
    """Long ids became powers of ten; the link still tells most posts, but every ninth lost it as well."""
    number, link = (
        rows[0].index("Post ID" if "Post ID" in rows[0] else "ID Postingan"),
        rows[0].index("Permalink"),
    )
    broken = [rows[0]]
    for place, row in enumerate(rows[1:]):
        cells = list(row)
        cells[number] = f"{float(row[number]):.5E}"
        if place % 9 == 4:
            cells[link] = ""
        broken.append(cells)
    return semicolons(broken, taken_at)


def words_for_numbers(rows: Table, taken_at: datetime) -> bytes:
    likes = rows[0].index("Likes" if "Likes" in rows[0] else "Suka")
    broken = [list(row) for row in rows]
    for place in range(3, len(broken), 25):
        broken[place][likes] = "banyak"
    return meta_csv(broken)


def whole_record_quoted(rows: Table, taken_at: datetime) -> bytes:
    """Every record ended up in one quoted cell."""
    lines = meta_csv(rows).decode("utf-8-sig")
    records = _records(lines)
    return ("\ufeff" + "".join('"' + record.replace('"', '""') + '"\r\n' for record in records)).encode()


def workbook_copy(rows: Table, taken_at: datetime) -> bytes:
    """Saved as XLSX: counts became numbers, the long ids were kept as text."""
    return workbook([rows[0], *([_number(cell) for cell in row] for row in rows[1:])], taken_at)


def _number(cell: str) -> str | int:
    return int(cell) if cell.isdigit() and len(cell) < 12 else cell


def _records(text: str) -> list[str]:
    """Splits at line ends outside quotes."""
    records, current, inside = [], "", False
    for line in text.splitlines(keepends=True):
        current += line
        inside ^= line.count('"') % 2 == 1
        if not inside:
            records.append(current.rstrip("\n"))
            current = ""
    return records


RESAVED: dict[str, tuple[str, Callable[[Table, datetime], bytes], str]] = {
    "instagram:kecberbek_contoh": (".csv", semicolons, "disimpan ulang Excel: titik koma, cp1252"),
    "facebook:kecsukomoro_contoh": (".csv", tabs, "disimpan ulang Excel: tab"),
    "instagram:kelwarujayeng_contoh": (".csv", damaged_ids, "nomor unggahan rusak oleh Excel"),
    "instagram:dinsosp3anganjuk_contoh": (".csv", words_for_numbers, "ada kata di kolom angka"),
    "instagram:kelkartoharjo_contoh": (".csv", whole_record_quoted, "setiap baris menjadi satu sel"),
    "instagram:kelkauman_contoh": (".xlsx", workbook_copy, "disimpan ulang sebagai XLSX"),
}
"""By account: what the last export went through before it was handed in."""
