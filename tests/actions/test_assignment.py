"""Who must act: the order of the steps, each with its reason; two candidates are none."""

import datetime
import io
import json

import pytest
from django.core.management import CommandError, call_command

from actions.assignment import NOBODY, Assigner, learn_owner
from meetings.models import AgendaItem
from minutes.document import Span
from minutes.records import FollowUp, Quote
from people.models import Indicator, OutsideBody, Owner, ServiceTerm
from tests.builders import (
    make_committee,
    make_councillor,
    make_item,
    make_officer,
    make_owner,
    make_post,
    make_source,
)
from tests.cast import NOW, TODAY

MET = datetime.date(2026, 10, 8)


def ask(quote: str = "That a breakdown be provided.", owner: str | None = None, references: tuple = ()) -> FollowUp:
    evidence = (Quote(Span(0, len(quote)), quote, "resolved"),)
    return FollowUp(meeting=0, item=0, evidence=evidence, kind="data", owner=owner, references=references)


@pytest.fixture
def head(db):
    return make_post("Head of SEND and Inclusion")


@pytest.fixture
def joanne(head):
    return make_officer("Joanne Pritchard", post=head)


@pytest.fixture
def shaw(db):
    return make_officer("Dominic Shaw", post=make_post("Head of Passenger Transport"))


def choose(committee, followup, item=None, context=""):
    item = item or make_item(title="School places")
    return Assigner(committee, MET, TODAY).choose(followup, item, context)


def test_whoever_is_named_comes_first(committee, joanne, shaw):
    item = make_item(presenter="Dominic Shaw, Head of Passenger Transport")
    choice = choose(committee, ask(owner="Joanne Pritchard"), item)

    assert choice.owner.officer == joanne
    assert choice.owner.post.title == "Head of SEND and Inclusion"
    assert choice.reason == "Named as “Joanne Pritchard” in the minutes"


def test_a_post_in_the_words_means_its_holder(committee, joanne):
    choice = choose(committee, ask(owner="Head of SEND and Inclusion"))
    assert choice.owner.officer == joanne


def test_where_nobody_is_named_the_presenter_carries_it(committee, shaw):
    choice = choose(committee, ask(), make_item(presenter="Dominic Shaw, Head of Passenger Transport"))
    assert (choice.owner.officer, choice.reason) == (shaw, "Presented the item")


def test_then_the_owner_of_the_measure(committee, joanne, head):
    Indicator.objects.create(code="CYP09", post=head)
    choice = choose(committee, ask(references=("CYP09",)))
    assert (choice.owner.officer, choice.reason) == (joanne, "Owns measure CYP09")


def test_a_prefix_stands_for_every_code_that_begins_so_and_a_whole_code_wins(committee, shaw, head):
    make_officer("Joanne Pritchard", post=head)
    Indicator.objects.create(code="CYP", is_prefix=True, post=head)
    Indicator.objects.create(code="CYP40", post=shaw.holdings.get().post)

    assert choose(committee, ask("A note on CYP07 be given.")).owner.officer.name == "Joanne Pritchard"
    assert choose(committee, ask("A note on CYP40 be given.")).owner.officer == shaw


def test_then_the_service_that_the_words_belong_to_the_nearest_words_first(committee, joanne, shaw, head):
    ServiceTerm.objects.create(term="EHCP", post=head)
    ServiceTerm.objects.create(term="home to school transport", post=shaw.holdings.get().post)

    quoted = choose(committee, ask("That the number of EHCPs be given."), make_item(title="Home to school transport"))
    titled = choose(committee, ask(), make_item(title="Home to school transport"))

    assert (quoted.owner.officer, quoted.reason) == (joanne, "“EHCP” belongs to this service")
    assert titled.owner.officer == shaw


def test_words_of_two_services_are_shown_to_the_clerk_side_by_side(committee, joanne, shaw, head):
    ServiceTerm.objects.create(term="EHCP", post=head)
    ServiceTerm.objects.create(term="taxis", post=shaw.holdings.get().post)

    choice = choose(committee, ask("That the cost of taxis for children with an EHCP be given."))

    assert choice.owner is None
    assert [owner.officer.name for owner, _ in choice.candidates] == ["Dominic Shaw", "Joanne Pritchard"]


