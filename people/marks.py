"""The small shapes that stand beside a word, so that no meaning hangs on colour alone; and the tags made of both."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

RING = '<circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" stroke-width="2"/>'
DASHED = RING.replace("/>", ' stroke-dasharray="2.2 1.5"/>')
DISC = '<circle cx="6" cy="6" r="{}" fill="currentColor"/>'
LINE = '<path d="{}" fill="none" stroke="{}" stroke-width="{}"/>'
FILLED = '<path d="{}" fill="currentColor"/>'
INK = "currentColor"

# Drawn on 12 × 12; the ring fills as an action goes on: dashed, empty, half, full.
SHAPES = {
    "dashed": DASHED,
    "ring": RING,
    "half": RING + FILLED.format("M6 1.5a4.5 4.5 0 0 1 0 9z"),
    "full": DISC.format(6) + LINE.format("M3.1 6.2l2.1 2.1 3.7-4.4", "#fff", 1.8),
    "slash": RING + LINE.format("M2.6 9.4l6.8-6.8", INK, 2),
    "cross": LINE.format("M2 2l8 8M10 2l-8 8", INK, 2.2),
    "remove": LINE.format("M2.5 2.5l7 7M9.5 2.5l-7 7", INK, 1.6),
    "diamond": FILLED.format("M6 0l6 6-6 6-6-6z"),
    "lock": FILLED.format("M1.75 5.25h8.5V12h-8.5z") + LINE.format("M3.75 5.5V3.6a2.25 2.25 0 0 1 4.5 0v1.9", INK, 1.6),
    "triangle": FILLED.format("M6 .8L11.8 11.2H.2z"),
    "disc": DISC.format(5.5),
    "tick": LINE.format("M1.2 6.6l3.2 3.2 6.4-7.6", INK, 2.2),
    "turning": LINE.format("M6 1.25a4.75 4.75 0 1 1-4.75 4.75", INK, 2),
}

# kind → its usual word and its shape. The kind is also the class: .tag--open.
TAGS = {
    "proposed": ("Proposed", "dashed"),
    "open": ("Open", "ring"),
    "answered": ("Answered", "half"),
    "complete": ("Complete", "full"),
    "dropped": ("No longer required", "slash"),
    "dismissed": ("Dismissed", "cross"),
    "check": ("Needs a look", "diamond"),
    "private": ("Exempt", "lock"),
    "failed": ("Could not be read", "cross"),
    "plain": ("", ""),
}
RAG = {
    "red": ("Red", "triangle"),
    "amber": ("Amber", "diamond"),
    "green": ("Green", "disc"),
    "done": ("Done", "tick"),
}


def mark(shape: str) -> SafeString:
    """The SVG of a shape, hidden from screen readers. An unknown shape is a KeyError: a typo in a template."""
    svg = f'<svg class="mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">{SHAPES[shape]}</svg>'
    return mark_safe(svg)


def tag(kind: str, word: str = "") -> SafeString:
    """A status as word, shape and colour. `word` replaces the usual one ("Choose who", "Held in private")."""
    usual, shape = TAGS[kind]
    return format_html('<span class="tag tag--{}">{}{}</span>', kind, mark(shape) if shape else "", word or usual)


def rag(colour: str) -> SafeString:
    """Red, amber, green or done, as the tracker shows them."""
    word, shape = RAG[colour]
    return format_html('<span class="rag rag--{}">{}{}</span>', colour, mark(shape), word)
