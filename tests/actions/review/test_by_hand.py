"""Actions and resolutions that a clerk adds."""

import datetime

import pytest

from actions.models import Action, Evidence, Kind, Status
from meetings.models import AgendaItem, Resolution
from tests.actions.review.sample import SAID, TEXT, address
from tests.builders import make_committee, make_meeting, make_source


def add_data(lies_in, **changes):
    return {"item": lies_in.pk, "summary": "Send the figures", "words": SAID.lower(), "origin": "said"} | changes


def test_an_action_by_hand_finds_its_words_in_the_minutes(send, item):
    send("review_add", **add_data(item))
    quote = Evidence.objects.get()
    assert (quote.source, TEXT[quote.start : quote.end]) == (item.source, SAID)
    action = Action.objects.get()
    assert (action.status, action.kind) == (Status.PROPOSED, Kind.DATA)
    assert action.events.get().by_name == "Hannah Whitlock"


@pytest.mark.parametrize(
    ("words", "summary", "due"),
    [
        ("The figures would be sent by the end of April.", "Send the figures", (2027, 4, 30)),
        ("The figures would be sent to the next meeting.", "Send the figures", (2026, 12, 3)),
        ("", "Send the figures by 4 December 2026", (2026, 12, 4)),
        ("They would be sent in due course.", "Send the figures in May", (2027, 5, 31)),
    ],
)
def test_the_day_in_its_words_is_when_it_is_due(send, meeting, item, words, summary, due):
    make_meeting(meeting.committee, datetime.date(2026, 12, 3), status="scheduled")
    send("review_add", **add_data(item, words=words, summary=summary))
    assert Action.objects.get().due_on == datetime.date(*due)


def test_the_day_that_its_clerk_gives_wins_over_the_words(send, item):
    send("review_add", **add_data(item, words="The figures would be sent by the end of April.", due="3 December 2026"))
    assert Action.objects.get().due_on == datetime.date(2026, 12, 3)


@pytest.mark.parametrize("words", ["The Head of SEND would send the figures.", "Ms Pritchard will send the figures."])
def test_whoever_its_words_name_has_it(send, item, owner, words):
    send("review_add", **add_data(item, words=words, confirm="yes"))
    action = Action.objects.get()
    assert (action.owner, action.status) == (owner, Status.OPEN)
    assert "in the minutes" in action.owner_reason


def test_a_pronoun_in_selected_words_is_whoever_the_item_says(send, meeting, item, owner):
    text = "Joanne Pritchard spoke of waiting times. She would send the figures by ward."
    source = make_source(meeting.committee, text, state="ready")
    AgendaItem.objects.update(source=source, end=len(text), paragraphs=[{"start": 0, "end": len(text)}])
    send("review_add", **add_data(item, words=SAID, source=source.pk, start=text.index(SAID), end=len(text)))
    assert Action.objects.get().owner == owner


def test_what_only_its_clerk_wrote_is_not_told_as_the_minutes_words(send, item):
    send("review_add", **add_data(item, words="", summary="Send the figures by 4 December 2026"))
    send("review_add", **add_data(item, words="They would be sent by 4 December 2026."))
    assert [action.due_words for action in Action.objects.order_by("order")] == ["", "4 December 2026"]


def test_selected_words_keep_their_place(send, item):
    start = TEXT.index("a note")
    data = add_data(item, words="a note be provided.", source=item.source.pk, start=start, end=len(TEXT))
    send("review_add", **data)
    quote = Evidence.objects.get()
    assert (quote.start, quote.end) == (start, len(TEXT))


def test_a_place_that_does_not_hold_the_words_is_not_believed(send, item):
    send("review_add", **add_data(item, source=item.source.pk, start=0, end=4))
    assert Evidence.objects.get().start == TEXT.index(SAID)


def test_words_that_are_not_in_the_minutes_are_kept_as_they_are(send, item):
    send("review_add", **add_data(item, words="Asked in the corridor."))
    quote = Evidence.objects.get()
    assert (quote.text, quote.start, quote.source) == ("Asked in the corridor.", None, None)


def test_a_place_in_another_committees_document_is_ignored(send, item):
    foreign = make_source(make_committee(), "Secret words of others")
    send("review_add", **add_data(item, words="Secret words", source=foreign.pk, start=0, end=12))
    assert Evidence.objects.get().source is None


