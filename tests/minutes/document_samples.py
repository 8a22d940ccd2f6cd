"""Documents of Northbrook City Council made on the spot, in every format, and a short way to look at what was read."""

import io
import zipfile

import docx
import weasyprint

from minutes.document import Block, Document


def shown(document: Document) -> list[tuple[str, str, str]]:
    """Each block as its kind, marker and words; a row's cells parted by " | "."""
    return [(block.kind, block.marker, document.slice(block.span)) for block in document.blocks]


def words(document: Document) -> list[str]:
    return [document.slice(block.span) for block in document.blocks]


def block_of(document: Document, start: str) -> Block:
    """The one block whose words start so."""
    found = [block for block in document.blocks if document.slice(block.span).startswith(start)]
    assert len(found) == 1, (start, words(document))
    return found[0]


def cells_of(document: Document, block: Block) -> list[str]:
    return [document.slice(cell) for cell in block.cells]


def saved(document) -> bytes:
    """The bytes of a python-docx document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def make_docx(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def make_pdf(body: str, style: str = "") -> bytes:
    return weasyprint.HTML(string=f'<html lang="en"><style>{style}</style><body>{body}</body></html>').write_pdf()


def make_archive(parts: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def make_docx_of(body: str, **parts: str) -> bytes:
    """A DOCX whose body is the given WordprocessingML; other parts by name (numbering, styles, footnotes)."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    archive: dict[str, bytes | str] = {"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"}
    for name, content in parts.items():
        archive[f"word/{name}.xml"] = f"<w:{name} {space}>{content}</w:{name}>"
    return make_archive(archive)


def make_odt(body: str, styles: str = "") -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    names += ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return make_archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
