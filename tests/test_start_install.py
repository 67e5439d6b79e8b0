"""start.py: what it installs, and what it says when it cannot."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from office import ROOT, make_office, run, settings, without_uv


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return make_office(tmp_path)


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """One package of our own as a wheel, so that a real installation needs no internet."""
    folder = tmp_path / "paket luring"
    folder.mkdir()
    about = "jangkau_try-1.0.dist-info"
    with zipfile.ZipFile(folder / "jangkau_try-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("jangkau_try.py", "")
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: jangkau-try\nVersion: 1.0\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")
    return folder


def test_an_old_python_is_told_which_one_is_needed(office):
    code = "import runpy, sys; sys.version_info = (3, 9, 0); runpy.run_path('start.py', run_name='__main__')"
    shown = subprocess.run([sys.executable, "-c", code], cwd=office, capture_output=True, text=True)
    assert shown.returncode == 1
    assert "memerlukan Python 3.11" in shown.stderr and "python.org" in shown.stderr


def test_python_without_venv_is_told_what_to_install(office):
    code = "import runpy, sys; sys.modules['ensurepip'] = None; runpy.run_path('start.py', run_name='__main__')"
    environment = settings(PATH=os.pathsep.join(without_uv()))
    del environment["JANGKAU_VENV"]
    command = [sys.executable, "-c", code]
    shown = subprocess.run(command, cwd=office, env=environment, capture_output=True, text=True)
    assert shown.returncode == 1
    assert "sudo apt install python3-venv" in shown.stderr


def test_installation_replaces_a_broken_venv_and_is_done_once(office, wheels, tmp_path):
    (office / "requirements.txt").write_text("jangkau-try==1.0\n")
    stamp = office / ".venv" / "jangkau-terpasang.txt"
    stamp.parent.mkdir()
    stamp.write_text("left behind by a Python that is gone")
    fresh = {"JANGKAU_VENV": "", "PATH": os.pathsep.join(without_uv())}

    missing = run(office, "--offline-wheels", str(tmp_path / "tidak ada"), **fresh)
    assert missing.returncode == 1 and "tidak ada" in missing.stderr

    # the dashboard cannot start, for Streamlit is not in these wheels; what counts here is the installation
    first = run(office, "--offline-wheels", str(wheels), **fresh)
    assert "Membuat lingkungan Python" in first.stdout and "Memasang paket" in first.stdout
    assert "dasbor berhenti sendiri" in first.stderr
    assert list((office / ".venv").rglob("jangkau_try.py"))

    second = run(office, "etl", "status", **fresh)
    assert second.returncode == 3 and "paket" not in second.stdout

    (office / "requirements.txt").write_text("jangkau-absent==1.0\n")
    changed = run(office, "--offline-wheels", str(wheels), **fresh)
    assert changed.returncode == 1 and "paket tidak dapat dipasang" in changed.stderr
    assert not stamp.exists()


def test_a_venv_that_cannot_be_made_gives_advice(office):
    (office / ".venv").write_text("a file where the folder should be")
    shown = run(office, "etl", "status", JANGKAU_VENV="")
    assert shown.returncode == 1
    assert ".venv" in shown.stderr and "periksa izin folder" in shown.stderr


def test_every_check_runs_and_a_failed_one_is_named_beside_the_closing_line(office):
    (office / "pyproject.toml").write_text(
        '[tool.mypy]\nfiles = ["etl"]\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\n'
    )
    (office / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", office / "tests")
    (office / "tests" / "test_one.py").write_text("def test_one():\n    pass\n")
    shown = run(office, "test", "-p", "no:dash", "-q")
    assert shown.returncode != 0
    assert "Gaya kode (ruff check): GAGAL" in shown.stdout and "Jenis data (mypy): baik" in shown.stdout
    *_, summary, closing = shown.stdout.strip().splitlines()
    assert "Gaya kode (ruff check)" in summary and closing.startswith("1 passed")
