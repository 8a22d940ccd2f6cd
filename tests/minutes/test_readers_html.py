"""HTML: saved pages of ModernGov, Word's lists, tables, any encoding."""

# ruff: noqa: E501 - samples stand on one line
import codecs

import pytest

from minutes.document import UnreadableDocument
from minutes.readers import read
from tests.minutes.document_samples import block_of, cells_of, shown, words

MEETING_PAGE = """<!DOCTYPE html><html><head><title>Agenda and minutes</title><script>var x = "<p>script</p>";</script></head>
<body><nav><ul><li>Home</li></ul></nav><form action="ieListDocuments.aspx"><div id="modgov">
<ul class="mgBreadcrumb"><li>Committees</li></ul>
<h2 class="mgSubTitleTxt">Health Scrutiny Panel<br>Tuesday, 5th March, 2024 7.00 pm</h2>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p>12.</p>&nbsp;</td><td>
 <p class="mgAiTitleTxt">Falls Prevention <a class="mgFileExtIcon" href="d.pdf">pdf icon PDF 83 KB</a></p>
 <div class="mgWordPara"><p class="MsoNormal">To receive a report.</p></div>
 <p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><p>That the report be noted.</p></div>
 <p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><div class="WordSection1">
 <p class="MsoNormal">The Panel con&shy;sidered&nbsp;&nbsp;<b>the</b> report.</p><p class="MsoNormal">&nbsp;</p>
 <p class="MsoListParagraph" style="mso-list:l0 level2 lfo1"><span>·<span>&nbsp;&nbsp;&nbsp;&nbsp; </span></span>Members asked
  for figures by ward.</p></div></div></td></tr></table></div></form><footer><p>Civic Hall</p></footer></body></html>"""


def test_a_saved_moderngov_page_gives_numbers_titles_and_sections_their_roles():
    document = read(MEETING_PAGE.encode())
    assert [(block.role, block.marker, document.slice(block.span)) for block in document.blocks] == [
        ("meeting", "", "Health Scrutiny Panel"),
        ("meeting", "", "Tuesday, 5th March, 2024 7.00 pm"),
        ("item_title", "12.", "Falls Prevention"),
        ("description", "", "To receive a report."),
        ("section", "", "Decision:"),
        ("decision", "", "That the report be noted."),
        ("section", "", "Minutes:"),
        ("minutes", "", "The Panel considered the report."),
        ("minutes", "·", "Members asked for figures by ward."),
    ]
    assert document.title == "Agenda and minutes"


def test_an_items_page_has_its_title_and_what_was_decided():
    page = """<div id="modgov"><h2 class="mgSubTitleTxt">Winter Plan</h2><h3 class="mgSubSubTitleTxt">Minutes:</h3>
    <div class="mgWordPara"><p>RESOLVED:<br>1) that the plan be noted<br>2) that costs be circulated.</p></div></div>"""
    document = read(page.encode())
    assert [(b.role, b.marker, document.slice(b.span)) for b in document.blocks] == [
        ("item_title", "", "Winter Plan"),
        ("section", "", "Minutes:"),
        ("minutes", "", "RESOLVED:"),
        ("minutes", "1)", "that the plan be noted"),
        ("minutes", "2)", "that costs be circulated."),
    ]


def test_a_restricted_items_sign_is_kept_as_words():
    page = '<div id="modgov"><p class="mgAiTitleTxt">Contract <img alt="Restricted enclosure" src="r.png"></p><p>Words.</p></div>'
    assert words(read(page.encode()))[0] == "Contract [Restricted enclosure]"


def test_lists_are_numbered_as_a_browser_numbers_them():
    page = """<p>RESOLVED that</p><ol type="a" start="3"><li>the first be done</li><li><p>the second be done</p>
    <ol><li>with this</li></ol></li><li value="9">the last</li></ol><ul><li>loose</li></ul>"""
    assert shown(read(page.encode())) == [
        ("paragraph", "", "RESOLVED that"),
        ("list_item", "c.", "the first be done"),
        ("list_item", "d.", "the second be done"),
        ("list_item", "1.", "with this"),
        ("list_item", "i.", "the last"),
        ("list_item", "•", "loose"),
    ]


