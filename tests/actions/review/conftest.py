"""One item with words, a proposal of it, and the clerk's verbs sent to its meeting."""

import pytest

from tests.actions.review.sample import SAID, TEXT, address, make_proposal
from tests.builders import (
    make_item,
    make_officer,
    make_owner,
    make_post,
    make_source,
)


@pytest.fixture
def item(meeting):
    source = make_source(meeting.committee, TEXT, state="ready")
    start = TEXT.index(SAID)
    paragraphs = [
        {"start": 0, "end": start + len(SAID), "marker": "", "level": 0, "section": "minutes", "cells": []},
        {
            "start": start + len(SAID) + 1,
            "end": len(TEXT),
            "marker": "",
            "level": 0,
            "section": "resolution",
            "cells": [],
        },
    ]
    return make_item(meeting, "Performance", source=source, number="35", start=0, end=len(TEXT), paragraphs=paragraphs)


@pytest.fixture
def owner(db):
    return make_owner(make_officer("Joanne Pritchard", post := make_post("Head of SEND")), post)


@pytest.fixture
def proposal(item, owner):
    """A proposal that the reader was sure of, with words in the minutes."""
    action = make_proposal(item, owner=owner, summary="Send the figures by ward")
    start = TEXT.index(SAID)
    action.evidence.update(source=item.source, start=start, end=start + len(SAID), text=SAID)
    return action


@pytest.fixture
def send(client, clerk, meeting):
    """`send("review_confirm", pk, owner=…)` as the clerk of the committee."""

    def post(name, *rest, htmx=False, **data):
        client.force_login(clerk)
        headers = {"HX-Request": "true"} if htmx else {}
        return client.post(address(name, meeting, *rest), data, headers=headers)

    return post
