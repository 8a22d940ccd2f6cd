"""Which meetings, items and titles a document holds, whatever it was pasted from."""

import datetime

import pytest

from minutes.readers.text import read_text
from minutes.records import Minutes
from minutes.structure import parse

HISTORY = """Issue - meetings

Leisure centre repairs

Meeting: 14/05/2024 - Place Scrutiny Panel (Item 12)

12 Leisure centre repairs - update pdf icon PDF 120 KB

Additional documents:

Minutes:

The Head of Leisure presented the report.

RESOLVED that the report be noted.

Meeting: 12/03/2024 - Place Scrutiny Panel (Item 7)

7 Leisure centre repairs pdf icon PDF 98 KB

Minutes:

The Chair welcomed the report.
"""

PRINTED = """                    NORTHBROOK CITY COUNCIL
Minutes of the meeting of the Place Scrutiny Panel held in the Guildhall on Tuesday,
12 March 2024 at 6.30 pm

1.    APOLOGIES FOR ABSENCE

Apologies were received from Councillor Ash, who had been called away at short
notice to another meeting of the Council.

2.    LEISURE CENTRE REPAIRS

The Head of Leisure said that the roof of the pool had been mended and that the
changing rooms would be next. Members asked how much had been spent in the pre-

                                   1
Place Scrutiny Panel                                        12 March 2024

vious year. The Head of Leisure said that she would send the figure to all mem-
bers of the Panel by the end of April.

RESOLVED:

(1) That the report be noted; and
(2) That a further report be brought to the meeting in June.

3.    WORK PROGRAMME

The programme was looked at and nothing was added to it.

                                   2
Place Scrutiny Panel                                        12 March 2024
"""


def read(text: str) -> Minutes:
    return parse(read_text(text))


def titles(minutes: Minutes) -> list[str]:
    return [item.title for meeting in minutes.meetings for item in meeting.items]


def test_a_page_about_one_subject_has_a_meeting_for_each_time_it_came_up() -> None:
    minutes = read(HISTORY)
    assert minutes.layout == "issue_history"
    assert [(m.date, m.committee) for m in minutes.meetings] == [
        (datetime.date(2024, 5, 14), "Place Scrutiny Panel"),
        (datetime.date(2024, 3, 12), "Place Scrutiny Panel"),
    ]
    assert titles(minutes) == ["Leisure centre repairs - update", "Leisure centre repairs"]
    assert [m.items[0].number for m in minutes.meetings] == ["12", "7"]


def test_a_printed_paper_is_told_into_items_by_its_numbered_headings() -> None:
    minutes = read(PRINTED)
    assert minutes.layout == "meeting"
    assert minutes.meetings[0].date == datetime.date(2024, 3, 12)
    assert titles(minutes) == ["APOLOGIES FOR ABSENCE", "LEISURE CENTRE REPAIRS", "WORK PROGRAMME"]
    assert [item.number for item in minutes.meetings[0].items] == ["1", "2", "3"]


def test_page_numbers_headers_wraps_and_hyphens_are_out_of_the_sentences() -> None:
    item = read(PRINTED).meetings[0].items[1]
    document = read(PRINTED).document
    words = document.slice(item.paragraphs[0].span)
    assert "had been spent in the previous year." in words
    assert "send the figure to all members of the Panel by the end of April." in words


def test_every_span_of_a_paragraph_and_resolution_is_a_slice_of_the_text() -> None:
    minutes = read(PRINTED)
    for item in minutes.meetings[0].items:
        for paragraph in item.paragraphs:
            assert minutes.document.slice(paragraph.span).strip()
        for resolution in item.resolutions:
            assert " ".join(minutes.document.slice(resolution.span).split()) == resolution.text


def test_numbers_on_their_own_lines_go_with_the_titles_below_them() -> None:
    minutes = read(
        "Agenda and minutes\n\nPlace Scrutiny Panel - Tuesday, 12 March 2024 6.30 pm\n\nItems\n\nNo.\n\nItem\n\n41.\n\n"
        "Apologies for absence\n\nMinutes:\n\nThere were none.\n\n42.\n\nTree planting pdf icon PDF 80 KB\n\n"
        "To hear how many trees were planted.\n\nMinutes:\n\nThe Tree Officer gave a talk.\n"
    )
    meeting = minutes.meetings[0]
    assert (meeting.date, meeting.committee) == (datetime.date(2024, 3, 12), "Place Scrutiny Panel")
    assert [(item.number, item.title) for item in meeting.items] == [
        ("41", "Apologies for absence"),
        ("42", "Tree planting"),
    ]
    assert [p.section for p in meeting.items[1].paragraphs] == ["description", "minutes"]


