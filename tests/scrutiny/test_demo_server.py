"""`make demo`, started and ended as a person would: real broker, worker, timetable and web server."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import celery
import pytest

from scrutiny.demo_environment import LONGEST_SOCKET_PATH

ROOT = Path(__file__).parents[2]
LAST_WORDS = "starts afresh"
PATIENCE = 300  # seconds; for a busy machine

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc for what is left running"),
    pytest.mark.xdist_group("demo"),
]


def free_port() -> int:
    """One that nobody is given for a connection meanwhile: those are taken from 32768 upwards."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


class Demo:
    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.process: subprocess.Popen[str] | None = None
        self.started: list[subprocess.Popen[str]] = []

    def start(self, *words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "scrutiny.demo_server", *words],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "DEMO_DIR": str(self.folder), "PORT": str(self.port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.started.append(process)
        return process

    def start_and_wait(self) -> str:
        """Everything that it prints until it is ready."""
        self.process = self.start()
        said = ""
        for line in self.process.stdout:
            said += line
            if LAST_WORDS in line:
                return said
        raise AssertionError(f"The demo did not start:\n{said}")

    def end(self, number: int) -> tuple[int, str]:
        """Its exit code and last words after a signal."""
        self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said

    def running(self, *commands: str) -> list[int]:
        """Processes of this demo, those with every one of the words in their command line."""
        mark = f"DEMO_DIR={self.folder}".encode()
        found = []
        for entry in Path("/proc").iterdir():
            try:
                is_ours = entry.name.isdigit() and mark in (entry / "environ").read_bytes().split(b"\0")
                words = (entry / "cmdline").read_bytes() if is_ours else b""
            except OSError:
                continue
            if words and all(word.encode() in words for word in commands):
                found.append(int(entry.name))
        return sorted(found)

    def wait_until_gone(self, *commands: str) -> list[int]:
        for _ in range(PATIENCE * 5):
            if not self.running(*commands):
                break
            time.sleep(0.2)
        return self.running(*commands)

    def answers(self, page: str) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{page}", timeout=PATIENCE) as response:
            return response.status


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("demo") / "here"


@pytest.fixture
def demo(folder) -> Iterator[Demo]:
    demo = Demo(folder)
    yield demo
    for number in demo.running():
        os.kill(number, signal.SIGKILL)
    for process in demo.started:
        process.communicate(timeout=PATIENCE)


def test_the_demo_serves_pages_with_a_worker_and_ctrl_c_ends_all_that_it_started(demo):
    said = demo.start_and_wait()
    assert f"http://localhost:{demo.port}" in said
    assert "clerk@example.org" in said
    assert demo.answers("/health/") == 200
    assert demo.answers("/accounts/login/") == 200
    broker = celery.Celery(broker=f"redis+socket://{demo.folder / 'broker.sock'}")
    assert len(broker.control.ping(timeout=PATIENCE, limit=1)) == 1
    assert len(demo.running("celery", "beat")) == 1

    again = demo.start()
    assert "already running" in again.communicate(timeout=PATIENCE)[0]
    assert again.returncode == 1

    assert demo.end(signal.SIGINT)[0] == 0
    assert demo.running() == []


def test_when_one_part_dies_the_demo_says_which_and_ends_the_rest(demo):
    demo.start_and_wait()
    worker = demo.running("celery", "worker")[0]
    os.kill(worker, signal.SIGKILL)
    said, _ = demo.process.communicate(timeout=PATIENCE)
    assert demo.process.returncode == 1
    assert "The worker ended by itself" in said
    assert demo.running() == []


def test_a_demo_that_was_killed_outright_leaves_no_worker_and_starts_again(demo):
    demo.start_and_wait()
    demo.end(signal.SIGKILL)
    assert demo.wait_until_gone("celery") == []
    assert demo.wait_until_gone("gunicorn") == []
    demo.start_and_wait()
    assert demo.end(signal.SIGTERM)[0] == 0
    assert demo.running() == []


def test_a_port_that_is_taken_is_named_and_another_proposed(demo):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", demo.port))
        taken.listen()
        said, _ = demo.start().communicate(timeout=PATIENCE)
    assert f"Port {demo.port} cannot be used" in said
    assert f"make demo PORT={demo.port + 1}" in said


def test_reset_forgets_what_the_demo_stored(demo, folder):
    folder.mkdir(exist_ok=True)
    (folder / "db.sqlite3").write_bytes(b"")
    said, _ = demo.start("--reset").communicate(timeout=PATIENCE)
    assert "gone" in said
    assert not folder.exists()


def test_a_folder_too_deep_for_a_socket_has_its_broker_elsewhere(tmp_path):
    deep = tmp_path / ("deep" * 20) / ("deeper" * 5)
    words = "from scrutiny.demo_environment import broker_socket; print(broker_socket())"
    printed = subprocess.run(
        [sys.executable, "-c", words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DEMO_DIR": str(deep)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert str(deep) not in printed
    assert len(printed) <= LONGEST_SOCKET_PATH


@pytest.mark.parametrize("word", ["eight thousand", "0", "70000"])
def test_a_port_that_is_none_is_refused_in_words(demo, word):
    demo.port = word
    said, _ = demo.start().communicate(timeout=PATIENCE)
    assert f"PORT is {word!r}" in said
