"""Who must act and who asked, by the words of the minutes."""

import pytest

from minutes.document import Span
from minutes.readers.text import read_text
from minutes.structure import parse
from minutes.who.people import Cast, owner_in_cell


def cast_of(body: str) -> tuple[Cast, str]:
    minutes = parse(read_text("Agenda item\n\nTrees\n\nMinutes:\n\n" + body))
    return Cast(minutes.document, minutes.meetings[0].items[0]), minutes.document.text


def owner(body: str, *quotes: str) -> str | None:
    cast, text = cast_of(body)
    spans = [Span(text.index(q), text.index(q) + len(q)) for q in quotes or (body.split("\n")[-1],)]
    return cast.owner_of(spans)


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("The Tree Officer undertook to send a list of the elms.", "Tree Officer"),
        ("RESOLVED that the Head of Parks be asked to replace the elms.", "Head of Parks"),
        (
            "RESOLVED that the Director of Environment and Streets write to the owner.",
            "Director of Environment and Streets",
        ),
        ("RESOLVED: Clerk to write to the owner.", "Clerk"),
        ("RESOLVED to request the Chief Officer - Operations to report on the elms.", "Chief Officer - Operations"),
        ("RESOLVED that a plan be drawn up by the Tree Officer for the next meeting.", "Tree Officer"),
        ("It was requested that the Tree Officer circulate the guide.", "Tree Officer"),
        ("It was agreed that Councillor Ash would speak to the owner.", "Councillor Ash"),
        ("Councillor Ash asked about elms and Mr Oak said he would find out.", "Mr Oak"),
        ("The Chair would write to the Minister.", "Chair"),
        ("Lisa will go back to the owner.", "Lisa"),
        ("Helen Birch offered to provide a written response.", "Helen Birch"),
        ("It would be useful to see the cost. The Assistant Director (Parks) agreed.", "Assistant Director (Parks)"),
        ("MB asked about elms. JB would find out.", "JB"),
        ("RT apologised for a slip in the list of elms and would reissue it.", "RT"),
        ("Ann Birch, Tree Officer, would be happy to send the list.", "Ann Birch"),
        ("Mr Oak would have the list printed in larger type.", "Mr Oak"),
        ("RESOLVED that the Head of Parks, in consultation with the Chair, secure two elms.", "Head of Parks"),
        ("RESOLVED that the Head of Parks do report on the elms.", "Head of Parks"),
        ("RESOLVED that the Head of Parks (Ann Birch) write to the owner.", "Head of Parks"),
        ("The parks manager agreed to send a list of the elms.", "parks manager"),
        ("The cabinet member for housing would look into it.", "cabinet member for housing"),
        ("The Curator undertook to look at the elms.", "Curator"),
        ("Ms Birch: I don’t have the list but I can send it to you.", "Ms Birch"),
        ("RT happy to forward the list of the elms.", "RT"),
        ("Mr Oak thought it was six elms but would prefer to look at his papers and write to Members.", "Mr Oak"),
        ("RT – collate the numbers of elms", "RT"),
        ("Housing Manager to circulate the list of elms.", "Housing Manager"),
        ("RESOLVED that the Section 151 Officer report on the cost.", "Section 151 Officer"),
        ("Dr van Elm would circulate the list.", "Dr van Elm"),
        ("Councillor ap Ash would speak to the owner.", "Councillor ap Ash"),
        ("Councillor Siân Ash undertook to speak to the owner.", "Councillor Siân Ash"),
        ("RESOLVED that Councillors Ash and Elm be asked to speak to the owner.", "Councillors Ash and Elm"),
        ("Ann Birch (AB) agreed to send the list.", "Ann Birch"),
        ("Mr Oak OBE would send the list.", "Mr Oak"),
        ("NHS Elmshire to supply the list.", "NHS Elmshire"),
        ("RESOLVED that the Head of Parks be required to report on the elms.", "Head of Parks"),
        ("RESOLVED that a visit be arranged by the Town Manager for the Panel.", "Town Manager"),
        ("This was accepted by the Head of Parks.", "Head of Parks"),
        ("There was no objection to a longer list from the Tree Officer.", "Tree Officer"),
        ("It would help to have the list by ward, and Mr Oak concurred.", "Mr Oak"),
        ("Asked by Councillor Ash if a list might be made, Mr Oak said that it could.", "Mr Oak"),
        ("Mr Oak doubted that it could be right and Ms Birch would check.", "Ms Birch"),
        ("Mr Oak said that the list was with the Head of Parks, who would send it.", "Head of Parks"),
        ("Councillor Ash asked if it was possible for the Head of Parks to send the list.", "Head of Parks"),
        ("Councillor Ash thanked Mr Oak and asked him to send the list.", "Mr Oak"),
        ("RESOLVED that Mr Oak be thanked and asked to send the list.", "Mr Oak"),
        ("It fell to the Head of Parks to send the list.", "Head of Parks"),
        ("First draft of the list from the tree officer by May.", "tree officer"),
        ("The representative of the Trust agreed to send the list.", "representative of the Trust"),
        ("The parks and open spaces manager would send the list.", "parks and open spaces manager"),
        ("On behalf of the Trust, Dr Elm undertook to send the list.", "Dr Elm"),
        ("The Chair undertook, on the Panel’s behalf, to write to the owner.", "Chair"),
        ("The Chair would have a word with the owner.", "Chair"),
        ("The Chair would ask the Head of Parks to write to the owner.", "Head of Parks"),
        ("The list to be sent round (Tree Officer)", "Tree Officer"),
        ("The Head of Parks needs to send the list.", "Head of Parks"),
        ("The Panel tasked the Head of Parks with sending the list.", "Head of Parks"),
        ("Members pressed the Head of Parks for a list.", "Head of Parks"),
        ("It would be for the Head of Parks to send the list.", "Head of Parks"),
        ("The Panel invited the Head of Parks to provide a list.", "Head of Parks"),
        ("Ann Birch (Tree Officer) would send the list.", "Ann Birch"),
        ("Ann Birch of Elm Homes agreed to send the list.", "Ann Birch"),
        ("Ann Birch from the parks team would send the list.", "Ann Birch"),
        ("The Parks, Trees and Open Spaces Manager agreed to send it.", "Parks, Trees and Open Spaces Manager"),
        ("Ms Birch didn’t have the list with her but she’d send it.", "Ms Birch"),
        ("The parks team would draw up a list.", "parks team"),
        ("RESOLVED that a letter be sent from the Chair to the Minister.", "Chair"),
        ("Following what the Mayor had said, the Clerk would write to the owner.", "Clerk"),
        ("Mr Oak would be more than happy to send the list.", "Mr Oak"),
        ("Councillor Ash said the elms were ill and Mr Oak said he would see to them.", "Mr Oak"),
        ("RESOLVED that the Service Director, Adult Care, be asked to send the list.", "Service Director, Adult Care"),
        ("The Chief Inspector agreed to send the list.", "Chief Inspector"),
        ("Councillor Elm (Cabinet Member for Parks) said that a list would be sent.", "Councillor Elm"),
        ("The Head of Parks asked Councillor Ash for the address and would look at it.", "Head of Parks"),
        ("RESOLVED that the Chair (Councillor Ash) write to the owner.", "Chair"),
        ("RESOLVED to delegate to the Head of Parks the choice of elms.", "Head of Parks"),
        ("RESOLVED that the Head of Parks in consultation with the Chair choose the elms.", "Head of Parks"),
        ("RESOLVED that Councillor Ash be appointed to lead the review and report back.", "Councillor Ash"),
        ("The Head of Parks and the Head of Housing to bring a list.", "Head of Parks and Head of Housing"),
        ("Councillor Ash reported a fallen elm and the Head of Parks agreed to look at it.", "Head of Parks"),
        ("Councillor Ash to be the Panel’s voice on the forum and to report back.", "Councillor Ash"),
        ("It was requested that Ms Birch have the list redrawn.", "Ms Birch"),
        ("The s151 Officer agreed to send the list.", "s151 Officer"),
        (
            "The Deputy Chief Executive and Director of Place would send it.",
            "Deputy Chief Executive and Director of Place",
        ),
        ("The matter was left in the hands of the Clerk.", "Clerk"),
        ("Councillor Ash had had a word with the owner and would do so again.", "Councillor Ash"),
        ("It was agreed that the list be sent by the Clerk to the Department.", "Clerk"),
        ("Mrs Elm told of late buses. Mr Oak asked her to send him details and promised to look.", "Mr Oak"),
        ("Write to the owner (RT)", "RT"),
    ],
)
def test_the_one_told_or_the_one_who_promised_is_the_owner(body: str, who: str) -> None:
    assert owner(body) == who


