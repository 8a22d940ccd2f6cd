"""What counts as formally decided, and what only looks so."""

import re

import pytest

from minutes.readers.text import read_text
from minutes.structure import parse


def decided(body: str) -> list[str]:
    """The clauses found in an item with these minutes."""
    minutes = parse(read_text("Agenda item\n\nTree planting\n\nMinutes:\n\nThe Tree Officer gave a talk.\n\n" + body))
    return [r.text for m in minutes.meetings for item in m.items for r in item.resolutions]


NOTED_AND_REPLACED = ["the report be noted", "the elms be replaced."]


@pytest.mark.parametrize(
    ("body", "clauses"),
    [
        ("RESOLVED that the report be noted.", ["the report be noted."]),
        ("Resolved: That the report be noted.", ["the report be noted."]),
        ("It was unanimously resolved that the report be noted.", ["the report be noted."]),
        ("UNANIMOUSLY RESOLVED that the report be noted.", ["the report be noted."]),
        ("RESOLVED (nem con)\n\nthat the report be noted.", ["that the report be noted."]),
        ("The Panel AGREED the terms of reference of the group.", ["the terms of reference of the group."]),
        ("ORDERED that the report be noted.", ["the report be noted."]),
        ("RESOLVED that\n\n(a) the report be noted; and\n\n(b) the elms be replaced.", NOTED_AND_REPLACED),
        ("RESOLVED that: (i) the report be noted; and (ii) the elms be replaced.", NOTED_AND_REPLACED),
        ("RESOLVED: (a) the report be noted;\n\n(b) the elms be replaced.", NOTED_AND_REPLACED),
        ("The Panel agreed –\n\n1. the report be noted;\n\n2. the elms be replaced.", NOTED_AND_REPLACED),
        ("The Panel agreed to recommend to Cabinet that:\n\n(a) the elms be replaced.", ["the elms be replaced."]),
        ("Decision:\n\nThe Panel noted the report.", ["The Panel noted the report."]),
        (
            "Decision:\n\nThe Panel:\n\n· noted the report;\n\n· asked for a list of elms.",
            ["noted the report", "asked for a list of elms."],
        ),
        ("NOTED the position of the elms.", ["NOTED the position of the elms."]),
        ("RECEIVED.", ["RECEIVED."]),
        (
            "It was proposed by Councillor Ash, seconded by Councillor Elm, and agreed that the lease be renewed.",
            ["the lease be renewed."],
        ),
        ("It was moved by Councillor Ash that the lease be renewed. The motion was carried.", ["the lease be renewed"]),
        ("Moved by Cllr Ash, seconded by Cllr Elm and resolved unanimously that it be sold.", ["it be sold."]),
        ("On a proposal by Cllr Ash, seconded by Cllr Elm, it was agreed that it be sold.", ["it be sold."]),
        ("Following a vote it was decided that the lease be renewed.", ["the lease be renewed."]),
        ("The motion, that the lease be renewed, was put and carried.", ["the lease be renewed"]),
        ("On being put to the vote, the proposal to renew the lease was carried by 5 votes to 2.", ["renew the lease"]),
        ("The motion that the lease be renewed was lost by 5 votes to 2.", []),
        ("DECISION TAKEN: The lease to be renewed.", ["The lease to be renewed."]),
    ],
)
def test_a_decision_is_found_under_each_of_its_headings(body: str, clauses: list[str]) -> None:
    assert [c.removeprefix("That ").rstrip(";") for c in decided(body)] == clauses


def test_a_list_whose_heading_was_lost_is_a_decision_when_it_can_be_nothing_else() -> None:
    assert decided("(a) That the report be noted.\n\n(b) That the elms be replaced.") == [
        "That the report be noted.",
        "That the elms be replaced.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "It was agreed that the Tree Officer would write to members.\n\nThe Chair thanked her.",
        "The Cabinet had resolved in May that the elms be felled.\n\nMembers regretted it.",
        "The report recommended:-\n\nthat the Panel –\n\n(a) note the report;\n\n(b) approve the plan.\n\n"
        "Members asked about the elms.",
        "It was moved by Councillor Ash that the elms be felled. The motion was lost.",
        "Members asked:\n\n· how many elms there were;\n\n· who paid for them.",
        "Action Points\n\n· The list of elms to be amended.\n\n· The Council to be invited to a walk.",
        "The Panel noted that its next meeting would be held on 14 May.",
    ],
)
def test_what_only_looks_like_a_decision_is_none(body: str) -> None:
    assert decided(body) == []


