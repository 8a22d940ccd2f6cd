"""Documents that wait to be read, and what the reader finds in them."""

import datetime

from meetings.models import Source
from minutes import find_followups, parse, read
from tests.actions.sample_minutes import DATED
from tests.builders import make_source
from tests.cast import NOW

HELD_ON = datetime.date(2026, 10, 8)
LATER = NOW + datetime.timedelta(minutes=10)


def waiting_source(committee, text=DATED, **fields) -> Source:
    """A source in the queue that no worker has been told of."""
    source = make_source(committee, text, **fields)
    Source.objects.filter(pk=source.pk).update(text="", queued_at=NOW)
    source.refresh_from_db()
    return source


def requests_in(text: str) -> list[str]:
    """What the reader finds, by its first quote."""
    findings = find_followups(parse(read(text.encode(), "")))
    return [followup.evidence[0].text for followup in findings.followups]
