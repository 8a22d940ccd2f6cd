"""When an action is due: words of the minutes → a rule, the rule and the calendar → a date with its working.

The rule is stored on the action, so that the date can be worked out again when the calendar changes (`redating.py`).
A date in the words wins; otherwise the committee's policy for the kind. Words that fix no day fix none here either.
"""

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

from meetings.models import Committee, Meeting
from meetings.working_days import WorkingDays
from minutes.when.days import month_number
from people.wording import count_of, long_date, plain_date

from .digits import in_digits
from .due_readings import said_of
from .due_words import NEXT_MEETING, counts_from_elsewhere, read_due_words
from .models import Kind, ResponsePolicy

# Committees meet every few weeks; a longer gap after a meeting means that the calendar does not reach back to it.
LONGEST_GAP = datetime.timedelta(weeks=30)
Rule = dict[str, Any]

# Working days by kind until a committee decides otherwise; None is its next meeting.
# Reasons for recommendation and other: docs/decisions/due-dates.md
USUAL_POLICY: dict[str, int | None] = {
    Kind.INFORMATION: 10,
    Kind.DATA: 10,
    Kind.WRITTEN_RESPONSE: 10,
    Kind.BRIEFING: 20,
    Kind.MEETING: 20,
    Kind.LETTER: 20,
    Kind.OTHER: 20,
    Kind.REPORT: None,
    Kind.WORK_PROGRAMME: None,
    Kind.RECOMMENDATION: None,
}
PLURALS = {
    Kind.RECOMMENDATION: "recommendations",
    Kind.WORK_PROGRAMME: "work programme items",
    Kind.BRIEFING: "briefings",
    Kind.REPORT: "reports",
    Kind.WRITTEN_RESPONSE: "written responses",
    Kind.LETTER: "letters",
    Kind.MEETING: "meetings and visits",
    Kind.OTHER: "other requests",
}
# Rules whose date follows from the calendar, the bank holidays or the closure days.
BEFORE_MEETING = "before_meeting"
HANGING = ["working_days", NEXT_MEETING, BEFORE_MEETING, "meeting_in_month", "meeting_on"]
WAITING = [NEXT_MEETING, BEFORE_MEETING]  # for a meeting that may not be in the calendar
COMPUTED = [*HANGING, "stated"]

