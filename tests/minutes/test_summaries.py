"""One line for a tracker: the deed first where that is safe, else the words themselves, never cut inside one."""

import pytest

from minutes.what.participles import base_of
from minutes.what.summaries import LONGEST, summary_of


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            "That the Head of Parks be asked to bring a report on trees to the next meeting.",
            "Bring a report on trees to the next meeting",
        ),
        ("The Tree Officer undertook to check the list.", "Check the list"),
        ("Clerk to write to the owner of the land.", "Write to the owner of the land"),
        ("It was requested that the slides be circulated to Members.", "Circulate the slides to Members"),
        ("A visit to the nursery be arranged;", "Arrange a visit to the nursery"),
        (
            "That the plan be supported subject to the views of tenants and that a report be brought in May.",
            "Bring a report in May",
        ),
        ("the plan be supported with a grant and a report be brought in May", "Bring a report in May"),
        (
            "That the Head of Parks, in consultation with the Chair, write to the owner.",
            "Write to the owner, in consultation with the Chair",
        ),
        (
            "The Board asked for the number of elms, and Ann Birch was left to get it from the county.",
            "Give the number of elms",
        ),
        ("That the Mayor be invited to open the garden.", "Invite the Mayor to open the garden"),
        (
            "That the Committee receive a breakdown of fees by district (refer to PK12);",
            "Give the Committee a breakdown of fees by district",
        ),
        ("Members be told how many benches are broken.", "Tell Members how many benches are broken"),
        ("the Head of Parks and Gardens list the trees that were felled", "List the trees that were felled"),
        ("That Cabinet be recommended to mend the pier.", "Recommend that Cabinet mend the pier"),
        (
            "That the Panel recommends allotments should be on the work programme.",
            "Put allotments on the work programme",
        ),
        (
            "The Chair suggested that future reports should show the cost of each tree.",
            "Show in future reports the cost of each tree",
        ),
        (
            "It was agreed that there will be a fuller report at a later meeting.",
            "Bring a fuller report to a later meeting",
        ),
        ("It was agreed that further information on moles was needed.", "Give further information on moles"),
        (
            "The report be noted and that the Clerk write to the Mayor about the pond.",
            "Write to the Mayor about the pond",
        ),
        (
            "the number of trees which have been felled since May be provided by ward and year",
            "Provide the number of trees which have been felled since May by ward and year",
        ),
        (
            "The clerk, who was asked by the wardens, said that a map be sent to them",
            "The clerk, who was asked by the wardens, said that a map be sent to them",
        ),
        ("Lisa to ring the nursery", "Ring the nursery"),
        ("ACTION: Lisa to ring the nursery (LB)", "Ring the nursery"),
        ("(c) that officers ring the nursery; and", "Ring the nursery"),
        ("To ring the nursery", "Ring the nursery"),
        ("Members would welcome a talk on moles.", "Give a talk on moles"),
        ("The Panel wished to see the plan of the pond.", "Let the Panel see the plan of the pond"),
        ("The Panel recommended to Cabinet that the gate be mended.", "Recommend to Cabinet that the gate be mended"),
        ("It was confirmed that the list of elms could be sent round.", "Send the list of elms round"),
        (
            "Asked by Mr Vole about moles, Ms Reed advised that a written answer would be given.",
            "Give a written answer: Asked by Mr Vole about moles",
        ),
        ("It would help to see a map.", "It would help to see a map"),
        ("To agree that a further report be submitted in May.", "Submit a further report in May"),
        ("The Chair summed up and proposed that all Members be invited to the wood.", "Invite all Members to the wood"),
        ("Recommends to the Mayor that the gate be mended.", "Recommend to the Mayor that the gate be mended"),
        ("To receive another report in May.", "Receive another report in May"),
        ("RT happy to forward the letter.", "Forward the letter"),
        ("Ms Reed volunteered to sit down with the gardeners.", "Sit down with the gardeners"),
        ("Mr Toad said it was six, but would prefer to check his papers.", "Check his papers: Mr Toad said it was six"),
        ("I will go back to the nursery and ask for a date.", "Go back to the nursery and ask for a date"),
        ("Ms Reed agreed to supply, by May, the number of elms.", "Supply by May, the number of elms"),
        (
            "It was agreed that moles be added to the programme, and that newts be taken off.",
            "Put moles on the programme",
        ),
        ("Members asked that the ditch be looked into.", "Look into the ditch"),
        ("All to be written to by May.", "Write to all by May"),
        ("the Head of Parks should submit options for a bridge", "Submit options for a bridge"),
        ("The Panel look at the matter again in May.", "Look at the matter again in May"),
        ("That £5,000 be met from the fund for ponds.", "Meet £5,000 from the fund for ponds"),
        ("Ms Reed undertook to let members have the list, which was welcomed.", "Let members have the list"),
        ("A: Ms Reed would find a map of the wood.", "Find a map of the wood"),
        ("That the County be recommended to mend the weir.", "Recommend that the County mend the weir"),
        ("It be recommended to Council that the weir be mended.", "Recommend to Council that the weir be mended"),
        ("The Leader be pressed to keep the ford open.", "Press the Leader to keep the ford open"),
        (
            "The Panel requires a list of ponds, and of their keepers, to be laid before it by May",
            "Lay a list of ponds, and of their keepers, before it by May",
        ),
        (
            "Councillor Vole asked that in the meantime she send the figures for May to the Board.",
            "Send the figures for May to the Board",
        ),
        (
            "That the Board be advised that the Panel would wish for a target.",
            "Tell the Board that the Panel would wish for a target",
        ),
        ("Sight of the plan was requested and, the lawyers being content, was agreed to.", "Give sight of the plan"),
        ("A site visit was requested.", "Arrange a site visit"),
        ("Two more prices are to be sought before June.", "Seek two more prices before June"),
        (
            "Mr Toad suggested inviting the miller to a later meeting, which was agreed.",
            "Invite the miller to a later meeting",
        ),
        (
            "Ms Reed was happy for a map of the weirs to be printed in the next report.",
            "Print a map of the weirs in the next report",
        ),
        ("Ms Reed saw the point and said she'd send a short note on weirs.", "Send a short note on weirs"),
        ("Floods took nine days to drain, and a table of them would be printed with the minutes.", None),
        ("a group of five be set up to count newts", "Set up a group of five to count newts"),
        ("That the flood be drawn to the Mayor's attention.", "Draw the flood to the Mayor's attention"),
        (
            "A map hung in the hall, and it was the general wish that it be put where Members could read it.",
            "Put it where Members could read it: A map hung in the hall",
        ),
        (
            "The Head of Parks was in two minds, as such a field could find it hard to drain, but would send it on.",
            "Send it on: The Head of Parks was in two minds",
        ),
        ("If Mr Vole would tell him which pond it was he would go into the matter.", "Go into the matter"),
        ("The Chairman said that Members would make up their own minds.", None),
        ("Will visit the ponds in the park, on dates to be found by the wardens.", None),
        (
            "Councillor Vole asked for the toads pond by pond, the Head of Parks said she had them.",
            "Give the toads pond by pond",
        ),
    ],
)
def test_the_deed_comes_first_where_that_is_safe(words, line):
    assert summary_of([words]) == (line or words.rstrip("."))


