"""The records of committees and meetings, of agenda items and resolutions, and of the documents they came from."""

from .agenda import AgendaItem, Resolution
from .committee import ClosureDay, Committee, Meeting, ids_clerked_by, ids_sat_on_by
from .source import Source, source_path

__all__ = [
    "AgendaItem",
    "ClosureDay",
    "Committee",
    "Meeting",
    "Resolution",
    "Source",
    "ids_clerked_by",
    "ids_sat_on_by",
    "source_path",
]
