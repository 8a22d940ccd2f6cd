"""The geometry of the charts: where each bar of an SVG begins and how long it is. The templates draw, these reckon.

Everything is in the units of a drawing 480 wide and about 232 high; the numbers stand beside in a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 480
LONGEST = 341  # leaves room for the number and ", 4 overdue" at the end
ROW = 58
BASE = 188
TALLEST = 152
GAP = 3


@dataclass(frozen=True)
class Bar:
    """A lying bar: what is on time, then striped what is late."""

    label: str
    number: int
    late: int
    y: int
    width: float
    late_x: float
    late_width: float
    text_x: float


@dataclass(frozen=True)
class Column:
    """A standing bar: a share in per cent, None where there was nothing to take a share of."""

    label: str
    year: str
    percent: int | None
    is_part: bool
    x: int
    y: float
    height: float

    @property
    def is_tall(self) -> bool:
        """Whether the number has room inside."""
        return self.height >= 32

    @property
    def text_y(self) -> float:
        return round(self.y + 24 if self.is_tall else self.y - 8, 1)


def bars(values: Sequence[tuple[str, int, int]]) -> list[Bar]:
    """Lying bars of (label, number, how many of it are late), to one scale."""
    most = max((number for _, number, _ in values), default=0) or 1
    found = []
    for row, (label, number, late) in enumerate(values):
        width = round((number - late) / most * LONGEST, 1)
        late_width = round(late / most * LONGEST, 1)
        late_x = width + GAP if width else 0
        end = late_x + late_width if late else width
        found.append(Bar(label, number, late, row * ROW, width, late_x, late_width, end + 9 if end else 0))
    return found


def columns(values: Sequence[tuple[str, str, int | None, bool]]) -> list[Column]:
    """Standing bars of (label, year, per cent or None, whether the period is not over)."""
    step = WIDTH // max(len(values), 1)
    return [
        Column(label, year, percent, is_part, n * step, round(BASE - height, 1), height)
        for n, (label, year, percent, is_part) in enumerate(values)
        for height in [round((percent or 0) / 100 * TALLEST, 1)]
    ]