@pytest.mark.parametrize(
    "body",
    [
        "Officers agreed to send a list of the elms.",
        "Members asked for a list of the elms.",
        "The Panel asked that a list of the elms be circulated.",
        "RESOLVED that a further report be brought to the Panel.",
        "The Chair asked that a visit be arranged.",
        "Councillor Ash requested a breakdown by ward.",
        "RESOLVED that Councillor Ash be invited to the next meeting.",
        "It was confirmed that this could be supplied.",
        "The Panel recommends DED should be on the work programme.",
        "Councillor Ash suggested going to see what Larchford Borough had done.",
        "RESOLVED that Month 8 be brought to the next meeting, with a list for each of the elms.",
        "Councillor Ash thought that the list could be longer.",
        "Councillor Ash believed that this ought to be shown and the Panel took the same view.",
        "Councillor Ash would be very interested to see the list.",
        "Councillor Ash would have it by Friday.",
        "The list to be broken down by District Electoral Area.",
        "RESOLVED that the Head of Parks’ report be brought back in June.",
        "RESOLVED that the Cabinet Member’s reply be circulated.",
        "The list of Care Plans was discussed and more was wanted.",
        "A working party of four was set up.",
        "RESOLVED that the Trust be invited to nominate a member.",
        "A reply from the Tree Officer was now a month late and would be chased.",
        "Following what the Mayor had said, the elms were added to it.",
        "It was hoped that a Ward Member could be told first.",
        "Staff would write to the owner.",
        "Ms Birch was thanked and it was agreed that a further list be brought.",
        "Councillor Ash to receive the list by Friday.",
        "A copy of the letter from Councillor Ash to be sent to all.",
        "To adopt the Local Plan (LP)",
    ],
)
def test_where_nobody_is_named_to_act_there_is_no_owner(body: str) -> None:
    assert owner(body) is None