def test_the_preamble_is_no_part_of_the_clauses_but_a_lead_in_that_decides_is_one() -> None:
    assert decided(
        "RESOLVED that the programme be approved subject to the addition of the following\n\n"
        "1. Elms (July)\n\n2. Oaks (May)"
    ) == [
        "the programme be approved subject to the addition of the following",
        "Elms (July)",
        "Oaks (May)",
    ]


def test_a_decision_printed_twice_counts_once() -> None:
    twice = (
        "Decision:\n\nThat the report be noted.\n\nMinutes:\n\nThe Tree Officer gave a talk.\n\n"
        "RESOLVED – That the report be noted."
    )
    minutes = parse(read_text("Agenda item\n\nTrees\n\n" + twice))
    assert [r.text for r in minutes.meetings[0].items[0].resolutions] == ["That the report be noted."]


def test_reasons_and_votes_below_a_decision_are_not_part_of_it() -> None:
    assert decided(
        "Decision:\n\n1. Approved the plan.\n\nReasons for the decision:\n\nThe elms are dying.\n\nVoting: unanimous"
    ) == ["Approved the plan."]


def test_two_sentences_that_decide_in_one_paragraph_are_two_clauses() -> None:
    assert decided("RESOLVED: that the elms be felled before Christmas. It was further RESOLVED to plant oaks.") == [
        "the elms be felled before Christmas.",
        "plant oaks.",
    ]


def test_each_clause_has_its_kind() -> None:
    minutes = parse(
        read_text(
            "Agenda item\n\nTrees\n\nMinutes:\n\nRESOLVED that\n\n(a) the report be noted;\n\n"
            "(b) the plan be approved;\n\n(c) Cabinet be recommended to plant oaks."
        )
    )
    assert [r.kind for r in minutes.meetings[0].items[0].resolutions] == ["noted", "approved", "recommended"]


@pytest.mark.parametrize(
    "line",
    [
        "a " * 200_000,
        "(" * 300_000,
        "RESOLVED " * 50_000,
        "(a) " * 80_000,
        "The Director, " * 30_000,
        "moved by " * 50_000,
    ],
)
def test_a_long_line_of_nonsense_is_read_to_its_end(line: str) -> None:
    minutes = parse(read_text("Agenda item\n\nTrees\n\nMinutes:\n\n" + line + "\n\nRESOLVED that the report be noted."))
    assert minutes.meetings[0].items[0].resolutions[-1].text == "the report be noted."


def test_thousands_of_clauses_are_all_kept() -> None:
    body = "RESOLVED:\n" + "\n".join(f"({n}) That tree number {n} in street {n * 7} be felled;" for n in range(1, 900))
    assert len(decided(body)) == 899


def test_orders_that_ran_together_with_the_points_above_them_are_told_from_them() -> None:
    said = [
        "the cost of the elms, which had doubled.",
        "whether oaks would do. They would not.",
        "who had felled the ash.",
    ]
    points = "\n\n".join(f"· {point}" for point in said)
    orders = "· The plan be shown to the Panel.\n\n· It be noted that the oaks would stay."
    assert decided(f"Officers answered on:\n\n{points}\n\n· the mud, which was deep.\n\n{orders}") == [
        "The plan be shown to the Panel.",
        "It be noted that the oaks would stay.",
    ]


