"""What has to be done after a meeting, found in minutes of Northbrook City Council, which does not exist."""

# ruff: noqa: E501 - samples stand on one line
import datetime

import pytest

from minutes import find_followups, parse, read
from minutes.followups import names_two
from minutes.records import Findings, FollowUp


def found(body: str, title: str = "Parks Performance Report", date: str = "11/03/2025") -> Findings:
    page = f"Issue - meetings\n\n{title}\n\nMeeting: {date} - Parks Scrutiny Panel (Item 7)\n\n7 {title} PDF 80 KB\n\nMinutes:\n\n{body}\n"
    return find_followups(parse(read(page.encode(), "page.txt")))


def only(body: str, **page: str) -> FollowUp:
    followups = found(body, **page).followups
    assert len(followups) == 1, [f.evidence[0].text for f in followups]
    return followups[0]


def test_a_decided_clause_that_asks_somebody_is_a_followup_and_one_that_notes_is_not():
    followup = only(
        "The Panel discussed the report.\n\nRESOLVED:\n\n(a) That the report be noted; and\n\n"
        "(b) That the Head of Parks be asked to circulate the costs of each playground by ward."
    )
    assert followup.owner == "Head of Parks"
    assert followup.kind == "data"
    assert followup.evidence[0].source == "resolved"
    assert followup.summary == "Circulate the costs of each playground by ward"


def test_an_ask_told_in_discussion_and_resolved_is_one_followup_with_the_clause_first():
    followup = only(
        "Members asked that a visit to the Larkfield tree nursery be arranged for the Panel.\n\n"
        "RESOLVED:\n\n1. That the report be noted;\n\n2. That a visit to the Larkfield tree nursery be arranged."
    )
    assert [quote.source for quote in followup.evidence] == ["resolved", "said"]
    assert followup.kind == "meeting"


def test_a_question_that_nobody_could_answer_is_a_followup_and_one_answered_on_the_spot_is_not():
    followup = only(
        "A Member asked how many benches had been lost to vandalism. The Head of Parks did not have the figure "
        "with her but would find out and email Members by 4 April.\n\n"
        "A Member asked how many rangers there were. There were eleven, of whom two were part time.\n\n"
        "RESOLVED that the report be noted."
    )
    assert "would find out" in followup.evidence[0].text
    assert followup.owner == "Head of Parks"
    assert followup.due == datetime.date(2025, 4, 4)


@pytest.mark.parametrize(
    "said",
    [
        "Councillor Adeyemi asked that a report on dog bins be brought to the next meeting. The motion was lost by four votes to two.",
        "It was reported that a report on dog bins would come to the Panel in June in the usual way.",
        "The figures on dog bins asked for in January had been emailed to Members on 3 February.",
        "Officers would continue to improve the parks and hoped to plant more trees.",
        "The Chair thanked officers for the report.",
        "Members were reminded that they were welcome to visit any park.",
    ],
)
def test_what_was_refused_already_done_planned_or_only_hoped_for_is_no_followup(said):
    assert found(f"{said}\n\nRESOLVED that the report be noted.").followups == ()


def test_what_nearly_looked_like_a_followup_is_kept_with_its_reason():
    near = found(
        "Councillor Adeyemi asked that the café be reopened but this was not supported.\n\nRESOLVED that the report be noted."
    ).near_misses
    assert [(miss.quote.text[:17], "refused" in miss.reason) for miss in near] == [("Councillor Adeyemi", True)] or (
        len(near) == 1 and "not pursued" in near[0].reason
    )


def test_a_bare_action_line_names_the_owner_of_the_paragraph_above_it():
    followup = only(
        "A Member asked if the planting plan for Weir Meadow could be shared with the Panel.\n\n"
        "ACTION: Head of Parks\n\nRESOLVED that the report be noted."
    )
    assert followup.owner == "Head of Parks"