def test_whoever_stands_in_the_line_above_a_list_is_the_owner_of_its_entries() -> None:
    body = "In response to questions, the Head of Parks:\n\n- said that few elms were left;\n- agreed to send a list."
    assert owner(body, "agreed to send a list.") == "Head of Parks"
    assert owner(body, "said that few elms were left;") is None
    body = "RESOLVED – That the Head of Parks be asked to:\n\n(i) write to the owner; and\n(ii) report in May."
    assert owner(body, "report in May.") == "Head of Parks"
    body = "RESOLVED – That the Head of Parks be asked to:\n\n(i) write;\n(ii) arrange for Members to see it."
    assert owner(body, "arrange for Members to see it.") == "Head of Parks"
    body = (
        "The Panel AGREED:\n\n1. to ask the Head of Parks to:\n\na) write to the owner;\n\n"
        "2. that a further report be brought."
    )
    assert owner(body, "write to the owner;") == "Head of Parks"
    assert owner(body, "that a further report be brought.") is None


def test_an_entry_that_tells_of_others_is_not_what_the_line_above_has_to_do() -> None:
    body = "RESOLVED – That the Head of Parks be asked to:\n\n(i) draw a map;\n(ii) Money – Members felt it was dear."
    assert owner(body, "draw a map;") == "Head of Parks"
    assert owner(body, "Money – Members felt it was dear.") is None


def test_a_first_name_is_the_owner_where_the_attendance_list_has_it() -> None:
    body = "Present: Simon Oak (Tree Officer), Ann Birch (Clerk)\n\nSimon took the list away and will sort it out."
    assert owner(body) == "Simon"
    assert owner("Footpaths took up the evening and will sort it out.") is None


@pytest.mark.parametrize(
    "line",
    [
        "Simon is sorting out a date.",
        "Simon – send the list round.",
        "Simon: send the list round.",
        "Ann asked Simon for the list.",
        "Ann wants Simon to send the list.",
        "Simon needs to check this with Ann.",
        "Can Simon check this with Ann?",
        "Simon please check this.",
        "Over to Simon to fix.",
        "Left with Simon.",
    ],
)
def test_notes_among_people_on_first_name_terms_name_their_owner(line: str) -> None:
    assert owner("Present: Simon Oak (tree officer), Ann Birch (clerk)\n\n" + line) == "Simon"


