"""boundaries.geojson: the true outlines of the villages, where an instance has them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from etl.errors import BadReference
from measures.hexmap import plane
from measures.outlines import simplified

FILE = "boundaries.geojson"
MOST_POINTS = 200
SHOWN = 10
SHORTEST_RING = 3
AGAIN = "Ekspor ulang dari aplikasi peta sebagai GeoJSON, WGS 84 (EPSG:4326)."
Ring = NDArray[np.float64]
Shapes = dict[str, list[Ring]]


def read_boundaries(path: Path, codes: Sequence[str]) -> Shapes:
    """Rings in km by village code, of every village or of none."""
    shapes: Shapes = {}
    known = set(codes)
    for number, feature in enumerate(_features(path), 1):
        code, rings = _read(feature, number)
        if code not in known:
            raise _wrong(number, f"code “{code}” bukan kode desa di regions.csv. Tulis seperti 35.18.01.2001.")
        if code in shapes:
            raise _wrong(number, f"code {code} tertulis dua kali. Gabungkan menjadi satu MultiPolygon.")
        shapes[code] = rings
    if missing := [code for code in codes if code not in shapes]:
        raise BadReference(f"{FILE}: batas {listed(missing)} tidak ada. Lengkapi, atau hapus berkas ini.")
    return _thinned(_flat(shapes)) if shapes else {}


def listed(codes: Sequence[str]) -> str:
    """How many villages, and the first of them by code."""
    rest = f", dan {len(codes) - SHOWN} lainnya" if len(codes) > SHOWN else ""
    return f"{len(codes)} desa ({', '.join(codes[:SHOWN])}{rest})"


def _wrong(number: int, what: str) -> BadReference:
    return BadReference(f"{FILE} fitur ke-{number}: {what}")


def _features(path: Path) -> list[object]:
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadReference(f"{FILE}: isinya bukan JSON yang utuh. {AGAIN}") from error
    features = said.get("features") if isinstance(said, dict) else None
    if not isinstance(features, list):
        raise BadReference(f"{FILE}: isinya bukan FeatureCollection. {AGAIN}")
    return features


def _read(feature: object, number: int) -> tuple[str, list[Ring]]:
    """The code and rings, in degrees, of one feature."""
    said = feature if isinstance(feature, dict) else {}
    properties, geometry = said.get("properties"), said.get("geometry")
    code = str(properties.get("code") or "").strip() if isinstance(properties, dict) else ""
    if not code:
        raise _wrong(number, "properti code tidak ada. Isi dengan kode desa, seperti 35.18.01.2001.")
    try:
        rings = [_turned(_ring(points, number), is_hole) for points, is_hole in _lines(geometry)]
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise _wrong(number, f"bentuk {code} bukan Polygon atau MultiPolygon yang utuh. {AGAIN}") from error
    if not rings:
        raise _wrong(number, f"bentuk {code} kosong. Lengkapi, atau hapus berkas ini.")
    return code, rings


def _lines(geometry: object) -> Iterator[tuple[list, bool]]:
    """The lines of positions of a geometry, and which are holes; TypeError, ValueError or KeyError where it is none."""
    if not isinstance(geometry, dict) or geometry["type"] not in ("Polygon", "MultiPolygon"):
        raise ValueError("no polygon")
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield from ((points, place > 0) for place, points in enumerate(polygon))


def _ring(points: list, number: int) -> Ring:
    """A closed ring of shape (k, 2); heights are dropped."""
    ring = np.array([[float(part) for part in point[:2]] for point in points], dtype=np.float64)
    if ring.ndim != 2 or ring.shape[1] != 2 or len(np.unique(ring, axis=0)) < SHORTEST_RING:
        raise ValueError("no ring")
    if not (np.abs(ring) <= (180, 90)).all():  # also where one is no number
        raise _wrong(number, f"koordinatnya bukan bujur lalu lintang dalam derajat. {AGAIN}")
    return ring if (ring[0] == ring[-1]).all() else np.concatenate([ring, ring[:1]])


def _turned(ring: Ring, is_hole: bool) -> Ring:
    """Against the clock, holes with it, as the format asks and not every file does: else holes are painted over."""
    x, y = (ring - ring[0]).T
    is_with_clock = (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() < 0
    return ring if is_with_clock == is_hole else ring[::-1]


def _flat(shapes: Shapes) -> Shapes:
    """From degrees to kilometres around the middle of them all."""
    points = np.concatenate([ring for rings in shapes.values() for ring in rings])
    east, north = ((points.min(axis=0) + points.max(axis=0)) / 2).tolist()
    return {
        code: [np.column_stack(plane(ring[:, 0], ring[:, 1], (east, north))) for ring in rings]
        for code, rings in shapes.items()
    }


def _thinned(shapes: Shapes) -> Shapes:
    thinner = iter(simplified([ring for rings in shapes.values() for ring in rings], MOST_POINTS))
    return {code: [next(thinner) for _ in rings] for code, rings in shapes.items()}
