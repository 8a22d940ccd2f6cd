"""The tracker as CSV: one row for each action, in columns to sort by. Text that would run is made neutral."""

import csv
import io

from actions.tables import neutral
from actions.tracker import NOT_FOR_PUBLICATION, Line, Tracker

COLUMNS = [
    *("Part", "Reference", "Asked on", "Minute", "Request", "Asked by", "Who has it", "Post", "Due", "Was due"),
    *("Change since the last meeting", "Update", "RAG", "Address"),
]


def write(tracker: Tracker) -> bytes:
    """With a byte order mark, by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    parts = [("Tracker", tracker.lines), ("Annex", tracker.annex), (NOT_FOR_PUBLICATION, tracker.exempt or [])]
    for part, lines in parts:
        writer.writerows([neutral(value) for value in [part, *row_of(line)]] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def row_of(line: Line) -> list[str]:
    """As text, in the order of COLUMNS; dates as in ISO 8601."""
    action = line.action
    due = action.due_on.isoformat() if action.due_on else line.due
    return [
        *(line.reference, action.meeting.date.isoformat(), line.minute, action.summary, line.asked_by, line.owner),
        *(line.post, due, line.was_due, line.change, line.update, line.rag_word, line.address),
    ]
