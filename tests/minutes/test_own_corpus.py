"""Our own labelled minutes are marked as their format says, and labelled as the guide knows."""

import re

import pytest

from minutes.what.kinds import KINDS
from tests.minutes.own_corpus import documents, read_marked

DUE = re.compile(r"|next_meeting|\d{4}-\d{2}-\d{2}")
DOCUMENTS = documents()


def actions():
    return [
        (name, text, action)
        for name, text, label in DOCUMENTS
        for meeting in label["meetings"]
        for item in meeting["items"]
        for action in item["actions"]
    ]


def test_every_label_is_of_a_kind_and_a_due_date_that_the_guide_knows():
    wrong = [
        (name, action["evidence"])
        for name, _, action in actions()
        if not set(action["kind"].split("|")) <= set(KINDS)
        or not all(DUE.fullmatch(due) for due in (action["due"] or "").split("|"))
        or action["certainty"] not in ("clear", "borderline")
    ]
    assert not wrong


def test_what_is_marked_is_read_as_labels():
    text, label = read_marked(
        '#meeting date=2031-02-03 committee="Ferry Panel"\n#item number=4 title="Slipway"\nThe slipway was slippery.\n'
        '{{R}}{{A1 kind=data|report owner="Pilot|" due=next_meeting refs="F1,F2"}}figures of falls{{/A1}}{{/R}}.\n'
        "{{A1}}She would count them.{{/A1}}\n"
    )
    assert text == "The slipway was slippery.\nfigures of falls.\nShe would count them.\n"
    item = label["meetings"][0]["items"][0]
    assert item["resolutions"] == ["figures of falls"]
    assert item["actions"][0]["evidence"] == ["figures of falls", "She would count them."]
    assert item["actions"][0]["references"] == ["F1", "F2"]


def test_a_mark_left_open_is_refused():
    with pytest.raises(ValueError, match="not closed"):
        read_marked("{{A1}}To be sent.\n")