def test_initials_are_a_service_as_capitals_only(committee, head):
    ServiceTerm.objects.create(term="SEND", post=head)

    assert choose(committee, ask("She would send the figures by email.")).owner is None
    assert choose(committee, ask("That the SEND figures be given.")).owner.post == head


def test_a_stranger_who_is_named_is_not_replaced_but_the_clerk_is_shown_who_could_have_it(committee, shaw):
    choice = choose(committee, ask(owner="Nora Quill"), make_item(presenter="Dominic Shaw"))

    assert (choice.owner, choice.reason) == (None, "“Nora Quill” is not in the directory")
    assert [(owner.officer, reason) for owner, reason in choice.candidates] == [(shaw, "Presented the item")]


def item_that_says(text: str) -> AgendaItem:
    item = make_item(title="School places")
    item.source = make_source(item.meeting.committee, text)
    item.start, item.end = 0, len(text)
    return item


def test_a_short_title_means_the_post_that_the_item_names_in_full(committee, joanne, shaw):
    item = item_that_says("Ms Pritchard, Head of SEND and Inclusion, introduced the report. Later the Head left.")
    choice = choose(committee, ask(owner="the Head"), item)
    assert choice.owner.officer == joanne
    assert choice.reason == "“the Head” in an item that names the Head of SEND and Inclusion"


@pytest.mark.parametrize("text", ["Nobody came.", "The Head of SENDing was there.", "The Head was there."])
def test_a_short_title_that_the_item_names_nowhere_in_full_is_nobody(committee, joanne, text):
    assert choose(committee, ask(owner="the Head"), item_that_says(text)).owner is None


def test_a_short_title_that_its_item_leaves_open_means_the_post_in_the_list_of_those_present(committee, joanne, shaw):
    item = item_that_says("In attendance: Ms Pritchard, Head of SEND and Inclusion. 1. Schools. The Head would write.")
    item.start = item.source.text.index("1. Schools")
    choice = choose(committee, ask(owner="The Head"), item)
    assert (choice.owner.officer, choice.reason) == (
        joanne,
        "“The Head” in minutes that name the Head of SEND and Inclusion",
    )
    assert choose(committee, ask(owner="the officers"), item).owner is None


def test_a_short_title_of_many_posts_in_the_document_is_nobody(committee, joanne, shaw):
    titles = [f"Head of {part}" for part in ("Trees", "Roads", "Ports", "Lakes")]
    for title in titles:
        make_post(title)
    item = item_that_says(f"Present: the {', the '.join(titles)}. 1. Schools. The Head would write.")
    item.start = item.source.text.index("1. Schools")
    assert choose(committee, ask(owner="the Head"), item).candidates == ()


def test_the_clerk_who_is_named_is_the_committees_own_where_the_directory_has_one(committee, clerk, shaw):
    item = make_item(presenter="Dominic Shaw")
    unknown = choose(committee, ask(owner="the Clerk"), item)
    assert unknown.reason == "The committee’s clerk is not in the directory"
    assert [owner.officer for owner, _ in unknown.candidates] == [shaw]
    hannah = make_officer("Hannah Whitlock", post=make_post("Scrutiny Manager"), user=clerk)
    known = choose(committee, ask(owner="Committee Clerk"), item)
    assert (known.owner.officer, known.reason) == (hannah, "“Committee Clerk” of the committee")


def test_a_short_title_that_could_be_two_posts_of_the_item_is_nobody_yet(committee, joanne, shaw):
    item = item_that_says("The Head of SEND and Inclusion and the Head of Passenger Transport were there.")
    choice = choose(committee, ask(owner="the Head"), item)
    assert choice.owner is None
    assert {owner.officer for owner, _ in choice.candidates} == {joanne, shaw}


def test_a_name_that_two_have_is_nobody_yet(committee, shaw):
    make_officer("Helen Shaw", post=make_post("Director of Public Health"))
    choice = choose(committee, ask(owner="Shaw"), make_item(presenter="Dominic Shaw"))

    assert choice.owner is None
    assert {owner.officer.name for owner, _ in choice.candidates} == {"Dominic Shaw", "Helen Shaw"}


