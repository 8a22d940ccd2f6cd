"""Confirmed minutes over the draft of the same meeting: nothing that came of the draft is lost or asked for twice."""

import datetime

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from actions import proposals, reading, review, workflow
from actions.models import Action, Event, Status
from actions.newer_minutes import put_in_order
from actions.unsettled import Run, told_apart
from actions.work import counts_of
from actions.workflow import MoveRefused
from meetings.models import AgendaItem, Meeting, Resolution, Source
from tests.actions.newer.sample import (
    BREAKDOWN,
    CONFIRMED,
    FIGURES,
    LATER,
    LONGER,
    NOTE,
    OTHERWISE,
    REPORT,
    SHORTER,
    action_with,
    items,
    kept,
)
from tests.actions.sample_minutes import DATED
from tests.builders import make_answer
from tests.cast import NOW, TODAY


def test_the_same_words_are_quoted_from_the_confirmed_text_and_all_else_stays(draft, take_in, officer):
    answered = action_with(BREAKDOWN)
    workflow.answer(answered, make_answer(answered, officer), by=officer, now=NOW)
    before = [kept(action) for action in Action.objects.order_by("pk")]
    confirmed = take_in(CONFIRMED)
    assert [kept(action) for action in Action.objects.order_by("pk")] == before
    for action in Action.objects.prefetch_related("evidence").select_related("item", "resolution__item"):
        assert (action.source_id, action.item.source_id) == (confirmed.pk, confirmed.pk)
        assert action.resolution is None or action.resolution.item.source_id == confirmed.pk
        for quote in action.evidence.all():
            assert quote.source_id == confirmed.pk
            assert " ".join(confirmed.text[quote.start : quote.end].split()) == quote.text
    assert action_with(BREAKDOWN).resolution.number == "(b)"
    assert Event.objects.filter(verb="found again").count() == len(before)
    assert not Action.objects.filter(unsettled_by__isnull=False).exists()
    assert "take the place of the earlier ones: 4 actions in the same words." in confirmed.warnings[-1]


def test_the_meeting_has_each_item_once_and_the_draft_is_kept(draft, take_in):
    before = items()
    take_in(CONFIRMED)
    assert items() == [(number, "confirmed") for number, _ in before]
    assert draft.items.count() == len(before)
    assert draft.file.storage.exists(draft.file.name)


def test_the_public_read_the_confirmed_text_only_when_the_clerk_has_looked_at_it(client, clerk, draft, take_in):
    meeting = Meeting.objects.get()
    public = reverse("actions:meeting", args=[meeting.committee.slug, meeting.date])
    assert "Apologies" in client.get(public).text
    take_in(CONFIRMED)
    assert "Apologies" not in client.get(public).text
    review.finish(Meeting.objects.get(), by=clerk, now=LATER)
    assert client.get(public).text.count('<li class="item"') == len(items())


def test_other_words_go_to_the_clerk_with_those_of_the_draft(client, clerk, draft, take_in):
    action = action_with(BREAKDOWN)
    old = action.evidence.get().text
    confirmed = take_in(OTHERWISE)
    action.refresh_from_db()
    new = action.evidence.get()
    assert (action.status, action.unsettled_by_id, new.source_id) == (Status.OPEN, confirmed.pk, confirmed.pk)
    assert "within six weeks" in new.text
    assert action.events.get(verb="reworded").data == {"from": [old], "to": [new.text]}
    assert Action.objects.count() == 4
    client.force_login(clerk)
    page = client.get(reverse("actions:review", args=[action.committee.slug, action.meeting.date])).text
    section = strip_tags(page[page.index('id="changed"') : page.index('id="finish"')])
    assert all(words in section for words in [action.reference, "within four weeks", "within six weeks"])
    assert "1 action to decide about" in page


def test_what_is_no_longer_in_the_minutes_stays_until_the_clerk_decides(client, clerk, draft, take_in):
    action = action_with(REPORT)
    confirmed = take_in(SHORTER)
    action.refresh_from_db()
    assert (action.status, action.unsettled_by_id, action.item.source_id) == (Status.OPEN, confirmed.pk, draft.pk)
    assert counts_of(clerk, TODAY).changed == 1
    client.force_login(clerk)
    meeting = Meeting.objects.get()
    page = client.get(reverse("actions:review", args=[meeting.committee.slug, meeting.date])).text
    assert "Not in them" in page
    assert [standing for number, standing in items() if number == "2"] == ["confirmed", "draft"]
    with pytest.raises(MoveRefused, match="First decide"):
        review.finish(meeting, by=clerk, now=LATER)


