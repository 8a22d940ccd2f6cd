"""A saved email → Document: the minutes attached to it, or, where nothing readable is attached, its own words."""

from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from ..document import Document, UnreadableDocument, UnsupportedFormat
from .encoding import decode

Read = Callable[[bytes, str], Document]
_MOST_ATTACHMENTS = 20
_MOST_PARTS = 200


def read_email(data: bytes, read: Read) -> Document:
    """The first attachment that reads as a document, those called minutes first; else the message's body."""
    message = message_from_bytes(data, policy=policy.default)
    attached, bodies = _leaves(message)
    attached.sort(key=lambda part: "minute" not in part[0].lower())
    refusals: list[str] = []
    for name, content in attached[:_MOST_ATTACHMENTS]:
        try:
            document = read(content, name)
        except (UnsupportedFormat, UnreadableDocument) as error:
            refusals.append(f"“{name}” could not be read: {error}")
            continue
        return _said(
            document, f"Read from the attachment “{name}”; the email's own text was left out.", *_others(attached, name)
        )
    if not bodies:
        raise UnreadableDocument(" ".join(["There is nothing in this email that can be read.", *refusals]))
    return _said(
        read(bodies[0], "email"), *(refusals or ["Read from the email's own text: nothing is attached to it."])
    )


def _said(document: Document, *words: str) -> Document:
    return replace(document, warnings=(*document.warnings, *words))


def _others(attached: list[tuple[str, bytes]], name: str) -> list[str]:
    others = [other for other, _ in attached if other != name]
    return [f"Not read: {', '.join(others[:10])}. Upload them by themselves if they are minutes too."] if others else []


def _leaves(message: EmailMessage) -> tuple[list[tuple[str, bytes]], list[bytes]]:
    """The attachments with their names, and the bodies as UTF-8: HTML before plain text, for its lists and tables."""
    attached: list[tuple[str, bytes]] = []
    rich: list[bytes] = []
    plain: list[bytes] = []
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            break
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        name, kind = part.get_filename(""), part.get_content_type()
        if name or part.get_content_disposition() == "attachment":
            if not kind.startswith(("image/", "audio/", "video/")):
                attached.append((name or "an attachment without a name", content))
        elif kind in ("text/html", "text/plain"):
            text = decode(content, part.get_content_charset()).encode()
            (rich if kind == "text/html" else plain).append(text)
    return attached, rich + plain
