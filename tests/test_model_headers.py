"""The header of every model is run: its keys are there, never missing and never twice."""

import pytest

from etl.graph import Node, models, narrowed, ordered
from etl.judge import judgements
from tests.small_demo import small_demo

MODELS = {model.name: model for model in models()}
HEADERS = {"grain", "keys", "note", "stored", "narrow"}
MAY_BE_EMPTY = {"marts.check_result", "warehouse.check_result", "marts.standard_notice", "warehouse.standard_notice"}
# a whole row set aside names no single column, not every audience is cut into segments
MAY_BE_MISSING = {"column_name", "segment"}


def values(model: Node, what: str) -> tuple:
    return small_demo().ask(f"select {what} from {model.name}")[0]


@pytest.mark.parametrize("name", MODELS)
def test_the_keys_of_a_model_are_unique(name):
    model = MODELS[name]
    rows, different = values(model, f"count(*), count(distinct row({', '.join(model.keys)}))")
    assert rows == different and (rows or name in MAY_BE_EMPTY)


@pytest.mark.parametrize("name", MODELS)
def test_the_keys_of_a_model_are_never_missing(name):
    keys = [key for key in MODELS[name].keys if key not in MAY_BE_MISSING]
    missing = values(MODELS[name], ", ".join(f"count(*) filter ({key} is null)" for key in keys))
    assert dict(zip(keys, missing, strict=True)) == dict.fromkeys(keys, 0)


@pytest.mark.parametrize("name", MODELS)
def test_a_header_says_nothing_that_no_one_reads(name):
    assert set(MODELS[name].header) <= HEADERS and MODELS[name].header["grain"]


def test_a_narrowed_model_is_cut_where_its_header_says():
    narrow = [model for model in models() if model.narrow]
    assert narrow
    for model in narrow:
        assert model.narrow.table in model.reads and model.narrow.key in model.keys
        assert f"SELECT {model.narrow.key} FROM changed" in narrowed(model, "changed")


def test_every_model_comes_after_what_it_reads():
    nodes = ordered(models() + judgements())
    place = {node.name: number for number, node in enumerate(nodes)}
    assert all(place[read] < place[node.name] for node in nodes for read in node.reads if read in place)


def test_every_source_of_the_small_demo_reaches_the_warehouse():
    [(sources,)] = small_demo().ask("select count(distinct source) from raw.file where status <> 'reject'")
    assert sources >= 20


def test_the_snapshot_holds_what_the_warehouse_holds():
    here = small_demo()
    for mart in (name for name in MODELS if name.startswith("marts.")):
        assert here.published(f"select * from {mart} order by all") == here.ask(f"select * from {mart} order by all"), (
            mart
        )
