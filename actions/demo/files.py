"""Small files made on the fly: a spreadsheet, a table as CSV, a page of words and a picture of a page as PDF."""

import csv
import io

import xlsxwriter

Rows = list[list[str | int]]
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
WHITE_PIXEL = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\n"
    b"stream\n\xee\nendstream"
)


def spreadsheet(rows: Rows) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, bold = book.add_worksheet("Figures"), book.add_format({"bold": True})
        sheet.set_column(0, 0, 24)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row, bold if number == 0 else None)
    return file.getvalue()


def comma_separated(rows: Rows) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def page_of_words(lines: list[str]) -> bytes:
    """A PDF of one page of lines."""
    shown = [
        line.encode("cp1252", "replace").replace(b"\\", b"").replace(b"(", b"[").replace(b")", b"]") for line in lines
    ]
    words = b"\n".join(b"(%s) Tj T*" % line for line in shown)
    return _pdf(b"<</Font<</Words 5 0 R>>>>", b"BT /Words 12 Tf 18 TL 56 770 Td\n%s\nET" % words, FONT)


def picture_of_a_page() -> bytes:
    """A PDF of one page that holds a picture and no text, as a scanner makes it."""
    return _pdf(b"<</XObject<</Page 5 0 R>>>>", b"q 595 0 0 842 0 0 cm /Page Do Q", WHITE_PIXEL)


def _pdf(resources: bytes, stream: bytes, resource: bytes) -> bytes:
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources%s/Contents 4 0 R>>" % resources,
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        resource,
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(data),
    )