@pytest.mark.parametrize(
    ("body", "clauses"),
    [
        ("RESOLVED:\n\nTHAT the report be noted; AND THAT the elms be replaced.",
         ["THAT the report be noted", "THAT the elms be replaced."]),
        ("DECIDED by 4 votes to 3\n\nThat the elms be replaced.", ["That the elms be replaced."]),
        ("Agreed\n\n- Paper noted\n- Elms to be replaced", ["Paper noted", "Elms to be replaced"]),
        ("Penderfynwyd / Resolved: To note the report.", ["note the report."]),
        ("Conclusion\n\nThe Panel\n\n- was grateful to the Tree Officer; and\n- would write to the Minister.",
         ["was grateful to the Tree Officer", "would write to the Minister."]),
        ("The Panel:\n\n\t(a)\tnoted the report; and\n\t(b)\tasked that all the elms be replaced.\tTO",
         ["noted the report", "asked that all the elms be replaced."]),
        ("Decision\n\n1) To note the report.\n2) To replace the elms.\n\n"
         "(Reference – report by the Tree Officer, submitted)",
         ["To note the report.", "To replace the elms."]),
    ],
)  # fmt: skip
def test_decisions_in_the_forms_of_other_nations_and_clerks(body: str, clauses: list[str]) -> None:
    assert [text.rstrip(";") for text in decided(body)] == clauses


def test_the_text_of_a_motion_in_quotation_marks_is_not_yet_decided() -> None:
    motion = '"This Council resolves:\n\n(a) to plant elms;\n\n(b) to fell the limes."\n\n'
    assert decided(f"Councillor Hay moved:\n\n{motion}RESOLVED: That elms be planted.") == ["elms be planted."]


def test_clauses_quoted_in_an_action_tracker_are_no_resolutions_of_this_meeting() -> None:
    minutes = parse(
        read_text(
            "PARKS COMMITTEE\n\nRECOMMENDATION TRACKER\n\nRecommendations to Cabinet\n\n"
            "That elms be planted\n\nThat limes be felled\n"
        )
    )
    assert [r for m in minutes.meetings for item in m.items for r in item.resolutions] == []


@pytest.mark.parametrize(
    "body",
    [
        "RESOLVED by assent that the elms be felled.",
        "IT WAS RESOLVED, nem con,\n\nThat the elms be felled.",
        "RESOLVED by 9 votes to 2 that the elms be felled.",
        "RESOLVED: (Voting: For 6, Against 0)\n\nThat the elms be felled.",
        "Resolved, on the motion of Cllr Ash seconded by Cllr Elm, that the elms be felled.",
        "RECOMMENDED to Council\n\n1 THAT the elms be felled.",
        "The motion was put and carried, as follows:\n\n“That the elms be felled.”",
        "PROPOSED by Cllr Ash\n\nSECONDED by Cllr Elm\n\nThat the elms be felled.\n\nCARRIED",
        "Cllr Ash proposed, seconded by Cllr Elm, that the elms be felled. All in favour.",
        "The Panel unanimously agreed the motion as amended:\n\n“That the elms be felled.”",
    ],
)
def test_a_decision_is_found_however_it_was_carried(body: str) -> None:
    assert [re.sub(r"^that |\W+$", "", text.lower()) for text in decided(body)] == ["the elms be felled"]


@pytest.mark.parametrize(
    "body",
    [
        "The Panel thanked the Tree Officer and:\n\ni. Noted the plan\n\nii. Requested a map of the elms",
        "The Panel’s decision was to:\n\ni. Noted the plan\n\nii. Requested a map of the elms",
        "Outcome of discussion:\n\n• Noted the plan\n\n• Requested a map of the elms",
        "What the Panel decided: Noted the plan; Requested a map of the elms",
        "The following was agreed:-\n\nNoted the plan\n\nRequested a map of the elms",
        "Members concluded that:\n\n• Noted the plan\n\n• Requested a map of the elms",
    ],
)
def test_a_list_of_decisions_is_found_under_whatever_leads_it_in(body: str) -> None:
    assert decided(body) == ["Noted the plan", "Requested a map of the elms"]


def test_a_decision_told_in_a_sentence_counts_where_it_is_told_as_one() -> None:
    body = "The Panel accordingly agreed to fell the elms.\n\nThe Chair thanked the Tree Officer."
    assert decided(body) == ["The Panel accordingly agreed to fell the elms."]


