"""What the register shows, to take away or to follow: CSV, JSON, Atom and a calendar of due dates.

All of them take the register's query and show what this person may see, no more. A query that makes no sense, or more
rows than a file should hold, is refused in words.
"""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from actions import tables, wording
from actions.models import Action, Status
from actions.models import Event as Happened
from actions.register import Listing, wanted_of
from people.wording import printable

MOST_ROWS = 20_000
MOST_ENTRIES = 50
MOST_DAYS = 1_000


def from_register(view: Callable) -> Callable:
    """Hands the view the listing of the query; refuses a query with errors, and one with too many rows for a file."""

    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponseBase:
        listing = Listing(request, timezone.localdate())
        if not listing.filter.is_valid():
            return render(request, "actions/download_refused.html", {"form": listing.filter.form}, status=400)
        if listing.counts["all"] > MOST_ROWS:
            return render(request, "actions/download_refused.html", {"most": MOST_ROWS}, status=400)
        return view(request, listing)

    return require_safe(wrapped)


@from_register
def as_csv(request: HttpRequest, listing: Listing) -> StreamingHttpResponse:
    actions = listing.sorted().for_lists().iterator(chunk_size=1000)
    rows = tables.cells(actions, listing.today, site_of(request))
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="actions-{listing.today}.csv"'
    return response


@from_register
def as_json(request: HttpRequest, listing: Listing) -> JsonResponse:
    actions = listing.sorted().for_lists()
    found = [tables.values(action, listing.today, site_of(request)) for action in actions]
    response = JsonResponse({"on": listing.today, "count": len(found), "actions": found})
    response["Content-Disposition"] = f'attachment; filename="actions-{listing.today}.json"'
    return response


@from_register
def as_atom(request: HttpRequest, listing: Listing) -> HttpResponse:
    actions = list(listing.actions.for_lists().order_by("-updated_at")[:MOST_ENTRIES])
    wanted = wanted_of(actions)
    page = request.build_absolute_uri("/") + "?" + request.GET.urlencode()
    feed = Atom1Feed(
        title="Scrutiny actions",
        subtitle=printable(", ".join(chip.value for chip in listing.chips())) or "All that was asked for",
        link=page.rstrip("?"),
        feed_url=request.build_absolute_uri(),
        description="",
        language="en-GB",
        author_name=settings.COUNCIL_NAME,
    )
    for action in actions:
        add_entry(feed, action, listing.today, site_of(request), wanted.get(action.pk))
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@from_register
def as_calendar(request: HttpRequest, listing: Listing) -> HttpResponse:
    due = listing.actions.filter(status=Status.OPEN, due_on__isnull=False, paused_until__isnull=True)
    calendar = Calendar()
    calendar.add("prodid", "-//Scrutiny actions//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Scrutiny actions: due dates")
    for action in due.for_lists().order_by("due_on", "pk")[:MOST_DAYS]:
        if action.due_on:
            calendar.add_component(day_of(action, action.due_on, site_of(request), request.get_host()))
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")


def add_entry(feed: Atom1Feed, action: Action, today: datetime.date, site: str, wanted: Happened | None) -> None:
    """An entry of the feed: the request, and where it stands in a sentence. Django marks the sentence as HTML."""
    address = site + action.get_absolute_url()
    feed.add_item(
        title=printable(f"{action.reference}: {action.summary}"),
        link=address,
        unique_id=address,
        description=escape(printable(wording.standing_sentence(action, today, wanted=wanted))),
        categories=[action.get_status_display(), action.committee.name],
        pubdate=action.confirmed_at,
        updateddate=action.updated_at,
    )


def day_of(action: Action, day: datetime.date, site: str, host: str) -> Event:
    """The due date of an action, as a day in a calendar."""
    event = Event()
    event.add("uid", f"{action.reference}@{host}")
    event.add("summary", printable(f"Due: {action.reference} {action.summary}"))
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("dtstamp", action.updated_at)
    event.add("description", f"{action.owner.name if action.owner else 'Nobody'} has it.")
    event.add("url", site + action.get_absolute_url())
    event.add("transp", "TRANSPARENT")
    return event


def csv_lines(rows: Iterable[list[str]]) -> Iterator[str]:
    """Lines of CSV, one at a time; the byte order mark tells spreadsheets that it is UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    for row in rows:
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def site_of(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
