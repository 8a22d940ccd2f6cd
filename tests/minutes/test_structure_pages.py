"""Titles on pages of committee systems and in papers, in forms first met on the pages of other councils."""

from minutes.readers.text import read_text
from minutes.structure import parse


def titles(text: str) -> list[str]:
    return [item.title for meeting in parse(read_text(text)).meetings for item in meeting.items]


def test_the_first_item_below_the_head_of_a_list_needs_no_usual_title() -> None:
    page = (
        "Agenda and minutes\n\nVenue: Guildhall\n\nNo. Item\n\nTribute to Alderman Frith\n\nAll stood.\n\n"
        "Declarations of interest\n\nThere were none.\n\nMinutes of the last meeting pdf icon PDF 84 KB\n\n"
        "RESOLVED that the minutes be signed.\n\nFerry Timetable pdf icon PDF 30 KB\n\nMembers were told of delays.\n"
    )
    assert titles(page) == [
        "Tribute to Alderman Frith",
        "Declarations of interest",
        "Minutes of the last meeting",
        "Ferry Timetable",
    ]


def test_labels_run_on_into_the_line_of_the_title_are_no_part_of_it() -> None:
    page = (
        "Venue: Guildhall\nNo. | Item |\nApologies Minutes: No apologies were reported.\n"
        "Declarations of Interest Minutes: Alderman Frith declared an interest in the ferry.\n"
        "Petitions Minutes: There were none.\n"
        "Ferry Timetable PDF 30 KB Minutes: The Board was told of the delays and asked for the figures.\n"
        "Harbour Lights Additional documents: Minutes: The Board agreed that the lights be left on.\n"
    )
    assert titles(page) == [
        "Apologies",
        "Declarations of Interest",
        "Petitions",
        "Ferry Timetable",
        "Harbour Lights",
    ]


def test_who_was_there_and_what_for_is_no_title() -> None:
    page = (
        "Harbour Board\n\n4 May 2023\n\nIn attendance:\n\nJ Frith, Harbour Master\n\nAda Lunn, Head of Ports\n\n"
        "The ferry was late eleven times in April and members were sorry to hear it from those who had been on it."
    )
    assert not {"J Frith, Harbour Master", "Ada Lunn, Head of Ports"} & set(titles(page))


def test_the_number_of_the_paragraph_behind_a_title_is_no_part_of_it() -> None:
    page = (
        "Harbour Board 4 May 2023\n\nApologies 1. Alderman Frith was away and had sent his apologies to the Clerk.\n"
        "Minutes of the last meeting 2. The minutes were approved. 3. There was nothing further to be said of them.\n"
        "Ferry Timetable (Paper 1) 4. The Harbour Master presented the paper. 5. Members asked what had been done.\n"
        "Date of next meeting 6. The Board would meet on 1 June.\n"
    )
    assert titles(page) == ["Apologies", "Minutes of the last meeting", "Ferry Timetable", "Date of next meeting"]


def test_a_sheet_of_actions_is_called_by_its_name_without_the_day() -> None:
    heads = ["Ref", "Meeting Date", "What was\nRecommended", "To Whom", "Action to Date\nor Planned", "Outcome"]
    rows = [["HB1", "4 May 2023", "That the lamps be mended.", "Harbour Master", "Ordered", "Late"]] * 3
    cells = "".join(f"{cell} |\n" for cell in heads + [cell for row in rows for cell in row])
    assert titles(f"Harbour Board\n\nRECOMMENDATIONS TRACKER AS AT 1 JUNE 2023\n\n|\n{cells}") == [
        "RECOMMENDATIONS TRACKER"
    ]


def test_a_year_before_a_title_in_capitals_is_part_of_it() -> None:
    said = (
        "Members heard at some length how the money had been spent and asked for more of it to be spent on paint.\n\n"
    )
    heads = ["ORDER OF BUSINESS", "2022/23 HARBOUR BUDGET", "LAMPS AND BUOYS", "WORK PROGRAMME"]
    page = "Harbour Board\n\n4 May 2023\n\n" + "".join(f"{head}\n\n{said}" for head in heads)
    assert titles(page) == heads