def test_a_table_of_actions_keeps_its_cells():
    page = """<table><tr><th>Ref</th><th>Action</th><th>Owner</th></tr>
    <tr><td>A1</td><td>Send the<br>figures</td><td>Ada Okoro</td></tr><tr><td>A2</td><td></td><td>Jo Lund</td></tr></table>"""
    document = read(page.encode())
    assert [cells_of(document, block) for block in document.blocks] == [
        ["Ref", "Action", "Owner"],
        ["A1", "Send the figures", "Ada Okoro"],
        ["A2", "", "Jo Lund"],
    ]


def test_a_table_that_only_lays_out_the_page_is_read_as_paragraphs():
    page = """<table><tr><td>Minute</td><td>Item</td><td>Action</td></tr><tr><td>14</td><td><p>Winter plan</p>
    <p>The Panel heard the officer.</p><p>The figures will be sent round.</p></td><td><p>&nbsp;</p><p>&nbsp;</p><p>Head of Care</p></td></tr></table>"""
    document = read(page.encode())
    assert shown(document) == [
        ("list_item", "14", "Winter plan"),
        ("paragraph", "", "The Panel heard the officer."),
        ("paragraph", "", "The figures will be sent round."),
        ("margin", "", "Head of Care"),
    ]
    assert document.text[document.blocks[3].anchor :].startswith("The figures")


def test_hidden_words_and_furniture_are_left_out():
    page = """<header role="banner"><p>Northbrook</p></header><p style="display:none">hidden</p><p hidden>gone</p>
    <div class="breadcrumb">You are here</div><main><h1>Minutes</h1><p>The words.</p><select><option>one</option></select></main>"""
    assert words(read(page.encode())) == ["Minutes", "The words."]


def test_a_tree_of_two_thousand_divisions_is_read_to_its_bottom():
    page = "<div>" * 2000 + "<p>The words at the bottom.</p>" + "</div>" * 2000
    assert words(read(page.encode())) == ["The words at the bottom."]


def test_a_tree_too_deep_to_parse_is_refused_and_not_read_in_part():
    page = "<p>The words on top.</p>" + "<div>" * 50_000 + "<p>The words at the bottom.</p>"
    with pytest.raises(UnreadableDocument, match="too deep"):
        read(page.encode())


@pytest.mark.parametrize(
    ("encoding", "declaration", "mark"),
    [
        ("utf-8", "", b""),
        ("utf-8", '<meta charset="iso-8859-1">', b""),
        ("utf-8", "", codecs.BOM_UTF8),
        ("cp1252", "", b""),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', b""),
        ("utf-16-le", "", codecs.BOM_UTF16_LE),
        ("utf-16-be", "", codecs.BOM_UTF16_BE),
        ("utf-16-le", "", b""),
        ("iso8859-14", '<meta charset="iso-8859-14">', b""),
    ],
)
def test_letters_survive_every_encoding_declared_or_not(encoding, declaration, mark):
    letters = "Llŷn" if encoding == "iso8859-14" else "“Café” – £5"
    page = f"<html><head>{declaration}</head><body><p>{letters} was agreed.</p></body></html>"
    assert words(read(mark + page.encode(encoding))) == [f"{letters} was agreed."]


def test_a_page_without_words_is_refused_in_words():
    with pytest.raises(UnreadableDocument, match="no words"):
        read(b"<html><body><img src='x.png'></body></html>")


def test_lines_of_a_pasted_page_are_joined_into_their_paragraph():
    lines = [
        "The Committee received a report of the Director of Place on the state of",
        "the roads in the north of the city, and on what had been spent on them in",
        "the course of the year that ended in March, which was less than had been",
        "planned when the budget was set by the Council in the spring of last year.",
    ]
    page = "".join(f"<p>{line}</p>" for line in lines)
    assert words(read(page.encode())) == [" ".join(lines)]


def test_every_block_is_a_slice_of_the_text():
    document = read(MEETING_PAGE.encode())
    for block in document.blocks:
        assert document.text[block.span.start : block.span.end].strip() == document.slice(block.span) != ""
    assert block_of(document, "Falls").span.start == document.text.index("Falls")
