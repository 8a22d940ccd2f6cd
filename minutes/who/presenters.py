"""Who presented an item, with the post where the words give it."""

import re
from collections.abc import Sequence

from ..document import Document
from ..records import Paragraph
from ..sentences import split
from .actors import Mention, mentions, names_post
from .turns import PRESENTS

_POST_AFTER = re.compile(r"\s*[,(]\s*(?:the\s+)?(?P<post>[^(;]{3,110}?)\s*\)?\s*,?$")
_SECOND = re.compile(r",?\s+and\s+(?=(?:the\s+)?[A-Z][\w’'-]+\s+[A-Z])|,?\s+(?:supported|assisted|accompanied)\s+by\b")
_PRESENTED_BY = re.compile(
    r"\b(?:presented|introduced|given|outlined|delivered|submitted)\s+(?:jointly\s+)?by\s+(?:the\s+)?(?P<who>[A-Z][^.;]{3,140})"
)
_IN_POSTS = frozenset("of and for the to in at on with s elect".split())


_OPENING = 900  # characters of a paragraph in which somebody is said to present
_MAY_PRESENT = re.compile(
    r"\b(?:introduced|presented|submitted|gave|given|updated|outlined|took|spoke to|provided|reported|summarised|circulated|talked|shared|tabled|delivered)\b"
)


def presenter_of(document: Document, paragraphs: Sequence[Paragraph]) -> str | None:
    """Who presented the item, with the post where the words give it: "Holly Birch, Tree Officer"."""
    for paragraph in [p for p in paragraphs if p.section in ("minutes", "decision")][:4]:
        end = min(paragraph.span.end, paragraph.span.start + _OPENING)
        if not _MAY_PRESENT.search(document.text, paragraph.span.start, end):
            continue
        for sentence in split(document.text, paragraph.span.start, end)[:3]:
            text = document.slice(sentence)
            if found := _presenter_in(text):
                return found
    return None


def _presenter_in(text: str) -> str | None:
    """Who by this sentence presented: the words before the verb, or behind "presented by"."""
    verb = None if text.startswith("(") else PRESENTS.search(text)
    if verb:
        for mention in mentions(text[: verb.end()]):
            if mention.kind not in ("person", "post") or not mention.name or mention.start >= verb.start():
                continue
            if found := _with_post(mention, text[mention.start : max(verb.start(), mention.end)]):
                return found
    passive = _PRESENTED_BY.search(text)
    named = mentions(passive["who"]) if passive else []
    if passive and named and named[0].start == 0 and named[0].kind in ("person", "post"):
        words = passive["who"]
        return _with_post(named[0], words) or named[0].name
    return None


def _with_post(mention: Mention, words: str) -> str | None:
    """The name with the post that stands between it and the verb; None where other words do."""
    if mention.name is None or mention.name not in words:
        return None
    rest = words[words.index(mention.name) + len(mention.name) :]
    second = _SECOND.search(rest)
    rest = rest[: second.start()] if second else rest
    if not rest.strip(" ,)"):
        return mention.name
    found = _POST_AFTER.match(rest)
    if found is None or set(re.findall(r"\b[a-z]+\b", rest)) - _IN_POSTS:
        return None
    if mention.kind == "post" or not names_post(found["post"]):
        return mention.name
    return f"{mention.name}, {found['post'].strip(' ,)')}"
