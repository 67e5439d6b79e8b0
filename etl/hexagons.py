"""`python -m etl hexagons`: the map of equal hexagons for the villages of regions.csv, computed once and kept."""

import argparse
import csv
import io
import sys
from collections.abc import Sequence

import numpy as np

from etl.boundaries import FILE as BOUNDARIES
from etl.boundaries import listed
from etl.errors import BadReference
from etl.reference import read_regions
from etl.shapes import HEXAGONS, Village, fitted, villages_of
from landing.places import Places, places
from measures.hexmap import Cells, hexagons, plane


def run(args: argparse.Namespace) -> int:
    """Write hexagons.csv into the instance's reference folder; how near it came goes to stderr."""
    where = places()
    villages = _placed(villages_of(read_regions(where)))
    _say(f"Menyusun {len(villages)} segi enam; sampai satu menit.")
    cells = arranged(villages)
    _write(where, villages, cells)
    _say(_told(villages, cells))
    _say(f"Tersimpan: {where.reference / HEXAGONS}. Jalankan `build` dan `publish`, atau `run`.")
    if where.reference_file(BOUNDARIES).exists():
        _say(f"{BOUNDARIES} ada, jadi peta tetap memakai batas desa yang sebenarnya.")
    return 0


def arranged(villages: Sequence[Village]) -> Cells:
    """q and r of every village; together they cover what the villages cover."""
    longitude = np.array([village.longitude for village in villages], dtype=np.float64)
    latitude = np.array([village.latitude for village in villages], dtype=np.float64)
    x, y = plane(longitude, latitude, (longitude.mean(), latitude.mean()))
    known = [village.area_km2 for village in villages if village.area_km2]
    frame = max(1.0, float(np.ptp(x) * np.ptp(y)))
    area = sum(known) / len(known) * len(villages) if known else frame
    return hexagons(x, y, [village.kecamatan_code for village in villages], area)


def _placed(villages: list[Village]) -> list[Village]:
    if not villages:
        raise BadReference("regions.csv: tidak ada desa atau kelurahan. Tambahkan barisnya.")
    nowhere = [village.code for village in villages if village.latitude is None or village.longitude is None]
    if nowhere:
        raise BadReference(f"regions.csv: latitude atau longitude {listed(nowhere)} kosong. Isi titik tengahnya.")
    return villages


def _write(where: Places, villages: Sequence[Village], cells: Cells) -> None:
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("code", "q", "r"))
    table.writerows((village.code, *cell) for village, cell in zip(villages, cells.tolist(), strict=True))
    where.reference.mkdir(parents=True, exist_ok=True)
    (where.reference / HEXAGONS).write_text(text.getvalue(), encoding="utf-8", newline="")


def _told(villages: Sequence[Village], cells: Cells) -> str:
    found = fitted(villages, cells)
    assert found
    farthest = villages[int(found.moved_km.argmax())].name
    mean, most = (f"{value:.1f}".replace(".", ",") for value in (found.mean_km, found.max_km))
    return f"Letak desa bergeser rata-rata {mean} km, paling jauh {most} km ({farthest})."


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