def test_last_comes_the_link_officer_and_without_one_nobody(committee, joanne):
    assert choose(committee, ask()).reason == NOBODY
    committee.link_officer = make_owner(joanne)
    committee.save()
    choice = choose(committee, ask())
    assert (choice.owner, choice.reason) == (committee.link_officer, "Nobody is named: the committee’s link officer")


def test_the_chair_is_the_committees_own(committee):
    committee.chair = make_councillor("Owen Trask")
    assert choose(committee, ask(owner="the Chair")).owner.councillor == committee.chair


def test_an_outside_body_can_own_an_action(committee):
    body = OutsideBody.objects.create(name="Northbrook Integrated Care Board", other_names="the ICB")
    assert choose(committee, ask(owner="ICB")).owner.body == body


def test_an_officer_who_has_left_since_hands_on_to_the_next_holder_and_the_reason_says_so(committee, head):
    make_officer("Rachel Oakley", post=head, held_until=MET + datetime.timedelta(days=7))
    new = make_officer("Joanne Pritchard", post=head, held_from=MET + datetime.timedelta(days=8))

    choice = choose(committee, ask(owner="Rachel Oakley"))

    assert choice.owner.officer == new
    assert "Rachel Oakley has left, Joanne Pritchard has the post" in choice.reason


def test_whoever_moved_to_another_post_leaves_the_action_with_the_post_that_was_asked(committee, head):
    rachel = make_officer("Rachel Oakley", post=head, held_until=MET)
    make_officer("Joanne Pritchard", post=head, held_from=MET + datetime.timedelta(days=1))
    director = make_post("Director of Place")
    director.holdings.create(officer=rachel, held_from=MET + datetime.timedelta(days=1))

    assert str(choose(committee, ask(owner="Rachel Oakley")).owner) == "Joanne Pritchard, Head of SEND and Inclusion"


def test_a_correction_and_a_link_officer_of_the_past_mean_the_posts_holder_of_today(committee, clerk, head):
    rachel = make_officer("Rachel Oakley", post=head, held_until=MET)
    new = make_officer("Joanne Pritchard", post=head, held_from=MET + datetime.timedelta(days=1))
    committee.link_officer = make_owner(rachel, head)
    learn_owner(committee, "the SEN lead", make_owner(rachel, head), by=clerk, now=NOW)

    linked, learned = choose(committee, ask()), choose(committee, ask(owner="the SEN lead"))

    assert linked.owner.officer == learned.owner.officer == new
    assert linked.reason.endswith("Rachel Oakley has left, Joanne Pritchard has the post")
    assert learned.reason.startswith("A clerk chose this for “the SEN lead”")


def test_where_nobody_has_the_post_since_the_vacant_post_has_it(committee, head):
    make_officer("Rachel Oakley", post=head, held_until=MET - datetime.timedelta(days=7))
    choice = choose(committee, ask(owner="Rachel Oakley"))

    assert str(choice.owner) == "Head of SEND and Inclusion (vacant)"
    assert choice.reason.endswith("Rachel Oakley has left, the post is vacant")


def test_two_who_are_named_together_are_shown_side_by_side(committee, joanne, shaw):
    choice = choose(committee, ask(owner="Joanne Pritchard and Mr Shaw"))

    assert choice.owner is None
    assert [owner.officer for owner, _ in choice.candidates] == [joanne, shaw]


def test_the_chair_of_another_committee_is_that_committees(committee):
    farida = make_councillor("Farida Hussain")
    make_committee("Health Committee", slug="health", code="HEA", chair=farida)

    assert choose(committee, ask(owner="the Chair of the Health Committee")).owner.councillor == farida
    assert choose(committee, ask(owner="the Chair of the Finance Committee")).owner is None


