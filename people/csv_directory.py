"""Officers and posts as CSV, out and in: one row a holding, a vacant post without an officer.

A file is the truth about the posts that it names and says nothing about the others. An officer is known by email, a
post by its title of now or before. Somebody who holds a named post and is in none of its rows leaves it when the new
holder begins; nothing is ever deleted.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction

from .csv_files import Row, Sheet, read_sheet
from .directory import fold
from .listing import holds, overlaps
from .models import Directorate, Officer, Post, PostHolding, PostTitle, Service
from .wording import plain_date

COLUMNS = ["post", "directorate", "service", "reports_to", "former_titles", "abbreviations"]
COLUMNS += ["officer", "email", "held_from", "held_until"]
NEEDED = ["post", "officer", "email"]
LISTS = frozenset({"former_titles", "abbreviations"})
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """One thing that a line of the file does, in words."""

    line: int
    what: str


def rows_out() -> list[list[str]]:
    """Every post with each of its holders over time, and officers without a post."""
    posts = Post.objects.select_related("directorate", "service", "reports_to").prefetch_related(
        "other_titles", "holdings__officer"
    )
    rows = []
    for post in posts:
        others = list(post.other_titles.all())
        about = [
            post.title,
            post.directorate.name if post.directorate else "",
            post.service.name if post.service else "",
            post.reports_to.title if post.reports_to else "",
            " | ".join(o.title for o in others if o.kind == PostTitle.Kind.FORMER),
            " | ".join(o.title for o in others if o.kind == PostTitle.Kind.ABBREVIATION),
        ]
        holdings = list(post.holdings.all())
        rows += [[*about, h.officer.name, h.officer.email, _iso(h.held_from), _iso(h.held_until)] for h in holdings]
        rows += [] if holdings else [[*about, "", "", "", ""]]
    loose = Officer.objects.filter(holdings=None)
    return rows + [["", "", "", "", "", "", officer.name, officer.email, "", ""] for officer in loose]


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


class Undo(Exception):
    """Ends a preview, and an intake with errors in it: nothing is kept."""


def take_in(data: bytes, *, today: datetime.date, keep: bool) -> tuple[Sheet, list[Change]]:
    """What the file changes. It is kept only with `keep` and without a single error in the file."""
    intake = Intake(read_sheet(data, COLUMNS, NEEDED, LISTS), today)
    try:
        with transaction.atomic():
            if not intake.sheet.errors:
                intake.run()
            if intake.sheet.errors or not keep:
                raise Undo
    except Undo:
        pass
    intake.sheet.in_order()
    return intake.sheet, intake.changes


class Intake:
    """One file being taken in; loads the directory once, writes what changes and says so."""

    def __init__(self, sheet: Sheet, today: datetime.date):
        self.sheet, self.today = sheet, today
        self.changes: list[Change] = []
        self.officers = {officer.email.lower(): officer for officer in Officer.objects.all()}
        self.named: dict[str, int] = {}
        self.directorates = {fold(one.name): one for one in Directorate.objects.all()}
        self.services = {(one.directorate_id, fold(one.name)): one for one in Service.objects.all()}
        self.posts: dict[str, Post] = {}
        self.titles: dict[int, set[str]] = {}
        posts = list(
            Post.objects.select_related("directorate", "service", "reports_to").prefetch_related("other_titles")
        )
        for post in posts:
            self.titles[post.pk] = {fold(other.title) for other in post.other_titles.all()}
            for title in self.titles[post.pk]:
                self.posts.setdefault(title, post)
        self.posts |= {fold(post.title): post for post in posts}
        self.holdings: dict[int, list[PostHolding]] = defaultdict(list)
        for holding in PostHolding.objects.select_related("officer", "post"):
            self.holdings[holding.post_id].append(holding)

    def say(self, row: Row, what: str) -> None:
        self.changes.append(Change(row.line, what))

    def run(self) -> None:
        of_post: dict[int, list[tuple[Row, Officer | None]]] = defaultdict(list)
        for row in self.sheet.rows:
            post = self.post(row) if row["post"] else None
            officer = self.officer(row) if row["officer"] or row["email"] else None
            if post:
                of_post[post.pk].append((row, officer))
            elif not officer and not self.sheet.errors:
                self.sheet.refuse(row.line, "it names neither a post nor an officer")
        for row in self.sheet.rows:
            self.line_of_reporting(row)
        for pk, rows in of_post.items():
            self.hold(pk, [(row, officer) for row, officer in rows if officer])

    def officer(self, row: Row) -> Officer | None:
        email = self.sheet.email(row)
        if not row["officer"] or not row["email"]:
            self.sheet.refuse(row.line, "an officer needs a name and an email")
        if not email or not row["officer"]:
            return None
        known = self.officers.get(email)
        if known and email in self.named and known.name != row["officer"]:
            self.sheet.refuse(row.line, f"{email} is {known.name} on line {self.named[email]}")
            return None
        if not known:
            known = self.officers[email] = Officer.objects.create(name=row["officer"], email=email)
            self.say(row, f"{known.name} is added as an officer")
        elif known.name != row["officer"]:
            self.say(row, f"{known.name} is called {row['officer']} from now on")
            known.name = row["officer"]
            known.save(update_fields=["name"])
        self.named.setdefault(email, row.line)
        return known

    def post(self, row: Row) -> Post | None:
        if row["service"] and not row["directorate"]:
            self.sheet.refuse(row.line, "the service needs its directorate")
            return None
        post = self.posts.get(fold(row["post"]))
        if not post:
            post = Post.objects.create(title=row["post"])
            self.posts[fold(post.title)], self.titles[post.pk] = post, set()
            self.say(row, f"{post.title} is added as a post")
        self.place(row, post)
        self.other_titles(row, post, "former_titles", PostTitle.Kind.FORMER)
        self.other_titles(row, post, "abbreviations", PostTitle.Kind.ABBREVIATION)
        return post

    def place(self, row: Row, post: Post) -> None:
        """Its directorate and service; an empty cell leaves them as they are."""
        if not row["directorate"]:
            return
        directorate = self.directorates.get(fold(row["directorate"]))
        if not directorate:
            directorate = self.directorates[fold(row["directorate"])] = Directorate.objects.create(
                name=row["directorate"]
            )
            self.say(row, f"{directorate.name} is added as a directorate")
        key = (directorate.pk, fold(row["service"]))
        if row["service"] and key not in self.services:
            self.services[key] = Service.objects.create(name=row["service"], directorate=directorate)
        service = self.services[key] if row["service"] else None
        service = service or (post.service if post.directorate == directorate else None)
        if (post.directorate, post.service) != (directorate, service):
            self.say(row, f"{post.title} belongs to {directorate.name}{f', {service.name}' if service else ''}")
            post.directorate, post.service = directorate, service
            post.save(update_fields=["directorate", "service"])

    def other_titles(self, row: Row, post: Post, column: str, kind: str) -> None:
        """Titles are added, never taken away."""
        for title in filter(fold, (part.strip() for part in row[column].split("|"))):
            if fold(title) in {*self.titles[post.pk], fold(post.title)}:
                continue
            PostTitle.objects.create(post=post, title=title, kind=kind)
            self.titles[post.pk].add(fold(title))
            self.say(row, f"{post.title} is also known as {title}")

    def line_of_reporting(self, row: Row) -> None:
        if not row["post"] or not row["reports_to"] or fold(row["post"]) not in self.posts:
            return
        post, above = self.posts[fold(row["post"])], self.posts.get(fold(row["reports_to"]))
        if not above:
            self.sheet.refuse(row.line, f"“{row['reports_to']}”, to which it reports, is no post here or in the file")
        elif above == post:
            self.sheet.refuse(row.line, "the post reports to itself")
        elif post.reports_to_id != above.pk:
            post.reports_to = above
            post.save(update_fields=["reports_to"])
            self.say(row, f"{post.title} reports to {above.title}")

    def hold(self, pk: int, rows: list[tuple[Row, Officer]]) -> None:
        """The holdings of one post: those of the file are put down, whoever is not in it any more leaves."""
        before = list(self.holdings[pk])
        begun = [new for row, officer in rows if (new := self.holding(row, officer, before))]
        staying = {officer.pk for _, officer in rows}
        if not begun:
            return
        row, first_day = begun[0]
        for holding in before:
            if holding.officer_id in staying or not holds(holding, first_day):
                continue
            if holding.held_from and holding.held_from >= first_day:
                self.sheet.refuse(row.line, f"{holding} only began on {plain_date(holding.held_from)}; give both dates")
                continue
            holding.held_until = first_day - DAY
            holding.save(update_fields=["held_until"])
            self.say(row, f"{holding.officer.name} leaves {holding.post.title} on {plain_date(holding.held_until)}")

    def holding(self, row: Row, officer: Officer, before: list[PostHolding]) -> tuple[Row, datetime.date] | None:
        """Put one holding down. The first day of a new one that is not over yet, for whom it replaces."""
        begins, ends = self.sheet.day(row, "held_from", self.today), self.sheet.day(row, "held_until", self.today)
        if begins and ends and ends < begins:
            self.sheet.refuse(row.line, f"it ends on {plain_date(ends)}, before it begins")
            return None
        post = self.posts[fold(row["post"])]
        own = [h for h in self.holdings[post.pk] if h.officer_id == officer.pk]
        same = [h for h in own if h.held_from == begins] or [h for h in own if not begins and holds(h, self.today)]
        undated = [h for h in own if begins and not h.held_from and holds(h, begins)]
        if undated and not same:
            undated[0].held_from = begins
            undated[0].save(update_fields=["held_from"])
            self.say(row, f"{officer.name} holds {post.title} from {plain_date(begins)}, which was not put down")
        if same or undated:
            self.change_end(row, (same or undated)[0], ends)
            return None
        if any(overlaps(h, begins, ends) for h in own):
            self.sheet.refuse(row.line, f"{officer.name} holds {post.title} already, from another day")
            return None
        if not begins and not ends and any(holds(h, self.today) for h in before):
            begins = self.today
        made = PostHolding.objects.create(officer=officer, post=post, held_from=begins, held_until=ends)
        self.holdings[post.pk].append(made)
        days = f"{f' from {plain_date(begins)}' if begins else ''}{f' until {plain_date(ends)}' if ends else ''}"
        self.say(row, f"{officer.name} holds {post.title}{days}")
        is_over = ends and ends < self.today
        return None if is_over or not begins else (row, begins)

    def change_end(self, row: Row, holding: PostHolding, ends: datetime.date | None) -> None:
        """An empty cell leaves the end as it is."""
        if not ends or holding.held_until == ends:
            return
        if holding.held_from and ends < holding.held_from:
            self.sheet.refuse(row.line, f"it ends on {plain_date(ends)}, before it begins")
            return
        holding.held_until = ends
        holding.save(update_fields=["held_until"])
        self.say(row, f"{holding.officer.name} leaves {holding.post.title} on {plain_date(ends)}")