def test_a_post_in_small_letters_at_the_start_of_a_note_is_the_owner() -> None:
    assert owner("Repairs manager to report back.") == "Repairs manager"
    assert owner("Officers to report back.") is None


def test_initials_behind_a_line_count_where_they_are_those_of_somebody_named() -> None:
    present = "Present: Simon Oak (Tree Officer)\n\n"
    assert owner(present + "The list to be sent round (SO)") == "SO"
    assert owner(present + "The list to be sent round (PDF)") is None


def test_a_pronoun_never_stands_for_the_member_by_whom_it_was_asked() -> None:
    body = "Mr Oak said that few were left. Asked by Councillor Ash how many, he would find out."
    assert owner(body, "Asked by Councillor Ash how many, he would find out.") == "Mr Oak"


def test_whoever_spoke_last_is_the_owner_of_what_will_be_sent_by_nobody_named() -> None:
    body = "Ms Birch did not have the number of elms. She said that it was kept by ward. It would be sent to Members."
    assert owner(body, "It would be sent to Members.") == "Ms Birch"
    body = "Councillor Ash said that he had asked in May. It would be sent to Members."
    assert owner(body, "It would be sent to Members.") is None


def test_a_pronoun_stands_for_the_one_whom_the_question_was_put_to() -> None:
    body = "Councillor Ash asked Mr Oak about elms. He would send a list."
    assert owner(body, "He would send a list.") == "Mr Oak"


@pytest.mark.parametrize(
    ("cell", "who"),
    [
        ("Tree Officer", "Tree Officer"),
        ("(a) Tree Officer", "Tree Officer"),
        ("the Tree Officer;", "Tree Officer"),
        ("Head of Parks (Ann Birch)", "Head of Parks"),
        ("Cllr Ash)", "Cllr Ash"),
        ("Tree Officer by 5 April 2024", "Tree Officer"),
        ("Tree Officer – April meeting", "Tree Officer"),
        ("Tree Officer (by end of May)", "Tree Officer"),
        ("Tree Officer to action", "Tree Officer"),
        ("Corporate Director – Place", "Corporate Director – Place"),
        ("Head of Service, Parks", "Head of Service, Parks"),
        ("All", None),
        ("Officers", None),
        ("TBC", None),
        ("-", None),
        ("VD – options and costs", "VD"),
        ("Simone, lunch for all", "Simone"),
        ("Head of Parks, elms", "Head of Parks, elms"),
    ],
)
def test_the_words_of_a_column_are_tidied_into_an_owner(cell: str, who: str | None) -> None:
    assert owner_in_cell(cell) == who


def test_another_entry_of_the_same_sentence_does_not_give_its_owner() -> None:
    body = "RESOLVED that (i) the Tree Officer arrange a visit and (ii) a further report be brought."
    assert owner(body, "a further report be brought.") is None


def test_a_pronoun_stands_for_the_one_who_spoke_before() -> None:
    body = (
        "Councillor Ash asked how many elms were left. The Tree Officer said that few were. She undertook "
        "to send a list."
    )
    assert owner(body, "She undertook to send a list.") == "Tree Officer"


def test_a_pronoun_does_not_stand_for_one_whom_the_title_rules_out() -> None:
    body = "Mrs Birch gave the figures. Mr Oak explained them. She would send a list."
    assert owner(body, "She would send a list.") == "Mrs Birch"


def test_a_pronoun_can_stand_for_the_subject_of_its_own_sentence() -> None:
    body = "Inspector Elm stated that he did not have the figures but undertook to forward them."
    assert owner(body) == "Inspector Elm"


def test_a_pronoun_stands_for_the_one_who_answers_not_for_the_member_who_asked() -> None:
    body = (
        "Ann Birch, Head of Parks, said that few elms were left. Councillor Ash asked how soon the rest would go, "
        "and she undertook to find out."
    )
    assert owner(body, body[body.index("Councillor Ash") :]) == "Ann Birch"


def test_the_one_requested_to_do_it_is_not_the_one_who_requests() -> None:
    body = "Mr Oak said that the elm was safe. Councillor Ash requested that he write to the owner nonetheless."
    assert owner(body, "Councillor Ash requested that he write to the owner nonetheless.") == "Mr Oak"