def test_what_a_clerk_corrected_is_suggested_for_the_same_words_of_the_same_committee(
    committee, clerk, joanne, shaw, other_clerk
):
    corrected = make_owner(shaw)
    learn_owner(committee, "The Service Manager", corrected, by=clerk, now=NOW)

    choice = choose(committee, ask(owner="service manager"))
    elsewhere = choose(other_clerk.clerked_committees.get(), ask(owner="service manager"))

    assert (choice.owner, choice.reason) == (corrected, "A clerk chose this for “service manager” on 9 November 2026")
    assert elsewhere.owner is None


@pytest.mark.parametrize("words", ["officers", "the service", "Members", "the relevant Officers", "the Chair", "they"])
def test_words_that_mean_somebody_else_every_time_are_not_learned(committee, clerk, shaw, words):
    learn_owner(committee, words, make_owner(shaw), by=clerk, now=NOW)
    assert not committee.owner_corrections.exists()


def test_a_short_term_does_not_count_within_a_longer_one(committee, joanne, shaw):
    ServiceTerm.objects.create(term="school", post=joanne.post_on(TODAY))
    ServiceTerm.objects.create(term="home to school transport", post=shaw.post_on(TODAY))

    alone = choose(committee, ask("That the cost of home to school transport be given."))
    both = choose(committee, ask("That schools be told what home to school transport costs."))

    assert alone.owner.officer == shaw
    assert [owner.officer for owner, _ in both.candidates] == [joanne, shaw]


def test_the_requester_is_the_councillor_who_asked_and_nobody_where_two_fit(committee):
    jess, _, _ = make_councillor("Jess Thornbury"), make_councillor("Kate Boyt"), make_councillor("Ann Boyt")
    assigner = Assigner(committee, MET, TODAY)

    assert assigner.requester("Councillor Thornbury") == jess
    assert assigner.requester("Councillor Boyt") is None
    assert assigner.requester("members") is None


def test_initials_mean_the_one_member_of_the_committee_who_has_them(committee):
    jess, other = make_councillor("Jess Thornbury"), make_councillor("Jane Trask")
    make_councillor("Peter Osei")
    committee.members.set([jess])
    assert Assigner(committee, MET, TODAY).requester("JT") == jess
    assert Assigner(committee, MET, TODAY).requester("PO") is None
    committee.members.add(other)
    assert Assigner(committee, MET, TODAY).requester("JT") is None


def test_many_follow_ups_cost_no_more_queries_than_one(committee, joanne, django_assert_max_num_queries):
    assigner = Assigner(committee, MET, TODAY)
    item = make_item(title="School places")
    assigner.choose(ask(owner="Joanne Pritchard"), item)
    with django_assert_max_num_queries(0):
        for _ in range(20):
            assert assigner.choose(ask(owner="Joanne Pritchard"), item).owner
    assert Owner.objects.count() == 1


def explained(*arguments: str) -> dict:
    out = io.StringIO()
    call_command("explain_owner", *arguments, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_explain_owner_says_who_and_why_and_stores_nothing(committee):
    make_councillor("Kate Boyt")
    answer = explained("--words", "Cllr Boyt", "--committee", committee.slug, "--on", "2026-10-08")

    assert answer == {"owner": "Cllr Kate Boyt", "candidates": [], "reason": "Named as “Cllr Boyt” in the minutes"}
    assert not Owner.objects.exists()


def test_explain_owner_shows_every_candidate(committee, shaw):
    make_officer("Helen Shaw", post=make_post("Director of Public Health"))
    answer = explained("--words", "Shaw", "--committee", committee.slug, "--on", "2026-10-08")

    assert answer["owner"] is None
    assert [one["owner"] for one in answer["candidates"]] == [
        "Dominic Shaw, Head of Passenger Transport",
        "Helen Shaw, Director of Public Health",
    ]


def test_explain_owner_says_so_when_the_words_fit_nobody_or_the_committee_is_unknown(committee):
    assert explained("--words", "officers", "--committee", committee.slug) == {
        "owner": None, "candidates": [], "reason": "“officers” fits nobody in the directory",
    }  # fmt: skip
    with pytest.raises(CommandError, match="is empty"):
        call_command("explain_owner", "--words", " ", "--committee", committee.slug)
    with pytest.raises(CommandError, match="no committee"):
        call_command("explain_owner", "--words", "x", "--committee", "none")