def test_numbered_paragraphs_and_clauses_are_not_taken_for_items() -> None:
    minutes = read(
        "Agenda item\n\nTree planting\n\nMinutes:\n\n1. The Tree Officer gave a talk about the avenue.\n\n"
        "2. Members asked about the elms.\n\nRESOLVED that:\n\n1. the report be noted;\n\n2. the elms be replaced.\n"
    )
    assert titles(minutes) == ["Tree planting"]


def test_headings_without_numbers_are_known_by_the_usual_ones_among_them() -> None:
    minutes = read(
        "Northbrook Parks Forum\n\nTuesday 12 March 2024\n\nApologies\n\nNone were received.\n\nMatters arising\n\n"
        "The gate in Mill Park had been mended.\n\nBandstand\n\nThe roof leaks and nobody knows who owns it.\n\n"
        "Any other business\n\nThere was no other business.\n"
    )
    assert titles(minutes) == ["Apologies", "Matters arising", "Bandstand", "Any other business"]


def test_a_title_that_its_words_run_on_from_ends_before_them() -> None:
    minutes = read(
        "Minutes of the Northbrook Parks Forum held on 12 March 2024\n\n"
        "P1/24 | APOLOGIES FOR ABSENCE Councillor Ash |\n\n"
        "P2/24 | BANDSTAND The roof leaks and nobody knows who owns it. |\n\n"
        "P3/24 | DATE OF NEXT MEETING 14th May 2024 |\n"
    )
    assert titles(minutes) == ["APOLOGIES FOR ABSENCE", "BANDSTAND", "DATE OF NEXT MEETING"]


def test_the_title_of_a_page_is_the_line_below_the_chrome_of_the_site() -> None:
    minutes = read(
        "Skip to content\n\nMenu\n\nCouncil and democracy\n\nAgenda item\n\nTree planting\n\nMinutes:\n\n"
        "A talk was given.\n"
    )
    assert titles(minutes) == ["Tree planting"]


def test_minutes_pasted_without_any_heading_are_one_item_without_a_title() -> None:
    minutes = read("Minutes:\n\nThe Tree Officer gave a talk.\n\nRESOLVED that the talk be noted.\n")
    assert titles(minutes) == [""]
    assert [r.text for r in minutes.meetings[0].items[0].resolutions] == ["the talk be noted."]


def test_an_empty_text_has_no_meeting() -> None:
    assert read("").meetings == ()
    assert read(" \n \n").meetings == ()


def test_a_column_of_initials_is_taken_out_of_the_sentence_and_keeps_its_place() -> None:
    minutes = read(
        "1.   TREES                                                                         Action\n\n"
        "The Tree Officer spoke of the avenue and of the elms that had been lost there in\n"
        "the winter. Members asked how many of them would be replaced before the next      RT\n"
        "autumn and whether the money for it had been found. The Tree Officer would write\n"
        "to them about it.                                                                 RT\n\n"
        "2.   BENCHES\n\nThe benches in the park were looked at and it was thought that they would last\n"
        "for another year, although the one beside the pond was not what it had been. It\n"
        "would be looked at again.\n"
    )
    item = minutes.meetings[0].items[0]
    margin = [p for p in item.paragraphs if p.section == "margin" and minutes.document.slice(p.span) == "RT"]
    assert len(margin) == 2
    assert "replaced before the next autumn" in minutes.document.slice(item.paragraphs[1].span)
    assert margin[0].anchor is not None
    assert minutes.document.text[: margin[0].anchor].endswith("before the next")


def test_the_presenter_is_named_with_the_post_that_the_words_give() -> None:
    minutes = read(
        "Agenda item\n\nTrees\n\nMinutes:\n\nHolly Birch, Tree Officer introduced the report, which was long.\n"
    )
    assert minutes.meetings[0].items[0].presenter == "Holly Birch, Tree Officer"


def test_cells_one_a_line_are_put_back_into_rows() -> None:
    minutes = read(
        "ACTIONS AS AT 12 MARCH 2024\n\n|\nRef |\nMeeting Date |\nAction |\nOfficer |\nOutcome |\nP1 |\n9 "
        "January 2024 |\n"
        "Send the list of\nelms to members. |\nTree Officer |\nDone |\nP2 |\n9 January 2024 |\nMend the "
        "gate. |\nHead of Parks |\nPending |\n"
        "P3 |\n9 January 2024 |\nPaint the bandstand. |\nHead of Parks |\nPending |\n"
    )
    document = minutes.document
    rows = [p for p in minutes.meetings[0].items[0].paragraphs if p.cells]
    assert minutes.layout == "action_sheet"
    assert minutes.meetings[0].date == datetime.date(2024, 3, 12)
    assert [document.slice(c) for c in rows[1].cells] == [
        "P1",
        "9 January 2024",
        "Send the list of elms to members.",
        "Tree Officer",
        "Done",
    ]
    assert len(rows) == 4


