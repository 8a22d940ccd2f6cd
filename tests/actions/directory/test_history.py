"""Who held a post when, put right afterwards, and who changed what."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from actions.models import Status
from people.models import (
    Officer,
    Owner,
    PostHolding,
)
from tests.actions.directory.pages import DAY, logged
from tests.builders import make_action, make_officer
from tests.reading import text_of


def test_days_put_down_wrongly_are_corrected_and_the_actions_follow(desk, post, officer, meeting):
    leaver, successor = officer.officer, make_officer("Priya Nair")
    action = make_action(owner=Owner.objects.for_officer(leaver, post), status=Status.OPEN)
    holding = leaver.holdings.get()
    PostHolding.objects.create(officer=successor, post=post, held_from=localdate())

    address = reverse("actions:holding", args=[holding.pk])
    answer = desk.post(
        address, {"held_from": "1 March 2020", "held_until": f"{localdate() - DAY:%d/%m/%Y}"}, follow=True
    )

    assert "1 action went along" in text_of(answer)
    action.refresh_from_db()
    assert action.owner.officer == successor
    holding.refresh_from_db()
    assert (holding.held_from, holding.held_until) == (datetime.date(2020, 3, 1), localdate() - DAY)
    [(by, what)] = logged()
    assert by == "Hannah Whitlock"
    assert what.startswith("Joanne Pritchard holds Head of SEND and Inclusion from 1 March 2020 until")
    assert what.endswith("(was with no day given)")
    assert what in text_of(desk.get(reverse("actions:post", args=[post.pk])))


def test_a_holder_of_the_past_is_added_and_minutes_of_then_mean_them(desk, post):
    past = make_officer("Rachel Oakley")
    address = reverse("actions:holding_new", args=[post.pk])
    desk.post(address, {"officer": past.pk, "held_from": "1 March 2018", "held_until": "29 February 2020"})
    assert post.holder_on(datetime.date(2019, 1, 1)) in {past, Officer.objects.get(name="Joanne Pritchard")}
    assert past.post_on(datetime.date(2020, 2, 29)) == post
    assert past.post_on(datetime.date(2020, 3, 1)) is None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2 May 2021", "1 May 2021", "The last day is before the first"),
        ("1 May 2020", "1 May 2021", "holds this post from 1 January 2021 on already"),
        ("31 February 2020", "", "There is no 31 February 2020"),
    ],
)
def test_days_that_cannot_be_say_why_and_change_nothing(desk, post, first, last, words):
    known = make_officer("Rachel Oakley", post=post, held_from=datetime.date(2021, 1, 1))
    address = reverse("actions:holding_new", args=[post.pk])
    answer = desk.post(address, {"officer": known.pk, "held_from": first, "held_until": last})
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert known.holdings.count() == 1
    assert logged() == []


def test_somebody_who_never_held_a_post_is_taken_out_and_the_log_keeps_it(desk, post, officer):
    holding = officer.officer.holdings.get()
    assert desk.get(reverse("actions:holding_remove", args=[holding.pk])).status_code == 405
    desk.post(reverse("actions:holding_remove", args=[holding.pk]))
    assert not post.holdings.exists()
    assert logged()[0][1].startswith("Joanne Pritchard never held Head of SEND and Inclusion; was")


def test_every_way_to_change_the_directory_writes_who_and_what(desk, post, officer, other_officer):
    person = officer.officer
    entry = {"title": "Head of Inclusion", "directorate": "Learning", "former": "", "abbreviations": "HoI"}
    desk.post(reverse("actions:directory_edit", args=["post", post.pk]), entry)
    desk.post(
        reverse("actions:directory_edit", args=["post", post.pk]), entry | {"former": "Head of SEND and Inclusion"}
    )
    away = {"away_from": f"{localdate():%d/%m/%Y}", "away_until": f"{localdate() + 5 * DAY:%d/%m/%Y}", "deputy": ""}
    desk.post(reverse("actions:officer_away", args=[person.pk]), away)
    desk.post(reverse("actions:absence_end", args=[person.absences.get().pk]))
    desk.post(reverse("actions:post_holder", args=[post.pk]), {"who": "nobody", "first_day": f"{localdate():%d/%m/%Y}"})
    desk.post(reverse("actions:terms"), {"term": "EHCP", "post": post.pk})
    desk.post(reverse("actions:term_remove", args=[post.terms.get().pk]))
    desk.post(reverse("actions:measures"), {"code": "CYP07", "title": "Plans", "post": post.pk})

    assert {by for by, _ in logged()} == {"Hannah Whitlock"}
    said = [what for _, what in logged()]
    assert said[0] == (
        "Post Head of Inclusion: Title: Head of Inclusion (was Head of SEND and Inclusion); "
        "Directorate: Learning (was Children and Learning); Abbreviations: HoI"
    )
    assert len(said) == 7  # saving an entry as it was is no change
    assert said[1].startswith("Joanne Pritchard is away from")
    assert said[2].startswith("Joanne Pritchard is not away any more; was until")
    assert said[3].startswith("Nobody holds Head of Inclusion from")
    assert said[4:] == [
        "“EHCP” belongs to Head of Inclusion",
        "“EHCP” does not belong to Head of Inclusion any more",
        "Indicator CYP07: Plans, Head of Inclusion is added",
    ]
    html = text_of(desk.get(reverse("actions:directory_log", query={"q": "away whitlock"})))
    assert "is not away any more" in html
    assert "does not belong to Head of Inclusion any more</th>" not in html


def test_a_file_and_the_admin_write_their_lines_too(client, administrator, post):
    client.force_login(administrator)
    data = f"post,officer,email\n{post.title},Priya Nair,priya@example.org\n"
    file = SimpleUploadedFile("officers.csv", data.encode())
    preview = client.post(reverse("actions:directory_import", args=["officers"]), {"file": file})
    assert logged() == []
    client.post(
        reverse("actions:directory_import", args=["officers"]), {"text": preview.context["text"], "confirmed": "yes"}
    )
    assert ("Ade Bello", "Priya Nair is added as an officer") in logged()

    client.post(reverse("admin:people_serviceterm_add"), {"term": "SENCO", "post": post.pk})
    assert logged()[-1] == ("Ade Bello", "Service term SENCO: Added.")
