"""Sets Jangkau up on this computer and runs it; needs nothing but Python itself."""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        f"Gagal: Jangkau memerlukan Python 3.11 atau lebih baru; ini Python {sys.version.split()[0]}.\n"
        "Yang perlu dilakukan: pasang Python terbaru dari https://www.python.org/downloads/ lalu ulangi."
    )

import argparse
import hashlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
GIVEN_VENV = os.environ.get("JANGKAU_VENV")  # someone else looks after that one: nothing is installed into it
VENV = ROOT / (GIVEN_VENV or ".venv")
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "jangkau-terpasang.txt"
START = "python start.py" if WINDOWS else "python3 start.py"
FIRST_PORT, PORTS_TRIED = 8501, 50
SECONDS_TO_STOP = 10
WATCHER_PAUSES = [1, 5, 30, 300]  # seconds before each restart; the last one repeats
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never through an office proxy

CHILD_SETTINGS = {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}

HELP = f"""Jangkau: menyiapkan dan menjalankan dasbor di komputer ini.

{START}                  siapkan, lalu buka dasbor (berhenti: Ctrl-C)
    --port N                      port dasbor (bawaan {FIRST_PORT}; bila sedang dipakai, dicari yang bebas)
    --no-browser                  jangan buka peramban
    --viewer PERAN                lihat data sebagai kepala, petugas, atau pimpinan; hanya di komputer ini
    --address ALAMAT              alamat yang dilayani (bawaan 127.0.0.1; tidak boleh bersama --viewer)
    --offline-wheels FOLDER       pasang paket dari folder hasil perintah wheels, tanpa internet
{START} etl ...          perintah data; daftarnya: {START} etl --help
{START} test ...         jalankan semua pemeriksaan; sisanya diteruskan ke pytest
{START} wheels FOLDER    unduh paket untuk kantor tanpa internet (sistem dan versi Python yang sama)
{START} --help           tampilkan bantuan ini"""

CHECKS = {
    "Bentuk kode (ruff format)": ["ruff", "format", "--check", "."],
    "Gaya kode (ruff check)": ["ruff", "check", "."],
    "Jenis data (mypy)": ["mypy"],
}


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace", line_buffering=True)  # an old Windows console knows few letters
    commands = {"etl": run_etl, "test": run_tests, "wheels": download_wheels}
    try:
        if arguments and arguments[0] in commands:
            return commands[arguments[0]](arguments[1:])
        return serve(parse(arguments))
    except KeyboardInterrupt:
        print("Dihentikan.")
        return 130


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.format_help = lambda: HELP + "\n"
    parser.error = lambda message: fail(f"pilihan keliru ({message})", f"lihat {START} --help")
    parser.add_argument("--port", type=int, default=FIRST_PORT, choices=range(1, 65536), metavar="N")
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--viewer", choices=("kepala", "petugas", "pimpinan"))
    parser.add_argument("--address")
    parser.add_argument("--offline-wheels", type=Path)
    options = parser.parse_args(arguments)
    if options.viewer and options.address:
        fail("--viewer membuka data asli tanpa login, jadi hanya untuk komputer ini", "hapus --address")
    return options


def fail(what: str, advice: str) -> None:
    sys.exit(f"Gagal: {what}.\nYang perlu dilakukan: {advice}.")


def environment(**extra: str) -> dict[str, str]:
    # a role left over in the shell must not open real data: only --viewer may set it
    inherited = {name: value for name, value in os.environ.items() if name != "JANGKAU_LOCAL_VIEWER"}
    return {**inherited, **CHILD_SETTINGS, **extra}


def call(*command: object, cwd: Path | None = None, **extra: str) -> int:
    """Runs a command in the foreground and gives its exit code; whoever stops us stops the command too."""
    with noted_stops() as stops:
        child = subprocess.Popen(command, cwd=cwd, env=environment(**extra))
        while child.poll() is None and not stops:
            time.sleep(0.05)
        if stops and signal.SIGINT not in stops:  # Ctrl-C reaches a foreground command by itself
            child.terminate()
        child.wait()
    if stops:
        raise KeyboardInterrupt
    return child.returncode


