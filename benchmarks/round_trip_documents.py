"""One document of the corpus as DOCX, HTML and PDF, with the lists, headings and tables that the text only shows."""

import html
import io
import re
from collections.abc import Iterator
from typing import Any

import docx
import weasyprint
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from minutes.document import Block, Document
from minutes.readers.numbering import letters, roman

_BULLETS = re.compile(r"\W|o|\uf0b7")
_NUMBER = re.compile(r"(\(?)(\d{1,4}|[a-zA-Z]|[ivx]{1,5})([.)]*)")
_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"}
_PAGE = """@page { size: A4; margin: 2.2cm 2cm; @top-center { content: "Northbrook City Council"; font-size: 9pt }
@bottom-center { content: "Page " counter(page) " of " counter(pages); font-size: 9pt } }
body { font: 11pt serif; text-align: justify } p { margin: 0 0 8pt } table { border-collapse: collapse; width: 100% }
td { border: 1px solid; padding: 3pt; vertical-align: top; text-align: left }
td.note { width: 3cm; border: 0 } td.beside { border: 0 }
h2 { font-size: 13pt; margin: 10pt 0 6pt }"""


def groups(document: Document) -> Iterator[tuple[str, list[Block]]]:
    """The blocks, rows that follow one another put together as a table, a margin note with the paragraph before it."""
    blocks = list(document.blocks)
    i = 0
    while i < len(blocks):
        j = i + 1
        if blocks[i].kind == "row":
            while j < len(blocks) and blocks[j].kind == "row":
                j += 1
            yield "table", blocks[i:j]
        elif j < len(blocks) and blocks[j].kind == "margin":
            while j < len(blocks) and blocks[j].kind == "margin":
                j += 1
            yield "noted", blocks[i:j]
        else:
            yield "block", [blocks[i]]
        i = j


def is_heading(document: Document, block: Block) -> bool:
    """A short line in capitals or with an item's number, as clerks set in bold."""
    text = document.slice(block.span)
    return block.kind == "paragraph" and len(text) < 90 and text.isupper() and len(text) > 8


def words(document: Document, block: Block) -> str:
    """A block's line, its marker before it."""
    return f"{block.marker} {document.slice(block.span)}" if block.marker else document.slice(block.span)


def as_plain_docx(document: Document, text: str) -> bytes:
    """DOCX with every line of the text a paragraph, as pasted into Word."""
    out = docx.Document()
    for line in text.split("\n"):
        out.add_paragraph(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", line))
    return _saved(out)


def as_docx(document: Document, text: str) -> bytes:
    """DOCX with Word's own lists, headings and tables, a running header and footer."""
    out = docx.Document()
    out.sections[0].header.paragraphs[0].text = "Northbrook City Council"
    out.sections[0].footer.paragraphs[0].text = "Minutes"
    lists = _WordLists(out)
    for kind, blocks in groups(document):
        if kind == "table":
            columns = max(len(block.cells) for block in blocks)
            table = out.add_table(len(blocks), columns, style="Table Grid")
            for row, block in zip(table.rows, blocks, strict=True):
                for cell, span in zip(row.cells, block.cells, strict=False):
                    cell.text = document.slice(span)
        elif kind == "noted":
            row = out.add_table(1, 2).rows[0]
            row.cells[0].text = words(document, blocks[0])
            row.cells[1].text = "\n".join(document.slice(note.span) for note in blocks[1:])
        elif is_heading(document, blocks[0]):
            out.add_heading(document.slice(blocks[0].span), 2)
        else:
            lists.add(blocks[0], document.slice(blocks[0].span))
    return _saved(out)


class _WordLists:
    """Paragraphs of a list numbered by Word: each marker gets a list whose number it is."""

    def __init__(self, out: Any) -> None:
        self.out = out
        self.numbering = out.part.numbering_part.element
        self.next = 500
        self.open: dict[tuple[str, str, str], tuple[int, int]] = {}

    def add(self, block: Block, text: str) -> None:
        found = _NUMBER.fullmatch(block.marker)
        if not block.marker or not (found or _BULLETS.fullmatch(block.marker)):
            self.out.add_paragraph(f"{block.marker} {text}".strip())
            return
        if not found:
            self.out.add_paragraph(text, style="List Bullet")
            return
        number, style = _value(found[2])
        key = (found[1], style, found[3])
        listed, last = self.open.get(key, (0, 0))
        if not listed or number != last + 1:
            listed = self._new(found[1] + "%1" + found[3], _STYLES[style], number)
        self.open[key] = (listed, number)
        paragraph = self.out.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>')
        )

    def _new(self, written: str, style: str, start: int) -> int:
        self.next += 1
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{written}"/>'
            '<w:pPr><w:ind w:left="720" w:hanging="540"/></w:pPr></w:lvl>'
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self.next}">{level}</w:abstractNum>')
        first = self.numbering.find("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}num")
        first.addprevious(abstract)
        self.numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{self.next}"><w:abstractNumId w:val="{self.next}"/></w:num>')
        )
        return self.next


