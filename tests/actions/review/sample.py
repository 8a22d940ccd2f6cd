"""The minutes that the tests of the review check, and proposals of them."""

import datetime

from django.urls import reverse

from actions.models import Action, Status
from tests.builders import (
    make_action,
)

TEXT = "Lena spoke of waiting times. She would send the figures by ward. RESOLVED: That a note be provided."
SAID = "She would send the figures by ward."


def address(name, meeting, *rest):
    return reverse(f"actions:{name}", args=[meeting.committee.slug, meeting.date, *rest])


def make_proposal(item, **fields) -> Action:
    fields = {"confidence": 0.95, "due_on": datetime.date(2026, 11, 19), "order": 1, "source": item.source} | fields
    return make_action(item, Status.PROPOSED, **fields)
