"""DOCX: list numbers, tables, tracked changes, what Word hides."""

# ruff: noqa: E501 - samples stand on one line
import docx
import pytest

from minutes.document import UnreadableDocument
from minutes.readers import read
from tests.minutes.document_samples import cells_of, make_archive, make_docx, make_docx_of, saved, shown, words

NUMBERING = """<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>"""
STYLES = """<w:style w:styleId="Decision"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Head"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="Own"><w:basedOn w:val="Head"/></w:style>"""


def paragraph(text: str, number: int = 0, level: int = 0, style: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_list_numbers_are_counted_as_word_shows_them():
    body = (
        paragraph("one", 5) + paragraph("one a", 5, 1) + paragraph("one b", 5, 1) + paragraph("deep", 5, 2)
        + paragraph("two", 5) + paragraph("two a", 5, 1) + paragraph("loose", 6) + paragraph("four", 7) + paragraph("three", 5)
    )  # fmt: skip
    document = read(make_docx_of(body, numbering=NUMBERING))
    assert [(marker, text) for _, marker, text in shown(document)] == [
        ("1.", "one"),
        ("(a)", "one a"),
        ("(b)", "one b"),
        ("1.i", "deep"),
        ("2.", "two"),
        ("(a)", "two a"),
        ("•", "loose"),
        ("4.", "four"),
        ("3.", "three"),
    ]


def test_numbers_and_headings_come_from_styles_too():
    body = (
        paragraph("Falls prevention", style="Own")
        + paragraph("be noted", style="Decision")
        + paragraph("out of the list", 0)
    )
    document = read(make_docx_of(body, numbering=NUMBERING, styles=STYLES))
    assert shown(document) == [
        ("heading", "", "Falls prevention"),
        ("list_item", "(a)", "be noted"),
        ("paragraph", "", "out of the list"),
    ]
    assert document.blocks[0].level == 2


def test_lists_and_headings_of_python_docx_are_read():
    made = docx.Document()
    made.add_heading("12. Winter plan", 1)
    made.add_paragraph("The Panel heard the officer.")
    made.add_paragraph("first", style="List Number")
    made.add_paragraph("second", style="List Number")
    made.add_paragraph("loose", style="List Bullet")
    assert shown(read(saved(made))) == [
        ("heading", "12.", "Winter plan"),
        ("paragraph", "", "The Panel heard the officer."),
        ("list_item", "1.", "first"),
        ("list_item", "2.", "second"),
        ("list_item", "•", "loose"),
    ]


def test_tracked_changes_are_read_as_accepted_and_said():
    body = """<w:p><w:r><w:t xml:space="preserve">The report </w:t></w:r><w:del><w:r><w:delText>was lost</w:delText></w:r></w:del>
    <w:ins><w:r><w:t>will come in May</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> moved away</w:t></w:r></w:moveFrom>
    <w:moveTo><w:r><w:t>, moved here</w:t></w:r></w:moveTo></w:p>
    <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">joined </w:t></w:r></w:p><w:p><w:r><w:t>up</w:t></w:r></w:p>"""
    document = read(make_docx_of(body))
    assert words(document) == ["The report will come in May, moved here", "joined up"]
    assert any("tracked changes" in warning for warning in document.warnings)


def test_hidden_words_fields_and_comments_are_left_out_and_links_kept():
    body = """<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink><w:r><w:t>the plan</w:t></w:r></w:hyperlink>
    <w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
    <w:r><w:t>, well</w:t><w:noBreakHyphen/><w:t>be</w:t><w:softHyphen/><w:t>ing</w:t></w:r></w:p>"""
    assert words(read(make_docx_of(body))) == ["See the plan, well-being"]


def test_words_in_a_text_box_are_read_once():
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed words</w:t></w:r></w:p></w:txbxContent>"
    body = f"""<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent {space}><mc:Choice>{box}</mc:Choice>
    <mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"""
    assert words(read(make_docx_of(body))) == ["Before", "Boxed words"]


def test_headers_and_footers_are_no_part_of_the_minutes_and_footnotes_are():
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Northbrook City Council"
    made.sections[0].footer.paragraphs[0].text = "Page 1"
    made.add_paragraph("The words.")
    assert words(read(saved(made))) == ["The words."]
    notes = '<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>'
    assert words(read(make_docx_of(paragraph("The words."), footnotes=notes))) == ["The words.", "A note."]


def make_table(*rows: tuple[str, ...]) -> bytes:
    made = docx.Document()
    table = made.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            first, *rest = text.split("\n")
            cell.paragraphs[0].text = first
            for line in rest:
                cell.add_paragraph(line)
    return saved(made)


def test_a_table_of_actions_keeps_its_rows_and_cells():
    document = read(
        make_table(("Ref", "Action", "Owner"), ("A1", "Send figures", "Ada Okoro\nHead of Care"), ("A2", "", "Jo Lund"))
    )
    assert [cells_of(document, block) for block in document.blocks] == [
        ["Ref", "Action", "Owner"],
        ["A1", "Send figures", "Ada Okoro Head of Care"],
        ["A2", "", "Jo Lund"],
    ]
    assert {block.kind for block in document.blocks} == {"row"}


def test_the_action_column_of_minutes_typed_in_a_table_stands_beside_its_paragraph():
    middle = (
        "Winter plan\nThe officer spoke.\nThe figures by ward will be sent round to all members.\nThe report was noted."
    )
    document = read(
        make_table(("Minute", "Item", "Action"), ("14", middle, "\n\nAda Okoro"), ("15", "Other business", ""))
    )
    assert shown(document) == [
        ("list_item", "14", "Winter plan"),
        ("paragraph", "", "The officer spoke."),
        ("paragraph", "", "The figures by ward will be sent round to all members."),
        ("margin", "", "Ada Okoro"),
        ("paragraph", "", "The report was noted."),
        ("list_item", "15", "Other business"),
    ]
    assert document.text[document.blocks[3].anchor :].startswith("The figures by ward")


def test_lettered_clauses_in_a_table_are_list_entries():
    document = read(make_table(("1.", "That the plan be noted."), ("2.", "That costs be circulated.")))
    assert shown(document) == [
        ("list_item", "1.", "That the plan be noted."),
        ("list_item", "2.", "That costs be circulated."),
    ]


def test_cells_merged_downwards_are_said_once_and_deleted_rows_never():
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        "<w:tbl><w:tr>" + cell.format(start, "May") + cell.format("", "one") + cell.format("", "x") + "</w:tr>"
        "<w:tr>" + cell.format(goes_on, "May") + cell.format("", "two") + cell.format("", "y") + "</w:tr>"
        "<w:tr><w:trPr><w:del/></w:trPr>" + cell.format("", "gone") + cell.format("", "z") + "</w:tr></w:tbl>"
    )
    document = read(make_docx_of(body))
    assert [cells_of(document, block) for block in document.blocks] == [["May", "one", "x"], ["", "two", "y"]]


def test_a_name_at_a_right_hand_tab_is_a_note_in_the_margin():
    document = read(make_docx("The figures by ward will be sent to all members.\tAda Okoro", "1.\tThe next point"))
    assert shown(document) == [
        ("paragraph", "", "The figures by ward will be sent to all members."),
        ("margin", "", "Ada Okoro"),
        ("list_item", "1.", "The next point"),
    ]


def test_the_strict_variant_of_the_format_is_read():
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{space}"><w:body>{paragraph("Strictly said.")}</w:body></w:document>'
    assert words(read(make_archive({"word/document.xml": body}))) == ["Strictly said."]


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:p><w:r><w:t> </w:t></w:r></w:p>"])
def test_an_empty_document_is_refused_in_words(body):
    with pytest.raises(UnreadableDocument, match="no words"):
        read(make_docx_of(body))