def test_an_entry_wrapped_over_two_lines_is_one_clause_and_a_page_number_is_none() -> None:
    body = "RESOLVED that\n\n(i) the elms be felled\n\nbefore Christmas;\n\nPage 4\n\n(ii) oaks be planted."
    assert decided(body) == ["the elms be felled before Christmas;", "oaks be planted."]


def test_who_left_in_the_middle_of_a_list_does_not_end_it() -> None:
    body = "RESOLVED\n\n(a) That elms be felled.\n\nCouncillor Ash left the meeting.\n\n(b) That oaks be planted."
    assert decided(body) == ["That elms be felled.", "That oaks be planted."]


def test_the_paragraph_numbered_after_a_list_is_not_part_of_it() -> None:
    body = "12.3 The Panel agreed:\n\n12.3.1 to fell the elms.\n\n12.4 The Chair thanked the Tree Officer for her work."
    assert decided(body) == ["to fell the elms."]


@pytest.mark.parametrize(
    "body",
    [
        "Councillor Ash said that the Council had at its July meeting RESOLVED that the elms be felled.",
        "Cabinet had considered the review and resolved –\n\n“(1) That elms be felled;\n\n(2) That oaks be planted.”",
        "Councillor Ash proposed, seconded by Councillor Elm, that the elms be felled. On a vote this was lost.",
        "The following points were made:\n\n· The elms be looked at again, said one member.\n\n· Oaks cost more.",
        "Councillor Ash asked why elms were proposed in the park and learnt that oaks had been approved.",
    ],
)
def test_what_others_decided_and_what_was_lost_is_no_decision(body: str) -> None:
    assert decided(body) == []


def test_the_officers_recommendations_give_way_to_what_was_decided_after_the_discussion() -> None:
    body = (
        "RECOMMENDATIONS\n\n(i) That the elms be felled.\n\n(ii) That oaks be planted.\n\n"
        "Members were told that the elms could stand for ten more years, and that the oaks would cost a good deal.\n\n"
        "RESOLVED that the elms be kept."
    )
    assert decided(body) == ["the elms be kept."]


def test_the_decisions_of_a_table_are_read_from_its_column() -> None:
    rows = [
        ("Item", "Decision", "Officer"),
        ("Dead elms", "(a) That elms be felled. (b) That oaks be planted.", "A Beech"),
        ("Ash trees", "Withdrawn", "-"),
    ]
    assert decided("\n".join("| " + " | ".join(row) + " |" for row in rows)) == [
        "That elms be felled.",
        "That oaks be planted.",
    ]


def test_a_verdict_against_in_a_table_decides_nothing() -> None:
    rows = [("Outcome", "Detail", "By whom"), ("Agreed", "A map of the elms", "AB"), ("Not agreed", "More oaks", "-")]
    assert decided("\n".join("\t".join(row) for row in rows)) == ["A map of the elms"]


@pytest.mark.parametrize(
    "signs",
    [
        ("(a)", "(b)"),
        ("1.", "2."),
        ("1", "2"),
        ("3.1", "3.2"),
        ("ii)", "iii)"),
        ("•", "•"),
        ("[1]", "[2]"),
        ("R1", "R2"),
    ],
)
def test_the_sign_of_an_entry_may_stand_on_a_line_of_its_own(signs: tuple[str, str]) -> None:
    first, second = signs
    assert (
        decided(f"RESOLVED that\n\n{first}\n\nthe report be noted; and\n\n{second}\n\nthe elms be replaced.")
        == NOTED_AND_REPLACED
    )


def test_entries_without_a_stop_between_them_are_parted_at_their_signs() -> None:
    assert decided("RESOLVED – That (a) the report be noted (b) the elms be replaced.") == NOTED_AND_REPLACED
    assert len(decided("RESOLVED – That (a) the elms be felled as in (b) above.")) == 1