def test_noting_that_hides_a_promise_is_a_followup():
    followup = only(
        "The Panel:\n\nRESOLVED\n\n(i) to note that the Head of Parks would send Members the inspection dates; and\n\n"
        "(ii) to note the report."
    )
    assert followup.rule == "noted, with a promise in it"


def test_rows_still_to_be_done_are_followups_and_rows_done_or_paused_are_near_misses():
    findings = found(
        "Minute\tAction\tLead\tBy when\tPosition\n"
        "12\tCirculate the map of allotments\tHead of Parks\t30 April 2025\tOutstanding\n"
        "13\tVisit to the depot to be arranged\tScrutiny Officer\t\tCompleted\n"
        "14\tBriefing on ash dieback for all Members\tTree Officer\t\tOn hold\n",
        title="Action Tracker",
    )
    assert [(f.owner, f.due, f.rule) for f in findings.followups] == [
        ("Head of Parks", datetime.date(2025, 4, 30), "row of an action sheet")
    ]
    assert [miss.reason for miss in findings.near_misses] == [
        "the sheet shows it as done",
        "the sheet shows it as paused",
    ]


def test_every_quote_is_a_slice_of_the_text():
    page = (
        "Agenda item\n\nTree Strategy\n\nMinutes:\n\nMembers asked for a list of felled trees. The Tree Officer agreed to send it round.\n\n"
        "RESOLVED that the Tree Officer be asked to bring a report on ash dieback to the next meeting."
    )
    minutes = parse(read(page.encode(), "page.txt"))
    findings = find_followups(minutes)
    assert len(findings.followups) == 2
    for followup in findings.followups:
        for quote in followup.evidence:
            assert " ".join(minutes.document.slice(quote.span).split()) == quote.text


def test_a_report_for_the_next_meeting_is_due_there_and_says_so():
    followup = only("RESOLVED that the Tree Officer be asked to bring a report on ash dieback to the next meeting.")
    assert (followup.kind, followup.due) == ("report", "next_meeting")


def test_a_wish_of_somebody_else_right_behind_a_promise_is_a_followup_of_its_own():
    followups = found(
        "Ms Nand would have the meter looked at and let him know. The Chair remarked that it would be good to have the "
        "cost of each boiler in front of the Panel. Ms Nand had no problem with that."
    ).followups
    assert [f.evidence[0].text.split()[1] for f in followups] == ["Nand", "Chair"]
    assert [quote.text for quote in followups[1].evidence[1:]] == ["Ms Nand had no problem with that."]


def test_the_date_may_stand_in_the_sentence_that_goes_on_about_it():
    followup = only("The Tree Officer undertook to send members a list of the elms. It would be ready by 4 April.")
    assert (followup.due, followup.due_text) == (datetime.date(2025, 4, 4), "4 April")


def test_an_indicator_code_in_the_words_is_a_reference():
    followup = only(
        "Members asked for the figures behind PK12 to be sent to them and this was agreed.\n\nRESOLVED that the report be noted."
    )
    assert followup.references == ("PK12",)


def test_where_nobody_is_named_the_doubt_is_said():
    followup = only("RESOLVED that a list of felled trees be circulated to Members.")
    assert followup.owner is None
    assert "Nobody is named to do it." in followup.doubts


def test_confidence_is_the_precision_of_the_rule():
    followup = only("RESOLVED that the Tree Officer be asked to circulate a list of felled trees.")
    assert 0.5 < followup.confidence <= 1.0
    assert followup.rule


def test_minutes_without_anything_to_do_give_nothing():
    assert found("The Panel received the report.\n\nRESOLVED that the report be noted.").followups == ()


def test_a_long_line_of_brackets_and_blanks_is_read_without_harm():
    assert found("((((" * 20000 + " a" * 20000).followups == ()


def test_a_promise_that_only_points_back_takes_its_kind_from_what_was_asked_before_it():
    followup = only(
        "Councillor Amery wondered how many trees had been felled in each ward. "
        "Mrs Lowe had not got these with her but would send them on."
    )
    assert followup.kind == "data"


