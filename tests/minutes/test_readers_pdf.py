"""PDF: paragraphs, columns, running headers, notes in the margin, tables; and PDFs that cannot be read."""

# ruff: noqa: E501 - samples stand on one line
import pytest

from minutes.document import UnreadableDocument
from minutes.readers import read
from tests.minutes.document_samples import cells_of, make_pdf, shown, words

SENTENCE = (
    "The Committee heard from the Director of Place that the roads of the north had been mended before the winter. "
)
FRAME = '@page { size: A4; margin: 2cm; @top-center { content: "Northbrook City Council" } @bottom-center { content: counter(page) } }'


def test_wrapped_lines_are_one_paragraph_and_paragraphs_stay_apart():
    first, second = SENTENCE * 3, "Members " + SENTENCE * 2
    document = read(make_pdf(f"<p>{first}</p><p>{second}</p>"))
    assert words(document) == [first.strip(), second.strip()]


def test_words_broken_at_a_lines_end_are_whole_again():
    text = "The responsibilities of neighbourhood representatives were extraordinarily comprehensive. " * 6
    document = read(make_pdf(f"<p>{text}</p>", "p { width: 7cm; hyphens: auto; text-align: justify }"))
    assert words(document) == [text.strip()]


def test_running_headers_footers_and_page_numbers_are_left_out():
    places = ["Marsh", "Quay", "Mill", "Castle", "Abbey", "Forge", "Heath"]
    paragraphs = [
        f"Of {places[n % 7]} it was said that {places[n // 7]} had more, and that "
        + f"{places[n % 5]} ward had {places[n % 3]}. " * 9
        for n in range(48)
    ]
    paragraphs = [text.strip() for text in paragraphs]
    document = read(make_pdf("".join(f"<p>{text}</p>" for text in paragraphs), FRAME))
    assert document.blocks[-1].page is not None
    assert document.blocks[-1].page >= 3
    assert words(document) == paragraphs


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    text = SENTENCE * 120
    assert words(read(make_pdf(f"<p>{text}</p>", FRAME))) == [text.strip()]


def test_list_markers_stand_apart_from_the_words_that_hang_from_them():
    document = read(
        make_pdf(
            f"<ul><li>{SENTENCE * 2}</li><li>Short.</li></ul><ol><li>first</li><li>second</li></ol>",
            "ol { list-style: lower-alpha }",
        )
    )
    assert shown(document) == [
        ("list_item", "•", (SENTENCE * 2).strip()),
        ("list_item", "•", "Short."),
        ("list_item", "a.", "first"),
        ("list_item", "b.", "second"),
    ]


def test_a_right_hand_action_column_is_kept_out_of_the_sentences():
    style = "td { vertical-align: top; padding: 0 6pt } .note { width: 3cm }"
    rows = "".join(
        f'<tr><td>{n}<td>{SENTENCE * 3}<td class="note">{who}</tr>'
        for n, who in ((14, "Ada Okoro"), (15, "Head of Care"))
    )
    document = read(make_pdf(f"<table><tr><td>Minute<td>Item<td>Action</tr>{rows}</table>", style))
    assert shown(document) == [
        ("list_item", "14", (SENTENCE * 3).strip()),
        ("margin", "", "Ada Okoro"),
        ("list_item", "15", (SENTENCE * 3).strip()),
        ("margin", "", "Head of Care"),
    ]


def test_a_table_of_actions_keeps_its_cells_where_words_wrap_within_them():
    rows = "".join(f"<tr><td>A{n}<td>{SENTENCE}<td>Ada Okoro, Head of Care<td>March 2025</tr>" for n in range(1, 4))
    heads = "<tr><th>Ref<th>Action<th>Owner<th>Due</tr>"
    document = read(
        make_pdf(f"<table>{heads}{rows}</table>", "td, th { padding: 4pt; border: 1px solid; vertical-align: top }")
    )
    assert [cells_of(document, block) for block in document.blocks] == [
        ["Ref", "Action", "Owner", "Due"],
        *[[f"A{n}", SENTENCE.strip(), "Ada Okoro, Head of Care", "March 2025"] for n in range(1, 4)],
    ]


def test_two_columns_of_text_are_read_one_after_the_other():
    paragraphs = [f"Point {n}. " + SENTENCE * 2 for n in range(14)]
    body = '<div class="two">' + "".join(f"<p>{text}</p>" for text in paragraphs) + "</div>"
    document = read(make_pdf(body, ".two { columns: 2; column-gap: 1cm }"))
    assert " ".join(words(document)) == " ".join(text.strip() for text in paragraphs)


def test_a_stretched_line_of_justified_words_is_no_row():
    text = (
        "Extraordinarily comprehensive neighbourhood <b>representatives</b> notwithstanding <i>responsibilities</i> "
        * 8
    )
    document = read(make_pdf(f"<p>{text}</p>", "p { width: 9cm; text-align: justify }"))
    assert {block.kind for block in document.blocks} == {"paragraph"}
    assert len(document.blocks) == 1


def make_bare_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of the given objects, numbered from 1; PDFium finds them without a table of their places."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, each) for n, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R " + trailer + b">>\n%%EOF\n"


def make_stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def test_a_scan_without_text_is_recognised_and_said():
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>"
    picture = make_stream(
        b"\x80", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    )
    data = make_bare_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        picture,
        make_stream(b"q 200 0 0 200 0 0 cm /I Do Q"),
    )
    with pytest.raises(UnreadableDocument, match="scanner"):
        read(data)


def test_a_pdf_of_more_pages_than_minutes_have_is_refused():
    kids = b" ".join([b"3 0 R"] * 401)
    data = make_bare_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count 401 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    )
    with pytest.raises(UnreadableDocument, match="400 pages"):
        read(data)


def test_a_pdf_with_a_password_is_refused_as_such():
    secret = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    data = make_bare_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        secret,
        trailer=b"/Encrypt 3 0 R /ID [<00> <00>] ",
    )
    with pytest.raises(UnreadableDocument, match="password"):
        read(data)


def test_a_damaged_pdf_is_refused_in_words():
    with pytest.raises(UnreadableDocument, match="damaged"):
        read(b"%PDF-1.7\n" + b"rubbish " * 200)


def test_a_bomb_of_a_pdf_ends_its_own_process_and_is_refused():
    level = b"q " * 5 + b"BT /F1 9 Tf (words) Tj ET "
    forms = [
        make_stream(
            b"/X Do " * 400 + level,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> " % (n + 1),
        )
        for n in range(5, 11)
    ]
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>"
    )
    data = make_bare_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        make_stream(b"/X Do " * 400),
        *forms,
        make_stream(b"BT /F1 9 Tf (words) Tj ET " * 100, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "),
    )
    with pytest.raises(UnreadableDocument):
        read(data)