@pytest.mark.parametrize(
    "opening",
    [
        "Decided:",
        "DETERMINED –",
        "Conclusion: that",
        "Agreed by all that",
        "_Resolved_ – that",
        "RESOLVED, by all present, that",
    ],
)
def test_a_decision_opens_with_many_a_word(opening: str) -> None:
    assert decided(f"{opening} the elms be replaced.") == ["the elms be replaced."]


DISCUSSION = "Members talked about the cost of it for a while, and about whether oaks would do better in the park."


def test_a_recommendation_that_closes_an_item_is_its_decision_where_nothing_else_is() -> None:
    words = "RECOMMENDATION: That the elms be replaced."
    assert decided(words) == ["That the elms be replaced."]
    assert decided(f"{words}\n\n{DISCUSSION}\n\nRESOLVED that oaks be planted.") == ["oaks be planted."]


@pytest.mark.parametrize(
    ("decision", "section"), [("the elms be kept", "offered"), ("the recommendation be agreed", "minutes")]
)
def test_what_was_recommended_is_told_from_the_discussion_unless_it_was_agreed(decision: str, section: str) -> None:
    talk = "Members were told that the elms could stand for ten more years, and that oaks would cost a good deal.\n\n"
    offer = "Agenda item\n\nTrees\n\nMinutes:\n\nRECOMMENDATION\n\n(i) That the elms be felled.\n\n"
    (item,) = parse(read_text(f"{offer}{talk}RESOLVED that {decision}.")).meetings[0].items
    assert [p.section for p in item.paragraphs if p.marker == "(i)"] == [section]


@pytest.mark.parametrize("sign", [" – ", ": ", "\n- ", "\n→ "])
def test_a_clause_that_is_all_the_words_of_an_item_is_its_decision(sign: str) -> None:
    titles = ["Dead elms", "The pond", "Work programme"]
    lines = [f"{n}. {title}{sign}That the matter be noted." for n, title in enumerate(titles, 1)]
    minutes = parse(read_text("Minutes of the meeting held on Monday 12 May 2025\n\n" + "\n".join(lines)))
    assert [len(item.resolutions) for meeting in minutes.meetings for item in meeting.items][-1:] == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Consideration was given to a report on the elms.",
        "The Chair welcomed the Tree Officer to her first meeting.",
        "Members received a talk on the elms and asked about their age.",
        "This item was withdrawn from the agenda.",
        "There were none.",
        "Please see minute 45 below.",
        "Report reference: 12/44",
        "Wards: All",
        "All parties have a right of appeal within 21 days.",
    ],
)
def test_an_account_or_a_label_under_the_heading_of_a_decision_decides_nothing(line: str) -> None:
    assert decided(f"Decision:\n\n{line}\n\nThat the elms be felled.") == ["That the elms be felled."]


def test_a_deciding_word_alone_after_a_full_sentence_is_the_decision() -> None:
    assert decided("The age of the elms was explained. NOTED.") == ["NOTED."]


def test_the_points_of_a_talk_are_no_decision_though_they_are_worded_as_one() -> None:
    talk = "Key messages\n\n• The elms be felled by March.\n\n• Oaks be planted in their place."
    assert decided(f"{talk}\n\nThere were no questions.") == []


@pytest.mark.parametrize(
    ("body", "clause"),
    [
        ("A motion to refuse was LOST.\n\nPermission was GRANTED in full.", "Permission was GRANTED in full."),
        ("Committee decision – to fell the elms.", "to fell the elms."),
        ("The Panel's resolution was as follows:\n\n“That the elms be felled.”", "That the elms be felled.”"),
        ("The Working Group therefore RECOMMENDS:\n\nR1 That the elms be felled.", "That the elms be felled."),
        ("It was resolved: Proposed: Cllr Ash Seconded: Cllr Elm\n\nTo fell the elms.", "To fell the elms."),
        ("Agreed (nem. con.): the elms be felled.", "the elms be felled."),
    ],
)  # fmt: skip
def test_a_decision_is_found_in_the_words_of_licensing_parish_and_working_groups(body: str, clause: str) -> None:
    assert decided(body) == [clause]