def test_a_table_pasted_one_cell_a_line_without_any_sign_is_put_back_into_rows() -> None:
    minutes = read(
        "Action log\n\nRef\n\nAction\n\nOfficer\n\nStatus\n\n1\n\nSend the list of elms to members.\n\n"
        "Tree Officer\n\nDone\n\n"
        "2\n\nMend the gate.\n\nHead of Parks\n\nPending\n\n3\n\nPaint the bandstand.\n\nHead of Parks\n\n"
        "Pending\n\nThe log was looked at.\n"
    )
    rows = [p for p in minutes.meetings[0].items[0].paragraphs if p.cells]
    assert [minutes.document.slice(p.cells[1]) for p in rows[1:]] == [
        "Send the list of elms to members.",
        "Mend the gate.",
        "Paint the bandstand.",
    ]
    assert minutes.document.text.endswith("The log was looked at.")


def test_a_paper_pasted_on_one_line_is_told_into_its_titles_and_paragraphs() -> None:
    said = "The keeper spoke at some length of the gates, the ponds and the paths, and of what each of them had cost. "
    minutes = read(
        "NORTHBROOK PARKS FORUM Minutes of the meeting held on Tuesday 12 March 2024 "
        "Present Ann Birch Tom Oak Welcome "
        f"1. The Chair welcomed everyone. {said}Minutes of the Last Meeting 2. The minutes were approved. "
        "Gates (Paper 1) "
        f"3. {said}4. {said * 3}Tom Oak would send the cost of the gates. "
        "Action: Tom Oak to send costs Ponds (Paper 2) "
        f"5. {said * 6}6. {said}Date of Next Meeting 7. To be settled."
    )
    assert minutes.meetings[0].date == datetime.date(2024, 3, 12)
    assert titles(minutes) == ["Welcome", "Minutes of the Last Meeting", "Gates", "Ponds", "Date of Next Meeting"]
    gates = [minutes.document.slice(p.span) for p in minutes.meetings[0].items[2].paragraphs]
    assert gates[-1] == "Action: Tom Oak to send costs"


FORMS = {
    "1. Title": "{n}. {title}\n\n{body}",
    "(1) Title": "({n}) {title}\n\n{body}",
    "41/24 Title": "4{n}/24 {title}\n\n{body}",
    "Item 1": "Item {n}\n\n{title}\n\n{body}",
    "Agenda item 1: Title": "Agenda item {n}: {title}\n\n{body}",
    "1.0 Title, 1.1 words": "{n}.0 {title}\n\n{n}.1 {body}",
    "1. Title: words": "{n}. {title}: {body}",
    "Title: words": "{title}: {body}",
    "Title - words": "{title} - {body}",
    "Title": "{title}\n\n{body}",
    "Title:": "{title}:\n\n{body}",
    "cells parted by tabs": "{n}\t{title}\t{body}",
    "cells parted by pipes": "| {n} | {title} | {body} |",
    "cells without a number": "| {title} | {body} |",
    "stars": "**{n}. {title}**\n\n{body}",
    "the item's number behind": "{n}. {title} (Agenda item {n})\n\n{body}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "spaced"])
def test_titles_are_found_in_every_form_that_clerks_give_them(form: str, between: str) -> None:
    items = {
        "Apologies for absence": "Apologies were received from Councillor Ash.",
        "Minutes of the last meeting": "The minutes were agreed as a correct record.",
        "Elm disease in Mill Park": "The Tree Officer answered questions. RESOLVED that the report be noted.",
        "Work programme": "The programme was looked at.",
        "Date of next meeting": "To be settled by the Chair.",
    }
    body = between.join(form.format(n=n, title=t, body=b) for n, (t, b) in enumerate(items.items(), start=1))
    head = "Place Scrutiny Panel\n\nTuesday 12 March 2024\n\nPresent: Councillors Ash and Elm\n\n"
    minutes = read(head + body)
    assert titles(minutes) == list(items)
    assert [r.text for r in minutes.meetings[0].items[2].resolutions] == ["the report be noted."]


def test_titles_over_a_label_that_the_paper_repeats_need_no_usual_one_among_them() -> None:
    minutes = read(
        "Northbrook Streets Panel\n\n12 March 2024\n\nElm disease in Mill Park\nDiscussion\nThe elms were spoken of.\n"
        "Resolved\nThat the report be noted.\n\nPotholes on Long Lane\nDiscussion\nThe holes were counted.\nResolved\n"
        "That they be filled.\n\nStreet lights\nDiscussion\nForty were out.\nResolved\nThat they be lit.\n"
    )
    assert titles(minutes) == ["Elm disease in Mill Park", "Potholes on Long Lane", "Street lights"]


def test_unnumbered_titles_without_any_usual_one_are_found_by_their_decisions() -> None:
    minutes = read(
        "Parks Panel\n\nTuesday, 3rd May, 2022\n\nBandstand Repairs\n\n"
        "The Head of Parks outlined the works to the roof.\n\n"
        "Resolved – That the works be approved.\n\nRequest to Speak – Friends of the Pond\n\n"
        "A request had been received.\n\n"
        "The Panel acceded to the request and agreed that the Friends be heard in June.\n"
    )
    assert titles(minutes) == ["Bandstand Repairs", "Request to Speak – Friends of the Pond"]
    assert str(minutes.meetings[0].date) == "2022-05-03"


def test_an_item_taken_out_of_its_order_keeps_its_own_heading() -> None:
    order = [1, 2, 5, 3, 4, 6]
    minutes = read("".join(f"{n}. Report on Scheme {n}\n\nMembers were told how far it had got.\n\n" for n in order))
    assert [item.number for item in minutes.meetings[0].items] == [str(n) for n in order]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("PARKS AND LEISURE COMMITTEE, 04.06.19\n\n6. POND DREDGING\n", "POND DREDGING"),
        ("7 Pond dredging\nPDF 212 KB\n", "Pond dredging"),
        ("PLS23/41 Pond dredging\n", "Pond dredging"),
        ("Parks Committee\n\nPond dredging [Item 4]\n\nReport of the Head of Parks\n", "Pond dredging"),
    ],
)
def test_the_title_of_a_single_item_is_told_from_the_lines_around_it(head: str, title: str) -> None:
    minutes = read(
        head + "\nThe Head of Parks said that the pond had last been dredged many years before.\n\n"
        "RESOLVED: That it be noted.\n"
    )
    assert titles(minutes) == [title]


