"""Who must act, and the near neighbour who must not: by turns of phrase, by pronouns, by who answers whom."""

import pytest

from minutes.document import Span
from minutes.readers.text import read_text
from minutes.sentences import split
from minutes.structure import parse
from minutes.who.people import Cast


def owner(body: str) -> str | None:
    """The owner of what the last sentence says, or of all from "[" on where the body has one."""
    minutes = parse(read_text("Agenda item\n\nTrees\n\nMinutes:\n\n" + body.replace("[", "")))
    text = minutes.document.text
    line = body.rsplit("\n", 1)[-1]
    begin = text.index(line.replace("[", ""))
    end = begin + len(line.replace("[", ""))
    quote = Span(begin + line.index("["), end) if "[" in line else split(text, begin, end)[-1]
    return Cast(minutes.document, minutes.meetings[0].items[0]).owner_of([quote])


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("The matter being for the Council, Mr Elm was told to lodge an objection.", "Mr Elm"),
        ("A walk would be welcome, Councillor Ash said, and the Chair agreed that one should be had in May.", None),
        ("A list could be found by May, Councillor Ash said.", "Councillor Ash"),
        ("Mr Elm was told of an objection.", None),
        ("A group was set up and the Scrutiny Officer was left to find a date.", "Scrutiny Officer"),
        ("The Head of Parks regretted this and gave an assurance that a ranger would be there.", "Head of Parks"),
        ("The Head of Parks would be reminded of this and asked to let the Board see it.", "Head of Parks"),
        ("The Chair volunteered to write to the owner.", "Chair"),
        ("The Chair would drop the Harbour Master a line.", "Chair"),
        ("The Vice-Chair was to take the matter up with the bus company.", "Vice-Chair"),
        ("The Chairman was going to send each of them a card.", "Chairman"),
        ("The Ranger extended an invitation to Members to walk the wood.", "Ranger"),
        ("The Ranger took up the offer of a stall.", "Ranger"),
        ("The Head of Parks still owed the Committee the number of elms.", "Head of Parks"),
        ("(i) the Head of Parks furnish the Committee with the number of elms", "Head of Parks"),
        ("That, the elms having gone, the Tree Officer render an account of the planting.", "Tree Officer"),
        ("It was noted that the Tree Officer left the Council in May.", None),
        ("Ms Birch thought the list could be loaded by June.", "Ms Birch"),
        ("Councillor Ash thought the list could be loaded by June.", None),
        ("This, Ms Birch granted, was a slip, and the list would be put right.", "Ms Birch"),
        ("The elms ought to be counted, Councillor Ash thought.", None),
        ("Ms Birch said that the list could be shared once the Trust had agreed to let it go.", "Ms Birch"),
        ("Councillor Ash would not mind a copy, and the Tree Officer would have one sent to him.", "Tree Officer"),
        ("The Head of Parks did not have it with him, but the Tree Officer would.", "Tree Officer"),
        ("AGREED to refer the petition to the Head of Parks for a response.", "Head of Parks"),
        ("Members could look to have a copy from the Tree Officer.", "Tree Officer"),
        ("It was for the Chief Executive to decide, but the Head of Law would speak to him.", "Head of Law"),
        ("The Panel would be glad if the Tree Officer looked again at the list.", "Tree Officer"),
        ("That Councillor Ash be the Panel’s lead on this and meet the owner quarterly.", "Councillor Ash"),
        ("Lisa would ask the Head of Parks to come to the next meeting.", "Lisa"),
        ("He would ask the Head of Parks to let the Panel have the list.", "Head of Parks"),
        ("The Head of Parks would, with the Chair’s leave, bring the owner along.", "Head of Parks"),
        ("Information: Parks to be told.", None),
        ("Ask the bus company about the elms (Councillor Ash)", "Councillor Ash"),
        ("The loss of the elms at the depot (Councillor Ash)", None),
        ("That a leaflet be drawn up, the Tree Officer to see to the printing.", "Tree Officer"),
        ("Authority was given to cut them, powers being delegated to the Head of Parks to do so.", "Head of Parks"),
        ("The Director gave way to Miss Oak, who said that it would be out by June.", "Miss Oak"),
        ("Wished to look at the elms again in June.", None),
    ],
)
def test_a_turn_of_phrase_says_who_must_act(body: str, who: str | None) -> None:
    assert owner(body) == who


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("The associate director would send the list.", "associate director"),
        ("The statutory scrutiny officer had a note of this and would look it out.", "statutory scrutiny officer"),
        ("The youth justice manager agreed to send the list.", "youth justice manager"),
        ("The relevant officer would send the list.", None),
        ("The whole team would be asked to send the list.", None),
        ("The council’s property team would report back.", None),
        ("The Independent Scrutineer would leave a copy.", "Independent Scrutineer"),
        ("The Consultant in Public Health would send the list.", "Consultant in Public Health"),
        ("The Practice Manager at Elm Surgery agreed to send the list.", "Practice Manager"),
        ("The Service Manager, Children in Care would send it.", "Service Manager, Children in Care"),
        ("It was for the Elm committee, but the SC could pass it on.", "SC"),
        ("Councillors Ash, Elm and Oak would visit the wood.", "Councillors Ash, Elm and Oak"),
    ],
)
def test_a_post_is_known_by_its_head_and_a_vague_one_is_nobody(body: str, who: str | None) -> None:
    assert owner(body) == who


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("The letter from the nurses at Elm Cross, of which Dr Oak had spoken, was read. He would ask them.", "Dr Oak"),
        ("Mr Oak met Councillors Ash and Elm, who put up their hands. He would write to them.", "Mr Oak"),
        ("Economic Growth: nobody had come. A letter from its own Chair was wanted and he would sign one.", "Chair"),
        ("Councillor Ash told Mr Oak that the steps were loose. He thanked her and would send somebody.", "Mr Oak"),
        ("Mr Oak told Councillor Ash that the steps were loose. He would send somebody.", "Mr Oak"),
        ("Mr Oak had rung one school. The others would be rung by him this week.", "Mr Oak"),
        ("Mr Oak had rung one school. The others would be rung by his team this week.", None),
        ("The Virtual Head was ill. Councillor Ash asked that in the meantime she e-mail the list.", "Virtual Head"),
        ("Councillor Ash asked Councillor Elm whether he would report back. He would.", "Councillor Elm"),
        (
            "Lisa Elm, Manager, was there. Councillor Ash asked for the list. She’s got it and will be sending it.",
            "Lisa Elm",
        ),
        ("Councillor Ash asked about elms. She’d like to see the list.", None),
        ("Q (Head, TW): Is the list too long?\n\nA (AK): Probably. She would take a pen to it.", "AK"),
        ("Parks – Mr Oak said she would take a pen to it, and Miss Elm had. She would send it.", "Miss Elm"),
    ],
)
def test_a_pronoun_stands_for_whoever_can_act(body: str, who: str | None) -> None:
    assert owner(body) == who


