"""Documents of one meeting, taken in one after the other."""

import pytest

from actions import reading, review, workflow
from actions.amendments import assign
from actions.models import Action
from meetings.models import Meeting, Source
from tests.actions.sample_minutes import DATED
from tests.builders import make_owner, make_source
from tests.cast import NOW


@pytest.fixture
def take_in(committee):
    """`take_in(text)`: a document read to the end, confirmed unless said otherwise."""

    def read(text: str, standing: str = Source.Standing.CONFIRMED, **fields) -> Source:
        source = make_source(committee, text, standing=standing, **fields)
        reading.read_source(source.pk, now=NOW)
        source.refresh_from_db()
        assert source.state == Source.State.READY, source.reason
        return source

    return read


@pytest.fixture
def draft(take_in, clerk):
    """The draft taken in, all its proposals confirmed and the review finished."""
    source = take_in(DATED, Source.Standing.DRAFT)
    for action in Action.objects.all():
        if action.owner is None:
            assign(action, make_owner(), by=clerk, now=NOW, reason="Chosen")
        workflow.confirm(action, by=clerk, now=NOW)
    review.finish(Meeting.objects.get(), by=clerk, now=NOW)
    return source
