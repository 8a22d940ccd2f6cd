"""A post changes hands, falls vacant, and shows who held it."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from actions.models import Status
from people.models import (
    Officer,
    Owner,
)
from people.wording import plain_date
from tests.actions.directory.pages import DAY, YEAR
from tests.builders import make_action, make_officer, make_post
from tests.reading import text_of


def holder_form(**fields) -> dict:
    return {"who": "known", "leaves_others": "on", "first_day": f"{localdate():%d/%m/%Y}", **fields}


def test_a_post_changes_hands_today_and_its_actions_go_along_with_a_line_of_history(
    desk, post, officer, other_officer, meeting
):
    action = make_action(owner=Owner.objects.for_officer(officer.officer, post), meeting=meeting)
    done = make_action(owner=action.owner, meeting=meeting, status=Status.COMPLETE)
    answer = desk.post(
        reverse("actions:post_holder", args=[post.pk]), holder_form(officer=other_officer.officer.pk), follow=True
    )
    action.refresh_from_db()
    done.refresh_from_db()
    assert action.owner.officer == other_officer.officer
    assert done.owner.officer == officer.officer
    assert "has left the post" in action.events.get().note
    assert "1 action went along" in text_of(answer)
    assert officer.officer.post_on(localdate()) is None
    assert other_officer.officer.post_on(localdate()) == post


def test_who_takes_a_post_over_may_keep_the_others(desk, post, other_officer):
    form = holder_form(officer=other_officer.officer.pk)
    del form["leaves_others"]
    desk.post(reverse("actions:post_holder", args=[post.pk]), form)
    assert other_officer.officer.holdings.filter(held_until=None).count() == 2


def test_somebody_new_takes_over_on_a_day_to_come_and_the_actions_wait_for_it(desk, post, officer, meeting):
    action = make_action(owner=Owner.objects.for_officer(officer.officer, post), meeting=meeting)
    day = localdate() + 30 * DAY
    form = {"who": "new", "name": "Priya Nair", "email": "priya@example.org", "first_day": f"{day:%d/%m/%Y}"}
    desk.post(reverse("actions:post_holder", args=[post.pk]), form)
    action.refresh_from_db()
    assert post.holder_on(day).name == "Priya Nair"
    assert post.holder_on(day - DAY) == action.owner.officer == officer.officer


def test_a_post_may_fall_vacant(desk, post):
    desk.post(reverse("actions:post_holder", args=[post.pk]), holder_form(who="nobody"))
    assert post.holder_on(localdate()) is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"who": ""}, "Choose an answer: Who takes it over"),
        ({"officer": ""}, "Choose the officer"),
        ({"who": "new"}, "Write the name"),
        ({"who": "new", "name": "X", "email": "OFFICER@example.org"}, "An officer with this email is in the directory"),
        ({"officer": "same"}, "holds this post on that day already"),
        ({"who": "nobody", "first_day": "31/02/2026"}, "There is no 31 February 2026"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_changes(desk, post, officer, fields, words):
    if fields.get("officer") == "same":
        fields = {"officer": officer.officer.pk}
    answer = desk.post(reverse("actions:post_holder", args=[post.pk]), holder_form(**fields))
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert post.holder_on(localdate()) == officer.officer
    assert Officer.objects.count() == 1


def test_a_day_before_the_holder_began_is_refused_and_nobody_new_is_kept(desk):
    post = make_post("Head of Parks")
    make_officer("Rhys Morgan", post=post, held_from=localdate() - 5 * DAY)
    day = localdate() - 9 * DAY
    form = {"who": "new", "name": "Priya Nair", "email": "priya@example.org", "first_day": f"{day:%d/%m/%Y}"}
    answer = desk.post(reverse("actions:post_holder", args=[post.pk]), form)
    assert "Choose a later day" in text_of(answer)
    assert not Officer.objects.filter(name="Priya Nair").exists()


def test_a_post_shows_who_held_it_and_what_is_outstanding(desk, post, officer, meeting):
    make_officer("Rachel Oakley", post=post, held_until=localdate() - YEAR)
    make_action(owner=Owner.objects.for_officer(officer.officer, post), meeting=meeting)
    html = text_of(desk.get(reverse("actions:post", args=[post.pk])))
    assert html.index("Joanne Pritchard</a></th>") < html.index("Rachel Oakley</a></th>")
    assert "1 action</a>" in html


def test_who_held_what_is_on_both_their_pages_and_is_corrected_on_the_posts(desk, post):
    former = make_officer("Rachel Oakley", post=post, held_until=localdate() - YEAR)
    correct = reverse("actions:holding", args=[former.holdings.get().pk])
    of_post = desk.get(reverse("actions:post", args=[post.pk])).content.decode()
    of_officer = desk.get(reverse("actions:officer", args=[former.pk])).content.decode()
    assert f"{post.title}</a></th>" in of_officer
    assert "Rachel Oakley</a></th>" in of_post
    assert all(plain_date(localdate() - YEAR) in html for html in (of_post, of_officer))
    assert correct in of_post
    assert correct not in of_officer
