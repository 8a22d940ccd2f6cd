"""Weeks of scheduled work with the worker killed at random; then every notice and every email is counted.

A whole year: `DAYS_TO_KILL_IN=365 KILLS=40 pytest tests/actions/test_killed_at_random.py`.
"""

import collections
import datetime
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from actions.day import MORNING, at
from actions.models import Action, Notice
from people.models import Owner
from tests.actions.test_intake_worker import database_url, end
from tests.builders import (
    make_action,
    make_committee,
    make_councillor,
    make_item,
    make_meeting,
    make_officer,
    make_post,
)

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = datetime.date(2026, 1, 5)
LAST = FIRST + datetime.timedelta(days=int(os.environ.get("DAYS_TO_KILL_IN", "40")))
KILLS = int(os.environ.get("KILLS", "4"))
PATIENCE = 600  # seconds; the machine may be busy
STEPS = ["reminder", "due_today", "owner", "head", "chair"]


@pytest.fixture
def actions(clerk) -> list[Action]:
    """Actions of two committees, due on days spread over the time, with everything that a ladder needs."""
    director = make_post("Director")
    make_officer("Diana Director", director)
    owners = []
    for number in range(6):
        post = make_post(f"Head of Service {chr(65 + number)}", reports_to=director)
        owners.append(Owner.objects.for_officer(make_officer(post=post), post))
    made = []
    for name in ("Health Scrutiny Committee", "Growth Scrutiny Committee"):
        chair = make_councillor(f"{name} Chair", email=f"{name[:6].lower()}@example.org")
        committee = make_committee(name, clerk=clerk, chair=chair)
        item = make_item(make_meeting(committee, FIRST - datetime.timedelta(days=3)))
        until = (LAST - FIRST).days - 25
        for number in range(20):
            due = FIRST + datetime.timedelta(days=7 + number * (until - 7) // 19)
            confirmed = at(FIRST - datetime.timedelta(days=3), MORNING)
            made.append(make_action(item, owner=owners[number % 6], due_on=due, confirmed_at=confirmed))
    return made


def start(folder: Path, done: str = "done", beside: str = "") -> subprocess.Popen:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "scrutiny.settings",
        "DATABASE_URL": database_url(),
        "EMAIL_URL": f"file:{folder / 'mail'}",
        "VAR_DIR": str(folder / "var"),
        "TMPDIR": str(folder),  # what a killed worker leaves goes with the test
        "LOG_LEVEL": "ERROR",
        "DEBUG": "true",
        "DEMO": "false",
    }
    command = [sys.executable, "-m", "tests.actions.days", FIRST.isoformat(), LAST.isoformat(), str(folder / done)]
    if beside:
        command.append(str(folder / beside))
    with (folder / "days.log").open("ab") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)


def wait_for_another_day(worker: subprocess.Popen, done: Path) -> None:
    before, deadline = done.read_text() if done.exists() else "", time.monotonic() + PATIENCE
    while worker.poll() is None and (done.read_text() if done.exists() else "") == before:
        assert time.monotonic() < deadline, "no day was done"
        time.sleep(0.01)


def test_a_worker_killed_at_random_sends_every_notice_once(actions, tmp_path):
    chance = random.Random(20260105)
    done = tmp_path / "done"
    for _ in range(KILLS):
        worker = start(tmp_path)
        wait_for_another_day(worker, done)
        time.sleep(chance.uniform(0, 0.25))
        end(worker)
    last = start(tmp_path)
    assert last.wait(timeout=PATIENCE) == 0, (tmp_path / "days.log").read_text()[-2000:]
    connection.close()
    assert done.read_text() == LAST.isoformat()
    assert_everything_went_out_once(actions, tmp_path / "mail")


def test_two_workers_at_once_send_every_notice_once(actions, tmp_path):
    workers = [start(tmp_path, "done-0", "done-1"), start(tmp_path, "done-1", "done-0")]
    try:
        ends = [worker.wait(timeout=PATIENCE) for worker in workers]
    finally:
        for worker in workers:
            end(worker)
    assert ends == [0, 0], (tmp_path / "days.log").read_text()[-2000:]
    connection.close()
    assert_everything_went_out_once(actions, tmp_path / "mail")


def assert_everything_went_out_once(actions: list[Action], folder: Path) -> None:
    """Each step of each action in one notice, each week's digests, and each notice in one email."""
    notices = list(Notice.objects.prefetch_related("actions"))
    # A clerk for whom nothing waits that week gets no digest, and the notice says so.
    assert {(notice.state, notice.outcome) for notice in notices} <= {("sent", ""), ("skipped", "Nothing waits.")}
    said = collections.Counter(
        (action.pk, notice.data.get("stage") or notice.kind) for notice in notices for action in notice.actions.all()
    )
    expected = {(action.pk, step): 1 for action in actions for step in ["assignment", *STEPS]}
    assert dict(said) == expected
    days = [FIRST + datetime.timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
    weeks = {day.isocalendar()[:2] for day in days}
    assert collections.Counter(notice.kind for notice in notices)["digest"] == len(weeks) * (6 + 1)

    files = "".join(path.read_text() for path in sorted(folder.iterdir()))
    went_out = collections.Counter(re.findall(r"^Message-ID: (\S+)", files, re.MULTILINE))
    assert set(went_out.values()) == {1}
    assert len(went_out) == sum(notice.state == "sent" for notice in notices)
