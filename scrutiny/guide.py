"""The user guide as a page: docs/user-guide.md turned into HTML, so that there is one text of it.

Knows what the guide uses and no more: headings, paragraphs, lists, pictures on a line of their own, links, bold,
italics and code. Everything is escaped; pictures are static files.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

GUIDE = Path(settings.BASE_DIR) / "docs" / "user-guide.md"
PICTURE_SIZE = (1280, 800)  # px, as docs/take_screenshots.py takes them: the text does not jump as they come
PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\(images/(?P<file>[\w.-]+)\)")
HEADING = re.compile(r"(?P<level>#{2,3}) (?P<words>.+)")
ITEM = re.compile(r"^- ", re.MULTILINE)
# Links inside the guide stay; those to other files of the repository are words alone.
INLINE = [
    (re.compile(r"\[([^\]]+)\]\((#[\w-]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\[([^\]]+)\]\([^)]+\)"), r"\1"),
    (re.compile(r"\*\*([^*]+)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*([^*]+)\*"), r"<em>\1</em>"),
    (re.compile(r"`([^`]+)`"), r"<kbd>\1</kbd>"),
]


# Where "Help" leads from a page: the heading of the guide that is about it. From any other page, to the help page.
ABOUT = {
    "intake": "add-the-minutes",
    "source": "add-the-minutes",
    "sources": "add-the-minutes",
    "review": "check-the-proposals",
    "review_edit": "check-the-proposals",
    "review_add": "check-the-proposals",
    "work": "every-morning",
    "bulk": "every-morning",
    "verb": "accept-an-answer-or-send-it-back",
    "tracker": "the-tracker-for-the-agenda-pack",
    "calendar": "the-calendar",
    "calendar_import": "the-calendar",
    "committee_rules": "the-calendar",
    "closures": "the-calendar",
    "mine": "for-officers",
    "team": "for-officers",
    "answer": "answer",
    "answer_preview": "answer",
    "more_time": "answer",
    "pass_on": "answer",
    "report_done": "answer",
    "register": "for-councillors-and-residents",
    "directory": "for-administrators",
}


@dataclass(frozen=True)
class Chapter:
    """A second-level heading, for the contents."""

    slug: str
    words: str


def help_link(request: HttpRequest) -> dict[str, str]:
    """Context processor: help_url, the help that is about this page."""
    match = request.resolver_match
    about = ABOUT.get(match.url_name or "") if match and match.app_name == "actions" else None
    return {"help_url": f"{reverse('pages:guide')}#{about}" if about else reverse("pages:help")}


@cache
def guide() -> tuple[SafeString, list[Chapter]]:
    """The guide's HTML without its title, and its chapters."""
    text = GUIDE.read_text(encoding="utf-8").split("\n", 1)[1]
    parts = [part.strip() for part in re.split(r"\n{2,}", text) if part.strip()]
    found = [HEADING.fullmatch(part) for part in parts]
    chapters = [
        Chapter(slugify(each["words"]), each["words"]) for each in found if each and each["level"] == "##"
    ]  # fmt: skip
    return mark_safe("\n".join(_block(part) for part in parts)), chapters


def _block(part: str) -> str:
    picture, heading = PICTURE.fullmatch(part), HEADING.fullmatch(part)
    if picture:
        address = static(f"guide/{picture['file']}")
        return format_html(
            '<img class="guide__picture" src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
            address, picture["words"], *PICTURE_SIZE,
        )  # fmt: skip
    if heading:
        level = len(heading["level"])
        return f'<h{level} id="{slugify(heading["words"])}">{_inline(heading["words"])}</h{level}>'
    if part.startswith("- "):
        return f"<ul>{''.join(_items(part))}</ul>"
    return f"<p>{_inline(part)}</p>"


def _items(part: str) -> Iterator[str]:
    for item in ITEM.split(part)[1:]:
        yield f"<li>{_inline(item)}</li>"


def _inline(text: str) -> str:
    words = str(escape(" ".join(text.split())))
    for pattern, html in INLINE:
        words = pattern.sub(html, words)
    return words
