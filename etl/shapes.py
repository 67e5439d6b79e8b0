"""What the map of the villages draws: an equal hexagon for each, or its true boundary where the instance has them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np

from etl.boundaries import FILE as BOUNDARIES
from etl.boundaries import Ring, Shapes, listed, read_boundaries
from etl.errors import BadReference
from etl.reference_lines import read_lines
from landing.places import Places
from measures.hexmap import Cells, Fit, fit, outlines, plane

HEXAGONS = "hexagons.csv"
FILES = (HEXAGONS, BOUNDARIES)
LEVELS = ("desa", "kelurahan")
WHOLE = re.compile(r"-?\d{1,6}")
AGAIN = "Susun ulang dengan perintah `hexagons`."
SHAPE = "village_code varchar, kind varchar, xs double[], ys double[]"
Moved = tuple[float | None, float | None]  # on average and at most, in km
MAP = "kind varchar, mean_displacement_km double, max_displacement_km double"
UNMOVED: Moved = (None, None)
Make = Callable[[duckdb.DuckDBPyConnection, str, str, Sequence[tuple]], None]


@dataclass(frozen=True)
class Village:
    code: str
    name: str
    kecamatan_code: str
    latitude: float | None
    longitude: float | None
    area_km2: float | None


def villages_of(regions: Sequence[tuple]) -> list[Village]:
    """The villages among the rows of reference.region, by code."""
    found = (Village(code, name, *rest) for code, name, level, *rest in (row[:7] for row in regions) if level in LEVELS)
    return sorted(found, key=lambda village: village.code)


def load_shapes(con: duckdb.DuckDBPyConnection, where: Places, regions: Sequence[tuple], make: Make) -> None:
    """Replace reference.village_shape and reference.village_map."""
    villages = villages_of(regions)
    path = where.reference_file(BOUNDARIES)
    if path.exists():
        kind, moved, shapes = "boundary", UNMOVED, read_boundaries(path, [village.code for village in villages])
    else:
        kind, (shapes, moved) = "hexagon", _hexagons(where, villages)
    make(con, "village_shape", SHAPE, [(code, kind, *_columns(rings)) for code, rings in sorted(shapes.items())])
    make(con, "village_map", MAP, [(kind, *moved)])


def _columns(rings: Sequence[Ring]) -> tuple[list[float | None], list[float | None]]:
    """All x and all y, to a tenth of a metre; nothing stands between two rings."""
    xs, ys = [], []
    for ring in rings:
        xs += [None, *np.round(ring[:, 0], 4).tolist()]
        ys += [None, *np.round(ring[:, 1], 4).tolist()]
    return xs[1:], ys[1:]


def _hexagons(where: Places, villages: Sequence[Village]) -> tuple[Shapes, Moved]:
    """The hexagon of every village, in km, and how far they lie from their places."""
    cells = _cells(where, [village.code for village in villages])
    found = fitted(villages, cells)
    size = (found.size_km, found.east_km, found.north_km) if found else (1.0, 0.0, 0.0)
    rings = {village.code: [ring] for village, ring in zip(villages, outlines(cells, *size), strict=True)}
    return rings, (found.mean_km, found.max_km) if found else UNMOVED


def fitted(villages: Sequence[Village], cells: Cells) -> Fit | None:
    """How the hexagons lie on the true places, as far as these are known."""
    known = [(place, v.longitude, v.latitude) for place, v in enumerate(villages)]
    known = [each for each in known if None not in each]
    if not known:
        return None
    places, longitude, latitude = (np.array(column) for column in zip(*known, strict=True))
    return fit(cells[places], *plane(longitude, latitude, (longitude.mean(), latitude.mean())))


def _cells(where: Places, codes: Sequence[str]) -> Cells:
    """q and r of every village, in the order of the codes."""
    found: dict[str, tuple[int, int]] = {}
    for line in read_lines(where, HEXAGONS, ("code", "q", "r")):
        code, q, r = line.get("code"), line.get("q"), line.get("r")
        if code not in set(codes):
            raise line.fail(f"kode “{code}” bukan kode desa di regions.csv. {AGAIN}")
        if not WHOLE.fullmatch(q) or not WHOLE.fullmatch(r):
            raise line.fail(f"kolom q dan r berisi “{q}” dan “{r}”, seharusnya bilangan bulat. {AGAIN}")
        if code in found or (int(q), int(r)) in found.values():
            raise line.fail(f"kode {code} atau letak ({q}, {r}) tertulis dua kali. {AGAIN}")
        found[code] = int(q), int(r)
    if missing := [code for code in codes if code not in found]:
        raise BadReference(f"{HEXAGONS}: segi enam {listed(missing)} tidak ada. {AGAIN}")
    return np.array([found[code] for code in codes], dtype=np.int64).reshape(-1, 2)
