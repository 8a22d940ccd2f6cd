"""The tracker as a Word document for the agenda pack: A4 landscape, real headings, a table whose heading row repeats.

Colour never stands alone: every rating has its shape and its word, every change its word.
"""

import io

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from actions.tracker import COLUMNS, NOT_FOR_PUBLICATION, Line, Tracker
from actions.tracker_words import AMBER, DONE, GREEN, RED
from people.wording import printable

WIDTHS = [32, 62, 28, 36, 30, 64, 23]  # mm; the page has 275
COLOURS = {RED: "B0151B", AMBER: "8A4B00", GREEN: "0F6B3A", DONE: "44505A"}
SMALL = Pt(8.5)
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def write(tracker: Tracker) -> bytes:
    doc = Document()
    lay_out(doc, tracker)
    doc.add_heading(tracker.title, level=1)
    doc.add_paragraph(tracker.numbers)
    doc.add_paragraph(tracker.asks).runs[0].bold = True
    add_key(doc, tracker)
    if tracker.lines:
        doc.add_heading("Outstanding, and closed since the last meeting", level=2)
        add_table(doc, tracker.lines, "Action tracker")
    if tracker.annex:
        doc.add_heading("Annex: closed before the last meeting", level=2)
        add_table(doc, tracker.annex, "Annex of closed actions")
    if tracker.exempt is not None:
        doc.add_page_break()
        doc.add_heading(NOT_FOR_PUBLICATION, level=2)
        doc.add_paragraph("Exempt actions that are outstanding. This page does not go into the public agenda.")
        add_table(doc, tracker.exempt, NOT_FOR_PUBLICATION)
    out = io.BytesIO()
    doc.save(out)
    return out.getvalue()


def lay_out(doc: Doc, tracker: Tracker) -> None:
    """Page, type, language and title; the number of each page below it."""
    section = doc.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(11)
    section.top_margin = section.bottom_margin = Mm(12)
    section.header_distance = section.footer_distance = Mm(6)
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    normal.paragraph_format.space_after = Pt(4)
    normal.element.get_or_add_rPr().append(element("w:lang", val="en-GB"))
    for level, size in ((1, 16), (2, 12)):
        style = doc.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(0 if level == 1 else 10)
        fonts = style.element.rPr.rFonts
        for name in ("asciiTheme", "hAnsiTheme"):  # the theme's font would win over the name
            fonts.attrib.pop(qn(f"w:{name}"), None)
    properties = doc.core_properties
    properties.title, properties.language, properties.author = tracker.title, "en-GB", ""
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{tracker.title}. Page ").font.size = SMALL
    add_field(footer, "PAGE")
    footer.add_run(" of ").font.size = SMALL
    add_field(footer, "NUMPAGES")


def add_key(doc: Doc, tracker: Tracker) -> None:
    paragraph = doc.add_paragraph()
    for each in tracker.key:
        run = small(paragraph, f"{each.shape} {each.word}")
        run.bold, run.font.color.rgb = True, RGBColor.from_string(COLOURS[each.rag])
        small(paragraph, f": {each.meaning}.   ")
    paragraph.add_run("A word in bold before the update: changed since the last meeting.").font.size = SMALL


def add_table(doc: Doc, lines: list[Line], name: str) -> None:
    table = doc.add_table(rows=1, cols=len(COLUMNS))
    table.style, table.autofit = "Table Grid", False
    table._tbl.tblPr.append(element("w:tblCaption", val=name))
    head = table.rows[0]
    keep(head, "w:tblHeader")
    for cell, label in zip(head.cells, COLUMNS, strict=True):
        put(cell, label).bold = True
        cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="E9EEF0"))
    for line in lines:
        fill(table.add_row(), line)
    set_widths(table)


def fill(row: _Row, line: Line) -> None:
    keep(row, "w:cantSplit")
    cells = row.cells
    add_link(cells[0].paragraphs[0], line.reference, line.address)
    small(cells[0].add_paragraph(), line.asked)
    put(cells[1], line.action.summary)
    put(cells[2], line.asked_by)
    put(cells[3], line.owner)
    if line.post:
        small(cells[3].add_paragraph(), line.post)
    put(cells[4], line.due_words)
    if line.change:
        put(cells[5], f"{line.change}. ").bold = True
    put(cells[5], line.update)
    run = put(cells[6], line.rag_words)
    run.bold, run.font.color.rgb = True, RGBColor.from_string(COLOURS[line.rag])
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(0)


def put(cell: _Cell, text: str) -> Run:
    """Text in the cell's first paragraph; the run."""
    return small(cell.paragraphs[0], text)


def small(paragraph: Paragraph, text: str) -> Run:
    run = paragraph.add_run(printable(text))
    run.font.size = SMALL
    return run


def set_widths(table: Table) -> None:
    """On the columns and on every cell: Word goes by one, LibreOffice by the other."""
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Mm(width)


def keep(row: _Row, name: str) -> None:
    """A setting of a row: that it is a heading and repeats, or that no page breaks it."""
    row._tr.get_or_add_trPr().append(element(name, val="true"))


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, HYPERLINK, is_external=True))
    run = small(paragraph, text)
    run.bold, run.underline = True, True
    link.append(run._r)
    paragraph._p.append(link)


def add_field(paragraph: Paragraph, name: str) -> None:
    """A field that Word fills in: the number of the page."""
    field = element("w:fldSimple", instr=name)
    run = small(paragraph, "1")
    field.append(run._r)
    paragraph._p.append(field)


def element(name: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
