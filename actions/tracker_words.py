"""The words of a tracker's row: what changed since the last meeting, the update, and red, amber or green. Pure.

Only the public history and sent answers are used, so that a row may be printed in a public agenda.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from meetings.models import Committee, Meeting
from people import marks
from people.wording import as_day, plain_date

from .models import Action, Answer, Event, Status, last_wanted
from .wording import files_in_words, waits_for_meeting

LONGEST_ANSWER = 400  # characters of an answer; the rest is behind the reference
RED, AMBER, GREEN, DONE = "red", "amber", "green", "done"
WORDS = {rag: word for rag, (word, _) in marks.RAG.items()}
SHAPES = {RED: "▲", AMBER: "◆", GREEN: "●", DONE: "✓"}
MEANINGS = {
    RED: "Overdue and not received, or not all of it",
    AMBER: "Date moved, part met, opened again, paused, or nobody or no date yet",
    GREEN: "In time, or answered in full",
    DONE: "Closed since the last meeting",
}
# What a change is called, the most telling first. Of the others ("confirmed", "edited") nothing is said.
CHANGES = {
    "dropped": "No longer required",
    "accepted": "Complete",
    "completed": "Complete",
    "answered": "Answered",
    "reported done": "Reported done",
    "sent back": "Sent back",
    "answered in part": "Part answered",
    "reopened": "Opened again",
    "redated": "Date moved",
    "paused": "Paused",
    "resumed": "No longer paused",
    "passed on": "New owner",
    "assigned": "New owner",
}
# What is said of one that is overdue, by what happened to it last.
OVERDUE = {
    "": "Nothing received.",
    "reopened": "Nothing received since.",
    "sent back": "The rest has not been received.",
    "answered in part": "The rest has not been received.",
}
ANSWERING = ["dropped", "accepted", "completed", "answered", "reported done"]


@dataclass(frozen=True)
class Facts:
    """One action with its public history, oldest first, and its latest sent answer."""

    action: Action
    events: list[Event]
    answer: Answer | None
    today: datetime.date

    def latest(self, *verbs: str) -> Event | None:
        return next((event for event in reversed(self.events) if event.verb in verbs), None)

    @property
    def moves(self) -> list[Event]:
        """The times when an old due date gave way to another."""
        return [event for event in self.events if event.verb == "redated" and event.data.get("from")]

    @property
    def wanted(self) -> Event | None:
        """When part of it came, an answer was sent back or it was opened again, and more is still to come."""
        return last_wanted(self.events) if self.action.status == Status.OPEN else None


def rag_of(facts: Facts) -> str:
    action = facts.action
    if action.status in {Status.COMPLETE, Status.DROPPED}:
        return DONE
    if action.status == Status.ANSWERED:
        return GREEN
    if action.is_overdue(facts.today):
        return RED
    is_doubtful = action.owner is None or (action.due_on is None and not waits_for_meeting(action))
    return AMBER if facts.moves or facts.wanted or action.paused_until or is_doubtful else GREEN


def change_of(facts: Facts, since: datetime.date | None) -> str:
    """What changed since the last meeting in a word or two; "" where nothing did, or where there was no meeting."""
    action = facts.action
    if since is None:
        return ""
    verbs = {event.verb for event in facts.events if as_day(event.at) >= since}
    is_new = action.confirmed_at is not None and as_day(action.confirmed_at) >= since
    answering = next((verb for verb in ANSWERING if verb in verbs), "")
    if answering and action.status != Status.OPEN:
        again = answering == "answered" and facts.latest("sent back")
        return "Answered again" if again else CHANGES[answering]
    if is_new:
        return "New"
    if action.is_overdue(facts.today) and action.due_on and action.due_on >= since:
        return "Now overdue"
    return next((words for verb, words in CHANGES.items() if verb in verbs and verb not in ANSWERING), "")


def update_of(facts: Facts, meeting: Meeting) -> str:
    """Where it stands, as a committee wants to read it: what came, what is missing, what moved."""
    action = facts.action
    if action.status in {Status.COMPLETE, Status.DROPPED}:
        return " ".join(filter(None, [answered_words(facts), closed_words(facts)]))
    if action.status == Status.ANSWERED:
        asked = action.committee.closure_rule == Committee.ClosureRule.COMMITTEE
        return " ".join(filter(None, [answered_words(facts), "For the committee to accept." if asked else ""]))
    said = " ".join(filter(None, open_words(facts, meeting)))
    return said or ("Not due yet." if action.due_on else "")


def answered_words(facts: Facts) -> str:
    """Answered on 4 November 2026, with two files: “…”; what was said where it was done without an answer."""
    done = facts.latest("reported done")
    if facts.answer and facts.answer.state == Answer.State.SENT:
        return f"Answered {what_came(facts.answer)}"
    return f"Reported done on {plain_date(done.at)}: {sentence(done.note)}" if done else ""


def what_came(answer: Answer) -> str:
    """on 4 November 2026, with two files: “…”; of a private answer its public summary."""
    files = files_in_words(len(answer.shown_files))
    private = " (not public in full)" if answer.is_withheld else ""
    return f"on {plain_date(answer.sent_at)}{files}{private}: {sentence(shortened(answer.shown_text))}"


def closed_words(facts: Facts) -> str:
    action = facts.action
    day = plain_date(action.closed_at)
    if action.status == Status.DROPPED:
        event = facts.latest("dropped")
        return f"No longer required since {day}. {event.note if event else ''}".strip()
    event = facts.latest("accepted", "completed")
    minute = f" ({action.closing_minute})" if action.closing_minute else ""
    if event and event.verb == "accepted":
        return f"Accepted on {day}{minute}. {sentence(event.note)}".strip()
    return f"Complete on {day}{minute}. {sentence(event.note if event else '')}".strip()


def open_words(facts: Facts, meeting: Meeting) -> Iterable[str]:
    action, wanted = facts.action, facts.wanted
    if wanted and wanted.verb == "reopened":
        yield answered_words(facts)
        yield f"Opened again on {plain_date(wanted.at)}: {sentence(wanted.note)}"
    elif wanted and wanted.verb == "sent back":
        yield f"Answer sent back on {plain_date(wanted.at)}: {sentence(wanted.note)}"
    elif wanted and facts.answer:
        yield f"Part answered {what_came(facts.answer)} To follow: {sentence(facts.answer.rest)}"
    if facts.moves:
        yield moved_words(facts.moves)
    if action.paused_until:
        yield f"Paused until {plain_date(action.paused_until)}: {sentence(action.pause_reason)}"
    elif action.is_overdue(facts.today):
        yield OVERDUE[wanted.verb if wanted else ""]
    elif action.due_on == meeting.date or action.due_meeting_id == meeting.pk:
        yield "Due at this meeting."
    if action.owner is None:
        yield "Nobody has it yet."


def moved_words(moves: list[Event]) -> str:
    """Moved from 9 July 2026, then 10 September 2026: waiting for the figures."""
    days = [plain_date(datetime.date.fromisoformat(event.data["from"])) for event in moves]
    return f"Moved from {', then '.join(days)}: {sentence(moves[-1].note)}"


def was_due(facts: Facts) -> str:
    """The date before the last move, "" where it never moved."""
    return plain_date(datetime.date.fromisoformat(facts.moves[-1].data["from"])) if facts.moves else ""


def shortened(text: str) -> str:
    """The beginning of an answer, cut between words, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_ANSWER else words[:LONGEST_ANSWER].rsplit(" ", 1)[0] + " …"


def sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…”" else f"{text}."
