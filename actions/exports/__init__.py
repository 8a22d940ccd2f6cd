"""The tracker as a file: one module for each format, with one function `write(tracker) -> bytes`.

A module is imported when its format is asked for: WeasyPrint alone costs a second and needs Pango from the system,
which whoever wants a spreadsheet does not have to have.
"""

import importlib
from dataclasses import dataclass
from typing import Any

from actions.tracker import Tracker


class CannotExport(Exception):
    """The file cannot be made here; the message is fit for a person."""


@dataclass(frozen=True)
class Format:
    label: str
    media_type: str


OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = {
    "docx": Format("Word", f"{OFFICE}.wordprocessingml.document"),
    "pdf": Format("PDF", "application/pdf"),
    "xlsx": Format("Excel", f"{OFFICE}.spreadsheetml.sheet"),
    "csv": Format("CSV", "text/csv; charset=utf-8"),
    "html": Format("HTML", "text/html; charset=utf-8"),
}


def export(tracker: Tracker, kind: str) -> bytes:
    """The tracker in one of FORMATS; CannotExport where something that the format needs is missing here."""
    return writer_of(kind).write(tracker)


def writer_of(kind: str) -> Any:
    """The module that writes one of FORMATS; CannotExport as for `export`."""
    try:
        return importlib.import_module(f"actions.exports.{kind}")
    except (ImportError, OSError) as error:  # OSError: a library of the system that WeasyPrint loads
        raise CannotExport(
            f"{FORMATS[kind].label} cannot be made here: {error}. For PDF, Pango must be installed "
            "(Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0). Word and HTML need nothing."
        ) from error


def file_name(tracker: Tracker, kind: str) -> str:
    """tracker-children-and-young-people-2026-12-03.docx"""
    restricted = "-not-for-publication" if tracker.exempt is not None else ""
    return f"tracker-{tracker.meeting.committee.slug}-{tracker.meeting.date.isoformat()}{restricted}.{kind}"
