"""The confirmed minutes in four wordings, words that tell the actions apart, and what the meeting has."""

import datetime

from actions import unsettled
from actions.models import Action
from meetings.models import Meeting
from tests.actions.sample_minutes import DATED
from tests.cast import NOW

LATER = NOW + datetime.timedelta(days=30)
BREAKDOWN, REPORT, FIGURES, NOTE = "breakdown of waiting", "further report", "send Members", "written note"
CONFIRMED = DATED.replace("Minutes of the meeting", "Confirmed minutes of the meeting")
OTHERWISE = CONFIRMED.replace(
    "by ward be provided to Members within four weeks", "by ward be provided within six weeks"
)
SHORTER = CONFIRMED.replace("within four weeks; and", "within four weeks.").replace(
    "(c) a further report on waiting times be brought to the next meeting.\n", ""
)
LONGER = CONFIRMED.replace(
    "4. Placement costs", "RESOLVED: That a list of the homes be circulated to Members.\n\n4. Placement costs"
)


def action_with(words: str) -> Action:
    return Action.objects.get(evidence__text__contains=words)


def items() -> list[tuple[str, str]]:
    """Number and document of each item that the meeting has."""
    return [(item.number, item.source.standing) for item in unsettled.standing_items(Meeting.objects.get())]


def kept(action: Action) -> tuple:
    return action.pk, action.reference, action.status, action.owner_id, action.due_on, action.summary, action.kind
