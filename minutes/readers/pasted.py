"""Paragraphs that are really the lines of a page pasted into a word processor or an email: read as pasted text is.

Hard wraps are undone, page headers left out, tables of pipes found, by the reader of plain text. Paragraphs that the
document's own format already tells apart (list entries, rows, headings of a page) are left as they are.
"""

from itertools import groupby

from . import lines, tables
from .parts import Part, tidy


def unwrap(parts: list[Part]) -> list[Part]:
    """The parts, the runs of plain paragraphs among them as the reader of text would have them."""
    out: list[Part] = []
    for plain, run in groupby(parts, key=lambda part: (_is_plain(part), part.role)):
        group = list(run)
        out += _as_text(group) if plain[0] else group
    return out


def _is_plain(part: Part) -> bool:
    return part.kind == "paragraph" and not part.marker and not part.cells


def _as_text(group: list[Part]) -> list[Part]:
    read = tables.group_cells(lines.paragraphs("\n".join(part.text.replace("\n", " ") for part in group)))
    read = [line for line in read if line.text.strip()]
    before = [tidy(part.text) for part in group if part.text.strip()]
    if [tidy(line.text) for line in read if line.back is None and not line.cells] == before:
        return group
    out: list[Part] = []
    notes = 0
    for line in read:
        notes = notes + 1 if line.back is not None else 0
        if notes:
            out.append(Part(line.text, "margin", page=group[0].page, beside=notes))
        else:
            cells = [line.text[start:end] for start, end in line.cells]
            out.append(
                Part(
                    "" if cells else line.text,
                    "row" if cells else "paragraph",
                    0,
                    "",
                    group[0].role,
                    group[0].page,
                    cells,
                )
            )
    return out