@pytest.mark.parametrize(
    ("body", "who"),
    [
        (
            "[Councillor Ash felt that a map would help. The Tree Officer could run one off. Would that do? It would.",
            "Tree Officer",
        ),
        ("[Councillor Ash felt that a map would help. The Chair agreed with her.", None),
    ],
)
def test_the_one_who_answers_is_the_owner(body: str, who: str | None) -> None:
    assert owner(body) == who


def test_a_word_that_does_what_people_do_is_a_first_name() -> None:
    said = "Olu shared his slides. Olu thinks there are four elms. The wood is Olu’s. Nobody objected and "
    assert owner(said + "Olu is happy to do a walk.") == "Olu"
    assert owner("Elms are tall. Nobody objected and Elms is happy to do a walk.") is None


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("The service director parks had a list and would see that they got it.", "service director parks"),
        (
            "That the cabinet member parks and climate be asked to count the elms.",
            "cabinet member parks and climate",
        ),
        ("Members were told by the lead for holiday activities that he would fix it.", "lead for holiday activities"),
        ("that the head of tree planting produce a paper for the committee", None),
        ("that the head of school transport produce a paper for the committee", "head of school transport"),
        ("The head of tree planting would send the list.", "head of tree planting"),
        ("The head of parks apologised to members and would send the list.", "head of parks"),
        ("The head of parks kept them and would send the list.", "head of parks"),
        ("The chair asked the head of housing to support the bid and he would.", "head of housing"),
        ("that the head of housing support the bid", "head of housing"),
        ("Members asked the manager for housing figures.", None),
        ("The head of looked after children would send the list.", "head of looked after children"),
    ],
)
def test_a_post_in_small_letters_keeps_its_area(body: str, who: str | None) -> None:
    assert owner(body) == who


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("A map of the elms was asked for, to which the Tree Officer had no objection.", "Tree Officer"),
        ("A map was asked for, and the Tree Officer thought that this need not be too taxing.", "Tree Officer"),
        ("A map was asked for, and Councillor Ash thought that this need not be too taxing.", None),
        ("[A map would help. The Tree Officer had one and did not see why all should not have it.", "Tree Officer"),
        ("The map was passed to the Tree Officer, Parks, to be costed by May.", "Tree Officer, Parks"),
        ("Mr Elm renewed his invitation to spend a morning in the wood.", "Mr Elm"),
        ("The Tree Officer pencilled this in for June.", "Tree Officer"),
        ("That the Tree Officer help the Friends of Elm Wood to draw up a plan.", "Tree Officer"),
        (
            "A list had been asked for before the meeting by Councillor Ash, and the Tree Officer promised it soon.",
            "Tree Officer",
        ),
        ("That the Woodland Society be approached about the elms.", None),
        ("That the Woodland Society be approached to lend its map.", "Woodland Society"),
        ("The Chair would favour a long walk in May.", None),
        ("The Chair would be sorry to see a plan without a map, and trusted that she would not.", None),
        ("The Vice-Chair did not want a review, only a short talk.", None),
        ("A walk was asked for and the Clerk added it to the list.", None),
        ("The Mayor knew their Leader and would have a word.", "Mayor"),
        (
            "Councillor Elm was free and Mr Oak had only to choose, following which she would have cards sent.",
            "Councillor Elm",
        ),
        ("Forward the letter to the Clerk – who undertook to reply.", "Clerk"),
    ],
)
def test_whoever_lets_it_be_done_is_the_owner_and_whoever_is_only_touched_is_not(body: str, who: str | None) -> None:
    assert owner(body) == who


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("The Tree Officer spoke. He was sorry and told the Chair that she might try again.", "Tree Officer"),
        ("The Tree Officer spoke. If Members would bear with her she would count the elms.", "Tree Officer"),
        ("It was left that the Chairman would see her opposite number. She thought that she would ring.", "Chairman"),
        (
            "Mr Oak explained that a sign was dear. The Chair considered that the bill should have been shown. A copy "
            "would be with Members in June.",
            "Mr Oak",
        ),
        ("The Vice-Chair remarked that an average hid much. A list would be e-mailed.", None),
    ],
)
def test_what_goes_on_belongs_to_whoever_tells_of_it(body: str, who: str | None) -> None:
    assert owner(body) == who


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Miss Reed laughed and said that it would be put right.", "Miss Reed"),
        ("Councillor Ash laughed and said that it would be put right.", None),
        ("Miss Reed sat on the group and was asked to use that to get a date.", "Miss Reed"),
        ("The Chair knew her well and would twist her arm.", "Chair"),
        ("The Head of Parks said the wall was old and would cost the Council a good deal.", "Head of Parks"),
        ("Members would find it helpful to have two maps, and the Clerk made a note.", "Clerk"),
        ("The Tree Officer was sent away to find out.", "Tree Officer"),
        ("That meantime the Head of Parks explain the felling to the school.", "Head of Parks"),
        ("The Board welcomed Councillor Ash’s offer to have a map drawn.", "Councillor Ash"),
        ("The Board noted Councillor Ash’s map of the wood.", None),
        ("The Tree Officer suggested that they look at it together.", "Tree Officer"),
        ("Councillor Ash suggested that they look at it together.", None),
        ("He put it to the Ranger that a talk would do more good.", "Ranger"),
        ("Councillor Ash could name a dozen stumps, and was invited by Mr Oak to walk them with him.", "Mr Oak"),
        ("Councillor Ash would see what it said before he asked for more.", None),
        ("Councillor Ash replied that the map could be sent.", "Councillor Ash"),
        ("Councillor Ash had not been able to go, and was told that he could be taken round.", None),
        ("The list was not to hand but the Parks Manager would get it to the Board.", "Parks Manager"),
        ("Councillor Ash would get it by Friday.", None),
        ("That a report to that effect be made to the Ranger by May.", None),
        ("That representations be made to the Ranger about the elms.", "Ranger"),
        ("The Ranger thought that the Board should see the letter and it could go to them.", "Ranger"),
        ("The Ranger would rather sleep on it before replying to him.", "Ranger"),
        ("The Head of Elms was wanted, but the Section 106 Officer would.", "Section 106 Officer"),
        ("The Ranger did not have it with him, and it was arranged that it would be sent by letter.", "Ranger"),
        ("Depute Councillors Ash and Elm to speak with the owner.", "Councillors Ash and Elm"),
        ("The Ranger agreed; the Dashboard would carry it from May.", "Ranger"),
        ("that the Ranger (i) supply each Member with a map and (ii) report back", "Ranger"),
    ],
)
def test_one_more_turn_of_phrase_says_who_must_act(body: str, who: str | None) -> None:
    assert owner(body) == who


