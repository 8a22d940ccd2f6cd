"""The directory's pages: lists, posts that change hands, absences, entries, files in and out."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.timezone import localdate

from actions.models import Status
from actions.notices.recipients import officer_or_deputy
from people.models import (
    Absence,
    Councillor,
    DirectoryChange,
    Officer,
    OutsideBody,
    Owner,
    Post,
    PostHolding,
    PostTitle,
)
from people.wording import plain_date
from tests.builders import make_action, make_councillor, make_officer, make_post

DAY = datetime.timedelta(days=1)
YEAR = datetime.timedelta(days=365)


@pytest.fixture
def desk(client, clerk, committee):
    client.force_login(clerk)
    return client


@pytest.fixture
def post(officer) -> Post:
    return officer.officer.post_on(localdate())


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def directory(**query) -> str:
    return reverse("actions:directory", query=query)


# --- the lists -----------------------------------------------------------------------------------


def test_posts_are_listed_with_holders_vacancies_absences_and_who_comes_next(desk, officer, other_officer):
    make_post("Head of Parks")
    make_officer("Priya Nair", post=make_post("Head of Roads"), held_from=localdate() + 9 * DAY)
    Absence.objects.create(
        officer=officer.officer,
        deputy=other_officer.officer,
        away_from=localdate() - DAY,
        away_until=localdate() + 5 * DAY,
    )
    html = text_of(desk.get(directory()))
    assert "Joanne Pritchard" in html
    assert "Dominic Shaw deputises" in html
    assert html.count("Vacant") == 2
    assert "Priya Nair from" in html


@pytest.mark.parametrize("words", ["inclusion", "Assistant Quality", "pritchard head", "children"])
def test_a_post_is_found_by_title_former_title_holder_and_directorate(desk, post, words):
    PostTitle.objects.create(post=post, title="Assistant Director Quality")
    make_post("Head of Parks", directorate=None)
    html = text_of(desk.get(directory(q=words)))
    assert "Head of SEND and Inclusion</a>" in html
    assert "Head of Parks" not in html


def test_the_other_lists_have_officers_councillors_and_bodies(desk, officer):
    make_councillor("Owen Trask", ward="Quarry Bank", member_until=localdate() - DAY)
    OutsideBody.objects.create(name="Northbrook Integrated Care Board", other_names="the ICB")
    gone = make_officer("Rachel Oakley", post=make_post("Head of Parks"), held_until=localdate() - DAY)
    officers = text_of(desk.get(directory(show="officers")))
    assert "officer@example.org" in officers
    assert f"{gone.name}</a>" in officers
    assert "Left Head of Parks on" in officers
    assert "Quarry Bank" in text_of(desk.get(directory(show="councillors")))
    assert "No email" in text_of(desk.get(directory(show="bodies")))
    assert desk.get(directory(show="nobody")).status_code == 404


@pytest.mark.parametrize("shown", ["posts", "officers", "councillors", "bodies"])
def test_a_long_list_has_pages_of_fifty_and_always_the_same_queries(desk, shown, django_assert_max_num_queries):
    for number in range(60):
        make_officer(post=make_post())
        make_councillor()
        OutsideBody.objects.create(name=f"Body {number}")
    with django_assert_max_num_queries(20):
        html = text_of(desk.get(directory(show=shown)))
    assert "1 to 50 of 60" in html


# --- a post changes hands ------------------------------------------------------------------------


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


# --- away ----------------------------------------------------------------------------------------


def away(officer, first, last, **fields) -> tuple[str, dict]:
    days = {"away_from": f"{first:%d/%m/%Y}", "away_until": f"{last:%d/%m/%Y}"}
    return reverse("actions:officer_away", args=[officer.pk]), days | fields


def test_an_absence_is_put_down_with_a_deputy(desk, officer, other_officer):
    address, form = away(officer.officer, localdate(), localdate() + 9 * DAY, deputy=other_officer.officer.pk)
    html = text_of(desk.post(address, form, follow=True))
    assert Absence.objects.get().deputy == other_officer.officer
    assert "Dominic Shaw deputises" in html


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(3, 1, "The last day is before the first"), (-9, -2, "That is over already"), (6, 9, "Remove that first")],
)
def test_an_absence_that_makes_no_sense_says_why(desk, officer, first, last, words):
    Absence.objects.create(officer=officer.officer, away_from=localdate() + 5 * DAY, away_until=localdate() + 8 * DAY)
    answer = desk.post(*away(officer.officer, localdate() + first * DAY, localdate() + last * DAY))
    assert words in text_of(answer)
    assert Absence.objects.count() == 1


def test_when_the_deputy_goes_away_too_the_clerk_is_told_and_emails_stay_with_the_officer(desk, officer, other_officer):
    person, deputy = officer.officer, other_officer.officer
    Absence.objects.create(officer=person, deputy=deputy, away_from=localdate(), away_until=localdate() + 9 * DAY)
    assert officer_or_deputy(person, localdate()).email == deputy.email
    answer = desk.post(*away(deputy, localdate() + 2 * DAY, localdate() + 4 * DAY), follow=True)
    assert "They were to deputise for Joanne Pritchard" in text_of(answer)
    assert officer_or_deputy(person, localdate() + 2 * DAY).email == person.email
    assert officer_or_deputy(person, localdate() + 5 * DAY).email == deputy.email


def test_a_deputy_who_is_away_then_too_is_refused(desk, officer, other_officer):
    Absence.objects.create(officer=other_officer.officer, away_from=localdate(), away_until=localdate() + 2 * DAY)
    answer = desk.post(*away(officer.officer, localdate(), localdate() + 9 * DAY, deputy=other_officer.officer.pk))
    assert "Dominic Shaw is away then too" in text_of(answer)


def test_an_officer_who_is_back_early_stays_away_for_the_days_that_were(desk, officer):
    begun = Absence.objects.create(
        officer=officer.officer, away_from=localdate() - 3 * DAY, away_until=localdate() + 3 * DAY
    )
    coming = Absence.objects.create(
        officer=officer.officer, away_from=localdate() + 9 * DAY, away_until=localdate() + 9 * DAY
    )
    for absence in (begun, coming):
        desk.post(reverse("actions:absence_end", args=[absence.pk]))
    assert Absence.objects.get().away_until == localdate() - DAY


# --- entries -------------------------------------------------------------------------------------


def edit(kind: str, pk: int) -> str:
    return reverse("actions:directory_edit", args=[kind, pk])


def test_a_title_that_changes_joins_the_former_ones(desk, post):
    form = {"title": "Head of Inclusion", "directorate": "Children", "service": "Inclusion", "abbreviations": "HoI"}
    desk.post(edit("post", post.pk), form)
    post.refresh_from_db()
    assert (post.title, str(post.service)) == ("Head of Inclusion", "Inclusion")
    assert sorted(post.other_titles.values_list("title", "kind")) == [
        ("Head of SEND and Inclusion", "former"),
        ("HoI", "abbreviation"),
    ]


def test_two_posts_cannot_report_to_each_other(desk, post):
    below = make_post("Manager", reports_to=post)
    answer = desk.post(edit("post", post.pk), {"title": post.title, "reports_to": below.pk})
    assert "That post reports to this one" in text_of(answer)


def test_a_councillor_and_a_body_are_added(desk):
    desk.post(
        reverse("actions:directory_new", args=["councillor"]), {"name": "Owen Trask", "member_from": "8 May 2023"}
    )
    desk.post(reverse("actions:directory_new", args=["body"]), {"name": "The Trust", "other_names": "the hospital"})
    assert Councillor.objects.get().member_from == datetime.date(2023, 5, 8)
    assert OutsideBody.objects.get().other_names == "the hospital"


def test_the_email_of_somebody_who_signs_in_is_the_administrators_to_change(desk, officer, administrator):
    """Links that sign in go to it."""
    form = {"name": "Joanne Marsh", "email": "clerk@example.org"}
    desk.post(edit("officer", officer.officer.pk), form)
    officer.officer.refresh_from_db()
    assert (officer.officer.name, officer.officer.email) == ("Joanne Marsh", "officer@example.org")
    desk.force_login(administrator)
    desk.post(edit("officer", officer.officer.pk), form)
    officer.officer.refresh_from_db()
    assert officer.officer.email == "clerk@example.org"


@pytest.mark.parametrize("kind", ["post", "officer", "councillor", "body"])
def test_an_empty_entry_says_what_is_missing(desk, kind):
    answer = desk.post(reverse("actions:directory_new", args=[kind]), {})
    assert answer.status_code == 422
    assert "There is a problem" in text_of(answer)


def test_what_is_not_in_the_directory_is_no_page(desk):
    for address in [edit("post", 99), edit("cabinet", 1), reverse("actions:post", args=[99])]:
        assert desk.get(address).status_code == 404


# --- files ---------------------------------------------------------------------------------------

LINES = "post,officer,email\nHead of Highways,Lena Kowalczyk,lena@example.org\n"


def upload(text: str) -> dict:
    return {"file": SimpleUploadedFile("officers.csv", text.encode())}


def test_a_file_is_shown_first_and_then_taken_in(client, administrator):
    client.force_login(administrator)
    address = reverse("actions:directory_import", args=["officers"])
    shown = client.post(address, upload(LINES))
    assert "Lena Kowalczyk holds Head of Highways" in text_of(shown)
    assert not Officer.objects.exists()
    client.post(address, {"text": shown.context["text"], "confirmed": "yes"})
    assert Post.objects.get().holder_on(localdate()).name == "Lena Kowalczyk"


def test_actions_go_along_when_a_file_gives_a_post_to_somebody_else(client, administrator, post, officer, meeting):
    client.force_login(administrator)
    action = make_action(owner=Owner.objects.for_officer(officer.officer, post), meeting=meeting)
    lines = f"post,officer,email\n{post.title},Lena Kowalczyk,lena@example.org\n"
    address = reverse("actions:directory_import", args=["officers"])
    answer = client.post(address, {"text": lines, "confirmed": "yes"}, follow=True)
    action.refresh_from_db()
    assert action.owner.officer.name == "Lena Kowalczyk"
    assert "1 action went to the new holders" in text_of(answer)


def test_a_file_with_a_fault_names_the_line_even_when_it_was_confirmed(client, administrator):
    client.force_login(administrator)
    text = LINES + "Head of Parks,Rhys Morgan,rhys\n"
    answer = client.post(reverse("actions:directory_import", args=["officers"]), {"text": text, "confirmed": "yes"})
    assert answer.status_code == 422
    assert "Line 3: “rhys” is no email address." in text_of(answer)
    assert not Officer.objects.exists()


def test_without_a_file_the_page_says_so(client, administrator):
    client.force_login(administrator)
    answer = client.post(reverse("actions:directory_import", args=["councillors"]), {"text": ""})
    assert "Choose a file" in text_of(answer)


def test_the_download_is_safe_in_a_spreadsheet_and_comes_back_as_it_was(desk, client, administrator):
    make_officer("=1+1", post=make_post("-Head"))
    response = desk.get(reverse("actions:directory_file", args=["officers"]))
    assert b"'=1+1" in response.content
    client.force_login(administrator)
    file = SimpleUploadedFile("officers.csv", response.content)
    shown = client.post(reverse("actions:directory_import", args=["officers"]), {"file": file})
    assert shown.context["number"] == 0


def test_the_command_shows_and_with_apply_makes_the_changes(db, tmp_path, capsys):
    file = tmp_path / "officers.csv"
    file.write_text(LINES)
    call_command("import_directory", "officers", str(file))
    assert "3 changes would be made" in capsys.readouterr().out
    assert not Officer.objects.exists()
    call_command("import_directory", "officers", str(file), "--apply")
    assert "3 changes made; no actions handed over." in capsys.readouterr().out
    assert Officer.objects.get().name == "Lena Kowalczyk"


def test_the_command_says_what_is_wrong_and_where(db, tmp_path):
    file = tmp_path / "officers.csv"
    file.write_text("post,officer,email\nHead,R,x\n")
    with pytest.raises(CommandError, match="Line 2: “x” is no email address"):
        call_command("import_directory", "officers", str(file), "--apply")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_directory", "officers", str(tmp_path / "none.csv"))


# --- who held a post when, and who changed what -----------------------------------------------------


def logged() -> list[tuple[str, str]]:
    return list(DirectoryChange.objects.order_by("pk").values_list("by_name", "what"))


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
