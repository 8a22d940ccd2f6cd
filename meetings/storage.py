"""Store what the reader found as records: meetings, agenda items and resolutions.

Safe to run twice over one source: what is there already is taken as it stands. Refuses to guess a date: minutes that
give none, from a clerk who gave none, raise `NoMeetingDate` with words for the clerk.
"""

import datetime
import re
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max, QuerySet

from minutes import records
from minutes.document import Span

from .models import AgendaItem, Committee, Meeting, Resolution, Source

# Words that many committees' names share, so that they tell none from another.
COMMON = frozenset(
    "the a an and of for to in on committee committees scrutiny overview panel commission board sub subcommittee "
    "council councils city county borough district select policy meeting".split()
)


MOST_ITEMS = 5_000  # of one document: ten years of a committee have fewer


class TooManyItems(ValueError):
    """More agenda items than any minutes have: a list or a log, most likely, whose lines were taken for items."""


class NoMeetingDate(ValueError):
    """The minutes give no date of the meeting, and nor did the clerk."""


@dataclass(frozen=True)
class Stored:
    """The records of one source, by their place in `Minutes`: (index of the meeting, index of the item)."""

    items: dict[tuple[int, int], AgendaItem] = field(default_factory=dict)
    resolutions: dict[tuple[int, int], list[Resolution]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    @property
    def meetings(self) -> list[Meeting]:
        return list({item.meeting_id: item.meeting for item in self.items.values()}.values())


@transaction.atomic
def store_minutes(source: Source, minutes: records.Minutes) -> Stored:
    """Write the meetings, items and resolutions of one source; the caller holds the claim on it.

    One source of a committee at a time, until the transaction ends: two may tell of one meeting.
    """
    list(Committee.objects.select_for_update(no_key=True).filter(pk=source.committee_id).values("pk"))
    taken, warnings = choose_meetings(minutes, source.committee)
    known = {item.start: item for item in source.items.select_related("meeting__committee")}
    meetings = {index: _meeting(source, minutes.meetings[index], warnings) for index in taken}
    order = next_order(AgendaItem.objects.filter(meeting__in=meetings.values()))
    items: dict[tuple[int, int], AgendaItem] = {}
    for index, meeting in meetings.items():
        for place, item in enumerate(minutes.meetings[index].items):
            items[index, place] = known.get(item.span.start) or _item(source, meeting, item, order)
            order += 1
    AgendaItem.objects.bulk_create([item for item in items.values() if item.pk is None])
    return Stored(items, _store_resolutions(minutes, items), warnings)


def refuse_too_many(items: int) -> None:
    """Raise `TooManyItems` with words for the clerk where a document has more items than can be worked through."""
    if items > MOST_ITEMS:
        raise TooManyItems(
            f"We found {items:,} agenda items in this document, and no more than {MOST_ITEMS:,} can be taken in at "
            "once. If it is minutes, split it and add the parts; if it is a list or a log, paste the part with the "
            "minutes."
        )


def next_order(rows: QuerySet) -> int:
    """The place behind the last of these items, or resolutions."""
    last = rows.aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1


def choose_meetings(minutes: records.Minutes, committee: Committee) -> tuple[list[int], list[str]]:
    """Which meetings of the document are this committee's, and what the clerk should know about the others.

    A page about one subject lists meetings of every committee that dealt with it. Where no name fits, the clerk's
    choice counts for all of them: committees are renamed.
    """
    named = [(index, meeting.committee) for index, meeting in enumerate(minutes.meetings)]
    fitting = [index for index, words in named if words is None or names_committee(words, committee)]
    if not fitting:
        others = sorted({words for _, words in named if words})
        return [index for index, _ in named], [
            f"The minutes name “{words}”. You chose {committee}." for words in others
        ]
    left_out = [(index, words) for index, words in named if index not in fitting]
    return fitting, [
        f"Left out, since it is not of {committee}: {_when(minutes, index)}{words}." for index, words in left_out
    ]


def names_committee(words: str, committee: Committee) -> bool:
    """Whether the document's name of the committee may be this one: they share a word that means something."""
    said, ours = _telling_words(words), _telling_words(committee.name)
    return not said or not ours or bool(said & ours)


def _telling_words(name: str) -> set[str]:
    stems = (word.removesuffix("’s").removesuffix("'s") for word in re.findall(r"[\w’']+", name.lower()))
    return {stem for stem in stems if stem not in COMMON}


def _when(minutes: records.Minutes, index: int) -> str:
    date = minutes.meetings[index].date
    return f"{date:%-d %B %Y}, " if date else ""


def _meeting(source: Source, found: records.Meeting, warnings: list[str]) -> Meeting:
    """The meeting of the calendar on that day; one that was held without being in it is added."""
    given = source.given_date
    date = found.date or given
    if date is None:
        raise NoMeetingDate("The minutes do not say on which day the meeting was held. Give its date.")
    if given and given != date:
        warnings.append(f"The minutes say {_plain(date)}, you gave {_plain(given)}. The minutes’ own date counts.")
    meeting, _ = Meeting.objects.select_related("committee").get_or_create(
        committee=source.committee, date=date, defaults={"status": Meeting.Status.HELD}
    )
    if meeting.status == Meeting.Status.CANCELLED:
        warnings.append(f"The meeting of {_plain(date)} was marked cancelled. It is marked held now.")
    if meeting.status != Meeting.Status.HELD:
        meeting.status = Meeting.Status.HELD
        meeting.save(update_fields=["status"])
    return meeting


def _plain(date: datetime.date) -> str:
    return f"{date:%-d %B %Y}"


def _item(source: Source, meeting: Meeting, found: records.AgendaItem, order: int) -> AgendaItem:
    reason = found.restricted_reason if found.restricted else "Marked exempt by the clerk" if source.exempt else ""
    return AgendaItem(
        meeting=meeting,
        source=source,
        number=(found.number or "")[:20],
        title=(found.title or "Minutes")[:500],
        order=order,
        presenter=(found.presenter or "")[:300],
        restricted=found.restricted or source.exempt,
        restricted_reason=reason[:500],
        start=found.span.start,
        end=found.span.end,
        paragraphs=[_paragraph(paragraph) for paragraph in found.paragraphs],
    )


def _paragraph(found: records.Paragraph) -> dict[str, object]:
    return {
        "start": found.span.start,
        "end": found.span.end,
        "marker": found.marker,
        "level": found.level,
        "section": found.section,
        "cells": [_pair(cell) for cell in found.cells],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _store_resolutions(
    minutes: records.Minutes, items: dict[tuple[int, int], AgendaItem]
) -> dict[tuple[int, int], list[Resolution]]:
    stored: dict[tuple[int, int], list[Resolution]] = {place: [] for place in items}
    known: dict[int, list[Resolution]] = {}
    for resolution in Resolution.objects.filter(item__in=[item.pk for item in items.values()]):
        known.setdefault(resolution.item_id, []).append(resolution)
    for (meeting, place), item in items.items():
        found = minutes.meetings[meeting].items[place].resolutions
        stored[meeting, place] = known.get(item.pk) or [_resolution(item, one, n) for n, one in enumerate(found)]
    new = [resolution for clauses in stored.values() for resolution in clauses if resolution.pk is None]
    Resolution.objects.bulk_create(new)
    return stored


def _resolution(item: AgendaItem, found: records.Resolution, order: int) -> Resolution:
    return Resolution(
        item=item,
        order=order,
        number=found.number[:20],
        text=found.text,
        kind=found.kind[:20],
        start=found.span.start,
        end=found.span.end,
    )
