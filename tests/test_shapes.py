"""boundaries.geojson: true shapes replace the hexagons, all of them or none, and every mistake is a sentence."""

import json
from math import cos, pi, sin

import numpy as np
import pytest

from etl.boundaries import read_boundaries
from etl.errors import BadReference
from etl.reference import read_regions
from etl.shapes import FILES, load_shapes, villages_of
from landing.places import SHIPPED_DATA, places
from measures.outlines import simplified
from tests.instance import Instance
from tests.models import run_model

HEXAGONS, BOUNDARIES = FILES
A, B = "35.18.01.2001", "35.18.01.2002"
SQUARE = [[112.0, -7.6], [112.01, -7.6], [112.01, -7.59], [112.0, -7.59], [112.0, -7.6]]
HOLE = [[112.004, -7.596], [112.006, -7.596], [112.005, -7.594], [112.004, -7.596]]
EAST = [[x + 0.01, y] for x, y in SQUARE]


def feature(code: object = A, rings: object = (SQUARE,), kind: str = "Polygon", **properties: object) -> dict:
    geometry = {"type": kind, "coordinates": rings}
    return {"type": "Feature", "properties": {"code": code} | properties, "geometry": geometry}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def all_villages(size: float = 0.004) -> list[dict]:
    """A small square around the point of every shipped village."""
    found = []
    for village in villages_of(read_regions(places(SHIPPED_DATA))):
        x, y = village.longitude, village.latitude
        square = [[x + across * size, y + up * size] for across, up in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]
        found.append(feature(village.code, [square]))
    return found


def read(folder, text: str, codes=(A,)) -> dict:
    path = folder / BOUNDARIES
    path.write_text(text, encoding="utf-8")
    return read_boundaries(path, codes)


def wavy(points: int, side: float) -> np.ndarray:
    """A closed ring whose one side is a border with many bends at x = 0, the same for both neighbours."""
    bends = [(0.05 * sin(k / 7) + 0.01 * cos(k), k / points) for k in range(1, points)]
    ring = [(0.0, 0.0), *bends, (0.0, 1.0), (side, 1.0), (side, 0.0), (0.0, 0.0)]
    return np.array(ring if side > 0 else ring[::-1])


def test_true_boundaries_replace_the_hexagons_at_the_next_build_and_give_way_again(tmp_path):
    here = Instance(tmp_path).up_to_date()
    kinds = "select kind, count(*), count(distinct village_code) from marts.village_shape group by kind"
    assert here.ask(kinds) == [("hexagon", 284, 284)]
    here.refer(BOUNDARIES, collection(*all_villages())).up_to_date()
    assert here.ask(kinds) == [("boundary", 284, 284)]
    assert here.ask("select * from marts.village_map") == [("boundary", None, None)]
    (here.where.reference / BOUNDARIES).unlink()
    here.up_to_date()
    assert here.ask(kinds) == [("hexagon", 284, 284)]


def test_a_mistake_in_the_boundaries_stops_the_build_with_one_sentence(tmp_path):
    here = Instance(tmp_path).refer(BOUNDARIES, collection(*all_villages()[:-12]))
    done = here.etl("build")
    told = done.err.splitlines()[-1]
    assert done.code == 1 and told.startswith("Gagal: boundaries.geojson: batas 12 desa (35.18.")
    assert "dan 2 lainnya) tidak ada" in told


