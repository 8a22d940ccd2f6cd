"""Fill a database with an invented council's years of actions, to look at pages and query plans at full size.

    DATABASE_URL=… python -m benchmarks.fill --actions 20000

Everything is made of the word lists below with a fixed seed, so two runs give the same rows. It goes in by bulk_create
and not by the workflow: rows as the workflow would have left them. It refuses a database that has actions already.
"""

import argparse
import datetime
import hashlib
import os
import random
from dataclasses import dataclass

import django
from django.core.files.base import ContentFile
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")
django.setup()

from actions.models import Action, Answer, Event, Evidence, Kind, Status  # noqa: E402
from meetings.models import AgendaItem, Committee, Meeting, Resolution, Source  # noqa: E402
from people.models import Councillor, Directorate, Indicator, Officer, Owner, Post, PostHolding, User  # noqa: E402

UTC = datetime.UTC
PER_MEETING = 24
PER_ITEM = 4
DIRECTORATES = ["Children and Learning", "Adults and Health", "Place", "Resources"]
COMMITTEES = [
    ("Children and Young People", "CYP"), ("Health and Adult Social Care", "HAS"), ("Growth and Transport", "GTR"),
    ("Safer Communities", "SAF"), ("Resources", "COR"), ("Climate and Environment", "CLE"), ("Housing", "HOU"),
    ("Culture and Leisure", "CUL"),
]  # fmt: skip
FIRST = (
    "Amara Owen Jess Iqbal Margaret David Ruth Joanne Sunita Martin "
    "Bethan Marcus Lena Tom Colin Gareth Priya Hamish Nadia Victor"
).split()
LAST = (
    "Osei Trask Thornbury Hussain Lowe Penhale Bannerman Pritchard Rao Okafor "
    "Price Adeyemi Kowalczyk Ferris Marsh Bell Shah Ross Amin Cole"
).split()
WARDS = "Heathside,Quarry Bank,Millfield,Old Town,St Aldhelm,Harbour,Larkfield,Kingsway,Bridge End,Moor Lane".split(",")
SUBJECTS = """
permanent exclusions;waiting times for occupational therapy;delayed discharges;foster carers who left;
bus routes withdrawn;potholes mended within a month;rough sleepers;fly-tipping reports;library visits;
empty council homes;missed bin collections;nursery places;autism assessments;agency staff costs;
street lights out of order;damp and mould cases;anti-social behaviour reports;school attendance;
carers’ assessments;cycle lane spending;youth clubs;business rate arrears;planning appeals;air quality readings
""".replace("\n", "").split(";")
CUTS = """
by ward;by month since April;by age group;for each of the last three years;against our neighbours;by provider;
by school;and the reasons
""".replace("\n", "").split(";")
ASKS = [
    (Kind.DATA, "Figures on {subject}, {cut}", "asked for figures on {subject}, {cut}; these would be supplied"),
    (Kind.WRITTEN_RESPONSE, "Answer on {subject}, {cut}", "sought an answer on {subject}, {cut}, which was promised"),
    (Kind.BRIEFING, "Briefing for Members on {subject}", "wished for a briefing on {subject}, and one would be set up"),
    (Kind.REPORT, "Report on {subject}, {cut}", "requested that a report on {subject}, {cut}, come to a later meeting"),
    (Kind.INFORMATION, "Note on {subject}, {cut}", "wanted a note on {subject}, {cut}; this would be circulated"),
]  # fmt: skip


@dataclass
class Cast:
    committees: list[Committee]
    owners: list[Owner]
    members: list[Councillor]
    indicators: list[Indicator]
    clerk: User