def test_the_clerk_keeps_it_and_then_the_review_can_be_finished(client, clerk, draft, take_in):
    action = action_with(REPORT)
    take_in(SHORTER)
    client.force_login(clerk)
    address = reverse("actions:review_settle", args=[action.committee.slug, action.meeting.date, action.pk])
    page = client.post(address, follow=True)
    assert f"{action.reference} is kept as it is" in page.text
    action.refresh_from_db()
    assert (action.status, action.unsettled_by) == (Status.OPEN, None)
    assert action.events.get(verb="settled").by == clerk
    assert "somebody may have been quicker" in client.post(address, follow=True).text
    review.finish(Meeting.objects.get(), by=clerk, now=LATER)
    public = client.get(reverse("actions:meeting", args=[action.committee.slug, action.meeting.date])).text
    left = public[public.index("The newer ones do not have this.") :]
    assert "a further report on waiting times" in left
    assert "waiting times by ward" not in left[: left.index("</footer>")]


def test_an_action_that_is_dropped_is_decided(clerk, draft, take_in):
    action = action_with(REPORT)
    take_in(SHORTER)
    action.refresh_from_db()
    workflow.drop(action, by=clerk, now=LATER, reason="The committee struck it out.", decided_by="the committee")
    assert action.unsettled_by is None
    review.finish(Meeting.objects.get(), by=clerk, now=LATER)


def test_only_what_is_new_is_proposed_and_stands_where_its_words_do(draft, take_in):
    before = set(Action.objects.values_list("pk", flat=True))
    confirmed = take_in(LONGER)
    new = Action.objects.exclude(pk__in=before).get()
    assert (new.status, new.source) == (Status.PROPOSED, confirmed)
    order = list(Action.objects.order_by("order").values_list("pk", flat=True))
    assert order.index(new.pk) == order.index(action_with(NOTE).pk) - 1


def test_proposals_nobody_has_checked_and_dismissed_ones_are_carried_over_too(take_in, clerk):
    take_in(DATED, Source.Standing.DRAFT)
    dismissed = workflow.dismiss(action_with(FIGURES), by=clerk, now=NOW, reason="Done")
    take_in(OTHERWISE)
    dismissed.refresh_from_db()
    assert (dismissed.status, dismissed.dismissed_reason) == (Status.DISMISSED, "Done")
    entries = proposals.load_entries(Meeting.objects.get())
    assert len(entries) == 4
    [changed] = [entry for entry in entries if "other words than the earlier" in " ".join(d.text for d in entry.doubts)]
    workflow.confirm(changed.action, by=clerk, now=LATER)
    assert changed.action.unsettled_by is None


def test_a_private_part_of_its_own_is_left_alone_by_the_public_minutes(draft, take_in):
    private = take_in(
        DATED.replace("Placement costs", "Fees").replace("each placement", "each fee"),
        Source.Standing.DRAFT,
        exempt=True,
    )
    take_in(CONFIRMED)
    assert not private.items.filter(replaced_by__isnull=False).exists()


def test_an_item_that_the_clerk_made_exempt_stays_exempt(clerk, draft, take_in):
    item = AgendaItem.objects.get(number="2")
    review.set_exempt(Meeting.objects.get(), [item.pk], [], by=clerk, now=NOW)
    AgendaItem.objects.filter(pk=item.pk).update(public_summary="Members looked at figures.")
    confirmed = take_in(LONGER)
    carried = confirmed.items.get(number="2")
    assert (carried.restricted, carried.public_summary) == (True, "Members looked at figures.")
    assert action_with(BREAKDOWN).restricted


def test_an_item_that_is_exempt_in_the_confirmed_minutes_alone_hides_its_actions(client, draft, take_in):
    action = action_with(BREAKDOWN)
    assert client.get(action.get_absolute_url()).status_code == 200
    take_in(CONFIRMED.replace("2. Performance report, quarter 2", "2. Performance report, quarter 2 (exempt)"))
    action.refresh_from_db()
    assert action.restricted
    assert client.get(action.get_absolute_url()).status_code == 404


def test_a_resolution_logged_by_hand_goes_along(draft, take_in):
    item = draft.items.get(number="2")
    logged = Resolution.objects.create(item=item, order=9, text="That the Chair be thanked.", kind="agreed")
    confirmed = take_in(CONFIRMED)
    logged.refresh_from_db()
    assert logged.item == confirmed.items.get(number="2")


