"""Who follows a Meta account, several tables per file (Meta Business Suite > Wawasan > Pemirsa > Ekspor)."""

from etl.recognise import normal
from etl.source import AUDIENCE, Block, Context, Prepared, Row, Source
from etl.sources._audience import entry, fields, laid_out
from etl.sources._rows import cell

DIMENSIONS = {
    "age & gender": "age_gender",
    "age and gender": "age_gender",
    "usia & jenis kelamin": "age_gender",
    "usia dan jenis kelamin": "age_gender",
    "usia & gender": "age_gender",
    "usia dan gender": "age_gender",
    "top cities": "city",
    "top towns/cities": "city",
    "kota teratas": "city",
    "kota/kabupaten teratas": "city",
    "top countries": "country",
    "negara teratas": "country",
    "top pages": "page",
    "halaman teratas": "page",
}
SEGMENTS = {
    "women": "women",
    "perempuan": "women",
    "wanita": "women",
    "men": "men",
    "laki-laki": "men",
    "pria": "men",
}
INNER_NAME = "unique_users"  # 2024 files leak the metric's inner name as a column title


def _prepare(block: Block, context: Context) -> Prepared:
    """Ages stand below each other and genders beside; cities, countries and pages stand side by side."""
    spread = _matrix if _is_matrix(block) else _line
    dimension = DIMENSIONS[normal(block.title or "")]
    return Prepared(laid_out(block, [made for row in block.rows for made in spread(block, row, dimension)]))


def _is_matrix(block: Block) -> bool:
    return not block.header[0].strip() or any(INNER_NAME in normal(title) for title in block.header)


def _matrix(block: Block, row: Row, dimension: str) -> list[Row]:
    places = [place for place, title in enumerate(block.header) if place and title.strip()]
    return [entry(row, dimension, cell(row, 0), _segment(block.header[at]), cell(row, at)) for at in places]


def _line(block: Block, row: Row, dimension: str) -> list[Row]:
    places = [place for place, title in enumerate(block.header) if title.strip()]
    return [entry(row, dimension, block.header[at].strip(), "", cell(row, at)) for at in places]


def _segment(title: str) -> str:
    name = normal(title)
    return "" if INNER_NAME in name else SEGMENTS.get(name, name)


SOURCE = Source(
    name="meta_audience",
    title="Facebook atau Instagram: pemirsa (Meta Business Suite)",
    platform=None,
    records=AUDIENCE,
    fields=fields("percent"),
    titles=frozenset(DIMENSIONS),
    needs_account=True,
    prepare=_prepare,
)