@contextmanager
def noted_stops() -> Iterator[list[int]]:
    """A stop signal only leaves a note, so that none can cut a clean stop short; nohup stays respected."""
    stops: list[int] = []
    signals = [getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")]
    before = {number: signal.getsignal(number) for number in signals if number}
    heard = {number: handler for number, handler in before.items() if handler != signal.SIG_IGN}
    try:
        for number in heard:
            signal.signal(number, lambda noted, frame: stops.append(noted))
        yield stops
    finally:
        for number, handler in heard.items():
            signal.signal(number, handler)


def prepare(requirements: str = "requirements.txt", wheels: Path | None = None) -> None:
    """Makes .venv hold what the file asks for; no stamp means an interrupted try, so start afresh."""
    if GIVEN_VENV:
        return
    version = repr(sys.version_info[:2])
    files = [(ROOT / name).read_bytes() for name in {"requirements.txt", requirements}]
    wanted = {hashlib.sha256(content + version.encode()).hexdigest() for content in files}
    try:
        stamped = STAMP.read_text().split() if STAMP.is_file() and venv_version() == version else []
        if wanted.issubset(stamped):
            return
        if wheels and not wheels.is_dir():
            fail(f"folder {wheels} tidak ada", f"di komputer yang ada internet: {START} wheels FOLDER")
        if stamped:
            STAMP.unlink()
        else:
            make_venv()
        install("-r", ROOT / requirements, wheels=wheels)
        STAMP.write_text("\n".join(wanted))
    except OSError as error:
        fail(f"{VENV} tidak dapat ditulis ({error})", "periksa izin folder dan ruang disk, lalu ulangi")


def venv_version() -> str:
    with suppress(OSError):  # its Python may have been removed from this computer
        question = [PYTHON, "-c", "import sys; print(sys.version_info[:2])"]
        return subprocess.run(question, capture_output=True, text=True, check=False).stdout.strip()
    return ""


def make_venv() -> None:
    print(f"Membuat lingkungan Python di {VENV} ...")
    if VENV.is_dir():
        shutil.rmtree(VENV)
    base, uv = getattr(sys, "_base_executable", sys.executable), shutil.which("uv")
    if not uv and importlib.util.find_spec("ensurepip") is None:
        fail("bagian Python bernama venv belum terpasang", "sudo apt install python3-venv, lalu ulangi")
    with_uv = [uv, "venv", "--quiet", "--no-python-downloads", "--python", base, VENV]
    if call(*with_uv) if uv else call(base, "-m", "venv", VENV):
        fail(f"{VENV} tidak dapat dibuat", "hapus bila ada, periksa izin folder dan ruang disk, lalu ulangi")


def install(*what: object, wheels: Path | None = None) -> None:
    print("Memasang paket", f"dari {wheels} ..." if wheels else "(perlu internet, beberapa menit) ...")
    uv = shutil.which("uv")
    tool = [uv, "pip", "install", "--python", PYTHON] if uv else [PYTHON, "-m", "pip", "install"]
    source = ["--no-index", "--find-links", wheels.resolve()] if wheels else []
    if call(*tool, "--quiet", *source, *what):
        advice = f"periksa folder {wheels}" if wheels else "periksa internet, atau pakai --offline-wheels"
        fail("paket tidak dapat dipasang, sebabnya tertulis di atas", f"{advice}, lalu ulangi")


def download_wheels(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0].startswith("-"):
        fail("nama folder belum disebut", f"jalankan {START} wheels FOLDER")
    prepare()
    if subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
        install("pip")  # uv makes environments without it
    print(f"Mengunduh paket ke {arguments[0]} ...")
    pip = [PYTHON, "-m", "pip", "download", "--quiet", "--only-binary", ":all:", "--dest", arguments[0]]
    if call(*pip, "-r", ROOT / "requirements.txt"):
        fail("paket tidak dapat diunduh, sebabnya tertulis di atas", "periksa internet, lalu ulangi")
    print(f'Selesai. Di kantor tanpa internet: {START} --offline-wheels "{arguments[0]}"')
    return 0


def run_etl(arguments: list[str]) -> int:
    prepare()
    # -P: relative file names keep meaning what was typed, yet nothing is imported from the user's folder
    return call(PYTHON, "-P", "-m", "etl", *arguments, PYTHONPATH=str(ROOT))


def run_tests(arguments: list[str]) -> int:
    """Runs every check even when one fails; pytest comes last and names those that did (conftest.py)."""
    prepare("requirements-dev.txt")
    failed = [title for title, command in CHECKS.items() if not passes(title, command)]
    print("Uji (pytest) ...")
    failing, chosen = {"JANGKAU_FAILED_CHECKS": ", ".join(failed)}, arguments or ["--numprocesses=2", "--dist=loadfile"]
    return call(PYTHON, "-m", "pytest", *chosen, cwd=ROOT, **failing) or int(bool(failed))


def passes(title: str, module: list[str]) -> bool:
    command = [PYTHON, "-m", *module]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)
    print(f"{title}: GAGAL\n{done.stdout.decode()}{done.stderr.decode()}" if done.returncode else f"{title}: baik")
    return done.returncode == 0