@pytest.mark.parametrize(
    "text, words",
    [
        ("code,q,r\n", "bukan JSON yang utuh"),
        ('{"type": "FeatureCollection", "features": [', "bukan JSON yang utuh"),
        ("[" * 100_000, "bukan JSON yang utuh"),
        ('{"type": "Topology", "objects": {}}', "bukan FeatureCollection"),
        ("[]", "bukan FeatureCollection"),
        (collection(), "batas 1 desa (35.18.01.2001) tidak ada"),
        (collection("x"), "fitur ke-1: properti code tidak ada"),
        (collection(feature(None)), "fitur ke-1: properti code tidak ada"),
        (collection(feature(), feature(3518012002)), "fitur ke-2: code “3518012002” bukan kode desa"),
        (collection(feature(), feature()), "fitur ke-2: code 35.18.01.2001 tertulis dua kali"),
        (collection(feature(kind="Point", rings=[112, -7])), "bukan Polygon atau MultiPolygon"),
        (collection({"properties": {"code": A}, "geometry": None}), "bukan Polygon atau MultiPolygon"),
        (collection(feature(kind="MultiPolygon")), "bukan Polygon atau MultiPolygon"),
        (collection(feature(rings=None)), "bukan Polygon atau MultiPolygon"),
        (collection(feature(rings=[SQUARE[:2]])), "bukan Polygon atau MultiPolygon"),
        (collection(feature(rings=[[[112, None]] * 4])), "bukan Polygon atau MultiPolygon"),
        (collection(feature(rings=[[[10**400, 0]] * 4])), "bukan Polygon atau MultiPolygon"),
        (collection(feature(rings=[])), "bentuk 35.18.01.2001 kosong"),
        (collection(feature(rings=[[[656123 + x, 9160123 + y] for x, y in SQUARE]])), "bukan bujur lalu lintang"),
        (collection(feature(rings=[[[y, x] for x, y in SQUARE]])), "bukan bujur lalu lintang"),
        (collection(feature(rings=[[*SQUARE[:3], [float("nan"), 1.0], SQUARE[0]]])), "bukan bujur lalu lintang"),
    ],
)
def test_a_file_that_cannot_be_drawn_is_refused_with_what_to_do(tmp_path, text, words):
    with pytest.raises(BadReference) as refused:
        read(tmp_path, text)
    told = str(refused.value)
    assert words in told and told.startswith(BOUNDARIES) and told.endswith(".") and len(told.split(". ")) > 1


def test_a_file_that_is_no_utf_8_is_refused(tmp_path):
    (tmp_path / BOUNDARIES).write_bytes(collection(feature(nama="Désa")).replace("\\u00e9", "é").encode("latin-1"))
    with pytest.raises(BadReference, match="bukan JSON yang utuh"):
        read_boundaries(tmp_path / BOUNDARIES, [A])


def test_a_shape_keeps_its_size_and_its_holes(tmp_path):
    square, hole = read(tmp_path, collection(feature(rings=[SQUARE, HOLE])))[A]
    assert np.ptp(square, axis=0) == pytest.approx((1.102, 1.112), abs=0.001)
    assert len(hole) == 4 and (hole.min(axis=0) > square.min(axis=0)).all()
    assert square[0] == pytest.approx(square[-1]) and np.abs(square).max() == pytest.approx(0.556, abs=0.001)


@pytest.mark.parametrize("square", [SQUARE, SQUARE[::-1]])
@pytest.mark.parametrize("hole", [HOLE, HOLE[::-1]])
def test_holes_run_the_other_way_round_however_they_were_written(tmp_path, square, hole):
    rings = read(tmp_path, collection(feature(rings=[square, hole])))[A]
    signed = [(ring[:-1, 0] * ring[1:, 1] - ring[1:, 0] * ring[:-1, 1]).sum() / 2 for ring in rings]
    assert signed[0] == pytest.approx(1.226, abs=0.01) and signed[1] == pytest.approx(-0.0245, abs=0.001)


def test_islands_heights_and_open_rings_are_understood(tmp_path):
    high = [[x, y, 61.5] for x, y in SQUARE[:-1]]
    west, east = read(tmp_path, collection(feature(kind="MultiPolygon", rings=[[high], [EAST]])))[A]
    assert (west[0] == west[-1]).all() and len(west) == len(east) == 5
    assert west.max(axis=0)[0] == east.min(axis=0)[0]


def test_nothing_stands_between_the_rings_of_a_shape(tmp_path):
    here = Instance(tmp_path)
    here.refer(BOUNDARIES, collection(feature(rings=[SQUARE, HOLE])))
    made = {}
    regions = [(A, "Bendolo", "desa", "35.18.01", None, None, None, None, None)]
    load_shapes(None, here.where, regions, lambda con, name, shape, rows: made.update({name: rows}))
    [(code, kind, xs, ys)] = made["village_shape"]
    assert (code, kind, made["village_map"]) == (A, "boundary", [("boundary", None, None)])
    assert [place for place, x in enumerate(xs) if x is None] == [5] == [k for k, y in enumerate(ys) if y is None]
    assert len(xs) == len(ys) == 10


def test_a_ring_with_few_points_stays_as_it_is():
    ring = wavy(100, 1.0)
    [same] = simplified([ring], 200)
    assert same is ring


def test_neighbours_lose_the_same_points_of_their_border():
    west, east = simplified([wavy(900, -1.0), wavy(900, 1.0)], 200)
    shared = {tuple(point) for point in west.tolist()} & {tuple(point) for point in east.tolist()}
    assert max(len(west), len(east)) <= 200 < 900
    assert len(shared) == len(west) - 3 == len(east) - 3  # all but the two far corners and the closing point
    for ring in (west, east):
        assert (ring[0] == ring[-1]).all()