@pytest.mark.parametrize(
    ("body", "who"),
    [
        (
            "Mr Oak said they were in the annex. The Chair would find it helpful, and he said he would send it.",
            "Mr Oak",
        ),
        ("The Chair asked for a page, and Miss Reed thought she could let them have one.", "Miss Reed"),
        ("The Ranger had not told the Mayor so, but in view of what had been said he would.", "Ranger"),
        ("The Ranger spoke, but Councillor Ash wondered if he would.", None),
        ("Councillor Reed rose. The Ranger could not say. A list would go round.", "Ranger"),
        (
            "The Clerk spoke. The Chairman asked her to leave word with the Ranger, who would get the Trust to it.",
            "Ranger",
        ),
        ("[A Member asked for a map. There would be no difficulty, the Ranger said, once it was drawn.", "Ranger"),
    ],
)
def test_whoever_answers_in_the_same_breath_is_the_owner(body: str, who: str | None) -> None:
    assert owner(body) == who


def test_a_head_of_something_at_the_start_of_a_note_keeps_all_its_words() -> None:
    assert owner("Head of private woodland grants to share a list.") == "Head of private woodland grants"


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("The notice itself was asked for, to which the Ranger acceded.", "Ranger"),
        ("A map was wanted, and the Ranger, asked point blank, said yes.", "Ranger"),
        ("The Chair had no quarrel with a map.", None),
        ("He was offered the engineer’s map by the Head of Parks and would read it.", "Head of Parks"),
        (
            "It was left to the Democratic and Member Services Manager to seek these.",
            "Democratic and Member Services Manager",
        ),
        ("Require of the Head Forester a reply in writing.", "Head Forester"),
        ("The walk was put off at the request of the Head Forester.", None),
        ("The Board noted the undertaking of the Head Forester that a map would be sent.", "Head Forester"),
        (
            "A letter over the name of the chairperson of the panel, who was ready to sign it, was wanted.",
            "chairperson",
        ),
        ("The Chair would be having a word with the Ranger about it.", "Chair"),
        ("The Head Forester, on being pressed by Councillor Ash, said that he would count them.", "Head Forester"),
        ("The DSM had a note of it and would forward it.", "DSM"),
        ("The ICB had a note of it.", None),
        ("DW is on the board there and said he’d ask.", "DW"),
        ("AL will, in time for the plan.", "AL"),
        ("The Ranger belonged to a network and expected to have a reply for her.", "Ranger"),
        ("Mr Oak spoke. When Councillor Ash said how much that would help he replied that he would send it.", "Mr Oak"),
        ("Mr Oak spoke. It would be as well, said Councillor Ash, and he assured her that he would.", "Mr Oak"),
    ],
)
def test_who_must_act_is_told_in_these_ways_too(body: str, who: str | None) -> None:
    assert owner(body) == who


def test_whoever_is_answered_is_not_the_one_who_answers() -> None:
    body = "Mr Oak spoke to slides. In answer to Councillor Ash he said that there was a list; he would send it."
    assert owner(body) == "Mr Oak"


def test_whoever_is_there_by_a_first_name_alone_can_be_told_by_it() -> None:
    there = "Present: Bryn (chair), Cat and Maeve\n\n"
    assert owner(there + "The wall is cracked and Maeve to paint it.") == "Maeve"
    assert owner(there + "The wall is cracked and Highways to paint it.") is None
