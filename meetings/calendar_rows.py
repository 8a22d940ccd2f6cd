"""One meeting of a calendar that is taken in, and what was read of the whole of it."""

import datetime
from dataclasses import dataclass, field

MOST_ROWS = 500
LONGEST_UID = 300


@dataclass(frozen=True)
class Row:
    """One meeting, with the line it stands on. `uid`: what its calendar calls it, however often it moves."""

    line: int
    date: datetime.date
    start_time: datetime.time | None = None
    place: str = ""
    cancelled: bool = False
    uid: str = ""


@dataclass
class Reading:
    """What a file holds: rows, lines that could not be read, and what was left out for belonging elsewhere."""

    rows: list[Row] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def refuse(self, line: int, why: str) -> None:
        self.errors.append(f"Line {line}: {why.rstrip('.')}.")