def test_a_simplified_coast_stays_near_the_true_one():
    turns = np.linspace(0, 2 * pi, 2001)
    coast = np.column_stack([np.cos(turns), np.sin(turns)]) * (1 + 0.02 * np.sin(40 * turns))[:, None]
    coast[-1] = coast[0]
    [thin] = simplified([coast], 200)
    assert 20 < len(thin) <= 201
    midpoints = (thin[:-1] + thin[1:]) / 2
    assert np.hypot(*(midpoints[:, None] - coast[None]).T).min(axis=0).max() < 0.01


def test_a_village_with_many_points_takes_none_from_those_that_do_not_touch_it():
    few = wavy(150, 1.0) + np.array([30.0, 0.0])
    many, same = simplified([wavy(900, 1.0), few], 200)
    assert len(many) <= 200 and {tuple(point) for point in same.tolist()} == {tuple(point) for point in few.tolist()}


def test_a_small_island_beside_a_large_one_keeps_an_area():
    turns = np.linspace(0, 2 * pi, 3001)
    large = np.column_stack([np.cos(turns), np.sin(turns)]) * (5 + np.cos(900 * turns))[:, None]
    large[-1] = large[0]
    small = np.array([(9.0, 9.0), (9.001, 9.0), (9.001, 9.001), (9.0, 9.001), (9.0, 9.0)])
    assert len(simplified([large, small], 200)[1]) >= 4


@pytest.mark.parametrize(
    "text, words",
    [
        ("kode,q,r\n", "hexagons.csv: kolom code tidak ada"),
        (f"code,q,r\n{A},0,0\n", "hexagons.csv: segi enam 1 desa (35.18.01.2002) tidak ada"),
        (f"code,q,r\n{A},0,0\n{B},0,0\n", "hexagons.csv baris 3: kode 35.18.01.2002 atau letak (0, 0) tertulis dua"),
        (f"code,q,r\n{A},0,0\n{A},1,0\n", "hexagons.csv baris 3: kode 35.18.01.2001 atau letak (1, 0) tertulis dua"),
        (f"code,q,r\n{A},0,0\n{B},1.5,0\n", "hexagons.csv baris 3: kolom q dan r berisi “1.5” dan “0”"),
        (f"code,q,r\n{A},0,0\n{B},1,\n", "hexagons.csv baris 3: kolom q dan r berisi “1” dan “”"),
        ("code,q,r\nBENDOLO,0,0\n", "hexagons.csv baris 2: kode “BENDOLO” bukan kode desa"),
    ],
)
def test_a_mistake_in_the_hexagons_is_named(tmp_path, text, words):
    here = Instance(tmp_path).refer(HEXAGONS, text)
    regions = [(code, "Desa", "desa", "35.18.01", -7.7, 111.7 + n, 4.0, 9, "") for n, code in enumerate((A, B))]
    with pytest.raises(BadReference) as refused:
        load_shapes(None, here.where, regions, lambda *said: None)
    assert words in str(refused.value)


def test_villages_without_a_known_place_are_drawn_but_their_distance_is_not_known(tmp_path):
    here = Instance(tmp_path).refer(HEXAGONS, f"code,q,r\n{A},0,0\n")
    made = {}
    regions = [(A, "Bendolo", "kelurahan", "35.18.01", None, None, None, None, None)]
    load_shapes(None, here.where, regions, lambda con, name, shape, rows: made.update({name: rows}))
    assert made["village_map"] == [("hexagon", None, None)] and len(made["village_shape"]) == 1


def test_a_shape_carries_the_names_of_its_village():
    run_model(
        "marts.village_shape",
        {
            "warehouse.village_shape": """
                village_code  | kind    | xs         | ys
                35.18.01.2001 | hexagon | [0.5, 1.5] | [2.0, NULL]""",
            "warehouse.village": """
                village_code  | village_name | kecamatan_code | kecamatan_name
                35.18.01.2001 | Bendolo      | 35.18.01       | Sawahan
                35.18.01.2002 | Sawahan      | 35.18.01       | Sawahan""",
        },
        """
        village_code  | village_name | kecamatan_code | kecamatan_name | kind    | xs         | ys
        35.18.01.2001 | Bendolo      | 35.18.01       | Sawahan        | hexagon | [0.5, 1.5] | [2.0, NULL]""",
    )
