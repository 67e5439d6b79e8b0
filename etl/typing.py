"""Facts to SQL: the expression that reads each field of a source, and what makes a row unreadable."""

from collections.abc import Iterable

from etl.source import NonPost, Source

REASONS = {
    "id": "nomor ini rusak oleh Excel dan tautannya tidak memuat nomor aslinya",
    "integer": "bukan bilangan bulat yang sah",
    "delta": "bukan bilangan bulat yang sah",
    "decimal": "bukan angka yang sah",
    "percent": "bukan persentase yang sah",
    "flag": "bukan ya/tidak yang sah",
    "duration": "bukan lama waktu yang sah",
    "moment": "bukan tanggal dan jam dalam bentuk yang dikenal; ekspor ulang tanpa membukanya di Excel",
    "day": "bukan tanggal dalam bentuk yang dikenal; ekspor ulang tanpa membukanya di Excel",
}
STORED = {
    "text": "varchar",
    "id": "varchar",
    "integer": "bigint",
    "delta": "bigint",
    "decimal": "double",
    "percent": "double",
    "flag": "boolean",
    "duration": "double",
    "moment": "timestamptz",
    "day": "date",
}


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def present(source: Source, name: str, cell: str) -> str:
    """What a cell says, NULL when it says nothing. Text keeps words such as "nan": they may be a caption."""
    return cell if source.fields[name].kind == "text" else f"present({cell})"


def reader(source: Source, name: str, said: str) -> str:
    """The SQL expression that reads what a cell says."""
    facts = source.fields[name]
    if facts.kind == "moment":
        parsed = f"try_strptime({said}, {_formats(facts.formats)})"
        return f"timezone({quoted(facts.clock)}, {parsed})"
    if facts.kind == "day":
        return f"cast(try_strptime({said}, {_formats(facts.formats)}) as date)"
    return f"read_{facts.kind}({said})"


def _formats(formats: Iterable[str]) -> str:
    return "[" + ", ".join(quoted(each) for each in formats) + "]"


def unreadable(source: Source, name: str, said: str, value: str) -> str | None:
    """SQL that is true when the cell says something that could not be read."""
    if source.fields[name].kind in ("text", "id"):
        return None
    return f"({value} is null and {said} is not null)"


def is_non_post(rule: NonPost, cell: dict[str, str]) -> str:
    """SQL that is true for the rows a source knows as totals, error rows and the like."""
    if rule.column not in cell:
        return "false"
    test = _matches(cell[rule.column], rule.pattern)
    if rule.also_column in cell:
        test += f" and {_matches(cell[str(rule.also_column)], rule.also_pattern)}"
    return f"({test})"


def _matches(cell: str, pattern: str) -> str:
    return f"regexp_full_match(trim(coalesce({cell}, '')), {quoted('(?i)' + pattern)})"


def post_key(source: Source, native_id: str, permalink: str, platform: str, patterns: dict[str, str]) -> str:
    """SQL for the id a post is known by, or NULL: the permalink's where it has one, else the native id."""
    cases = [
        f"when {platform} = {quoted(name)} then coalesce({_link_first(name, permalink, pattern, native_id)})"
        for name, pattern in patterns.items()
        if source.platform in (None, name)
    ]
    return f"case {' '.join(cases)} else {native_id} end"


def _link_first(platform: str, permalink: str, pattern: str, native_id: str) -> str:
    """Instagram is known by its shortcode, which collaborators share; elsewhere the native id comes first."""
    # the anchored pattern reads a clean link many times faster than the one that searches any text
    clean = pattern.replace("(?i)", r"(?i)^https?://(?:[a-z]+\.)?", 1)
    found = [f"nullif(regexp_extract({permalink}, {quoted(each)}, 1), '')" for each in (clean, pattern)]
    linked = ", ".join(found)
    return f"{linked}, {native_id}" if platform == "instagram" else f"{native_id}, {linked}"