def serve(options: argparse.Namespace) -> int:
    prepare(wheels=options.offline_wheels)
    build_demo_when_nothing_is_published()
    address = options.address or "127.0.0.1"
    port = free_port(address, options.port)
    url = f"http://{'127.0.0.1' if address == '0.0.0.0' else address}:{port}"
    role = {"JANGKAU_LOCAL_VIEWER": options.viewer} if options.viewer else {}
    quiet = ["--server.headless=true", "--logger.hideWelcomeMessage=true"]
    flags = [f"--server.address={address}", f"--server.port={port}", *quiet]
    with noted_stops() as stops:
        dashboard = spawn("streamlit", "run", "dashboard.py", *flags, **role)
        watcher = Watcher()
        try:
            while not stops and dashboard.poll() is None and not is_healthy(url):
                time.sleep(0.2)
            if not stops and dashboard.poll() is None:
                announce(url, options.no_browser)
            while not stops and dashboard.poll() is None:
                watcher.look_after()
                time.sleep(0.2)
        finally:
            end_groups([child for child in (dashboard, watcher.child) if child])
    if not stops:
        what = f"dasbor berhenti sendiri (kode {dashboard.returncode})"
        fail(what, f"baca sebabnya di atas; bila tidak jelas, hapus folder {VENV} lalu jalankan lagi")
    print("Jangkau berhenti.")
    return 0


def build_demo_when_nothing_is_published() -> None:
    data = Path(os.environ.get("JANGKAU_DATA") or ROOT / "data")
    pointers = [data / "published" / "CURRENT", data / "demo" / "published" / "CURRENT"]
    if not any(pointer.exists() for pointer in pointers):
        print("Belum ada data; membuat data contoh ...")
        run_etl(["demo"])
        if not any(pointer.exists() for pointer in pointers):
            fail("data contoh tidak dapat dibuat, sebabnya tertulis di atas", f"coba {START} etl demo")


def free_port(address: str, wanted: int) -> int:
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        with socket.socket() as candidate, suppress(OSError):
            # elsewhere this skips a port's waiting time; on Windows two servers would share the port
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0 if WINDOWS else 1)
            candidate.bind((address, port))
            note = "" if port == wanted else f" di port {port}, karena {wanted} sedang dipakai"
            print(f"Menjalankan dasbor{note} ...")
            return port
    fail(f"tidak ada port bebas mulai {wanted} di {address}", "periksa alamat, atau pilih --port N lain")


def spawn(*module: str, **extra: str) -> subprocess.Popen:
    # a group of its own: Ctrl-C reaches only us, and ending the group reaches a child's own children
    group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if WINDOWS else {"start_new_session": True}
    command = [PYTHON, "-m", *module]
    return subprocess.Popen(command, cwd=ROOT, env=environment(**extra), stdin=subprocess.DEVNULL, **group)


def is_healthy(url: str) -> bool:
    with suppress(OSError):
        return DIRECT.open(f"{url}/_stcore/health", timeout=5).status == 200
    return False


def announce(url: str, no_browser: bool) -> None:
    print(f"Jangkau siap dibuka di {url}  (berhenti: Ctrl-C)")
    # without a screen Python would open a text browser over this terminal
    has_screen = WINDOWS or sys.platform == "darwin" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    if has_screen and not no_browser:
        webbrowser.open(url)


class Watcher:
    """Runs `etl watch`, which may die without taking the dashboard down."""

    def __init__(self) -> None:
        self.child: subprocess.Popen | None = None
        self.start_at, self.pauses = 0.0, list(WATCHER_PAUSES)

    def look_after(self) -> None:
        if self.child is None and time.monotonic() >= self.start_at:
            self.child = spawn("etl", "watch")
        elif self.child is not None and self.child.poll() is not None:
            pause = self.pauses.pop(0) if len(self.pauses) > 1 else self.pauses[0]
            print(f"Pengawas kotak masuk berhenti (kode {self.child.returncode}), dasbor tetap berjalan.")
            print(f"Dijalankan lagi dalam {pause} detik; bila berulang: {START} etl status")
            self.child, self.start_at = None, time.monotonic() + pause


def end_groups(children: list[subprocess.Popen]) -> None:
    running = [child for child in children if child.poll() is None]
    for child in running:
        with suppress(OSError):
            child.send_signal(signal.CTRL_BREAK_EVENT) if WINDOWS else os.killpg(child.pid, signal.SIGTERM)
    for child in running:
        try:
            child.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            child.kill() if WINDOWS else os.killpg(child.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
