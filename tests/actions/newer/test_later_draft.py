"""A later draft of the same minutes takes the place of the earlier one; another part of them stands beside it."""

from actions import proposals, reading, workflow
from actions.earlier_minutes import says_most_of
from actions.models import Action, Status
from meetings.models import Meeting, Source
from tests.actions.newer.sample import (
    BREAKDOWN,
    CONFIRMED,
    LONGER,
    NOTE,
    OTHERWISE,
    REPORT,
    SHORTER,
    action_with,
    items,
)
from tests.actions.sample_minutes import DATED
from tests.builders import make_source
from tests.cast import NOW

DRAFT = Source.Standing.DRAFT
SECOND_PART = """Minutes of the meeting held on Thursday 8 October 2026

1. Library opening hours

Lena Fenwick, Head of Libraries, presented the options that had been consulted on over the summer.

RESOLVED: That a table of visits by branch be circulated to Members.
"""


def standing() -> set[Source]:
    return {item.source for item in Meeting.objects.get().items.filter(replaced_by=None).select_related("source")}


def test_before_anything_is_checked_the_meeting_has_each_item_and_each_request_once(take_in):
    take_in(DATED, DRAFT)
    before = items()
    later = take_in(CONFIRMED, DRAFT)
    assert items() == before
    assert standing() == {later}
    assert Action.objects.count() == 4
    assert "take the place of the earlier ones: 4 actions in the same words." in later.warnings[-1]


def test_what_it_says_otherwise_or_no_more_needs_a_look_and_what_is_new_is_proposed(take_in):
    take_in(DATED, DRAFT)
    take_in(OTHERWISE.replace("That the Director provide", "That the Director of Children’s Services provide"), DRAFT)
    doubts = {
        entry.action: " ".join(doubt.text for doubt in entry.doubts)
        for entry in proposals.load_entries(Meeting.objects.get())
    }
    assert len(doubts) == 4
    assert "in other words than the earlier" in doubts[action_with(BREAKDOWN)]
    assert "Director of Children’s Services" in action_with(NOTE).evidence.get().text


def test_a_proposal_that_the_later_draft_does_not_have_stays_to_be_decided_about(take_in, clerk):
    take_in(DATED, DRAFT)
    take_in(SHORTER, DRAFT)
    left = action_with(REPORT)
    [entry] = [entry for entry in proposals.load_entries(Meeting.objects.get()) if entry.action == left]
    assert any("The newer ones do not have it." in doubt.text for doubt in entry.doubts)
    workflow.dismiss(left, by=clerk, now=NOW, reason="Struck out of the draft")
    assert left.unsettled_by is None


def test_what_was_confirmed_keeps_its_reference_and_status(draft, take_in):
    before = list(Action.objects.order_by("pk").values_list("pk", "reference", "status", "owner", "due_on"))
    take_in(LONGER, DRAFT)
    known = [row[0] for row in before]
    after = Action.objects.filter(pk__in=known).order_by("pk")
    assert list(after.values_list("pk", "reference", "status", "owner", "due_on")) == before
    assert Action.objects.exclude(pk__in=known).get().status == Status.PROPOSED


def test_another_part_of_the_minutes_stands_beside_the_first(take_in):
    first = take_in(DATED, DRAFT)
    second = take_in(SECOND_PART, DRAFT)
    assert standing() == {first, second}
    assert not Action.objects.filter(unsettled_by__isnull=False).exists()


def test_confirmed_minutes_take_the_place_of_both_drafts_and_of_what_was_left_of_the_first(take_in):
    take_in(DATED, DRAFT)
    take_in(SHORTER, DRAFT)
    confirmed = take_in(DATED.replace("Councillor Lowe", "Councillors Lowe and Nair"))
    assert standing() == {confirmed}
    for action in Action.objects.prefetch_related("evidence"):
        assert [quote.source_id for quote in action.evidence.all()] == [confirmed.pk] * len(action.evidence.all())


def test_corrected_confirmed_minutes_take_the_place_of_the_first(draft, take_in):
    take_in(CONFIRMED)
    corrected = take_in(OTHERWISE)
    assert standing() == {corrected}
    assert action_with(BREAKDOWN).unsettled_by == corrected


def test_a_draft_after_the_confirmed_minutes_gives_way_to_them_and_its_clerk_is_told(take_in):
    confirmed = take_in(CONFIRMED)
    late = take_in(LONGER.replace("Confirmed minutes", "Minutes"), DRAFT)
    assert standing() == {confirmed}
    assert any("Newer minutes of this meeting are here (confirmed minutes)" in words for words in late.warnings)
    assert Action.objects.filter(source=late).count() == 1


def test_an_earlier_draft_that_is_read_after_the_later_one_gives_way_to_it(take_in, committee):
    first = make_source(committee, DATED, standing=DRAFT)
    later = take_in(CONFIRMED, DRAFT)
    reading.read_source(first.pk, now=NOW)
    assert standing() == {later}
    assert Action.objects.count() == 4


def test_most_of_a_text_is_told_by_words_in_a_row():
    text = "the panel asked for the figures by ward and for a note on the cost of each of the three sites"
    assert says_most_of(f"As agreed, {text}, before Easter.", text)
    assert not says_most_of("a note on the cost of the panel and the figures for each ward", text)
    assert not says_most_of(text, "a few words")