# "within ten working days", but not "ten working days ahead of publication", which counts from another day.
WORKING_DAYS = re.compile(r"\b(?P<number>\d{1,3})\s+(?:clear\s+)?working\s+days?\b", re.IGNORECASE)
NEXT_WORKING_DAY = re.compile(r"\bnext\s+working\s+day\b", re.IGNORECASE)
MONTH = re.compile(
    r"\b(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
OTHERS_MEETING = re.compile(
    r"\bnext\s+(?:\w+\s+)?(?:cabinet|council|executive)\s+meeting\b|\bmeeting\s+of\s+(?:the\s+)?(?:cabinet|(?:full\s+)?council|executive)\b"
    r"(?!['’]s|\s+(?:\w+\s+){0,5}(?:committee|panel|commission|board|group)\b)",
    re.IGNORECASE,
)
MEETING = re.compile(r"\b(?:meeting|session|agenda)s?\b", re.IGNORECASE)
DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
AHEAD = re.compile(
    r"\b(?P<number>\d{1,2}|an?|one)\s+(?P<which>(?:(?:clear|full|working)\s+)*)(?P<unit>day|week|fortnight)s?(?:['’]s?)?\s+"
    r"(?:before|ahead\s+of|prior\s+to|in\s+advance\s+of)\s+(?:the\s+|its\s+|our\s+)?next\s+(?:\w+\s+){0,3}?(?:meeting|session)\b",
    re.IGNORECASE,
)
END_OF = re.compile(r"\bend of\b|\b(?:municipal|financial|calendar) year\b", re.IGNORECASE)
COUNTED = re.compile(r"\b(?:day|week|fortnight|month|year)s?\b|\bhalf[- ]year\b", re.IGNORECASE)


@dataclass(frozen=True)
class Due:
    """A due date with the rule it comes from and its working in words; `on` None where no day is fixed yet."""

    on: datetime.date | None
    rule: Rule
    working: str
    meeting: Meeting | None = None


@dataclass(frozen=True)
class DueRules:
    """What dates are worked out from: working days, the policy by kind, the standing meetings in order."""

    days: WorkingDays
    policy: dict[str, int | None] = field(default_factory=USUAL_POLICY.copy)
    meetings: tuple[Meeting, ...] = ()

    @classmethod
    def load(cls, committee: Committee) -> "DueRules":
        """A committee's, in three queries; load it once for many actions."""
        own = dict(ResponsePolicy.objects.filter(committee=committee).values_list("kind", "working_days"))
        meetings = tuple(Meeting.objects.standing().filter(committee=committee).order_by("date"))
        return cls(WorkingDays.load(committee.nation), USUAL_POLICY | own, meetings)

    def meeting_after(self, day: datetime.date) -> Meeting | None:
        return next((meeting for meeting in self.meetings if meeting.date > day), None)

    def meetings_in(self, year: int, month: int, after: datetime.date) -> list[Meeting]:
        """The meetings of the month that come after the day of asking."""
        return [m for m in self.meetings if (m.date.year, m.date.month) == (year, month) and m.date > after]

    def standing(self, pk: int | None) -> Meeting | None:
        return next((meeting for meeting in self.meetings if meeting.pk == pk), None)


def work_out_due(
    *,
    kind: str,
    due_words: str | None,
    due: datetime.date | str | None,
    committee: Committee,
    met_on: datetime.date,
    rules: DueRules | None = None,
) -> Due:
    """The due date of a request made on `met_on`. `due` is the reader's: a date, "next_meeting" or None.

    The reader cannot count where the minutes do not say on which day they were taken; then the words are read here.
    """
    rules = rules or DueRules.load(committee)
    if due_words and due is None:
        due = read_due_words(due_words, met_on)[1]
    rule = rule_of_words(due_words or "", due, met_on, rules)
    if rule is None:
        rule = rule_of_policy(kind, met_on, rules.policy)
        if due_words:
            rule["vague"] = due_words
    return compute(rule, rules)


def rule_of_words(words: str, due: datetime.date | str | None, met_on: datetime.date, rules: DueRules) -> Rule | None:
    """The rule that the words of the minutes give; None where they fix no day."""
    ahead = ahead_of_meeting(words)
    if ahead and not OTHERS_MEETING.search(words):
        return {"rule": BEFORE_MEETING, "after": met_on.isoformat(), "words": words} | ahead
    counted = WORKING_DAYS.search(NEXT_WORKING_DAY.sub("1 working day", in_digits(words)))
    if counted and not counts_from_elsewhere(words):
        return {"rule": "working_days", "days": int(counted["number"]), "from": met_on.isoformat(), "words": words}
    if due == NEXT_MEETING and OTHERS_MEETING.search(words):
        return None  # another body's calendar, which is not known here
    if due == NEXT_MEETING:
        return {"rule": NEXT_MEETING, "after": met_on.isoformat(), "words": words}
    if not isinstance(due, datetime.date):
        return None
    stated = {"on": due.isoformat(), "after": met_on.isoformat(), "words": words}
    if due > met_on and MEETING.search(words):
        month = MONTH.search(words)
        if month and not DAY_NUMBER.search(words) and month_number(month["month"]) == due.month:
            return {"rule": "meeting_in_month", "year": due.year, "month": due.month} | stated
        named = next((meeting for meeting in rules.meetings if meeting.date == due), None)
        if named:
            return {"rule": "meeting_on", "meeting": named.pk} | stated
    return {"rule": "stated"} | stated


def ahead_of_meeting(words: str) -> Rule | None:
    """So many days before the next meeting: five working days, a week. Of clear days neither end counts."""
    found = AHEAD.search(in_digits(words))
    if not found:
        return None
    number = 1 if found["number"] in ("a", "an", "one") else int(found["number"])
    days = number * {"day": 1, "week": 7, "fortnight": 14}[found["unit"].lower()]
    is_working = "working" in found["which"].lower()
    return {"days": days, "clear": "clear" in found["which"].lower(), "working": is_working}


def rule_of_policy(kind: str, met_on: datetime.date, policy: dict[str, int | None]) -> Rule:
    """The committee's rule for the kind of request."""
    number = policy[kind] if kind in policy else USUAL_POLICY[Kind.OTHER]
    if number is None:
        return {"rule": NEXT_MEETING, "after": met_on.isoformat(), "kind": kind}
    return {"rule": "working_days", "days": number, "from": met_on.isoformat(), "kind": kind}


def compute(rule: Rule, rules: DueRules) -> Due:
    """The date that a rule gives by this calendar, with its working. The rule is one of `HANGING`, or a stated date."""
    on, working, meeting = {
        "working_days": _working_days,
        NEXT_MEETING: _next_meeting,
        BEFORE_MEETING: _before_meeting,
        "meeting_in_month": _meeting_in_month,
        "meeting_on": _meeting_on,
        "stated": _stated,
    }[rule["rule"]](rule, rules)
    if rule.get("vague"):
        working = f"The minutes say “{rule['vague']}”, which fixes no day. {working}"
    return Due(on, rule, working, meeting)


Worked = tuple[datetime.date | None, str, Meeting | None]


def _working_days(rule: Rule, rules: DueRules) -> Worked:
    start = _day(rule["from"])
    return rules.days.add(start, rule["days"]), rules.days.working(start, rule["days"]), None


def _next_meeting(rule: Rule, rules: DueRules) -> Worked:
    after = _day(rule["after"])
    meeting = rules.meeting_after(after)
    if meeting is None or meeting.date - after > LONGEST_GAP:
        return None, f"The next meeting after {plain_date(after)}; the calendar has none yet, so there is no date", None
    return meeting.date, f"The next meeting after {plain_date(after)}, {long_date(meeting.date)}", meeting


def _before_meeting(rule: Rule, rules: DueRules) -> Worked:
    on, working, meeting = _next_meeting(rule, rules)
    ahead = days_ahead(rule)
    if on is None or meeting is None:
        return None, f"{ahead} before the next meeting. {working}", None
    days = rule["days"] + rule["clear"]
    due = rules.days.subtract(on, days) if rule["working"] else on - datetime.timedelta(days=days)
    if due <= _day(rule["after"]):
        return None, f"{ahead} before the next meeting, {long_date(on)}, would be before it was asked for", None
    return due, f"{ahead} before the next meeting, {long_date(on)}: {long_date(due)}", None


def days_ahead(rule: Rule) -> str:
    """5 clear working days."""
    which = f"{'clear ' if rule['clear'] else ''}{'working ' if rule['working'] else ''}day"
    return count_of(rule["days"], which)


def _meeting_in_month(rule: Rule, rules: DueRules) -> Worked:
    last = _day(rule["on"])
    month = f"{last:%B} {last.year}"
    meetings = rules.meetings_in(rule["year"], rule["month"], _day(rule["after"]))
    if not meetings:
        return last, f"The calendar has no meeting in {month}, so its last day, {long_date(last)}", None
    first = meetings[0]
    which = "The meeting" if len(meetings) == 1 else f"The first of {len(meetings)} meetings"
    return first.date, f"{which} in {month}, {long_date(first.date)}", first


def _meeting_on(rule: Rule, rules: DueRules) -> Worked:
    named = _day(rule["on"])
    meeting = rules.standing(rule["meeting"])
    if meeting and meeting.date == named:
        return named, f"The meeting named in the minutes, {long_date(named)}", meeting
    if meeting:
        return meeting.date, f"The meeting named for {plain_date(named)}, now {long_date(meeting.date)}", meeting
    following = rules.meeting_after(named)
    if following is None:
        return named, f"The meeting named for {long_date(named)} is cancelled, and the calendar has none after it", None
    told = f"The meeting named for {plain_date(named)} is cancelled; the next is {long_date(following.date)}"
    return following.date, told, following


def _stated(rule: Rule, rules: DueRules) -> Worked:
    on, after, words = _day(rule["on"]), _day(rule["after"]), rule["words"]
    said = said_of(words)
    if said and read_due_words(words, after)[1] == on:
        return on, f"“{words}”, read as {said}: {long_date(on)}", None
    if COUNTED.search(words) and not MONTH.search(words) and not END_OF.search(words):
        return on, f"“{words}”, counted from {plain_date(after)}: {long_date(on)}", None
    if MONTH.search(words) and not DAY_NUMBER.search(words) and is_last_of_month(on):
        return on, f"“{words}”, so the last day of the month: {long_date(on)}", None
    return on, f"“{words}”: {long_date(on)}" if words else f"Named in the minutes: {long_date(on)}", None


def rule_in_words(rule: Rule) -> str:
    """Where a date comes from, short: "10 working days, the committee’s rule for data"."""
    name = rule.get("rule", "")
    source = f"the committee’s rule for {_kind(rule)}" if "kind" in rule else "in the words of the minutes"
    if name == "working_days":
        return f"{rule['days']} working days, {source}"
    if name == NEXT_MEETING:
        return f"the next meeting, {source}"
    if name == BEFORE_MEETING:
        return f"{days_ahead(rule)} before the next meeting, {source}"
    return {
        "meeting_in_month": "a meeting named in the minutes by its month",
        "meeting_on": "a meeting named in the minutes",
        "stated": "named in the minutes",
        "clock": "set by law",
    }.get(name, "set by hand" if name else "")


def is_last_of_month(day: datetime.date) -> bool:
    return (day + datetime.timedelta(days=1)).day == 1


def _kind(rule: Rule) -> str:
    return PLURALS.get(rule["kind"], str(Kind(rule["kind"]).label).lower())


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
