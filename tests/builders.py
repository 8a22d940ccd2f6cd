"""Plain builders of records for tests: each fills in what a test does not care about."""

import datetime
import hashlib
import itertools

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from actions.attachments import attach
from actions.models import Action, Answer, Attachment, Evidence, Kind, Status
from meetings.models import AgendaItem, Committee, Meeting, Source
from people.models import Councillor, Directorate, Officer, Owner, Post, PostHolding, User

_numbers = itertools.count(1)
UTC = datetime.UTC


def make_user(name: str = "", email: str = "", **fields) -> User:
    number = next(_numbers)
    return User.objects.create_user(
        email or f"person{number}@example.org", "demo", name=name or f"Person {number}", **fields
    )


def make_post(title: str = "", **fields) -> Post:
    if "directorate" not in fields:
        fields["directorate"] = Directorate.objects.get_or_create(name="Children and Learning")[0]
    return Post.objects.create(title=title or f"Head of Service {next(_numbers)}", **fields)


def make_officer(name: str = "", post: Post | None = None, user: User | None = None, **holding) -> Officer:
    number = next(_numbers)
    officer = Officer.objects.create(
        name=name or (user.name if user else f"Officer {number}"),
        email=user.email if user else f"officer{number}@example.org",
        user=user,
    )
    if post:
        PostHolding.objects.create(officer=officer, post=post, **holding)
    return officer


def make_owner(officer: Officer | None = None, post: Post | None = None) -> Owner:
    return Owner.objects.for_officer(officer or make_officer(), post)


def make_councillor(name: str = "", **fields) -> Councillor:
    return Councillor.objects.create(name=name or f"Member {next(_numbers)}", **fields)


def make_committee(name: str = "", clerk: User | None = None, **fields) -> Committee:
    number = next(_numbers)
    name = name or f"Committee {number}"
    fields.setdefault("slug", name.lower().replace(" ", "-"))
    fields.setdefault("code", f"C{number}")
    committee = Committee.objects.create(name=name, **fields)
    if clerk:
        committee.clerks.add(clerk)
    return committee


def make_meeting(committee: Committee | None = None, date: datetime.date | None = None, **fields) -> Meeting:
    # By the meetings there are, not by a number of the whole run: that would be in years to come after some tests.
    date = date or datetime.date(2026, 1, 1) + datetime.timedelta(days=Meeting.objects.count())
    fields.setdefault("status", Meeting.Status.HELD)
    return Meeting.objects.create(committee=committee or make_committee(), date=date, **fields)


def make_source(committee: Committee | None = None, text: str = "", **fields) -> Source:
    text = text or f"Minutes {next(_numbers)}"
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(
        committee=committee or make_committee(), name="Pasted text", size=len(data), sha256=sha256, text=text, **fields
    )
    source.file.save(sha256, ContentFile(data), save=True)
    return source


def make_item(meeting: Meeting | None = None, title: str = "Performance report", **fields) -> AgendaItem:
    fields.setdefault("order", next(_numbers))
    return AgendaItem.objects.create(meeting=meeting or make_meeting(), title=title, **fields)


def make_action(item: AgendaItem | None = None, status: str = Status.OPEN, quote: str = "", **fields) -> Action:
    """An action in any status, as the workflow would have left it, with one quote."""
    number = next(_numbers)
    if item is None:
        item = make_item(fields.pop("meeting", None))
    fields.setdefault("summary", f"Give the figures for ward {number}")
    fields.setdefault("kind", Kind.DATA)
    if status == Status.DISMISSED:
        fields.setdefault("dismissed_reason", "Already done")
    if status not in {Status.PROPOSED, Status.DISMISSED}:
        fields.setdefault("reference", f"{item.meeting.committee.code}-{item.meeting.date.year}-{number:03d}")
        fields.setdefault("confirmed_at", datetime.datetime(2026, 1, 2, 12, tzinfo=UTC))
    action = Action.objects.create(
        committee=item.meeting.committee, meeting=item.meeting, item=item, status=status, **fields
    )
    Evidence.objects.create(action=action, text=quote or f"That the figures for ward {number} be provided.")
    return action


def make_answer(action: Action, by: User, text: str = "There were 61.", **fields) -> Answer:
    return Answer.objects.create(action=action, by=by, text=text, **fields)


def make_attachment(
    answer: Answer, name: str = "Figures.csv", data: bytes = b"ward,number\nHarbour,14\n"
) -> Attachment:
    return attach(answer, SimpleUploadedFile(name, data), now=datetime.datetime(2026, 1, 2, 12, tzinfo=UTC))
