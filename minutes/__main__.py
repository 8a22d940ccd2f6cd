"""python -m minutes FILE… → one JSON object a line for each file."""

import json
import sys
from pathlib import Path
from typing import Any

from .document import UnreadableDocument, UnsupportedFormat
from .followups import find_followups
from .readers import read
from .records import AgendaItem, Findings, FollowUp, Meeting, Minutes
from .structure import parse


def main(paths: list[str]) -> int:
    """Prints what is in each file; 1 where one could not be read, which is said in its line."""
    if not paths:
        print("Give at least one file: python -m minutes FILE…", file=sys.stderr)
        return 2
    failed = False
    for path in paths:
        line = describe(path)
        failed = failed or "error" in line
        print(json.dumps(line, ensure_ascii=False))
    return int(failed)


def describe(path: str) -> dict[str, Any]:
    """The JSON object of one file, or its path with the error in words."""
    try:
        document = read(Path(path).read_bytes(), Path(path).name)
        minutes = parse(document)
    except OSError as error:
        return {"path": path, "error": f"The file could not be opened: {error.strerror}."}
    except (UnsupportedFormat, UnreadableDocument) as error:
        return {"path": path, "error": str(error)}
    return as_json(path, minutes, find_followups(minutes))


def as_json(path: str, minutes: Minutes, findings: Findings) -> dict[str, Any]:
    """The shape that the corpus's score.py reads, with what else the reader knows beside it."""
    meetings = [_meeting(minutes, m, meeting, findings) for m, meeting in enumerate(minutes.meetings)]
    return {"path": path, "layout": minutes.layout, "meetings": meetings, "warnings": list(minutes.document.warnings)}


def _meeting(minutes: Minutes, m: int, meeting: Meeting, findings: Findings) -> dict[str, Any]:
    date = meeting.date.isoformat() if meeting.date else None
    items = [_item(m, i, item, findings) for i, item in enumerate(meeting.items)]
    return {"date": date, "committee": meeting.committee, "items": items}


def _item(m: int, i: int, item: AgendaItem, findings: Findings) -> dict[str, Any]:
    near = [n for n in findings.near_misses if (n.meeting, n.item) == (m, i)]
    return {
        "number": item.number,
        "title": item.title or None,
        "presenter": item.presenter,
        "restricted": item.restricted,
        "restricted_reason": item.restricted_reason,
        "resolutions": [
            {"text": r.text, "start": r.span.start, "end": r.span.end, "kind": r.kind} for r in item.resolutions
        ],
        "actions": [_action(f) for f in findings.followups if (f.meeting, f.item) == (m, i)],
        "near_misses": [
            {
                "text": n.quote.text,
                "start": n.quote.span.start,
                "end": n.quote.span.end,
                "rule": n.rule,
                "reason": n.reason,
            }
            for n in near
        ],
    }


def _action(followup: FollowUp) -> dict[str, Any]:
    return {
        "evidence": [
            {"text": q.text, "start": q.span.start, "end": q.span.end, "source": q.source} for q in followup.evidence
        ],
        "kind": followup.kind,
        "summary": followup.summary,
        "owner": followup.owner,
        "requester": followup.requester,
        "due_text": followup.due_text,
        "due": followup.due if followup.due is None or isinstance(followup.due, str) else followup.due.isoformat(),
        "references": list(followup.references),
        "rule": followup.rule,
        "confidence": followup.confidence,
        "doubts": list(followup.doubts),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
