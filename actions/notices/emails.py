"""An email as it goes out: one description, rendered as plain text and as HTML that says the same.

Of exempt business an email carries the reference and nothing else. What to say is `composing.py`.
"""

import textwrap
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from people.models import User

from ..models import Notice
from ..sign_in_links import path_for

STOP_SALT = "notices.stop"
WIDTH = 72


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class Quote:
    """The council's own words, and where they stand."""

    origin: str
    text: str

    @property
    def lines(self) -> list[str]:
        return textwrap.wrap(f'"{self.text}"', WIDTH - 4)


@dataclass(frozen=True)
class Card:
    """One action in an email. An exempt one has its reference alone: see `cards.card`."""

    reference: str
    title: str
    due: str = ""
    due_note: str = ""
    remark: str = ""
    why: str = ""
    quotes: tuple[Quote, ...] = ()
    link: Link | None = None


@dataclass(frozen=True)
class Section:
    """Cards, or short lines, under a heading of their own; the heading may be empty."""

    heading: str = ""
    cards: tuple[Card, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Skip:
    """Nothing is sent, and why."""

    reason: str


@dataclass(frozen=True)
class Email:
    subject: str
    heading: str
    greeting: str = ""
    intro: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    main_link: Link | None = None
    also: Link | None = None
    closing: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    footer: str = ""
    stop: Link | None = None
    choose: Link | None = None
    reply_to: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def addressed(self, notice: Notice, email: str, *, is_optional: bool) -> "Email":
        """With the links to choose and stop that need no sign-in, and the headers that mail programs know."""
        token = signing.dumps({"email": email, "kind": notice.kind, **follow_of(notice)}, salt=STOP_SALT)
        headers = {"Message-ID": message_id(notice), "Auto-Submitted": "auto-generated"}
        choose = Link("Choose which emails you get", absolute(reverse("actions:choose_notices", args=[token])))
        if not is_optional:
            return replace(self, headers=headers, choose=choose)
        stop = Link("Stop these emails", absolute(reverse("actions:stop_notices", args=[token])))
        headers |= {"List-Unsubscribe": f"<{stop.url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
        return replace(self, headers=headers, stop=stop, choose=choose)

    def message(self, to: str) -> EmailMultiAlternatives:
        context = {"email": self, "council_name": settings.COUNCIL_NAME}
        message = EmailMultiAlternatives(
            subject=" ".join(self.subject.split()),
            body=tidy(render_to_string("emails/notice.txt", context)),
            to=[to],
            reply_to=[self.reply_to] if self.reply_to else None,
            headers=self.headers,
        )
        message.attach_alternative(render_to_string("emails/notice.html", context), "text/html")
        return message


# What a person may do without. That an action is theirs, and that it is late, they are always told.
OPTIONAL = [
    Notice.Kind.REMINDER,
    Notice.Kind.DUE_TODAY,
    Notice.Kind.CHANGE,
    Notice.Kind.DIGEST,
    Notice.Kind.FOLLOW,
]


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def link_for(user: User | None, path: str) -> str:
    """The address in an email that leads `user` to a page, signed in by a second click where that is allowed."""
    return absolute(path_for(user, path))


def message_id(notice: Notice) -> str:
    """The same whenever the notice is sent, so that a second copy can be told from a second notice."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"<notice-{notice.pk}-{int(notice.created_at.timestamp())}@{host}>"


def follow_of(notice: Notice) -> dict[str, int]:
    return {"follow": notice.data["follow"]} if "follow" in notice.data else {}


def tidy(text: str) -> str:
    """At most two empty lines in a row, none at the ends."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for number, line in enumerate(lines) if line or any(lines[max(0, number - 2) : number])]
    return "\n".join(kept) + "\n"
