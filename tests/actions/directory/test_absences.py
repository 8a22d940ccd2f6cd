"""Who is away, for how long, and who deputises."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from actions.notices.recipients import officer_or_deputy
from people.models import (
    Absence,
)
from tests.actions.directory.pages import DAY
from tests.reading import text_of


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
