"""A worker's days for `test_killed_at_random.py`: `python -m tests.actions.days FIRST LAST FILE [BESIDE]`.

Does the scheduled work of each day, and writes the day to FILE when it is done; begins where FILE says. BESIDE is the
FILE of a second worker: the two do each morning and each evening at once, for what one has in hand would look
abandoned to another whose clock were hours ahead.
"""

import datetime
import os
import sys
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")
django.setup()

from actions import day  # noqa: E402 (models need the settings)


def keep_step(mine: Path, beside: Path, moment: datetime.datetime) -> None:
    """Say that the work of the moment is done, and wait until the other worker says so."""
    step, other = mine.with_suffix(".step"), beside.with_suffix(".step")
    written = mine.with_suffix(".next")
    written.write_text(moment.isoformat())
    written.replace(step)
    while not other.exists() or datetime.datetime.fromisoformat(other.read_text()) < moment:
        time.sleep(0.01)


def main(first: str, last: str, file: str, beside: str = "") -> None:
    progress = Path(file)
    today, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if progress.exists():
        today = datetime.date.fromisoformat(progress.read_text()) + datetime.timedelta(days=1)
    while today <= end:
        for work, hour in ((day.morning, day.MORNING), (day.evening, day.EVENING)):
            work(day.at(today, hour))
            if beside:
                keep_step(progress, Path(beside), day.at(today, hour))
        written = progress.with_suffix(".new")
        written.write_text(today.isoformat())
        written.replace(progress)
        today += datetime.timedelta(days=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
