"""Three invented meetings, told without any layout: `forms.py` prints them in the many ways that clerks do."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A title, what was said, and the clauses decided."""

    title: str
    said: tuple[str, ...]
    decided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    council: str
    committee: str
    date: datetime.date
    present: tuple[str, ...]
    officers: tuple[str, ...]
    items: tuple[Item, ...]


DISTRICT = Meeting(
    "Marlow Vale District Council",
    "Community Scrutiny Committee",
    datetime.date(2024, 3, 5),
    ("Councillor A Penrose (Chair)", "Councillor R Duffield", "Councillor M Osei", "Councillor Mrs T Garland"),
    ("H Whitlock, Head of Leisure", "S Iqbal, Democratic Services Officer"),
    (
        Item("Apologies for Absence", ("Apologies were received from Councillors Neave and Strand.",)),
        Item("Declarations of Interest", ("There were none.",)),
        Item(
            "Minutes of the Previous Meeting",
            ("The minutes of the meeting held on 16 January 2024 were before members.",),
            ("the minutes of the meeting held on 16 January 2024 be approved as a correct record.",),
        ),
        Item(
            "Leisure Centre Repairs",
            (
                "The Head of Leisure presented the report, which set out the state of the roof at both pools and what "
                "it would cost to mend them before the winter.",
                "Councillor Osei asked how many swimmers had been turned away in the last year. The Head of Leisure "
                "did not have the figure with her and undertook to send it to all members of the Committee.",
                "In reply to a question it was explained that the boilers had been replaced in 2021.",
            ),
            (
                "the report be noted; and",
                "a further report on the cost of the repairs be brought to the Committee in September 2024.",
            ),
        ),
        Item(
            "Town Centre Parking Review 2024/25",
            (
                "Members considered the outcome of the consultation, to which 412 people had replied.",
                "The Chair thought that the traders had not been heard, and asked for a note of what each of them had "
                "said. The Parking Manager agreed to circulate one.",
            ),
            ("the outcome of the consultation be noted.",),
        ),
        Item(
            "Safer Streets: Update from the Police",
            (
                "Inspector Dunmore gave a presentation on burglary and on the new shift pattern.",
                "Councillor Duffield was concerned about the lighting at the bus station. It had been reported to the "
                "county council, which was to replace two of the columns.",
            ),
            ("the Inspector be thanked for his presentation.",),
        ),
        Item(
            "Work Programme",
            ("The programme for the rest of the year was looked at.",),
            ("an item on empty shops be added to the work programme for July 2024.",),
        ),
        Item("Date of Next Meeting", ("The next meeting would be held on 16 April 2024 at 6.30 pm.",)),
    ),
)

FORUM = Meeting(
    "Strathorrin Council",
    "Audit and Performance Committee",
    datetime.date(2022, 11, 17),
    ("Councillor Moira Gillan (Convener)", "Councillor Struan Rae", "Councillor Ishbel Tait", "Mr D Lorimer"),
    ("Fiona Kerr, Chief Internal Auditor", "Alan Petrie, Committee Officer"),
    (
        Item("Order of Business", ("The Convener ruled that the business be taken in the order of the agenda.",)),
        Item(
            "Minute of 8 September 2022",
            ("Mr Lorimer asked that his name be spelt as it is spelt.",),
            ("the minute be approved subject to that change.",),
        ),
        Item(
            "Internal Audit Progress Report to 31 October 2022",
            (
                "There had been submitted a report by the Chief Internal Auditor on the eleven reviews begun in April.",
                "Councillor Tait asked which of the recommendations on payroll were still open. The Chief Internal "
                "Auditor said that she would let members have a list.",
            ),
            ("the report be noted;", "the list of open recommendations be issued to members by 30 November 2022."),
        ),
        Item(
            "2022/23 Revenue Budget Monitoring",
            (
                "The overspend stood at £1.9m, most of it on energy and on supply teachers.",
                "Discussion followed on the reserves, in the course of which it was said that they were lower than "
                "those of the neighbours.",
            ),
            ("the position be noted.",),
        ),
        Item(
            "A836 Causeway – Lessons Learned",
            (
                "The Head of Roads gave an account of the closure and of what it had cost the fish farms.",
                "Councillor Rae asked to see the letter from the insurers. The Head of Roads would provide it.",
            ),
            ("the Head of Roads report back in six months on the claim.",),
        ),
        Item(
            "How Do We Compare? Benchmarking with Other Islands",
            ("The tables were gone through and it was thought that they were a good start.",),
            ("the tables be welcomed.",),
        ),
        Item("Risk Register", ("Two risks had gone up and one had come down.",), ("the register be noted.",)),
    ),
)

TRUST = Meeting(
    "Ellerdale and Roseby Combined Authority",
    "Housing and Skills Overview Panel",
    datetime.date(2023, 6, 21),
    ("Cllr Bea Marchetti (Chair)", "Cllr Tom Askew", "Cllr Nasreen Jamil", "Cllr Iwan Pugh", "Ms O Brand (co-opted)"),
    ("Luke Farrar, Director of Housing", "Priya Nair, Skills Lead", "J Moss, Clerk"),
    (
        Item("Welcome and Introductions", ("The Chair welcomed everyone, and in particular Ms Brand.",)),
        Item(
            "Brownfield Fund",
            (
                "The Director of Housing took the Panel through the slides. Nine sites had been bought and on two of "
                "them homes were going up.",
                "Cllr Jamil wanted to know how many of the homes would be for social rent. The Director of Housing "
                "agreed to provide a breakdown by site.",
            ),
            ("the progress made be noted; and", "the Panel visit the site at Roseby Gasworks in the autumn."),
        ),
        Item(
            "Adult Education Budget: What the First Year Has Shown",
            (
                "Nearly four thousand people had been on a course, and six in ten had found work.",
                "Cllr Askew asked why so few of them lived in the dales. It was the buses, Ms Nair said, and "
                "she would bring a paper on this to the next meeting.",
            ),
            ("the year's results be welcomed.",),
        ),
        Item(
            "Retrofit",
            ("The Panel heard that the grant had to be spent by March and that there were too few installers.",),
            ("the Chair write to the Minister to ask for another year.",),
        ),
        Item(
            "Mayor's Response to the Panel's Report on Empty Homes",
            ("The response was tabled. Of the seven recommendations five had been accepted.",),
            ("the response be received.",),
        ),
        Item("Forward Look", ("Private renting would be taken in October.",)),
        Item("Any Other Business", ("There was none.",)),
    ),
)

MEETINGS = (DISTRICT, FORUM, TRUST)
