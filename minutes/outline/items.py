"""The blocks of one agenda item → its record: paragraphs by section, resolutions, who presented it, whether it is exempt."""

import re
from dataclasses import dataclass, replace

from ..decisions import resolutions
from ..decisions.clauses import is_clause
from ..decisions.leads import HEADS
from ..document import Block, Document, Span
from ..records import AgendaItem, Paragraph
from ..who.presenters import presenter_of
from .candidates import is_sheet_head
from .labels import ends_decision, is_chrome, is_closing, is_paper, is_preamble, run_in_section, section_of
from .occasion import names_body

_PAGE_NOISE = re.compile(
    r"(?:\W*Share this item|\W*View (?:directions|the background)|\W*Meeting of .+\(Item .+\)|[_.…\s]+|\d{1,2}[.:]\d\d ?[ap]\.?m\.?\s*[–-].{0,14}|PRIVATE|PUBLIC|PART [A-Z0-9]+|[A-Z]\d{0,2})$"
)
# "Resolved   Head of Leisure": the status and action cells of a table that lost its lines
_STATUS_CELL = re.compile(
    r"(?:Resolved|Noted|Agreed|Approved|Deferred|Withdrawn)(?:\s+(?P<who>[A-Z][\w’'&(),/ -]{2,80}))?$"
)
_SHEET = re.compile(r"\b(?:track(?:er|ing)|action (?:log|sheet|list|plan)|actions arising)\b", re.IGNORECASE)
_STATUS_HEAD = re.compile(r"\bStatus\b\W+Action\b")


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks first..last-1 of an item; its own words begin at `start`."""

    number: str | None
    title: str
    span: Span
    first: int
    last: int
    start: int
    section: str = ""


def build_item(document: Document, part: Part) -> AgendaItem:
    """The item's record. Whether it was dealt with in private depends on the items before it and is marked later."""
    paragraphs = _paragraphs(document, part)
    found, sections = resolutions.find(document, paragraphs, weak=bool(part.number) or not _SHEET.search(part.title))
    return AgendaItem(
        part.number or None,
        part.title,
        part.span,
        tuple(_marked(paragraphs, sections)),
        tuple(found),
        presenter_of(document, paragraphs),
    )


def _marked(paragraphs: list[Paragraph], sections: dict[int, str]) -> list[Paragraph]:
    """The paragraphs, those that are clauses of the decision or what was recommended before it marked as such."""
    return [replace(p, section=sections[i]) if i in sections else p for i, p in enumerate(paragraphs)]


def _paragraphs(document: Document, part: Part) -> list[Paragraph]:
    """The item's paragraphs in order, labels and page noise left out; a note in the margin has section "margin"."""
    section = part.section or _first_section(document, part)
    statuses = document.text.find("Status", 0, 6000) >= 0 and bool(_STATUS_HEAD.search(document.text, 0, 6000))
    out: list[Paragraph] = []
    papers = cells = False
    for block in _blocks(document, part):
        start = max(block.span.start, part.start)
        text = document.text[start : block.span.end]
        label = section_of(text)
        if label:
            papers = label == "papers"
            section = section if papers else label
        if label or not text or _is_noise(text, bool(out), papers, block.kind):
            continue
        if block.kind != "margin" and is_closing(text):
            break  # "Chair" in the margin is who is to act
        papers = False
        section = block.role if block.role in ("minutes", "decision") else section
        if section == "decision" and ends_decision(text):
            section = "minutes"
        status = _STATUS_CELL.match(text) if statuses else None
        cells = bool(status) or (cells and len(text) < 70 and text[:1].isupper() and not text.endswith("."))
        if cells and out:
            start += status.start("who") if status and status["who"] else len(status.group()) if status else 0
            if start < block.span.end:
                out.append(Paragraph(Span(start, block.span.end), section="margin", anchor=_last_words(out)))
            continue
        run_in = run_in_section(text)
        if run_in:
            section, start = run_in[0], start + run_in[1]
        elif section == "description" and HEADS.match(text):
            section = "decision"  # printed above the words of the item
        kind = "margin" if block.kind == "margin" else section
        marker = block.marker if start == block.span.start or start > part.start else ""  # the number was the title's
        out.append(
            Paragraph(Span(start, block.span.end), marker, block.level, kind, _cells_from(block, start), block.anchor)
        )
    return out


_SIGN = re.compile(r"(?:\(?(?:[a-z]{1,4}|[ivx]{1,5}|\d{1,3}(?:\.\d{1,2})?)[.)]?|[•·o*–-])$", re.IGNORECASE)


# the sign of a list's entry on a line of its own, as it is pasted from a table or a PDF; a bare number may be a page's
_SIGN_ALONE = re.compile(
    r"(?:[(\[](?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})[)\]]|(?:[a-z]|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})?)[.)]|R\d{1,2}:?|[•·●▪*–-])$",
    re.IGNORECASE,
)
_SIGN_IN_BRACKETS = re.compile(r"\[([a-z]|[ivx]{1,4}|\d{1,2})\]\s+(?=[A-Za-z])")
_LONGEST_HEAD = 120  # characters
_NUMBER_ALONE = re.compile(r"(?:\d{1,3}\.)?(\d{1,2})$")