def test_a_confirmed_page_of_one_item_says_nothing_of_the_others(draft, take_in):
    page = CONFIRMED[: CONFIRMED.index("2. Performance")].replace("Councillor Lowe", "Councillors Lowe and Nair")
    take_in(page, given_date=datetime.date(2026, 10, 8))
    assert not Action.objects.filter(unsettled_by__isnull=False).exists()
    assert ("2", "draft") in items()


def test_the_shape_of_quotation_marks_and_dashes_makes_no_other_words(take_in):
    asked = "send Members’ offices the well–known figures by ward"
    take_in(DATED.replace("send Members the figures by ward", asked), Source.Standing.DRAFT)
    assert action_with("well–known")
    take_in(DATED.replace("send Members the figures by ward", asked.replace("’", "'").replace("–", "-")))
    assert Event.objects.filter(verb="found again").count() == 4
    assert action_with("well-known")


def test_reading_the_confirmed_minutes_twice_changes_nothing_more(draft, take_in):
    confirmed = take_in(OTHERWISE)
    events = Event.objects.count()
    Source.objects.filter(pk=confirmed.pk).update(state=Source.State.QUEUED)
    reading.read_source(confirmed.pk, now=LATER)
    assert Event.objects.count() == events
    assert Action.objects.count() == 4


def test_actions_without_words_come_last(draft):
    meeting = Meeting.objects.get()
    first = meeting.actions.order_by("order").first()
    first.evidence.all().delete()
    put_in_order([meeting])
    in_item = meeting.actions.filter(item=first.item).order_by("order")
    assert in_item.last() == first


TABLED = """<h1>Children and Young People Scrutiny Committee</h1>
<p>Minutes of the meeting held on Thursday 8 October 2026</p>
<h2>2. Fares</h2>
<p>Councillor Thornbury asked what other councils paid. Officers would circulate a comparison of fares.</p>
<h2>3. Complaints</h2><p>Rebecca Lyle took members through the figures.</p>
<h2>Actions</h2><table><tr><th>Action</th><th>Who</th><th>By when</th></tr>
<tr><td>Circulate comparison of fares</td><td>Dominic Shaw</td><td>30 October 2026</td></tr></table>"""


def test_an_action_that_rests_on_words_of_two_items_is_found_again(clerk, take_in):
    take_in(TABLED, Source.Standing.DRAFT)
    [action] = Action.objects.all()
    assert action.evidence.count() == 3
    workflow.confirm(action, by=clerk, now=NOW)
    confirmed = take_in(TABLED.replace("Minutes of", "Confirmed minutes of"))
    action.refresh_from_db()
    assert action.unsettled_by is None
    assert "1 action in the same words." in confirmed.warnings[-1]
    assert set(action.evidence.values_list("source", flat=True)) == {confirmed.pk}


def test_what_the_two_say_otherwise_is_marked_in_both(client, clerk, draft, take_in):
    take_in(OTHERWISE)
    client.force_login(clerk)
    meeting = Meeting.objects.get()
    page = client.get(reverse("actions:review", args=[meeting.committee.slug, meeting.date])).text
    assert "by ward be provided <del>to Members</del> within <del>four</del> weeks" in page
    assert "by ward be provided within <ins>six</ins> weeks" in page


def test_changing_an_action_that_the_newer_minutes_changed_leads_back_to_what_is_left_to_decide(
    client, clerk, draft, take_in
):
    take_in(OTHERWISE)
    client.force_login(clerk)
    action = action_with(BREAKDOWN)
    review_of = reverse("actions:review", args=[action.committee.slug, action.meeting.date])
    data = {"due": "3 December 2026", "reason": "The confirmed minutes say six weeks"}
    response = client.post(reverse("actions:verb", args=[action.reference, "redate"]), data)
    assert response.headers["Location"] == review_of
    assert "The due date was changed." in client.get(review_of).text
    client.post(reverse("actions:review_settle", args=[action.committee.slug, action.meeting.date, action.pk]))
    data = {"due": "4 December 2026", "reason": "A day more"}
    response = client.post(reverse("actions:verb", args=[action.reference, "redate"]), data)
    assert response.headers["Location"] == action.get_absolute_url()


def test_words_are_told_apart_quote_by_quote():
    before, after = told_apart(["the old list", "by May"], ["the new list", "by June"])
    assert [[(run.words, run.differs) for run in quote] for quote in before] == [
        [("the", False), ("old", True), ("list", False)],
        [("by", False), ("May", True)],
    ]
    assert [[run.words for run in quote if run.differs] for quote in after] == [["new"], ["June"]]
    assert told_apart(["gone"], []) == ([[Run("gone", False)]], [])
