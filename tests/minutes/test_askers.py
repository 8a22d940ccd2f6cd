"""Who asked, by the words of the minutes."""

import pytest

from minutes import find_followups, parse, read
from minutes.document import Span
from tests.minutes.test_people import cast_of

ANSWER = "Mr Oak would find out."


def asker(body: str, quote: str) -> str | None:
    cast, text = cast_of(body)
    return cast.requester_of([Span(text.index(quote), text.index(quote) + len(quote))])


def test_the_requester_is_the_one_who_asked_by_name() -> None:
    for who, named in (("Councillor Ash", "Councillor Ash"), ("Members", None)):
        body = f"{who} asked for a list of the elms."
        assert asker(body, body) == named


@pytest.mark.parametrize(
    "body",
    [
        "In reply to Councillor Ash, Mr Oak said that he would send a list of the elms.",
        "Following a request from Councillor Ash, Mr Oak agreed to send a list of the elms.",
        "Asked by Councillor Ash for a list of the elms, Mr Oak agreed to send one.",
        "Councillor Ash said that it would be helpful to have a list of the elms.",
        "Councillor Ash having asked for a list of the elms, Mr Oak undertook to send one.",
        "Councillor Ash asked how many elms there were.\nMr Oak would find out.",
        "Councillor Elm spoke of oaks. Councillor Ash asked how many elms there were.\nMr Oak would find out.",
        "“Could members have a list of the elms?” asked Councillor Ash.\nMr Oak would send one.",
        "Councillor Ash said that members should not have to ask for a list of the elms.\nMr Oak would send one.",
        "Councillor Ash asked for a walk among the elms.\nThe Chair said that it should be in May and would be held.",
    ],
)
def test_the_requester_is_found_however_the_asking_is_told(body: str) -> None:
    assert asker(body.replace("\n", " "), body.split("\n")[-1]) == "Councillor Ash"


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("PA – can we have a list of the elms next time?", "PA – can we have a list of the elms next time?"),
        ("Q (PA): why were the elms felled? A: they were ill. LK to send the report.", "LK to send the report."),
        ("PA would like a list of the elms. LK to send one.", "LK to send one."),
    ],
)
def test_in_notes_the_asker_stands_before_the_question(body: str, quote: str) -> None:
    assert asker(body, quote) == "PA"


@pytest.mark.parametrize(
    "said",
    [
        "A walk among the elms would be welcome, Councillor Ash said, and the Chair agreed that one should be held.",
        "Members ought to see the list, suggested Councillor Ash, and it would be sent.",
        "The list should be shorter, thought Councillor Ash, and Mr Oak agreed that it would be.",
        "It would help, Councillor Ash added, if the list were in order of age; Mr Oak would see to it.",
        "Councillor Ash said that members should see the list, and Mr Oak agreed that it would be sent.",
        "Councillor Ash added that she would like to have the list, which would be sent.",
    ],
)
def test_a_wish_has_its_own_asker_whoever_asked_in_the_paragraph_above(said: str) -> None:
    above = "Councillor Elm asked how many oaks there were. The officers present could not say."
    assert asker(f"{above}\n\n{said}", said) == "Councillor Ash"
    assert asker(f"Councillor Elm asked how many oaks there were.\n\n{said}", said) == "Councillor Ash"


@pytest.mark.parametrize(
    ("above", "named"),
    [
        ("Councillor Ash asked how many elms there were.", "Councillor Ash"),
        ("Councillor Ash asked how many elms there were. She thought it too few.", "Councillor Ash"),
        ("Councillor Ash asked how many elms there were. The officers present could not say.", None),
        ("Councillor Ash asked how many elms there were. Ms Birch said that there were nine.", None),
        ("Councillor Ash asked how many elms there were. Members asked for a list.", None),
    ],
)
def test_an_answer_belongs_to_the_asking_that_the_paragraph_above_left_open(above: str, named: str | None) -> None:
    assert asker(f"{above}\n\n{ANSWER}", ANSWER) == named


@pytest.mark.parametrize(
    "body",
    [
        # members at large asked, after somebody asked for something else
        "Councillor Elm asked how old they were. /Members asked for a list, which Mr Oak would send.",
        "Councillor Elm asked how old they were. Members asked for a list. /Mr Oak would send it.",
        # the committee resolved it
        "Councillor Elm asked how old they were.\n\nRESOLVED that /Mr Oak will send a list.",
        # an officer who only tells how it will be, a member who will do it
        "/The figures should be ready by May, Mr Oak said, and would be sent.",
        "Councillor Elm said that /he would find the map that members should see.",
    ],
)
def test_nobody_is_named_as_the_asker_who_did_not_ask_for_this(body: str) -> None:
    assert asker(body.replace("/", ""), body.split("/")[1]) is None


def test_a_row_of_a_table_keeps_who_asked_in_the_item_that_it_repeats() -> None:
    minutes = parse(
        read(
            b"<h1>Parks Panel</h1><p>Minutes of the meeting held on Thursday 8 October 2026</p><h2>2. Elms</h2>"
            b"<p>Councillor Ash asked what other towns had paid. Officers would circulate a comparison of costs.</p>"
            b"<h2>3. Oaks</h2><p>Ms Birch presented the report.</p><h2>Actions</h2><table>"
            b"<tr><th>Action</th><th>Who</th><th>By when</th></tr>"
            b"<tr><td>Circulate comparison of costs</td><td>Mr Oak</td><td>30 October 2026</td></tr></table>",
            "minutes.html",
        )
    )
    [followup] = find_followups(minutes).followups
    assert (followup.requester, followup.owner, len(followup.evidence)) == ("Councillor Ash", "Mr Oak", 3)


def test_an_asking_that_was_answered_in_the_paragraph_above_says_nothing_of_the_next() -> None:
    body = "In answer to Councillor Ash Mr Oak said that he would send a list.\nThe Chair would write a third time."
    assert asker(body, "The Chair would write a third time.") is None