@pytest.mark.parametrize("owner", ["Head of SEND and Inclusion", "Director of Place and Growth", "Clerk"])
def test_a_post_with_and_in_it_is_one_person(owner):
    assert not names_two(owner)


@pytest.mark.parametrize(
    "owner", ["Councillor Gow and Mr Lowe", "SB and TH", "Head of Parks and the Director of Place"]
)
def test_two_people_are_two(owner):
    assert names_two(owner)


def test_a_nod_to_a_suggestion_is_a_followup():
    followup = only("Councillor Amery put forward the idea that the Panel go and see the nursery. All were in favour.")
    assert followup.kind == "meeting"


def test_a_table_pasted_with_one_cell_a_line_is_read_by_its_headings():
    findings = found(
        "Date\n\nAction\n\nUpdate\n\nLead\n\nStatus\n\n"
        "30/01/24\n\nA map of the play areas to be sent to the Panel\n\nBeing drawn\n\nHead of Parks\n\nOpen\n\n"
        "30/01/24\n\nInvite the rangers to a meeting\n\nThey came in March\n\nScrutiny Officer\n\nComplete"
    )
    assert [(f.evidence[0].text, f.owner) for f in findings.followups] == [
        ("A map of the play areas to be sent to the Panel", "Head of Parks")
    ]
    assert [near.reason for near in findings.near_misses] == ["the sheet shows it as done"]


def test_what_was_said_after_an_officers_recommendations_or_the_reasons_is_read():
    recommended = (
        "Officer recommendations\n\n1. That the update be noted.\n\n"
        "The Principal Officer said that he would send the ward members the dates."
    )
    reasons = (
        "Decision:\n\nThat the charges be approved.\n\nReasons for the decision:\n\nOther places had done so.\n\n"
        "Discussion:\n\nThe Head of Parks said that she would send Members the list of car parks."
    )
    assert [only(words).rule for words in (recommended, reasons)] == ["person would do", "person would do"]


def test_a_proposal_that_fell_leaves_the_promise_before_it_alone():
    said = "Councillor Vane said that he would ask the school. Councillor Orme proposed selling the roller. There was no seconder."
    assert only(said).evidence[0].text.startswith("Councillor Vane")


def test_a_list_at_the_end_tells_again_what_was_asked_for_in_any_of_many_items():
    things = "kerbs lamps drains bins bridges hedges ponds benches gates fences signs pools".split()
    items = "".join(
        f"{n}. {thing.title()}\n\nThe Engineer presented the report, and members spoke of the winter.\n\n"
        f"RESOLVED that the Engineer provide a list of {thing} in each ward.\n\n"
        for n, thing in enumerate(things, 1)
    )
    lines = "".join(f"- List of {thing} in each ward\n" for thing in things)
    page = f"Works Panel\n\n{items}{len(things) + 1}. Summary\n\nActions from this meeting\n\n{lines}"
    findings = find_followups(parse(read(page.encode(), "page.txt")))
    assert [len(followup.evidence) for followup in findings.followups] == [2] * len(things)


def test_what_a_talk_lists_is_its_own_and_what_members_list_is_not():
    listed = "\n\n- The broken signs to be replaced at every gate\n\n- A leaflet to be sent to every household\n\nRESOLVED that the report be noted."
    assert found("The Head of Parks outlined the year ahead:" + listed).followups == ()
    wanted = found("Members suggested the following for the year ahead:" + listed).followups
    assert "A leaflet to be sent to every household" in [followup.evidence[0].text.rstrip(".") for followup in wanted]


def test_a_short_wish_is_an_ask_unless_it_points_back() -> None:
    assert only("It would be useful for the next report to cover outdoor pitches.").kind == "report"


def test_the_owner_in_square_brackets_is_read_without_them() -> None:
    asked = only("Cllr Hall requested a breakdown of membership by age. [ACTION: Head of Leisure]")
    assert asked.owner == "Head of Leisure"


