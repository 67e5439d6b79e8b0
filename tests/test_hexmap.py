"""The map of equal hexagons: one for each village, kecamatan in one piece, near the true places."""

import csv
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.hexagons import arranged
from etl.reference import read_regions
from etl.shapes import FILES, fitted, villages_of
from landing.places import SHIPPED_DATA, places
from measures.hexgrid import Board, anneal
from measures.hexmap import fit, hexagons, outlines, plane
from tests.instance import Instance

STEPS = {(1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)}
REGIONS = "code,name,level,parent_code,latitude,longitude,area_km2,population\n"
SPOTS = st.lists(
    st.tuples(st.integers(-20, 20), st.integers(-20, 20), st.sampled_from("ABCD")), min_size=1, max_size=24
)


def pieces(cells: set[tuple[int, int]]) -> int:
    """Into how many connected pieces these cells fall."""
    left, count = set(cells), 0
    while left:
        edge, count = [left.pop()], count + 1
        while edge:
            q, r = edge.pop()
            near = {(q + across, r + up) for across, up in STEPS} & left
            left -= near
            edge += near
    return count


def holes(cells: set[tuple[int, int]]) -> int:
    """Empty cells from which no way leads outside."""
    low, high = min(min(cell) for cell in cells) - 2, max(max(cell) for cell in cells) + 2
    empty = {(q, r) for q in range(low, high) for r in range(low, high)} - cells
    return pieces(empty) - 1


def of_groups(cells: np.ndarray, groups) -> dict[str, set[tuple[int, int]]]:
    found = defaultdict(set)
    for group, cell in zip(groups, cells.tolist(), strict=True):
        found[group].add(tuple(cell))
    return found


@cache
def shipped() -> tuple:
    where = places(SHIPPED_DATA)
    villages = villages_of(read_regions(where))
    with where.reference_file(FILES[0]).open(encoding="utf-8") as file:
        lines = {line["code"]: (int(line["q"]), int(line["r"])) for line in csv.DictReader(file)}
    assert list(lines) == [village.code for village in villages]
    return villages, np.array(list(lines.values()))


@given(SPOTS)
@settings(max_examples=30, deadline=None)
def test_every_point_has_its_own_hexagon_and_every_group_is_one_piece_without_a_hole(spots):
    x, y = np.array([spot[:2] for spot in spots], dtype=float).T
    groups = [spot[2] for spot in spots]
    cells = hexagons(x, y, groups, 400.0, steps=40)
    assert len({tuple(cell) for cell in cells.tolist()}) == len(spots)
    for mine in of_groups(cells, groups).values():
        assert pieces(mine) == 1 and holes(mine) == 0


@given(SPOTS)
@settings(max_examples=5, deadline=None)
def test_the_same_points_give_the_same_map(spots):
    x, y = np.array([spot[:2] for spot in spots], dtype=float).T
    groups = [spot[2] for spot in spots]
    first, second = (hexagons(x, y, groups, 400.0, steps=40) for _ in range(2))
    assert (first == second).all()


def test_points_that_lie_like_hexagons_find_themselves_again():
    cells = np.array([(q, r) for q in range(-2, 3) for r in range(-2, 3) if abs(q + r) <= 2])
    x, y = outlines(cells, 1.5, 10.0, -4.0)[:, :6].mean(axis=1).T
    groups = ["west" if q < 0 else "east" for q, _ in cells.tolist()]
    area = len(cells) * 1.5**2 * 3 * 3**0.5 / 2
    found = fit(hexagons(x, y, groups, area, steps=500), x, y)
    assert found.max_km == pytest.approx(0, abs=1e-9) and found.size_km == pytest.approx(1.5)


@pytest.mark.parametrize("size, east, north", [(1.0, 0.0, 0.0), (0.7, -3.0, 12.0)])
def test_scale_and_shift_are_found_back_and_a_village_moved_by_hand_counts(size, east, north):
    cells = np.array([(0, 0), (3, -1), (-2, 4), (1, 1), (-1, -3)])
    x, y = outlines(cells, size, east, north)[:, :6].mean(axis=1).T
    found = fit(cells, x, y)
    assert (found.size_km, found.east_km, found.north_km) == pytest.approx((size, east, north))
    assert found.max_km == pytest.approx(0, abs=1e-9)
    assert fit(cells, x + np.array([5.0, 0, 0, 0, 0]), y).max_km > 2


def test_neighbours_share_the_very_same_corners():
    rings = outlines(np.array([(0, 0), (1, 0), (0, 1), (-1, 1)]), 1.1529, 0.3, -0.7)
    corners = Counter(tuple(point) for ring in rings for point in ring[:6].tolist())
    assert sorted(corners.values()) == [1] * 10 + [2] * 4 + [3] * 2
    assert (rings[:, 0] == rings[:, 6]).all()


def test_a_wider_scale_leaves_the_ground_as_it_is():
    x, y = plane(np.array([112.0, 112.1]), np.array([-7.6, -7.5]), (112.0, -7.6))
    assert (x[0], y[0]) == (0, 0)
    assert x[1] == pytest.approx(11.02, abs=0.01) and y[1] == pytest.approx(11.12, abs=0.01)