def test_a_number_at_the_right_hand_edge_belongs_to_the_title_before_it() -> None:
    minutes = read(
        "ELECTION OF CHAIR      23/16\n\nRESOLVED: That Mr Ashe be elected.\n\n"
        "MINUTES      24/16\n\nThey were signed.\n\n"
        "TREE PLANTING IN MILL LANE      25/16\n\nRESOLVED: That elms be planted.\n"
    )
    assert titles(minutes) == ["ELECTION OF CHAIR", "MINUTES", "TREE PLANTING IN MILL LANE"]
    assert [item.number for item in minutes.meetings[0].items] == ["23/16", "24/16", "25/16"]


TALK = "The Tree Officer said that the avenue had been planted in the winter and that most of the trees had taken."


def test_a_part_of_the_paper_may_number_its_items_anew() -> None:
    minutes = read(
        f"PARKS PANEL, 12 MARCH 2024\n\nPART I\n\n1. APOLOGIES\n\nNone.\n\n2. AVENUE\n\n{TALK}\n\n"
        f"3. BENCHES\n\n{TALK}\n\n"
        f"PART II\n\n1. SALE OF THE DEPOT\n\n{TALK}\n"
    )
    numbered = [(item.number, item.title) for item in minutes.meetings[0].items]
    assert numbered == [("1", "APOLOGIES"), ("2", "AVENUE"), ("3", "BENCHES"), ("1", "SALE OF THE DEPOT")]


def test_the_time_at_which_an_item_was_taken_is_no_number() -> None:
    minutes = read(
        f"Parks Panel\n12 March 2024\n\n10.00 Notes of last time\n{TALK}\n\n10.05 Bandstand\n{TALK}\n\n"
        f"11.30 What next\n{TALK}\n"
    )
    numbered = [(item.number, item.title) for item in minutes.meetings[0].items]
    assert numbered == [(None, "Notes of last time"), (None, "Bandstand"), (None, "What next")]


@pytest.mark.parametrize("sign", ["(a)", "•", "i."])
def test_what_parts_the_talk_of_one_item_makes_no_items(sign: str) -> None:
    minutes = read(
        f"7. Tree planting\n\n{TALK}\n\n{sign} Elms\n\n{TALK}\n\n{sign} Limes\n\n{TALK}\n\n{sign} Oaks\n\n{TALK}\n"
    )
    assert titles(minutes) == ["Tree planting"]


def test_what_was_said_above_a_decision_is_discussion_and_what_the_item_is_for_is_not() -> None:
    said = read(f"7. Trees\n\nMembers asked how many elms were left.\n\n{TALK}\n\nDecision:\n\n1. That it be noted.\n")
    assert [p.section for p in said.meetings[0].items[0].paragraphs][:2] == ["minutes", "minutes"]
    described = read("Agenda item\n\nTrees\n\nTo receive a talk about the avenue.\n\nDecision:\n\nThat it be noted.\n")
    assert described.meetings[0].items[0].paragraphs[0].section == "description"