def test_whoever_consents_right_after_the_ask_is_the_owner() -> None:
    body = "Councillor Ash asked to see it in draft. Mr Oak could see no harm in that. Councillor Elm thanked him."
    assert owner(body, "Councillor Ash asked to see it in draft.") == "Mr Oak"
    body = "Councillor Ash asked for a list of the elms. Mr Oak said that this was possible."
    assert owner(body, "Councillor Ash asked for a list of the elms.") == "Mr Oak"
    body = "Councillor Ash asked for a list of the elms. Councillor Elm would write to the Minister."
    assert owner(body, "Councillor Ash asked for a list of the elms.") is None


@pytest.mark.parametrize(
    "answer",
    [
        "In reply the Tree Officer said that she would supply it.",
        "This was agreed by the Tree Officer.",
        "It would be provided by the Tree Officer.",
    ],
)
def test_whoever_answers_is_the_owner_however_the_answer_opens(answer: str) -> None:
    ask = "Councillor Ash asked for a list of elms."
    assert owner(f"{ask} {answer}", ask) == "Tree Officer"


def test_a_pronoun_stands_for_the_one_who_answers_not_for_the_member_who_remarked() -> None:
    body = "Ms Birch explained the map. Councillor Ash thought it hard to read. She agreed to have it redrawn."
    assert owner(body, "She agreed to have it redrawn.") == "Ms Birch"


def test_a_pronoun_stands_for_the_one_to_whom_a_member_put_it() -> None:
    body = "Councillor Ash raised the elm with the Head of Parks. He would look at it."
    assert owner(body, "He would look at it.") == "Head of Parks"


def test_whoever_was_asked_is_the_owner_of_what_will_be_sent_by_nobody_named() -> None:
    body = "Councillor Ash asked the Head of Parks how many elms there were. The figures would be sent on."
    assert owner(body, "The figures would be sent on.") == "Head of Parks"


def test_an_action_line_under_the_paragraph_names_the_owner() -> None:
    body = "Members asked for a list of the elms.\n\nACTION: Tree Officer"
    assert owner(body, "Members asked for a list of the elms.") == "Tree Officer"


def test_initials_in_the_margin_are_the_owner_of_the_sentence_beside_them() -> None:
    minutes = parse(
        read_text(
            "1.   TREES                                                                         Action\n\n"
            "The Tree Officer spoke of the avenue and of the elms that had been lost there in\n"
            "the winter. Members asked how many of them would be replaced before the next      RT\n"
            "autumn and whether the money for it had been found. The Tree Officer would write\n"
            "to them about it.                                                                 RT\n\n"
            "2.   BENCHES\n\nThe benches in the park were looked at and it was thought that they would last\n"
            "for another year, although the one beside the pond was not what it had been. It\n"
            "would be looked at again.\n"
        )
    )
    text = minutes.document.text
    quote = "Members asked how many of them would be replaced before the next autumn"
    cast = Cast(minutes.document, minutes.meetings[0].items[0])
    assert cast.owner_of([Span(text.index(quote), text.index(quote) + len(quote))]) == "RT"


def test_the_resolution_goes_before_what_was_said_of_it() -> None:
    body = (
        "The Tree Officer said she would be happy to help.\n\n"
        "RESOLVED that the Head of Parks be asked to replace the elms."
    )
    clause, said = (
        "the Head of Parks be asked to replace the elms.",
        "The Tree Officer said she would be happy to help.",
    )
    assert owner(body, clause, said) == "Head of Parks"


@pytest.mark.parametrize(
    ("sentence", "presenter"),
    [
        ("Joan Colman, Assistant Director - Children & Families presented the report.",
         "Joan Colman, Assistant Director - Children & Families"),
        ("Ann Leigh (Head of Legal & Democratic Services) introduced the report.",
         "Ann Leigh, Head of Legal & Democratic Services"),
        ("The report was presented by Ann Leigh, Head of Planning.", "Ann Leigh, Head of Planning"),
        ("The Assistant Director, Finance presented the report.", "Assistant Director, Finance"),
        ("The Strategic Director - People (Jane Dow) outlined the report.", "Strategic Director - People (Jane Dow)"),
        ("Councillor Hay thanked Ann Leigh, who presented the report.", None),
    ],
)  # fmt: skip
def test_a_presenter_keeps_the_whole_post(sentence: str, presenter: str | None) -> None:
    document = read_text(f"Agenda item\n\nTree planting\n\nMinutes:\n\n{sentence}\n\nRESOLVED: That it be noted.\n")
    assert parse(document).meetings[0].items[0].presenter == presenter