def fill(actions: int, today: datetime.date, seed: int = 1) -> None:
    """Write `actions` actions over the years before `today`."""
    if Action.objects.exists():
        raise SystemExit("This database has actions already; give an empty one.")
    chance = random.Random(seed)
    cast = make_cast(chance)
    meetings = make_meetings(cast, max(len(cast.committees), actions // PER_MEETING), today)
    left = actions
    for number, meeting in enumerate(meetings):
        count = min(left, -(-left // (len(meetings) - number)))
        fill_meeting(meeting, count, cast, chance, today)
        left -= count
    link_indicators(cast, chance)
    Meeting.objects.filter(date__lt=today - datetime.timedelta(days=15)).update(reviewed_at=timezone.now())


def make_cast(chance: random.Random) -> Cast:
    clerk = User.objects.create_user("clerk@example.org", "demo", name="Hannah Whitlock")
    officer_user = User.objects.create_user("officer@example.org", "demo", name="Joanne Pritchard")
    member_user = User.objects.create_user("member@example.org", "demo", name="Jess Thornbury")
    User.objects.create_superuser("admin@example.org", "demo", name="Ade Bello")
    names = [(FIRST[n % 20], LAST[(n * 7) % 20], WARDS[n % len(WARDS)]) for n in range(60)]
    members = [Councillor.objects.create(name=f"{first} {last}", ward=ward) for first, last, ward in names]
    Councillor.objects.filter(pk=members[0].pk).update(user=member_user)
    owners = [make_owner(n, officer_user if n == 0 else None) for n in range(80)]
    committees = []
    for name, code in COMMITTEES:
        committee = Committee.objects.create(name=name, slug=name.lower().replace(" ", "-"), code=code)
        committee.chair = chance.choice(members)
        committee.save()
        committee.clerks.add(clerk)
        committee.members.set(chance.sample(members, 12))
        committees.append(committee)
    titles = [SUBJECTS[n % len(SUBJECTS)].capitalize() for n in range(60)]
    indicators = [Indicator.objects.create(code=f"NBK{n:03d}", title=title) for n, title in enumerate(titles)]
    return Cast(committees, owners, members, indicators, clerk)


def make_owner(n: int, user: User | None) -> Owner:
    """An officer in a post of their own."""
    directorate = Directorate.objects.get_or_create(name=DIRECTORATES[n % 4])[0]
    title = f"Head of {SUBJECTS[n % len(SUBJECTS)].title()} {n // len(SUBJECTS) + 1}"
    post = Post.objects.create(title=title, directorate=directorate)
    name = f"{FIRST[(n * 3) % 20]} {LAST[n % 20]}"
    officer = Officer.objects.create(name=name, email=f"officer{n}@example.org", user=user)
    PostHolding.objects.create(officer=officer, post=post)
    return Owner.objects.for_officer(officer, post)


def make_meetings(cast: Cast, number: int, today: datetime.date) -> list[Meeting]:
    """`number` meetings, the latest ten days ago, each committee meeting every five weeks; one more each ahead."""
    found = []
    for n in range(number):
        committee = cast.committees[n % len(cast.committees)]
        day = today - datetime.timedelta(days=10 + (n % len(cast.committees)) + 35 * (n // len(cast.committees)))
        found.append(Meeting(committee=committee, date=day, status=Meeting.Status.HELD))
    ahead = [Meeting(committee=each, date=today + datetime.timedelta(days=25)) for each in cast.committees]
    Meeting.objects.bulk_create([*found, *ahead])
    return sorted(found, key=lambda meeting: meeting.date)


def fill_meeting(meeting: Meeting, count: int, cast: Cast, chance: random.Random, today: datetime.date) -> None:
    """Items, minutes, resolutions and actions of one meeting."""
    asks = [make_ask(cast, chance) for _ in range(count)]
    source, spans = make_source(meeting, [ask[2] for ask in asks], chance)
    items = make_items(meeting, source, spans, cast, chance)
    actions = [make_action(meeting, items[n // PER_ITEM], n, ask, cast, chance, today) for n, ask in enumerate(asks)]
    Action.objects.bulk_create(actions)
    add_rest(actions, asks, spans, source, cast, chance)


def make_ask(cast: Cast, chance: random.Random) -> tuple:
    """(kind, summary, the words of the minutes, who asked)."""
    kind, summary, words = chance.choice(ASKS)
    subject, cut, requester = chance.choice(SUBJECTS), chance.choice(CUTS), chance.choice(cast.members)
    said = f"Councillor {requester.name} {words.format(subject=subject, cut=cut)}."
    return kind, summary.format(subject=subject, cut=cut), said, requester


def make_source(meeting: Meeting, sentences: list[str], chance: random.Random) -> tuple[Source, list[tuple[int, int]]]:
    """Minutes with a sentence of no consequence before each one that asks; where those that ask begin and end."""
    lines, spans, at = [], [], 0
    for said in sentences:
        filler = f"Members considered the position at {chance.choice(WARDS)} and the change since the last report."
        start = at + len(filler) + 1
        spans.append((start, start + len(said)))
        lines += [filler, said]
        at = start + len(said) + 1
    text = "\n".join(lines)
    sha256 = hashlib.sha256(f"{meeting.pk} {text}".encode()).hexdigest()
    source = Source(committee=meeting.committee, name="Minutes.txt", size=len(text), sha256=sha256, text=text)
    source.state, source.standing = Source.State.READY, Source.Standing.CONFIRMED
    source.file.save(sha256, ContentFile(b""), save=True)
    return source, spans


def make_items(meeting, source, spans, cast, chance) -> list[AgendaItem]:
    """An item for every few sentences, with a resolution that notes its report."""
    items, before = [], 0
    for order in range(0, len(spans), PER_ITEM):
        paragraphs = []
        for start, end in spans[order : order + PER_ITEM]:
            paragraphs += [{"start": before, "end": start - 1}, {"start": start, "end": end}]
            before = end + 1
        item = AgendaItem(meeting=meeting, source=source, order=order, number=str(order // PER_ITEM + 1))
        item.title = f"{chance.choice(SUBJECTS).capitalize()}: performance"
        item.presenter, item.paragraphs = chance.choice(cast.owners).officer.name, paragraphs
        items.append(item)
    AgendaItem.objects.bulk_create(items)
    noted = "That the report be noted."
    Resolution.objects.bulk_create(Resolution(item=item, order=0, text=noted, kind="noted") for item in items)
    return items


def make_action(meeting, item, n, ask, cast, chance, today) -> Action:
    """One action in a likely state: what is old is closed, nearly always."""
    kind, summary, _, requester = ask
    due = meeting.date + datetime.timedelta(days=14 + chance.randrange(30))
    action = Action(committee=meeting.committee, meeting=meeting, item=item, source=item.source, order=n)
    action.summary, action.kind = summary, kind
    action.reference = f"{meeting.committee.code}-{meeting.date.year}-{meeting.pk:04d}{n:02d}"
    action.owner = chance.choice(cast.owners) if chance.random() > 0.02 else None
    action.requester = requester if chance.random() > 0.2 else None
    action.due_on = due if chance.random() > 0.03 else None
    action.due_working = "10 working days from the meeting."
    action.confirmed_at = noon(meeting.date + datetime.timedelta(days=4))
    answered = due + datetime.timedelta(days=round(chance.gauss(-1, 6)))
    age = (today - meeting.date).days
    if age > 40 and chance.random() > 0.04 and answered < today:
        action.status, action.answered_at = Status.COMPLETE, noon(answered)
        action.closed_at = noon(min(today, answered + datetime.timedelta(days=5)))
    elif age > 20 and chance.random() > 0.7 and answered < today:
        action.status, action.answered_at = Status.ANSWERED, noon(answered)
    elif age < 12 and chance.random() > 0.5:
        action.status, action.reference, action.confirmed_at = Status.PROPOSED, None, None
    else:
        action.status = Status.OPEN
    return action


def add_rest(actions, asks, spans, source, cast, chance) -> None:
    """The evidence, the answers and the history of a meeting's actions."""
    Evidence.objects.bulk_create(
        Evidence(action=action, source=source, start=start, end=end, text=ask[2])
        for action, ask, (start, end) in zip(actions, asks, spans, strict=True)
    )
    answers = []
    for action in actions:
        if action.answered_at:
            answer = Answer(action=action, by=cast.clerk, state=Answer.State.SENT, sent_at=action.answered_at)
            answer.text = (
                f"There were {chance.randrange(900)} in all, {chance.randrange(90)} in {chance.choice(WARDS)}."
            )
            answers.append(answer)
    Answer.objects.bulk_create(answers)
    moments = [("confirmed", "confirmed_at"), ("answered", "answered_at"), ("accepted", "closed_at")]
    Event.objects.bulk_create(
        Event(action=action, at=at, by=cast.clerk, by_name=cast.clerk.name, verb=verb, is_public=True)
        for action in actions
        for verb, field in moments
        if (at := getattr(action, field))
    )


def link_indicators(cast: Cast, chance: random.Random) -> None:
    through = Action.indicators.through
    ids = list(Action.objects.values_list("pk", flat=True))
    sample = chance.sample(ids, len(ids) // 10)
    through.objects.bulk_create(through(action_id=pk, indicator_id=chance.choice(cast.indicators).pk) for pk in sample)


def noon(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--actions", type=int, default=20_000)
    asked = parser.parse_args()
    fill(asked.actions, timezone.localdate())
    print(f"{Action.objects.count():,} actions")