def test_a_purpose_that_runs_on_and_the_first_that_somebody_said_are_not_hidden_as_reasons():
    said = "A Member asked for a map. The Head of Parks undertook to send Members a map of the parks."
    hidden = ("Purpose of report: to inform the Panel of progress", "Background\n\nThe parks were laid out in 1890.")
    assert [len(found(f"{words}\n\n{said}\n\nRESOLVED that the report be noted.").followups) for words in hidden] == [
        1,
        1,
    ]


def test_what_another_body_had_resolved_in_a_list_leaves_nothing_to_do_here():
    body = (
        "Minute 4: Cabinet had at its May meeting considered the Panel's views on garage rents and resolved that:\n\n"
        "(1) the rise be put off for a year; and\n\n(2) the Head of Housing be asked to review the waiting list.\n\n"
        "Members were glad of this."
    )
    assert found(body).followups == ()


def test_the_words_that_lead_in_a_list_of_clauses_are_no_followup_themselves():
    followup = only("RESOLVED to RECOMMEND to Council -\n\nThat the scheme be adopted.")
    assert followup.evidence[0].text == "That the scheme be adopted."


def test_asks_in_paragraphs_of_their_own_are_followups_of_their_own() -> None:
    body = (
        "The Panel asked to be kept informed of the repairs.\n\n"
        "Members queried the energy costs and were promised a note on this.\n\n"
        "The Chair undertook to write to the Trust about the lease."
    )
    assert len(found(body).followups) == 3


@pytest.mark.parametrize(
    ("lead", "owner"),
    [
        ("The Panel resolved to request that the Water Trust:", "Water Trust"),
        ("RESOLVED: That the Panel recommends that the Cabinet:", "Cabinet"),
        ("RESOLVED:\n\nThat the Head of Parks:", "Head of Parks"),
        ("RESOLVED:\n\nThat the Head of Parks be asked to:", "Head of Parks"),
    ],
)
def test_who_leads_in_a_list_of_orders_is_to_do_each_of_them(lead, owner):
    findings = found(
        f"{lead}\n\n(a) fund a second ranger;\n\n(b) attend again in the spring; and\n\n(c) publish the map."
    )
    assert [(f.owner, f.evidence[0].source) for f in findings.followups] == [(owner, "resolved")] * 3


def test_the_clause_after_such_a_list_is_the_bodys_own_again():
    body = "RESOLVED\n\n1. That the Head of Parks:\n\n(a) publish the map; and\n\n(b) fund a ranger.\n\n2. That the Chair write to the Trust."
    assert [f.owner for f in found(body).followups] == ["Head of Parks", "Head of Parks", "Chair"]


