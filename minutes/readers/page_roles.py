"""What the markup of a page says of its words: ModernGov's classes, and what is furniture on any site.

Roles: committee, meeting, item_number, item_title, description, minutes, decision, section (the heading "Minutes:"),
label ("Decision Maker: …"), restricted (an item or enclosure that the public may not see).
"""

import re
from typing import Any

from .parts import Part

_FURNITURE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "alert")
)
_FURNITURE = re.compile(
    r"breadcrumb|mgnav|mgprint|mgfileicon|mgfilesize|mghide\b|mgtabs?\b|mgsocial|mgfooter|mgactionlist|mgwebcast|"
    r"mgrsslink|cookie|skip-?(?:link|nav|to)|site-?(?:header|footer|nav)|social-(?:links|media|share|icons)|"
    r"share-(?:links|buttons|page)|visually-?hidden|sr-only|back-?to-?top|page-feedback",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?:modern\.gov (?:breadcrumb|content)|councillors and committees|breadcrumb|you are here:?.*|skip to (?:main )?content|"
    r"view (?:the )?(?:background|reasons|decision|declarations|supplementary|full).{0,80}|"
    r"(?:printer friendly|print this page|share this page|browse meetings|bookmark|back to top|top of page).{0,40})",
    re.IGNORECASE,
)
_SECTIONS = {"decision": "decision", "minutes": "minutes", "resolution": "decision", "resolved": "decision"}
_TITLES = {
    "mgAiTitleTxt": "item_title",
    "mgSubItemTitleTxt": "section",
    "mgSubSubTitleTxt": "section",
    "mgItemNumberCell": "item_number",
    "mgLabel": "label",
}
_RESTRICTED = re.compile(r"restricted", re.IGNORECASE)


def content(root: Any) -> Any:
    """The element that holds the page's own words: its one main element, else its body."""
    found = [e for e in root.iter("main", "div", "article") if e.tag == "main" or e.get("role") == "main"]
    found = found or [e for e in root.iter("div") if e.get("id") in ("modgov", "modernGov", "mgContent")]
    body = root.find(".//body")
    whole = body if body is not None else root
    if len(found) == 1 and len(found[0].text_content()) * 4 > len(whole.text_content()):
        return found[0]
    return whole


def is_furniture(element: Any) -> bool:
    """Whether an element is navigation or the like, by its role, id or class."""
    if element.get("role") in _FURNITURE_ROLES or element.get("aria-hidden") == "true":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and bool(_FURNITURE.search(names)) and element.tag not in ("body", "html", "main", "table")


def image_words(element: Any) -> str:
    """An image says nothing, unless it is the sign of a restricted item."""
    alt = element.get("alt") or ""
    return f" [{alt}] " if _RESTRICTED.search(alt) else ""


class Roles:
    """The role of the words being read: that of the nearest element with one."""

    def __init__(self, root: Any) -> None:
        self._open: list[tuple[Any, str]] = []
        self._section = "description"
        self._said = ""
        self._is_meeting_page = next(
            (True for e in root.iter("table") if "mgItemTable" in (e.get("class") or "")), False
        )

    def enter(self, element: Any) -> None:
        """Opens an element; a section's heading decides what the paragraphs after it are."""
        role = self._role(element)
        if role == "section":
            words = re.sub(r"\W+", " ", element.text_content()[:60]).strip().lower()
            self._section = next((r for word, r in _SECTIONS.items() if words.startswith(word)), "description")
        elif role == "item_title":
            self._section = "description"
        if role == "label":
            self._said = role
        elif role:
            self._open.append((element, role))

    def leave(self, element: Any) -> None:
        """Closes an element."""
        if self._open and self._open[-1][0] is element:
            self._open.pop()

    def current(self) -> str:
        """The role of the words just read; a label within a line ("Decision Maker:") is the line's."""
        said, self._said = self._said, ""
        return self._open[-1][1] if self._open else said

    def _role(self, element: Any) -> str:
        classes = element.get("class")
        if not classes:
            return ""
        for name in classes.split():
            if name in _TITLES:
                return _TITLES[name]
            if name == "mgWordPara":
                return self._section
            if name == "mgSubTitleTxt":
                return "meeting" if self._is_meeting_page else "item_title"
            if name == "mgMainTitleTxt":
                return "committee"
            if name.startswith("mg") and _RESTRICTED.search(name):
                return "restricted"
        return ""


def without_noise(parts: list[Part]) -> list[Part]:
    """The parts without what every page of the system says: links to background, the way back."""
    return [part for part in parts if part.cells or part.kind == "margin" or not _NOISE.fullmatch(part.text.strip())]
