"""The same meetings in every layout we know give the same items, dates and follow-ups."""

import pytest

from minutes.readers.text import read_text
from minutes.structure import parse

from .form_meetings import DISTRICT, FORUM, MEETINGS, Meeting
from .forms import (
    DECISIONS,
    HEADINGS,
    OPENINGS,
    PARAGRAPHS,
    SETTINGS,
    Form,
    Reading,
    expected_quotes,
    found_titles,
    measure,
    plain_words,
    render,
)

# what is known to be read in part: a few titles in their capitals or two lines, none of all the others
LEAST_TITLES = 0.85
LEAST_MEAN = 0.985


def reading(meeting: Meeting, form: Form) -> Reading:
    return measure(meeting, form, expected_quotes(meeting))


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_items_are_found_whatever_their_headings_look_like(heading: str) -> None:
    found = reading(DISTRICT, Form(heading=heading))
    assert found.titles >= LEAST_TITLES
    assert found.added == 0
    assert found.followups == 1


def test_nearly_all_titles_of_all_meetings_are_found_in_all_forms_of_heading() -> None:
    shares = []
    for meeting in MEETINGS:
        wanted = [plain_words(item.title) for item in meeting.items]
        for heading in HEADINGS:
            titles = found_titles(parse(read_text(render(meeting, Form(heading=heading)))))
            shares += [any(title.startswith(one) for title in titles) for one in wanted]
    assert sum(shares) / len(shares) >= LEAST_MEAN


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_meeting_is_dated_by_its_own_day_alone(opening: str) -> None:
    assert all(reading(meeting, Form(opening=opening)).dated for meeting in MEETINGS)


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("heading", ["{m}/23 {T}", "{t}"])
def test_the_clauses_are_found_in_every_form_of_decision(decision: str, heading: str) -> None:
    found = reading(DISTRICT, Form(heading=heading, decision=decision))
    assert (found.titles, found.added, found.clauses) == (1, 0, 1)


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
@pytest.mark.parametrize("heading", ["{n}. {t}", "{m}. {t}", "{T}"])
def test_numbered_paragraphs_are_no_items(paragraph: str, heading: str) -> None:
    for meeting in (DISTRICT, FORUM):
        found = reading(meeting, Form(heading=heading, paragraph=paragraph))
        assert found.titles >= LEAST_TITLES
        assert found.added == 0


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("heading", ["{n}. {t}", "{T}", "{m}/23 {t}", "{m}\n\n{T}"])
def test_wrapped_lines_and_the_furniture_of_pages_change_nothing(setting: str, heading: str) -> None:
    found = reading(DISTRICT, Form(heading=heading, setting=setting))
    assert (found.titles, found.added, found.followups, found.dated) == (1, 0, 1, True)
