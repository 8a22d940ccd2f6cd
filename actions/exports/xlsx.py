"""The tracker as a workbook: a sheet to print on A4 landscape, headings repeated, and one for the annex.

Every cell is written as text, with the mark by which a spreadsheet keeps it text when it is edited.
"""

import io

import xlsxwriter
from xlsxwriter.workbook import Format, Workbook
from xlsxwriter.worksheet import Worksheet

from actions.tracker import COLUMNS, NOT_FOR_PUBLICATION, Line, Tracker
from actions.tracker_words import AMBER, DONE, GREEN, RED

WIDTHS = [20, 40, 18, 24, 18, 50, 11]
COLOURS = {RED: "#B0151B", AMBER: "#8A4B00", GREEN: "#0F6B3A", DONE: "#44505A"}
BASE = {"text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 10, "quote_prefix": True}


def write(tracker: Tracker) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": tracker.title, "subject": "What was asked, who has it, where it is"})
        add_sheet(book, "Tracker", tracker.title, [tracker.numbers, tracker.asks], tracker.lines)
        if tracker.annex:
            words = "Closed before the last meeting, up to a year before it."
            add_sheet(book, "Annex", f"Annex. {tracker.title}", [words], tracker.annex)
        if tracker.exempt is not None:
            words = "Exempt actions that are outstanding. Not for publication."
            add_sheet(book, "Not for publication", f"{NOT_FOR_PUBLICATION}. {tracker.title}", [words], tracker.exempt)
    return out.getvalue()


def add_sheet(book: Workbook, name: str, title: str, words: list[str], lines: list[Line]) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Page &P of &N")
    heading = book.add_format({**BASE, "bold": True, "font_size": 14, "text_wrap": False})
    text = book.add_format(BASE)
    sheet.write_string(0, 0, title, heading)
    for row, sentence in enumerate(words, start=1):
        sheet.merge_range(row, 0, row, len(COLUMNS) - 1, "", text)
        sheet.write_string(row, 0, sentence, text)
        sheet.set_row(row, 30)
    add_rows(book, sheet, len(words) + 2, lines)


def add_rows(book: Workbook, sheet: Worksheet, top: int, lines: list[Line]) -> None:
    head = book.add_format({**BASE, "bold": True, "bottom": 2, "bg_color": "#E9EEF0"})
    cell = {**BASE, "bottom": 1, "bottom_color": "#B5BEC4"}
    text, bold = book.add_format(cell), book.add_format({**cell, "bold": True})
    colours: dict[str, Format] = {
        rag: book.add_format({**cell, "bold": True, "font_color": colour}) for rag, colour in COLOURS.items()
    }
    for column, (label, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, label, head)
    for row, line in enumerate(lines, start=top + 1):
        for column, value in enumerate(line.cells):
            look = colours[line.rag] if column == len(COLUMNS) - 1 else bold if column == 0 and line.change else text
            sheet.write_string(row, column, value, look)
    sheet.repeat_rows(top)
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, top + max(len(lines), 1), len(COLUMNS) - 1)
