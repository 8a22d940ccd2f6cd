"""ODT and RTF: list markers, tables, tracked deletions, letters."""
# ruff: noqa: E501 - samples stand on one line

import pytest

from minutes.document import UnreadableDocument
from minutes.readers import read
from tests.minutes.document_samples import cells_of, make_archive, make_odt, shown, words

STYLES = """<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/>
<text:list-level-style-number text:level="3" style:num-suffix="" text:display-levels="3" style:num-format="i"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="x"/></text:list-style>"""


def item(text: str, inner: str = "", start: str = "") -> str:
    return f"<text:list-item{start}><text:p>{text}</text:p>{inner}</text:list-item>"


def test_the_markers_of_an_odts_lists_are_counted():
    deep = f"<text:list>{item('deep')}</text:list>"
    lettered = f"<text:list>{item('one a', deep)}{item('one b')}</text:list>"
    nine = item("nine", start=' text:start-value="9"')
    body = (
        f'<text:list text:style-name="L1">{item("one", lettered)}{item("two")}</text:list><text:p>Between.</text:p>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item("three")}</text:list>'
        f'<text:list text:style-name="L1">{item("again")}{nine}</text:list><text:list text:style-name="L2">{item("loose")}</text:list>'
    )
    assert [(marker, text) for _, marker, text in shown(read(make_odt(body, STYLES)))] == [
        ("1.", "one"),
        ("(a)", "one a"),
        ("1.a.i", "deep"),
        ("(b)", "one b"),
        ("2.", "two"),
        ("", "Between."),
        ("3.", "three"),
        ("1.", "again"),
        ("9.", "nine"),
        ("•", "loose"),
    ]


def test_an_odts_headings_spaces_notes_and_boxes_are_read_and_its_deletions_are_not():
    body = """<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion></text:changed-region>
    </text:tracked-changes><text:h text:outline-level="2">Winter plan</text:h><text:p>The<text:s text:c="3"/>officer<text:note>
    <text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> spoke<text:span>
    well</text:span>.<text:line-break/>She left.<office:annotation><text:p>comment</text:p></office:annotation></text:p>
    <text:p><draw:frame><draw:text-box><text:p>Boxed words.</text:p></draw:text-box></draw:frame></text:p>"""
    document = read(make_odt(body))
    assert shown(document)[0] == ("heading", "", "Winter plan")
    assert words(document)[1:] == ["The officer spoke well.", "She left.", "Boxed words.", "A note."]
    assert any("tracked changes" in warning for warning in document.warnings)


def test_an_odts_table_keeps_its_cells():
    def row(*cells: str) -> str:
        return (
            "<table:table-row>"
            + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
            + "</table:table-row>"
        )

    heads = f"<table:table-header-rows>{row('Ref', 'Action', 'Owner')}</table:table-header-rows>"
    document = read(make_odt(f"<table:table>{heads}{row('A1', 'Send figures', 'Ada Okoro')}</table:table>"))
    assert [cells_of(document, block) for block in document.blocks] == [
        ["Ref", "Action", "Owner"],
        ["A1", "Send figures", "Ada Okoro"],
    ]


def test_an_odt_with_a_password_is_refused_as_such():
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": b"\x00\x01",
        "META-INF/manifest.xml": manifest,
    }
    with pytest.raises(UnreadableDocument, match="password"):
        read(make_archive(parts))


RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset238 Times CE;}}
{\colortbl;\red0\green0\blue0;}{\info{\title Minutes of March}{\author A Clerk}}
{\header Northbrook City Council\par}{\*\generator Word;}
\pard The caf\'e9 \'93plan\'94 costs \'a35 \u8211?  or \f2\'9e\f0  more.\par
{\listtext\pard\plain 1.\tab}\ilvl0 That the plan be noted {\deleted and lost }{\revised and kept}.\par
\pard{\listtext\f1\'b7\tab}{\v hidden }Loose \{point\}.\par
\pard Well\_being\~now\-adays\line next line\par
\trowd\intbl A1\cell Send figures\cell Ada Okoro\cell\row\trowd\intbl A2\cell Call\cell Jo Lund\cell\row
\pard\outlinelevel0 Heading\par{\pict 89504e47}}"""


def test_rtf_is_read_with_its_list_numbers_letters_and_cells():
    document = read(RTF.encode("latin-1"))
    assert shown(document) == [
        ("paragraph", "", "The café “plan” costs £5 – or ž more."),
        ("list_item", "1.", "That the plan be noted and kept."),
        ("list_item", "·", "Loose {point}."),
        ("paragraph", "", "Well-being nowadays"),
        ("paragraph", "", "next line"),
        ("row", "", "A1 | Send figures | Ada Okoro"),
        ("row", "", "A2 | Call | Jo Lund"),
        ("heading", "", "Heading"),
    ]
    assert document.title == "Minutes of March"
    assert any("tracked changes" in warning for warning in document.warnings)


def test_binary_data_in_rtf_is_passed_over():
    assert words(read(rb"{\rtf1 Before {\pict\bin9 }}{{\par}} after.\par}")) == ["Before after."]


def test_rtf_with_groups_without_end_is_refused_in_words():
    with pytest.raises(UnreadableDocument, match="too deep"):
        read(b"{\\rtf1 " + b"{" * 100_000 + b"words")
