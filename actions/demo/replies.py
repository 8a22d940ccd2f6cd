"""What the demo's officers answer: words that fit the kind of request, with a file where there would be one."""

import datetime
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile

from actions.models import Action, Kind

from .files import Rows, comma_separated, page_of_words, spreadsheet

FIGURES = [
    "The figures asked for are in the spreadsheet attached, for the last four quarters.\n\nThe latest quarter is still "
    "provisional. We will send Members the final figure when it is published.",
    "The table attached gives the figures quarter by quarter. The rise in the second quarter is almost wholly one "
    "large provider closing; without it the trend is level.",
]
NOTES = [
    "A note for Members is attached. In short: two thirds of the delay came from one contractor, who has been "
    "replaced, and the work is expected to be finished within the quarter.",
    "The link was sent to all Members by email and put on the Members’ pages. It can be shared with residents.",
]
WORDS: dict[str, list[str]] = {
    Kind.DATA: FIGURES,
    Kind.INFORMATION: NOTES,
    Kind.WRITTEN_RESPONSE: [
        "The questions are answered one by one in the paper attached. Where a figure is not kept, it says so and gives "
        "the nearest one that is."
    ],
    Kind.REPORT: [
        "The report was circulated with the papers of the meeting, and the summary is attached. The next one will show "
        "the same measures, so that they can be compared."
    ],
    Kind.BRIEFING: ["The briefing was held in the Guildhall with eleven Members attending. The summary is attached."],
    Kind.LETTER: [
        "The Chair’s letter went out and is attached. The reply will be sent to all Members as soon as it comes."
    ],
    Kind.MEETING: ["The date was agreed with Members and invitations went to all of them, with how to get there."],
    Kind.RECOMMENDATION: ["Cabinet considered the recommendation and accepted it. The minute is attached."],
    Kind.WORK_PROGRAMME: ["It was added to the work programme for the coming year, for the second meeting."],
}
OTHERWISE = ["It was done as the Committee asked. A short note is attached."]
# What is still to come, where only part is answered.
REST: dict[str, str] = {
    Kind.DATA: "The figures of the last quarter, as soon as they are final, within three weeks.",
    Kind.MEETING: "The list of who comes, once all Members have said, within three weeks.",
}
REST_OTHERWISE = "The second half, once the service has heard from its partners, within three weeks."
# An answer that is not public in full: why, and what the public may read.
PRIVATE: dict[str, tuple[str, str]] = {
    Kind.DATA: (
        "With so few people in it the table would show who they are",
        "The figures were given to the Committee. They are much as in the year before.",
    ),
    Kind.LETTER: (
        "The letter tells of one family",
        "The letter was sent, and the Committee has a copy of it.",
    ),
}
PRIVATE_OTHERWISE = ("It names people who use the service", "The Committee has the answer: it was done as it asked.")
WITHOUT_FILE = {Kind.MEETING, Kind.WORK_PROGRAMME}
PAPERS: dict[str, str] = {
    Kind.LETTER: "Letter from the Chair.pdf",
    Kind.REPORT: "Summary of the report.pdf",
    Kind.BRIEFING: "Summary of the briefing.pdf",
    Kind.RECOMMENDATION: "Minute of Cabinet.pdf",
    Kind.WRITTEN_RESPONSE: "Answers to Members’ questions.pdf",
}
TABLES: list[tuple[str, Callable[[Rows], bytes]]] = [
    ("Figures by quarter.xlsx", spreadsheet),
    ("Figures by quarter.csv", comma_separated),
]


def words_of(action: Action, turn: int) -> str:
    """An answer that fits what was asked for."""
    choice = WORDS.get(action.kind, OTHERWISE)
    return choice[turn % len(choice)]


def file_of(action: Action, turn: int, day: datetime.date) -> SimpleUploadedFile | None:
    """What would come with it: figures as a table, anything longer as a paper; nothing with a date or a link."""
    if action.kind in WITHOUT_FILE or words_of(action, turn) == NOTES[1]:
        return None
    if action.kind == Kind.DATA:
        name, make = TABLES[turn % len(TABLES)]
        return SimpleUploadedFile(name, make(figures(turn, day)))
    name = PAPERS.get(action.kind, "Note to Members.pdf")
    lines = ["Northbrook City Council", name.removesuffix(".pdf"), "", f"Reference {action.reference}, {day:%d/%m/%Y}"]
    return SimpleUploadedFile(name, page_of_words([*lines, "", "An example: the council and its papers are invented."]))


def figures(turn: int, day: datetime.date) -> Rows:
    """The last four quarters before `day`."""
    rows: Rows = [["Quarter", "Number", "The year before"]]
    quarter = day.year * 4 + (day.month - 1) // 3
    for back in range(4, 0, -1):
        year, index = divmod(quarter - back, 4)
        rows.append([f"{year}, quarter {index + 1}", 40 + (turn * 7 + back * 5) % 31, 44 + (turn * 5 + back * 3) % 23])
    return rows
