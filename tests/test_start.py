"""start.py: what it serves, what it passes on, and how it stops."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from office import (
    CTRL_C,
    KILLED,
    TERMINATED,
    Started,
    free_port,
    is_alive,
    make_office,
    notes,
    pid,
    role,
    run,
    wait_until,
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return make_office(tmp_path)


@pytest.fixture
def start(office: Path) -> Iterator[Callable[..., Started]]:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a CI shell may have handed down a deaf one
    running: list[Started] = []
    yield lambda *arguments, **extra: running.append(Started(office, *arguments, **extra)) or running[-1]
    for started in running:
        started.close()


def test_help_names_every_command_and_option(office):
    shown = run(office, "--help")
    assert shown.returncode == 0
    words = ["--port", "--no-browser", "--viewer", "--address", "--offline-wheels", "etl", "test", "wheels"]
    assert [word for word in words if word not in shown.stdout] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--viewer", "bupati"],
        ["--port", "banyak"],
        ["--tampil"],
        ["wheels"],
        ["--viewer", "kepala", "--address", "0.0.0.0"],
    ],
)
def test_a_wrong_request_is_refused_with_advice(office, arguments):
    shown = run(office, *arguments)
    assert shown.returncode == 1
    assert shown.stderr.startswith("Gagal: ") and "Yang perlu dilakukan: " in shown.stderr
    assert not (office / "dashboard.txt").exists()


def test_etl_keeps_arguments_folder_and_exit_code(office, tmp_path):
    shown = run(office, "etl", "load", "ekspor saya.csv", "--help", cwd=tmp_path)
    assert shown.returncode == 3
    assert shown.stdout.strip() == f"['load', 'ekspor saya.csv', '--help'] {tmp_path} 1 None"


def test_ctrl_c_stops_the_dashboard_and_the_watcher(office, start):
    started = start("--port", str(free_port()))
    assert started.address().startswith("http://127.0.0.1:")
    children = [pid(office, "dashboard.txt"), pid(office, "watch.txt")]
    assert all(map(is_alive, children))
    assert started.stop(CTRL_C) == 0
    assert not any(map(is_alive, children))


def test_a_dashboard_that_dies_is_reported_and_takes_the_watcher_along(office, start):
    started = start("--port", str(free_port()))
    watcher = pid(office, "watch.txt")
    os.kill(pid(office, "dashboard.txt"), KILLED)
    assert started.process.wait(10) == 1
    assert "dasbor berhenti sendiri" in started.wait_for("Gagal")
    assert not is_alive(watcher)


def test_a_watcher_that_dies_is_reported_and_restarted_while_the_dashboard_stays(office, start):
    (office / "watcher-dies").touch()
    started = start("--port", str(free_port()))
    assert "kode 4" in started.wait_for("Pengawas kotak masuk berhenti")
    (office / "watcher-dies").unlink()
    wait_until(lambda: len(notes(office, "watch.txt")) > 2, lambda: "the watcher was not restarted")
    assert is_alive(pid(office, "dashboard.txt"))


def test_a_busy_port_is_named_and_the_next_free_one_serves_until_terminated(office, start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        busy = taken.getsockname()[1]
        started = start("--port", str(busy))
        assert f"{busy} sedang dipakai" in started.wait_for("sedang dipakai")
        assert started.address() != f"http://127.0.0.1:{busy}"
    children = [pid(office, "dashboard.txt"), pid(office, "watch.txt")]
    assert started.stop(TERMINATED) == 0
    assert not any(map(is_alive, children))


def test_the_viewer_option_reaches_only_the_dashboard_and_no_demo_is_built_beside_data(office, start, tmp_path):
    data = tmp_path / "data saya"
    (data / "published").mkdir(parents=True)
    (data / "published" / "CURRENT").write_text("marts-1.duckdb")
    started = start("--port", str(free_port()), "--viewer", "kepala", JANGKAU_DATA=str(data))
    started.address()
    assert (role(office, "dashboard.txt"), role(office, "watch.txt")) == ("kepala", "None")
    assert not any("contoh" in line for line in started.lines) and not (data / "demo").exists()


def test_a_viewer_role_left_in_the_shell_opens_nothing(office):
    assert run(office, "etl", "role", JANGKAU_LOCAL_VIEWER="kepala").stdout.strip().endswith(" None")


def test_a_demo_that_cannot_be_built_stops_with_advice(office):
    (office / "data" / "demo").mkdir(parents=True)
    (office / "data" / "demo" / "published").touch()
    shown = run(office)
    assert shown.returncode == 1
    assert "data contoh tidak dapat dibuat" in shown.stderr and "etl demo" in shown.stderr
