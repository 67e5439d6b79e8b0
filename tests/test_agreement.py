"""How often machine and staff agree: counted by month and label, with what the machine left open apart."""

from datetime import date

import duckdb
import pytest

from etl.agreement import agreement_shares
from tests import snapshots_judged
from tests.models import run_model
from tests.screens import opened, seen
from ui import agreement


def test_agreement_is_counted_by_the_month_of_the_decision():
    run_model(
        "warehouse.agreement_count",
        {
            "warehouse.label_decision": """
                post_id | label    | value   | said_at
                p1      | emphasis | service | 2026-06-10 08:00
                p2      | emphasis | figure  | 2026-06-30 23:59
                p3      | emphasis | figure  | 2026-06-10 08:00
                p4      | emphasis | figure  | 2026-07-01 00:10
                p5      | brand    | true    | 2026-06-10 08:00
                p9      | emphasis | figure  | 2026-06-10 08:00""",
            "warehouse.machine_label": """
                post_id | label    | value
                p1      | emphasis | service
                p2      | emphasis | service
                p3      | emphasis |
                p4      | emphasis | figure
                p5      | brand    | true
                p5      | emphasis | figure""",
        },
        """
        month      | label    | decided | agreed | abstained
        2026-06-01 | emphasis | 2       | 1      | 1
        2026-07-01 | emphasis | 1       | 1      | 0
        2026-06-01 | brand    | 1       | 1      | 0""",
    )


@pytest.mark.parametrize("columns", ["agreement", "agreement_label"])
def test_the_share_comes_with_its_interval_and_is_missing_where_nothing_was_compared(columns):
    month = "month      | " if columns == "agreement" else ""
    day = "2026-06-01 | " if columns == "agreement" else ""
    run_model(
        f"marts.{columns}",
        {
            "warehouse.agreement_count": """
                month      | label    | decided | agreed | abstained
                2026-06-01 | emphasis | 10      | 8      | 1
                2026-06-01 | brand    | 0       | 0      | 3""",
            "warehouse.agreement_share": """
                agreed | decided | share | low  | high
                8      | 10      | 0.8   | 0.54 | 0.93""",
        },
        f"""
        {month}label    | decided | agreed | abstained | share | low  | high
        {day}emphasis | 10      | 8      | 1         | 0.8   | 0.54 | 0.93
        {day}brand    | 0       | 0      | 3         |       |      |""",
    )


def test_every_share_of_a_month_and_of_all_months_has_an_interval():
    with duckdb.connect() as con:
        con.execute("create schema warehouse")
        con.execute(
            """
            create table warehouse.agreement_count as
            select * from (values ('emphasis', 8, 10), ('emphasis', 18, 20), ('brand', 0, 0)) as t (label, agreed,
                decided)
            """
        )
        agreement_shares(con, {}, True)
        rows = con.execute("from warehouse.agreement_share order by all").fetchall()
    assert [(agreed, decided, share) for agreed, decided, share, _, _ in rows] == [
        (8, 10, 0.8), (18, 20, 0.9), (26, 30, round(26 / 30, 6)),
    ]  # fmt: skip
    assert all(0 <= low < share < high <= 1 for _, _, share, low, high in rows)


def test_the_page_shows_each_label_with_its_interval_and_the_months(tmp_path, monkeypatch):
    snapshots_judged.as_demo(tmp_path, monkeypatch)
    app = opened("tinjauan", bagian="periksa")
    words = seen(app)
    assert "26 dari 30" in words and "87 %" in words and "3 dari 4" in words
    [chart] = app.get("plotly_chart")
    assert "Oktober" in chart.proto.spec and "18 dari 20" in chart.proto.spec


def test_before_anybody_answered_the_page_says_that_there_is_nothing_to_compare(tmp_path, monkeypatch):
    snapshots_judged.as_demo(tmp_path, monkeypatch, agreement=[], agreement_label=[])
    app = opened("tinjauan", bagian="periksa")
    assert agreement.NOTHING in seen(app) and not app.get("plotly_chart")


def test_a_label_the_machine_always_left_open_has_no_share(tmp_path, monkeypatch):
    open_label = {"label": "brand", "decided": 0, "agreed": 0, "abstained": 3}
    month = open_label | {"month": date(2026, 11, 1)}
    snapshots_judged.as_demo(tmp_path, monkeypatch, agreement=[month], agreement_label=[open_label])
    app = opened("tinjauan", bagian="periksa")
    assert "tidak tersedia" in seen(app) and not app.get("plotly_chart")
