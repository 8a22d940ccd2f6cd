"""The officer as an owner, and a mail server that can be made to refuse."""

import pytest

from people.models import Owner
from tests.actions.notices.sample import Broken
from tests.cast import NOW


@pytest.fixture
def owner(officer) -> Owner:
    return Owner.objects.for_officer(officer.officer, officer.officer.post_on(NOW.date()))


@pytest.fixture
def broken(settings):
    settings.EMAIL_BACKEND = "tests.actions.notices.sample.Broken"
    yield Broken
    Broken.failing = None