@pytest.mark.parametrize(
    "words",
    [
        "(a) That the Committee requests that the Trust ",
        "Councillor Ash and Mrs Holly Birch, Head of Trees, ",
        "The Director of Place said that he would send Members the figures for the wards, and ",
        "Members asked whether ",
        "by 3 March 2025 and ",
        "be provided to Members by the Director and ",
    ],
)
def test_a_line_without_end_is_read_to_its_end(words: str) -> None:
    """Patterns that backtrack without bound would keep the test running for hours."""
    assert len(found(words * (200_000 // len(words)) + ".").followups) <= 1


def test_a_promise_that_answers_a_member_keeps_who_asked() -> None:
    for gap in (" ", "\n\n"):
        body = f"Councillor Ash asked for the cost of the elms by year.{gap}Mr Beech said that he would provide this."
        promised = only(body)
        assert (promised.requester, promised.owner, len(promised.evidence)) == ("Councillor Ash", "Mr Beech", 2)


def test_what_only_says_more_of_a_promise_is_no_followup_of_its_own() -> None:
    body = "\n\nMs Orme undertook to send members the survey of the sluices. She said that it would be with them by Friday."
    followup = only(body)
    assert [quote.text[:9] for quote in followup.evidence] == ["Ms Orme u", "She said "]


@pytest.mark.parametrize(
    "said",
    [
        "Eleven berths had been let in May, and Mrs Tarn asked for the sums, which the Harbour Officer agreed to find.",
        "The clerk noted the remarks about the ferry and would pass them to the operator.",
        "The answer was not known and would be circulated to members.",
        "Councillor Dunmore asked that dredging be added to the work programme.",
        "The clerk was instructed to obtain a price for the railings.",
    ],
)
def test_asks_and_promises_at_the_end_of_a_sentence_are_followups(said) -> None:
    assert said.startswith(only(f"\n\n{said}").evidence[0].text[:20])


@pytest.mark.parametrize(
    "said",
    [
        "Members would find the map in their trays by Friday.",
        "The Head of Parks would make good the mistake before the end of the week.",
        "She would make a point of asking the diocese.",
        "Members could expect the list within a fortnight.",
        "A fuller list was promised by Easter.",
    ],
)
def test_what_is_taken_on_without_a_word_of_promise_is_a_followup(said) -> None:
    assert only(f"\n\n{said}").evidence[0].text == said


def test_an_answer_that_no_rule_knows_belongs_to_what_was_asked():
    asked, answer = (
        "Councillor Pym requested a breakdown of the fees.",
        "Ms Ebb said that the Treasurer would be asked for it.",
    )
    assert {quote.text for quote in only(f"{asked} {answer}").evidence} == {asked, answer}


def test_more_that_members_wanted_to_know_is_told_again_by_the_briefing_that_is_resolved() -> None:
    asked = "It was agreed that further information on what was being done to keep ferry crews was needed."
    resolved = "A Member briefing be arranged on how ferry crews are recruited and supported."
    page = f"{asked}\n\nThe Ferry Manager thanked the Panel.\n\nRESOLVED\n\nThat\n\n(a) the report be noted; and\n\n(b) {resolved}"
    assert [quote.text for quote in only(page).evidence] == [resolved, asked]


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_two_officers_who_promise_the_like_have_a_followup_each(between) -> None:
    said = [
        f"{name} said that she would send Members the figures for {ward} ward."
        for name, ward in (("Lena Ash", "Elm"), ("Mary Fen", "Oak"))
    ]
    assert [followup.owner for followup in found(between.join(said)).followups] == ["Lena Ash", "Mary Fen"]


@pytest.mark.parametrize("said", ["Tenants would find the forms on the website.", "Rosa put this down to the weather."])
def test_what_only_sounds_like_it_is_none(said) -> None:
    assert found(f"\n\n{said}").followups == ()


@pytest.mark.parametrize(
    "ask",
    [
        "A site visit was requested.",
        "Councillor Ames requested a copy of the contract.",
        "Further information on the costs was requested.",
        "Councillor Ames asked for details of the backlog.",
    ],
)
def test_a_short_plain_ask_is_a_followup_unless_it_is_answered_there_and_then(ask):
    assert len(found(f"The depot was busy.\n\n{ask}").followups) == 1
    assert not found(f"The depot was busy.\n\n{ask} This had been circulated with the agenda.").followups


@pytest.mark.parametrize(
    ("label", "owner"),
    [
        ("ACTION JP", "JP"),
        ("Action JP/TW", "JP/TW"),
        ("ACTION Joanne Pritchard", "Joanne Pritchard"),
        ("ACTION: JP", "JP"),
    ],
)
def test_a_label_behind_the_ask_names_its_owner_with_a_colon_or_without(label, owner):
    assert [f.owner for f in found(f"Members asked for a list of benches. {label}").followups] == [owner]
    assert not found("The Action Plan was noted. ACTION PLAN").followups


@pytest.mark.parametrize(
    "label", ["Action: none.", "ACTION: None required", "Actions: no further action", "Action: to note"]
)
def test_a_label_that_says_there_is_nothing_to_do_vouches_for_nothing(label):
    assert not found(f"Members considered the report of the Head of Parks.\n\n{label}").followups