def test_annealing_never_makes_a_map_worse_than_it_was_laid_out():
    chance = np.random.default_rng(5)
    homes, groups = chance.normal(scale=4, size=(40, 2)), [place % 4 for place in range(40)]
    before, after = Board(homes, groups), Board(homes, groups)
    anneal(after, 200, 0)
    assert after.strain() < before.strain()


def test_the_shipped_map_has_one_hexagon_for_every_village_and_no_gap():
    villages, cells = shipped()
    assert len({tuple(cell) for cell in cells.tolist()}) == len(villages) == 284
    everything = {tuple(cell) for cell in cells.tolist()}
    assert pieces(everything) == 1 and holes(everything) == 0


def test_on_the_shipped_map_every_kecamatan_is_one_piece():
    villages, cells = shipped()
    groups = of_groups(cells, [village.kecamatan_code for village in villages])
    assert len(groups) == 20 and {pieces(mine) for mine in groups.values()} == {1}


def test_on_the_shipped_map_villages_lie_about_one_hexagon_from_their_places():
    villages, cells = shipped()
    found = fitted(villages, cells)
    assert found.mean_km < 1.1 * found.size_km * 3**0.5 and found.max_km < 6


def test_on_the_shipped_map_no_two_villages_of_a_kecamatan_are_nearer_home_the_other_way_round():
    villages, cells = shipped()
    longitude, latitude = (np.array([getattr(v, axis) for v in villages]) for axis in ("longitude", "latitude"))
    points = np.column_stack(plane(longitude, latitude, (longitude.mean(), latitude.mean())))
    found = fitted(villages, cells)
    centres = outlines(cells, found.size_km, found.east_km, found.north_km)[:, :6].mean(axis=1)
    away = ((points[:, None] - centres[None]) ** 2).sum(axis=2)
    for one, other in combinations(range(len(villages)), 2):
        if villages[one].kecamatan_code == villages[other].kecamatan_code:
            swapped, now = away[one, other] + away[other, one], away[one, one] + away[other, other]
            assert swapped > now - 1e-6


def test_directions_hold_on_the_shipped_map():
    """Of two kecamatan far apart, the eastern one lies east and the northern one north."""
    villages, cells = shipped()
    codes = sorted({village.kecamatan_code for village in villages})
    mine = {code: [place for place, v in enumerate(villages) if v.kecamatan_code == code] for code in codes}
    place = np.array([(v.longitude, v.latitude) for v in villages]) * 110
    drawn = np.column_stack([cells[:, 0] + cells[:, 1] / 2, cells[:, 1]])
    for one, other in combinations(codes, 2):
        true = place[mine[one]].mean(axis=0) - place[mine[other]].mean(axis=0)
        shown = drawn[mine[one]].mean(axis=0) - drawn[mine[other]].mean(axis=0)
        for axis in (0, 1):
            assert abs(true[axis]) < 10 or true[axis] * shown[axis] > 0, (one, other)


def test_the_distances_of_the_mart_are_those_of_the_map(tmp_path):
    here = Instance(tmp_path).up_to_date()
    found = fitted(*shipped())
    [(kind, mean, most)] = here.ask("select * from marts.village_map")
    assert (kind, mean, most) == ("hexagon", pytest.approx(found.mean_km), pytest.approx(found.max_km))
    places_drawn = "select count(*), count(distinct village_code), count(distinct kecamatan_code), min(len(xs)) "
    assert here.ask(places_drawn + "from marts.village_shape where len(xs) = len(ys)") == [(284, 284, 20, 7)]


def test_an_instance_with_other_villages_gets_a_map_of_its_own(tmp_path):
    lines = [f"9.{k},Kec {k},kecamatan,9,,,,\n" for k in (1, 2)]
    lines += [
        f"9.{1 + n // 4}.{n},Desa {n},desa,9.{1 + n // 4},{-7 - n % 4 / 50},{112 + n / 40},4.5,900\n" for n in range(8)
    ]
    here = Instance(tmp_path).refer("regions.csv", REGIONS + "".join(lines))
    here.refer("roster.csv", "agency_code,valid_from,valid_to,note\n")
    refused = here.etl("build")
    assert refused.code == 1 and "Susun ulang dengan perintah `hexagons`" in refused.err
    done = here.etl("hexagons")
    assert done.code == 0 and "bergeser rata-rata" in done.err and done.out == ""
    here.up_to_date()
    assert here.ask("select kecamatan_name, count(*) from marts.village_shape group by all order by all") == [
        ("Kec 1", 4), ("Kec 2", 4)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines, words",
    [("9.1,K,kecamatan,9,,,,\n", "tidak ada desa"), ("9.1.1,A,desa,9.1,,112,1,9\n", "1 desa (9.1.1) kosong")],
)
def test_villages_without_a_place_are_named(tmp_path, lines, words):
    done = Instance(tmp_path).refer("regions.csv", REGIONS + lines).etl("hexagons")
    assert done.code == 1 and words in done.err.splitlines()[-1]


def test_without_areas_the_map_is_made_all_the_same():
    villages = [village for village in shipped()[0] if village.kecamatan_code == "35.18.15"]
    bare = [type(village)(**{**vars(village), "area_km2": None}) for village in villages]
    assert len({tuple(cell) for cell in arranged(bare).tolist()}) == len(bare) == 6