def test_added_and_confirmed_in_one_go_under_a_new_item(client, send, meeting, owner):
    data = {"new_item": "Any other business", "summary": "Visit the depot", "origin": "said", "confirm": "yes"}
    send("review_add", **data, owner="Joanne Pritchard", due="3 December 2026")
    action = Action.objects.get()
    assert (action.item.title, action.status, action.owner) == ("Any other business", Status.OPEN, owner)
    assert "Any other business" in client.get(address("review", meeting)).text


def test_several_are_added_one_after_another_under_one_item(client, send, meeting, owner):
    data = {"new_item": "Any other business", "summary": "Visit the depot", "origin": "said", "again": "yes"}
    response = send("review_add", **data, owner="Joanne Pritchard")
    item = AgendaItem.objects.get(title="Any other business")
    assert response.url == f"{address('review_add', meeting)}?item={item.pk}"
    page = client.get(response.url)
    assert page.context["form"]["item"].value() == str(item.pk)
    assert "was added and confirmed: Visit the depot" in page.text
    assert Action.objects.get().status == Status.OPEN
    response = send("review_resolution", item=item.pk, text="the depot be visited", kind="other", again="yes")
    assert response.url == f"{address('review_resolution', meeting)}?item={item.pk}"


def test_a_meeting_without_minutes_leads_its_clerk_to_adding_by_hand(client, clerk, meeting):
    client.force_login(clerk)
    page = client.get(meeting.get_absolute_url()).text
    for name in ("review_add", "review_resolution"):
        assert address(name, meeting) in page


def test_an_action_of_an_exempt_item_is_exempt(send, item):
    AgendaItem.objects.update(restricted=True)
    send("review_add", **add_data(item))
    assert Action.objects.get().restricted


def test_without_an_item_or_a_title_the_form_says_so(send, item):
    response = send("review_add", **add_data(item, item=""))
    assert response.status_code == 422
    assert "Choose the agenda item, or give the title of another one" in response.text
    assert '<label for="id_item">Agenda item</label>' in response.text


def test_the_selection_fills_the_form_in(client, clerk, meeting, item):
    client.force_login(clerk)
    query = f"?words=a+note+be+provided.&source={item.source.pk}&start=80&end=99"
    form = client.get(address("review_add", meeting) + query).context["form"]
    assert form.initial["item"] == str(item.pk)
    assert form.initial["summary"] == "A note be provided"
    assert "origin" not in form.initial


def test_words_selected_in_a_resolution_were_resolved(client, clerk, meeting, item):
    Resolution.objects.create(item=item, order=1, text="a note", start=70, end=len(TEXT))
    client.force_login(clerk)
    query = f"?words=a+note+be+provided.&source={item.source.pk}&start=80&end=99"
    assert client.get(address("review_add", meeting) + query).context["form"]["origin"].value() == "resolved"


def test_who_was_given_what_is_confirmed_at_once_is_told(client, send, meeting, item, owner):
    AgendaItem.objects.update(restricted=True)
    data = {"item": item.pk, "summary": "Visit the depot", "origin": "said", "confirm": "yes"}
    response = send("review_add", **data, owner="Joanne Pritchard", due="3 December 2026")
    told = "Visit the depot. Joanne Pritchard, Head of SEND, due 3 December 2026, exempt."
    assert told in client.get(response.url).text


@pytest.mark.parametrize(
    "query", ["?source=x&start=²", "?source=99999999999999999999&start=99999999999999999999", "?item=x"]
)
def test_a_link_that_was_tampered_with_opens_an_empty_form(client, clerk, meeting, item, query):
    client.force_login(clerk)
    assert client.get(address("review_add", meeting) + query).status_code == 200


def test_a_resolution_by_hand_is_logged_and_may_lead_to_an_action(send, meeting, item):
    response = send("review_resolution", item=item.pk, text="That a note be provided.", kind="requested", action="yes")
    clause = Resolution.objects.get()
    assert TEXT[clause.start : clause.end] == clause.text == "That a note be provided."
    assert response.headers["Location"].startswith(address("review_add", meeting))
