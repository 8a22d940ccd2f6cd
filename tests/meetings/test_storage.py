"""What the reader found becomes records, once, under the right meeting."""

import datetime

import pytest

from meetings.models import AgendaItem, Meeting, Resolution
from meetings.storage import NoMeetingDate, choose_meetings, names_committee, store_minutes
from minutes import records
from minutes.document import Document, Span
from tests.builders import make_committee, make_meeting, make_source

HELD_ON = datetime.date(2026, 10, 8)
TEXT = "1. Performance\nLena spoke.\n(a) the report be noted;\n"


def found_item(title="Performance", **fields) -> records.AgendaItem:
    paragraphs = (records.Paragraph(Span(15, 26)), records.Paragraph(Span(31, 51), "(a)", 1, "resolution"))
    clauses = (records.Resolution(Span(31, 51), "the report be noted;", "(a)", "noted"),)
    return records.AgendaItem("1", title, Span(0, len(TEXT)), paragraphs, clauses, **fields)


def found(*meetings: records.Meeting) -> records.Minutes:
    return records.Minutes(Document(TEXT, (), "text/plain"), "meeting", meetings)


def one_meeting(date=HELD_ON, committee=None, *items) -> records.Minutes:
    return found(records.Meeting(date, committee, Span(0, len(TEXT)), items or (found_item(),)))


def test_a_meeting_that_is_not_in_the_calendar_is_added_as_held(committee):
    store_minutes(make_source(committee), one_meeting())
    meeting = Meeting.objects.get()
    assert (meeting.date, meeting.status) == (HELD_ON, Meeting.Status.HELD)


def test_a_meeting_of_the_calendar_is_taken_and_marked_held(committee):
    planned = make_meeting(committee, HELD_ON, status=Meeting.Status.SCHEDULED, place="Guildhall")
    store_minutes(make_source(committee), one_meeting())
    planned.refresh_from_db()
    assert Meeting.objects.count() == 1
    assert (planned.status, planned.place) == (Meeting.Status.HELD, "Guildhall")


def test_a_cancelled_meeting_with_minutes_is_held_after_all_and_the_clerk_is_told(committee):
    make_meeting(committee, HELD_ON, status=Meeting.Status.CANCELLED)
    stored = store_minutes(make_source(committee), one_meeting())
    assert Meeting.objects.get().status == Meeting.Status.HELD
    assert "marked cancelled" in stored.warnings[0]


def test_items_and_resolutions_keep_their_words_and_places(committee):
    store_minutes(make_source(committee, TEXT), one_meeting(HELD_ON, None, found_item(presenter="Lena Kowalczyk")))
    item, clause = AgendaItem.objects.get(), Resolution.objects.get()
    assert (item.number, item.title, item.presenter) == ("1", "Performance", "Lena Kowalczyk")
    assert [TEXT[p["start"] : p["end"]] for p in item.paragraphs] == ["Lena spoke.", "the report be noted;"]
    assert TEXT[clause.start : clause.end] == clause.text == "the report be noted;"


def test_storing_the_same_source_twice_leaves_one_set_of_records(committee):
    source = make_source(committee, TEXT)
    first = store_minutes(source, one_meeting())
    second = store_minutes(source, one_meeting())
    assert (Meeting.objects.count(), AgendaItem.objects.count(), Resolution.objects.count()) == (1, 1, 1)
    assert second.items == first.items


def test_two_sources_of_one_meeting_follow_each_other_in_order(committee):
    store_minutes(make_source(committee, "one"), one_meeting())
    store_minutes(make_source(committee, "two"), one_meeting(HELD_ON, None, found_item("Budget")))
    assert list(Meeting.objects.get().items.values_list("title", flat=True)) == ["Performance", "Budget"]


def test_each_meeting_of_a_page_is_stored_under_its_own_date(committee):
    later = datetime.date(2026, 11, 5)
    minutes = found(
        records.Meeting(later, None, Span(0, 9), (found_item(),)),
        records.Meeting(HELD_ON, None, Span(9, 20), (found_item(),)),
    )
    stored = store_minutes(make_source(committee), minutes)
    assert {meeting.date for meeting in stored.meetings} == {HELD_ON, later}


def test_the_clerks_date_counts_where_the_text_has_none(committee):
    store_minutes(make_source(committee, given_date=HELD_ON), one_meeting(date=None))
    assert Meeting.objects.get().date == HELD_ON


def test_the_texts_own_date_wins_over_the_clerks_who_is_told(committee):
    source = make_source(committee, given_date=datetime.date(2026, 10, 9))
    stored = store_minutes(source, one_meeting())
    assert Meeting.objects.get().date == HELD_ON
    assert stored.warnings == ["The minutes say 8 October 2026, you gave 9 October 2026. The minutes’ own date counts."]


def test_without_any_date_nothing_is_stored(committee):
    with pytest.raises(NoMeetingDate, match="Give its date"):
        store_minutes(make_source(committee), one_meeting(date=None))
    assert not Meeting.objects.exists()
    assert not AgendaItem.objects.exists()


def test_an_exempt_item_is_restricted_from_the_start(committee):
    minutes = one_meeting(HELD_ON, None, found_item(restricted=True, restricted_reason="the public were excluded"))
    store_minutes(make_source(committee), minutes)
    item = AgendaItem.objects.get()
    assert (item.restricted, item.restricted_reason) == (True, "the public were excluded")


def test_everything_in_a_source_marked_exempt_is_restricted(committee):
    store_minutes(make_source(committee, exempt=True), one_meeting())
    item = AgendaItem.objects.get()
    assert (item.restricted, item.restricted_reason) == (True, "Marked exempt by the clerk")


def test_another_committees_meeting_on_the_same_page_is_left_out_and_said(committee):
    minutes = found(
        records.Meeting(HELD_ON, "Children and Young People Committee", Span(0, 9), (found_item(),)),
        records.Meeting(datetime.date(2026, 10, 1), "Cabinet", Span(9, 20), (found_item(),)),
    )
    taken, warnings = choose_meetings(minutes, committee)
    assert taken == [0]
    assert warnings == ["Left out, since it is not of Children and Young People: 1 October 2026, Cabinet."]


def test_where_no_name_fits_the_clerks_choice_counts(committee):
    taken, warnings = choose_meetings(one_meeting(HELD_ON, "Education Panel"), committee)
    assert taken == [0]
    assert warnings == ["The minutes name “Education Panel”. You chose Children and Young People."]


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("Children & Young People’s Scrutiny Commission", True),
        ("CHILDREN'S SERVICES OVERVIEW AND SCRUTINY COMMITTEE", True),
        ("Overview and Scrutiny Committee", True),
        ("Licensing Sub-Committee", False),
    ],
)
def test_a_committees_name_is_known_by_the_words_that_mean_something(db, words, fits):
    assert names_committee(words, make_committee("Children and Young People Scrutiny Committee")) is fits
