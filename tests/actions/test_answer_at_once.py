"""The page of an answer sends its words as they are typed, its files and the whole of it at the same moment."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from actions import answers
from actions.models import Answer, Status
from actions.workflow import MoveRefused
from tests.at_once import ROUNDS, at_once
from tests.builders import make_action, make_answer, make_attachment, make_item, make_owner
from tests.cast import NOW

CSV = b"ward,number\nHarbour,14\n"
TYPED, WRITTEN = "There were 6", "There were 61."
AT_ONCE = pytest.mark.django_db(transaction=True)


@pytest.fixture
def action(meeting, officer):
    return make_action(make_item(meeting), owner=make_owner(officer.officer))


def address(action, name="answer") -> str:
    return reverse(f"actions:{name}", args=[action.reference])


def posting(user, action, name="answer", **data) -> Callable[[], int]:
    client = Client()
    client.force_login(user)
    return lambda: client.post(address(action, name), data).status_code


@AT_ONCE
def test_words_a_file_and_a_draft_that_come_at_once_are_one_draft(meeting, officer):
    for _ in range(ROUNDS):
        action = make_action(make_item(meeting), owner=make_owner(officer.officer))
        statuses = at_once(
            posting(officer, action, "answer_draft", text=WRITTEN),
            posting(officer, action, "answer_files", uploads=SimpleUploadedFile("a.csv", CSV)),
            posting(officer, action, text=WRITTEN, do="save"),
        )
        assert statuses == [200, 200, 302]
        draft = action.answers.get()
        assert (draft.text, [file.name for file in draft.attachments.all()]) == (WRITTEN, ["a.csv"])


@AT_ONCE
@pytest.mark.parametrize("rest", ["", "The wards"])
def test_what_was_typed_before_neither_goes_out_nor_begins_again(meeting, officer, rest):
    for _ in range(ROUNDS):
        action = make_action(make_item(meeting), owner=make_owner(officer.officer))
        part = {"whole": "part", "rest": rest} if rest else {}
        statuses = at_once(
            posting(officer, action, "answer_draft", text=TYPED, sent_before="0"),
            posting(officer, action, text=WRITTEN, do="send", sent_before="0", **part),
        )
        assert statuses == [200, 302]
        assert action.answers.get().text == WRITTEN
        assert action.events.count() == 1


@AT_ONCE
@pytest.mark.parametrize("rest", ["", "The wards"])
def test_an_answer_that_is_sent_twice_goes_out_once(meeting, officer, rest):
    for _ in range(ROUNDS):
        action = make_action(make_item(meeting), owner=make_owner(officer.officer))
        part = {"whole": "part", "rest": rest} if rest else {}
        send = [posting(officer, action, text=WRITTEN, do="send", sent_before="0", **part) for _ in range(2)]
        assert at_once(*send) == [302, 302]
        answer = action.answers.get()
        assert answer.state == (Answer.State.PART if rest else Answer.State.SENT)
        assert action.events.count() == 1


@AT_ONCE
def test_the_same_file_twice_at_once_is_one_file(meeting, officer):
    for _ in range(ROUNDS):
        action = make_action(make_item(meeting), owner=make_owner(officer.officer))
        files = [SimpleUploadedFile("a.csv", CSV) for _ in range(2)]
        assert at_once(*[posting(officer, action, "answer_files", uploads=file) for file in files]) == [200, 200]
        assert action.answers.get().attachments.count() == 1


def test_a_page_from_before_the_last_answer_begins_no_draft_and_changes_none(client, officer, action):
    client.force_login(officer)
    client.post(
        address(action), {"text": "Part", "whole": "part", "rest": "The rest", "do": "send", "sent_before": "0"}
    )
    late = {"text": "Par", "sent_before": "0"}
    assert "Reload it to write another" in client.post(address(action, "answer_draft"), late).content.decode()
    file = {"uploads": SimpleUploadedFile("a.csv", CSV), "sent_before": "0"}
    refused = client.post(address(action, "answer_files"), file)
    assert refused.status_code == 409
    assert "Reload it to write another" in refused.content.decode()
    assert answers.draft_of(action, officer) is None
    answers.save_draft(action, by=officer, now=NOW, text="The rest")
    client.post(address(action, "answer_draft"), late)
    assert answers.draft_of(action, officer).text == "The rest"


def test_other_words_from_such_a_page_are_kept(client, officer, action):
    make_answer(action, officer, text="Part", state="part", rest="The rest", sent_at=NOW)
    client.force_login(officer)
    assert 'name="sent_before" value="1"' in client.get(address(action)).content.decode()
    client.post(address(action), {"text": "The rest", "do": "save", "sent_before": "0"})
    assert answers.draft_of(action, officer).text == "The rest"


def test_the_words_that_were_sent_are_not_begun_again_by_a_second_press(client, officer, action):
    client.force_login(officer)
    for _ in range(2):
        response = client.post(address(action), {"text": WRITTEN, "do": "send", "sent_before": "0"}, follow=True)
    assert "has been sent already" in response.content.decode()
    assert action.answers.get().state == Answer.State.SENT
    action.refresh_from_db()
    assert action.status == Status.ANSWERED


def test_what_came_in_between_saving_and_sending_does_not_take_the_place_of_the_words(action, officer, other_officer):
    draft = answers.save_draft(action, by=officer, now=NOW, text=WRITTEN)
    answers.keep_words(action, by=officer, now=NOW, text=TYPED)
    answers.ask_approval(draft, other_officer, by=officer, now=NOW)
    assert action.answers.get().text == WRITTEN
    back = answers.take_back(draft, by=officer, now=NOW)
    answers.keep_words(action, by=officer, now=NOW, text=TYPED)
    answers.send(back, by=officer, now=NOW)
    assert action.answers.get().text == WRITTEN
    with pytest.raises(MoveRefused, match="sent already"):
        answers.send(back, by=officer, now=NOW)


def test_no_file_comes_off_an_answer_that_has_gone_out(action, officer):
    draft = answers.save_draft(action, by=officer, now=NOW, text=WRITTEN)
    file = make_attachment(draft)
    answers.send(draft, by=officer, now=NOW)
    answers.remove_file(draft, str(file.pk))
    assert draft.attachments.get() == file
