"""Our own labelled minutes: text with its labels marked in it, in `tests/minutes/own/*.marked`.

    #layout agenda_item
    #meeting date=2025-03-11 committee="Health Panel"
    #item number=7 title="Dental access"
    …plain text, line for line as a clerk would paste it…
    {{R}}{{A1 kind=data owner="Head of Dentistry" due=2025-04-30 due_text="by the end of April"}}figures …{{/A1}}{{/R}}
    {{A1}}The same ask, told in the discussion.{{/A1}}

Lines that begin with `#layout`, `#meeting` or `#item` are no part of the text; what is marked after them belongs there.
`{{R}}` marks a decided clause, `{{A…}}` a quote of an action (the clause first, whichever stands first in the text);
marks may nest. `kind`, `owner`, `due` may hold alternatives joined by `|`; `refs="A1,B2"`; `certainty=borderline`.

    python -m tests.minutes.own_corpus FOLDER    writes NAME.txt and NAME.json there, for ../shared/corpus/score.py
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "own"
MARK = re.compile(r"\{\{(/?)([A-Z]\d*)([^{}]*)\}\}")
FIELD = re.compile(r'(\w+)=(?:"([^"]*)"|(\S+))')


def fields(words: str) -> dict[str, str]:
    return {name: quoted or bare for name, quoted, bare in FIELD.findall(words)}


def split_heads(marked: str) -> tuple[dict[str, Any], list[tuple[dict[str, Any], str]]]:
    """The label's frame, and each stretch of marked text with the item it belongs to."""
    label: dict[str, Any] = {"layout": "agenda_item", "meetings": []}
    stretches: list[tuple[dict[str, Any], str]] = []
    item: dict[str, Any] = {}
    for line in marked.splitlines(keepends=True):
        head, _, rest = line.strip().partition(" ")
        if head == "#layout":
            label["layout"] = rest
        elif head == "#meeting":
            given = fields(rest)
            meeting = {"date": given.get("date"), "committee": given.get("committee"), "items": []}
            label["meetings"].append(meeting)
        elif head == "#item":
            given = fields(rest)
            item = {"number": given.get("number"), "title": given["title"], "resolutions": [], "actions": []}
            if not label["meetings"]:
                label["meetings"].append({"date": None, "committee": None, "items": []})
            label["meetings"][-1]["items"].append(item)
        else:
            stretches.append((item, line))
    return label, stretches


def read_marked(marked: str) -> tuple[str, dict[str, Any]]:
    """(the plain text, its labels in the corpus's shape)."""
    label, stretches = split_heads(marked)
    text: list[str] = []
    opened: dict[str, tuple[int, dict[str, Any], dict[str, str]]] = {}
    quotes: list[tuple[str, dict[str, Any], dict[str, str], int, int, bool]] = []
    length = 0
    for item, line in stretches:
        at = 0
        for mark in MARK.finditer(line):
            text.append(line[at : mark.start()])
            length += mark.start() - at
            at = mark.end()
            closing, name, rest = mark.groups()
            if not closing:
                opened[name] = (length, item, fields(rest))
                continue
            start, owner_item, given = opened.pop(name)
            quotes.append((name, owner_item, given, start, length, "R" in opened))
        text.append(line[at:])
        length += len(line) - at
    if opened:
        raise ValueError(f"not closed: {sorted(opened)}")
    plain = "".join(text)
    _fill(plain, quotes)
    return plain, label


def _fill(plain: str, quotes: list[tuple[str, dict[str, Any], dict[str, str], int, int, bool]]) -> None:
    actions: dict[tuple[int, str], dict[str, Any]] = {}
    for name, item, given, start, end, decided in sorted(quotes, key=lambda quote: quote[3]):
        words = " ".join(plain[start:end].split())
        if name == "R":
            item["resolutions"].append(words)
            continue
        key = (id(item), name)
        if key not in actions:
            actions[key] = {
                "evidence": [],
                "kind": "other",
                "owner": None,
                "due_text": None,
                "due": None,
                "references": [],
            }
            actions[key]["certainty"] = "clear"
            item["actions"].append(actions[key])
        action = actions[key]
        action["evidence"].insert(0, words) if decided else action["evidence"].append(words)
        for field_name, value in given.items():
            action["references" if field_name == "refs" else field_name] = (
                value.split(",") if field_name == "refs" else value or None
            )


def documents() -> list[tuple[str, str, dict[str, Any]]]:
    """Every document of ours: (name, text, label)."""
    return [(path.stem, *read_marked(path.read_text())) for path in sorted(FOLDER.glob("*.marked"))]


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text, label in documents():
        (folder / f"{name}.txt").write_text(text)
        (folder / f"{name}.json").write_text(json.dumps({"id": name, **label}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