@pytest.mark.parametrize(
    ("promise", "asked", "line"),
    [
        ("Ms Reed agreed to supply it.", "Councillor Vole asked for a list of ponds.", "Supply a list of ponds"),
        (
            "He did not have the figure and would send it to Members after the meeting.",
            "Councillor Vole asked how many ducks were lost in May.",
            "Say how many ducks were lost in May",
        ),
        (
            "Mr Toad was happy to arrange this.",
            "Members asked if a visit could be arranged in June.",
            "Arrange a visit in June",
        ),
        ("Ms Reed offered to provide a written response on this.", "The Chair asked for the reasons for the flood.",
         "Provide the reasons for the flood"),
        ("Councillor Vole asked for the cost by year and the Head of Ponds agreed to send it.", "The sun shone.",
         "Send the cost by year"),
        ("She would arrange this.", "The sun shone.", "Arrange this"),
        (
            "The numbers were not to hand but would follow.",
            "Could somebody share how many ponds were drained?",
            "Share how many ponds were drained",
        ),
    ],
)  # fmt: skip
def test_a_promise_that_points_back_takes_its_matter_from_the_asking(promise, asked, line):
    assert summary_of([promise], asked) == line
    assert summary_of([promise, asked]) == line


@pytest.mark.parametrize(
    ("words", "before", "line"),
    [
        ("Nick to fix this up.", "We would like a morning in the wood in May.",
         "Fix this up: We would like a morning in the wood in May"),
        ("Members wished to see the wood and Mr Toad said he would fix a date.", "",
         "Fix a date: Members wished to see the wood"),
        ("A walk would be welcome, Councillor Vole said, and the Chair agreed that one should be arranged in May.",
         "", "Arrange a walk in May"),
        ("This met with general approval.", "Councillor Vole suggested that a visit be arranged.", "Arrange a visit"),
        ("Ms Reed was agreeable to this.", "The Chair asked if a map could be printed.", "Print a map"),
        ("It would be added to the minutes.", "Councillor Vole asked about newts.",
         "Add it to the minutes: Councillor Vole asked about newts"),
        ("The Clerk would extend an invitation.", "Councillor Vole wished to see the miller in person.",
         "Extend an invitation: Councillor Vole wished to see the miller in person"),
        ("The Director said that this would be sorted out.", "Toads had got into the cellar.",
         "Sort this out: Toads had got into the cellar"),
        ("Rowan to draft.", "7 | Newts | Open", "Draft"),
    ],
)  # fmt: skip
def test_a_deed_that_says_nothing_by_itself_is_told_with_what_it_is_about(words, before, line):
    assert summary_of([words], before) == line


@pytest.mark.parametrize(
    ("participle", "verb"),
    [("provided", "provide"), ("supplied", "supply"), ("planned", "plan"), ("added", "add"), ("brought", "bring"),
     ("noted", None), ("red", None), ("", None)],
)  # fmt: skip
def test_what_is_done_gives_the_doing(participle, verb):
    assert base_of(participle) == verb


def test_a_long_line_is_cut_at_a_word_with_an_ellipsis():
    line = summary_of(["Members felt that " + "the hedges along the lanes of the northern wards " * 6])
    assert len(line) <= LONGEST + 1
    assert line.endswith("…")
    assert line[:-1].split()[-1] in "the hedges along the lanes of the northern wards Members felt that".split()


def test_a_thing_that_was_asked_after_is_what_is_shared() -> None:
    asked = "Councillor Ash asked whether there was a list of the elms."
    assert summary_of(["Ms Birch had one and offered to share it."], asked) == "Share a list of the elms"
    asked = "Councillor Ash asked whether the elms were ill."
    assert summary_of(["Ms Birch offered to find out."], asked) == "Say whether the elms were ill"
