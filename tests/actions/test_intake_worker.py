"""A real worker on a real broker: what it reads, and what is left when it is killed in the middle."""

import datetime
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from celery import current_app
from django.db import connection
from kombu import pools

from actions import intake
from actions.models import Action, Event
from actions.reading import sweep_sources
from meetings.models import AgendaItem, Meeting, Source
from scrutiny.environment import broker_address
from tests.actions.sample_minutes import DATED

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 300  # seconds; the machine may be busy


def database_url() -> str:
    """The test database, as another process names it."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    password = f":{known['PASSWORD']}" if known["PASSWORD"] else ""
    return f"postgres://{known['USER']}{password}@{known['HOST']}:{known['PORT'] or 5432}/{known['NAME']}"


@pytest.fixture
def broker(redis_url, settings) -> Iterator[str]:
    """This process sends to the broker too, on a queue of this test's own."""
    queue = f"test-{os.getpid()}"
    before = {name: current_app.conf[name] for name in ("broker_url", "task_always_eager", "task_default_queue")}
    address = broker_address(redis_url)
    current_app.conf.update(broker_url=address, task_always_eager=False, task_default_queue=queue)
    forget_connections()
    yield address
    current_app.conf.update(before)
    forget_connections()


def forget_connections() -> None:
    """Celery keeps the connections that it has; the next send opens one to the address of now."""
    pools.reset()
    current_app._pool = current_app.amqp._producer_pool = None


@pytest.fixture
def start_worker(broker, redis_url, settings, tmp_path) -> Iterator[Callable[[], subprocess.Popen]]:
    """`start_worker()`: a Celery worker in a process group of its own; ended with the test."""
    started: list[subprocess.Popen] = []
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "scrutiny.settings",
        "DATABASE_URL": database_url(),
        "REDIS_URL": redis_url,
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "VAR_DIR": str(tmp_path / "var"),
        "TMPDIR": str(tmp_path),  # what a killed worker leaves goes with the test
        "DEMO": "false",
        "DEBUG": "true",
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "celery", "-A", "scrutiny", "worker", "--concurrency", "1", "--queues"]

    def start() -> subprocess.Popen:
        with Path(tmp_path / "worker.log").open("ab") as log:
            worker = subprocess.Popen(
                [*command, f"test-{os.getpid()}", "--without-mingle", "--without-gossip"],
                env=environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        started.append(worker)
        return worker

    yield start
    for worker in started:
        end(worker)


def end(worker: subprocess.Popen) -> None:
    """SIGKILL for the worker and its children: no chance to tidy up."""
    if worker.poll() is None:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def wait_until(source: Source, state: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        source.refresh_from_db()
        if source.state == state:
            return
        assert source.state != Source.State.FAILED, source.reason
        time.sleep(0.01)
    pytest.fail(f"the source is {source.state}, not {state}")


def test_a_worker_reads_what_is_queued(clerk, committee, start_worker):
    start_worker()
    source = intake.take_in(committee, DATED.encode(), "minutes.txt", by=clerk, now=datetime.datetime.now(datetime.UTC))
    wait_until(source, Source.State.READY)
    assert Action.objects.filter(source=source).count() == source.actions_found > 0


def long_minutes() -> bytes:
    """Hundreds of items, so that the reading takes a while and a blow falls between claim and commit."""
    head, items = DATED.split("2. Performance", 1)
    parts = [f"{number}. Performance {items.split('3. Contract')[0]}" for number in range(2, 400)]
    return (head + "".join(parts)).encode()


def test_a_worker_killed_in_the_middle_leaves_one_meeting_and_one_set_of_actions(clerk, committee, start_worker):
    now = datetime.datetime.now(datetime.UTC)
    source = intake.take_in(committee, long_minutes(), "long.txt", by=clerk, now=now)
    worker = start_worker()
    wait_until(source, Source.State.READING)
    end(worker)
    source.refresh_from_db()
    assert source.state == Source.State.READING
    assert not Meeting.objects.exists()
    assert not AgendaItem.objects.exists()
    assert not Action.objects.exists()

    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=10)
    assert sweep_sources(now=later) == [source.pk]
    start_worker()
    intake._send(source.pk)
    intake._send(source.pk)
    wait_until(source, Source.State.READY)
    assert Meeting.objects.count() == 1
    assert AgendaItem.objects.count() == source.items_found
    assert Action.objects.count() == Event.objects.count() == source.actions_found > 0


def test_when_only_the_reading_process_dies_the_broker_gives_the_task_to_the_next(clerk, committee, start_worker):
    """The kernel kills what takes too much memory; the worker's parent lives on and hands the task back."""
    now = datetime.datetime.now(datetime.UTC)
    source = intake.take_in(committee, long_minutes(), "long.txt", by=clerk, now=now)
    worker = start_worker()
    wait_until(source, Source.State.READING)
    [child] = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()
    os.kill(int(child), signal.SIGKILL)
    wait_until(source, Source.State.READY)
    assert source.attempts == 2
    assert Meeting.objects.count() == 1
    assert Action.objects.count() == source.actions_found > 0