def _value(sign: str) -> tuple[int, str]:
    """A list number and how it is written: "iv" → (4, "i")."""
    if sign.isdigit():
        return int(sign), "1"
    for number in range(1, 40):
        if len(sign) > 1 or sign == "i":
            if roman(number) == sign:
                return number, "i"
        elif letters(number) == sign.lower():
            return number, "a" if sign.islower() else "A"
    return 1, "i"


def _saved(out: Any) -> bytes:
    stream = io.BytesIO()
    out.save(stream)
    return stream.getvalue()


def as_html(document: Document, text: str) -> bytes:
    """A page of headings, paragraphs, markers as text, and tables."""
    head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Minutes</title>'
    return f"{head}<body>{_body(document)}</body></html>".encode()


def as_pdf(document: Document, text: str) -> bytes:
    """The same printed, justified, with running header and footer and hyphenation."""
    page = f'<html lang="en-GB"><style>{_PAGE} p {{ hyphens: auto }}</style><body>{_body(document)}</body></html>'
    pdf: bytes = weasyprint.HTML(string=page).write_pdf()
    return pdf


def _body(document: Document) -> str:
    return "\n".join(_element(document, kind, blocks) for kind, blocks in groups(document))


def _element(document: Document, kind: str, blocks: list[Block]) -> str:
    if kind == "table":
        rows = ("".join(f"<td>{html.escape(document.slice(cell))}</td>" for cell in block.cells) for block in blocks)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    line = html.escape(words(document, blocks[0]))
    if kind == "noted":
        notes = "<br>".join(html.escape(document.slice(note.span)) for note in blocks[1:])
        return f'<table><tr><td class="beside">{line}</td><td class="note">{notes}</td></tr></table>'
    return f"<h2>{line}</h2>" if is_heading(document, blocks[0]) else f"<p>{line}</p>"


def as_lines(document: Document, text: str) -> bytes:
    """A page with the text's own lines under one another, a break behind each, as an email program pastes."""
    return f"<html><body><div>{_broken_lines(text)}</div></body></html>".encode()


def as_printed_lines(document: Document, text: str) -> bytes:
    """The text's own lines printed as they are: ragged, no space between paragraphs but the text's empty lines."""
    style = "<style>@page { size: A4; margin: 2.5cm } body { font: 10.5pt sans-serif }</style>"
    page = f"<html>{style}<body>{_broken_lines(text)}</body></html>"
    pdf: bytes = weasyprint.HTML(string=page).write_pdf()
    return pdf


def _broken_lines(text: str) -> str:
    return html.escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)).replace("\n", "<br>\n")


def as_moderngov(document: Document, text: str) -> bytes:
    """A saved ModernGov page: its navigation around, Word's paragraphs within, in Windows' letters undeclared."""
    rows = []
    for kind, blocks in groups(document):
        block = blocks[0]
        if kind == "block" and block.marker and not block.marker[0].isdigit():
            line = html.escape(document.slice(block.span))
            marker = html.escape(block.marker)
            spaces = "<span>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>"
            rows.append(
                '<p class="MsoListParagraph" style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1">'
                f'<span style="font-family:Symbol">{marker}{spaces}</span>{line}</p>'
            )
        else:
            rows.append(
                _element(document, kind, blocks).replace("<p>", '<p class="MsoNormal">')
                + '<p class="MsoNormal">&nbsp;</p>'
            )
    page = (
        '<!DOCTYPE html><html><head><title>Northbrook</title><script>var a = "<p>";</script></head><body>'
        '<nav><ul><li>Home</li><li>Councillors</li></ul></nav><form action="x"><div id="modgov">'
        '<ul class="mgBreadcrumb"><li>Agenda item</li></ul><div class="mgWordPara"><div class="WordSection1">'
        + "\n".join(rows)
        + "</div></div></div></form><footer><p>Civic Hall, Northbrook</p></footer></body></html>"
    )
    return page.encode("cp1252", "xmlcharrefreplace")