def test_rows_put_on_one_line_give_up_their_titles() -> None:
    page = (
        "Venue: Guildhall\nNo. | Item |\nApologies Minutes: There were none. |\n"
        "Declarations of Interest To receive any declarations of interest. Minutes: None. |\n"
        "Minutes of Previous Meeting The minutes of the last meeting are attached. Minutes: They were signed.\n"
        "Harbour Lamps Members are asked to consider the lamps. PDF 80 KB Additional documents: Minutes:\n"
        "The Harbour Master spoke of the lamps.\nResolved – That the lamps be mended.\n"
        "Young Sailors Minutes: The regatta was to be held in June. |\n"
    )
    assert titles(page) == [
        "Apologies",
        "Declarations of Interest",
        "Minutes of Previous Meeting",
        "Harbour Lamps",
        "Young Sailors",
    ]
    (clause,) = [r.text for m in parse(read_text(page)).meetings for item in m.items for r in item.resolutions]
    assert clause == "the lamps be mended."


def test_titles_of_a_paper_on_one_line_keep_their_first_word_and_lose_the_note_before_them() -> None:
    said = "Those at the table spoke of it at some length, and it was thought that more ought to be known of it. " * 3
    page = (
        "NOTE - machine made. HARBOUR BOARD MINUTES held at the Guildhall on 4 May 2023 PRESENT Ada Lunn Jon Frith "
        f"Welcome and Apologies 1. Ada Lunn welcomed everyone. Minutes of the Meeting on 6 April 2023 2. {said}Matters "
        f"Arising 3. {said}4. {said}It was agreed to look again in June. Action AL JF Painting of the Lamps 5. {said}"
        f"6. {said}Date of Next Meeting 7. 1 June, Guildhall."
    )
    assert titles(page) == [
        "Welcome and Apologies",
        "Minutes of the Meeting on 6 April 2023",
        "Matters Arising",
        "Painting of the Lamps",
        "Date of Next Meeting",
    ]


def test_titles_in_capitals_before_a_stop_are_told_from_the_sentences_below_them() -> None:
    page = (
        "Harbour Board 4 May 2023\nAPOLOGIES FOR ABSENCE. There were none.\n"
        "DECLARATIONS OF INTEREST. Mr Frith in the ferry.\nMINUTES. Those of April were signed.\n"
        "LAMPS.\nLamp on the west pier. 3 May all night. Noted.\nFERRY. The Master said that it was late again.\n"
    )
    assert titles(page) == [
        "APOLOGIES FOR ABSENCE",
        "DECLARATIONS OF INTEREST",
        "MINUTES",
        "LAMPS",
        "FERRY",
    ]


def test_items_that_all_lost_their_number_are_items_and_a_telephone_number_is_none() -> None:
    page = (
        "Harbour Board minutes 4 May 2023\n\n01632 960001\n\n1. Apologies: Mr Frith (at sea)\n\n"
        "1. Minutes of the last meeting: The Board signed the minutes of April as they stood.\n\n"
        "1. Lamps and buoys: The Master reported that the lamps had been mended and the buoys painted.\n"
    )
    assert titles(page) == ["Apologies", "Minutes of the last meeting", "Lamps and buoys"]


def test_the_first_paragraph_of_a_list_is_no_title_of_its_page() -> None:
    assert titles(
        "Issue - decisions\n\n(1) The Chair welcomed those present.\n\n(2) The Chair spoke of the lamps."
    ) == [""]


def test_a_title_may_end_in_the_post_that_brought_it() -> None:
    title = "Work Programme of the Task Group - Report of the Chief Executive"
    assert titles(f"{title}\n\nThe Panel considered the report at some length.\n") == [title]


def test_the_days_that_a_last_item_is_about_are_not_the_meetings() -> None:
    page = "Harbour Board\n\n1. Apologies\n\nNone.\n\n2. Lamps\n\nNone.\n\n"
    page += "3. Executive Plan - 30 May to 30 June 2023\n\nSeen.\n"
    assert parse(read_text(page)).meetings[0].date is None
