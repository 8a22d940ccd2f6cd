"""What ModernGov's web service answers to GetMeeting → Document: the items with their roles, as a saved page has them.

The items' minutes are Word's HTML, escaped; text is often escaped twice. An item that the service marks as restricted
carries that as a block of its own.
"""

import html as entities
from typing import Any

from ..document import Document, UnreadableDocument
from .archive import parse_xml
from .builder import build
from .html import parse, parts_of
from .parts import Part

_BODIES = (
    ("agendatext", "description", ""),
    ("decisionnonemptyhtmlbody", "decision", "Decision:"),
    ("minutesnonemptyhtmlbody", "minutes", "Minutes:"),
)
_RESTRICTED = "Restricted: the public may not see this item."


def read_meeting(data: bytes) -> Document:
    """The meeting in the service's answer. Refuses one that holds no items."""
    root = parse_xml(data)
    items = list(root.iter("agendaitem"))
    if root.tag != "meeting" or not items:
        raise UnreadableDocument(
            "This answer of ModernGov holds no agenda items. Save the meeting's page and upload that."
        )
    when = " ".join(filter(None, (_said(root, "meetingdate"), _said(root, "meetingtime"))))
    parts = [Part(when, "heading", role="meeting"), Part(_said(root, "meetinglocation"))]
    for item in items:
        parts += _item(item)
    return build(parts, "text/xml")


def _item(item: Any) -> list[Part]:
    number = _said(item, "fulldisplaynumberformat") or _said(item, "agendaitemnumber")
    out = [Part(_said(item, "agendaitemtitle") or "Item", marker=number, role="item_title")]
    if _is_true(item, "isrestricted") or _said(item, "isdisplayallowed").lower() == "false":
        out.append(Part(_RESTRICTED, role="restricted"))
    for name, role, label in _BODIES:
        body = _said(item, name)
        if not body:
            continue
        if label:
            out.append(Part(label, role="section"))
        for part in parts_of(parse(body)):
            part.role = part.role or role
            out.append(part)
    return out


def _said(element: Any, name: str) -> str:
    """The text of a child, once more unescaped where it was escaped twice."""
    text = (element.findtext(name) or "").strip()
    return text if "<" in text else entities.unescape(text)


def _is_true(element: Any, name: str) -> bool:
    return _said(element, name).lower() == "true"