def _signed(document: Document, blocks: list[Block], start: int) -> list[Block]:
    """The blocks, one that is only the sign of a list's entry being the marker of the block below it."""
    out: list[Block] = []
    sign, count = "", 0
    for block in blocks:
        words = document.slice(block.span).strip()
        free = not block.marker and not block.cells and block.span.start >= start
        number = _NUMBER_ALONE.match(words) if free else None
        if number and int(number[1]) == count + 1:
            count, sign = count + 1, words
        elif free and _SIGN_ALONE.match(words):
            sign = words
        else:
            sign = "" if sign and _NUMBER_ALONE.match(sign) and _heads_page(words) else sign
            bracketed = _SIGN_IN_BRACKETS.match(words) if free and not sign else None
            if bracketed:
                span = Span(block.span.start + bracketed.end(), block.span.end)
                block, sign = replace(block, span=span), f"({bracketed[1]})"
            out.append(replace(block, marker=sign, kind="list_item") if sign and free else block)
            sign = ""
    return out


# "1 That the report be noted", "R2: Cabinet be asked": a number without a stop
_COUNT = re.compile(r"(R?)(\d{1,2}):?\s+(?=[A-Za-z])")
_NEXT = 4  # blocks in which the next number is looked for


def _counted(document: Document, blocks: list[Block], start: int) -> list[Block]:
    """The blocks, a bare number that counts the entries of a list, one after another from 1, being the marker of its block."""
    found = {
        i: (match[1], int(match[2]), match.end())
        for i, block in enumerate(blocks)
        if not block.marker
        and not block.cells
        and block.kind != "margin"
        and block.span.start >= start
        and (match := _COUNT.match(document.text, block.span.start, block.span.end))
    }
    out = list(blocks)
    for i, (letter, number, _) in found.items():
        run = [i] if number == 1 else []
        while run and (later := _next_counted(found, run[-1], letter)) is not None:
            run.append(later)
        for j in run if len(run) > 1 else []:
            begin = blocks[j].span.start
            sign = document.text[begin : found[j][2]].strip().rstrip(":") + "."
            out[j] = replace(blocks[j], span=Span(found[j][2], blocks[j].span.end), marker=sign, kind="list_item")
    return out


def _next_counted(found: dict[int, tuple[str, int, int]], i: int, letter: str) -> int | None:
    """The block with the next number after that of block `i`, a few blocks below it."""
    following = (letter, found[i][1] + 1)
    return next((j for j in range(i + 1, i + 1 + _NEXT) if j in found and found[j][:2] == following), None)


def _heads_page(words: str) -> bool:
    """Whether a line below a bare number is the head of a page: the body that met and its day, no clause."""
    return len(words) < _LONGEST_HEAD and words[-1:].isalnum() and names_body(words) and not is_clause(words)


def _blocks(document: Document, part: Part) -> list[Block]:
    """The item's blocks; a row that is only a paragraph with its number before it and initials behind is taken apart."""
    blocks = _signed(document, list(document.blocks[part.first : part.last]), part.start)
    blocks = _counted(document, blocks, part.start)
    if not any(block.cells for block in blocks) or any(
        is_sheet_head(document, i) for i in range(part.first, part.last)
    ):
        return blocks
    return [piece for block in blocks for piece in _apart(document, block, part.start)]


def _apart(document: Document, block: Block, start: int) -> list[Block]:
    """The paragraph and the note in the margin that a row of tabs stands for, or the row as it is."""
    cells = [cell for cell in block.cells if document.slice(cell).strip()]
    if not 2 <= len(cells) <= 3 or len(block.cells) > 4 or cells[0].start < start:
        return [block]
    sign, words = document.slice(cells[0]).strip(), cells[1]
    note = cells[2] if len(cells) == 3 else None
    if not _SIGN.match(sign) or words.end - words.start < 20 or (note and note.end - note.start > 40):
        return [block]
    out = [Block(words, "list_item", block.level, sign, page=block.page)]
    return [*out, Block(note, "margin", role="margin", anchor=words.end)] if note else out


def _cells_from(block: Block, start: int) -> tuple[Span, ...]:
    """The cells of a row behind its title; one alone is a paragraph like any other."""
    cells = tuple(cell for cell in block.cells if cell.start >= start)
    return cells if len(cells) == len(block.cells) or len(cells) > 1 else ()


def _last_words(out: list[Paragraph]) -> int:
    """The end of the last paragraph that is no note itself."""
    return next((p.span.end for p in reversed(out) if p.section != "margin"), out[-1].span.end)


def _is_noise(text: str, begun: bool, papers: bool, kind: str) -> bool:
    """Whether the line says nothing of the item: a paper to download, "Share this item", a label above the first words."""
    if kind == "row":
        return False
    return (
        is_paper(text)
        or bool(_PAGE_NOISE.match(text))
        or (papers and len(text) < 90)
        or (not begun and (is_chrome(text) or is_preamble(text)))
    )


_DESCRIPTION = 600  # characters above "Decision:" that can be the item's description
_TOLD = re.compile(r"\b(?:asked|said|explained|replied|queried|suggested|commented|thought|would|wondered|enquired)\b")


def _first_section(document: Document, part: Part) -> str:
    """Words above "Minutes:" describe the item, and so do a few above "Decision:"; else everything is the minutes."""
    above = 0
    told = False
    for i in range(part.first, part.last):
        text = document.slice(document.blocks[i].span)
        run_in = run_in_section(text)
        label = section_of(text) or (run_in[0] if run_in else None)
        if label == "minutes":
            return "description"
        if label == "decision" and not told and above <= _DESCRIPTION:
            return "description"
        if label != "papers" and not label:
            above += len(text)
            told = told or bool(_TOLD.search(text))
    return "minutes"
