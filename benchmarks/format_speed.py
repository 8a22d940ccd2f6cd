"""How long the readers take: a 100-page PDF beside PDFium alone, and HTML, DOCX, RTF and text ten times as long.

    python -m benchmarks.format_speed

Prints seconds (the best of five) and ratios; fails nothing. The documents are made of an invented council's sentences.
"""

import io
import time
from collections.abc import Callable

import docx
import pypdfium2
import weasyprint

from minutes.readers import read

SENTENCE = (
    "The Director of Place said that figure {n} would be sent to members of the Panel before the meeting in March. "
)
RUNS = 5


def main() -> None:
    """Prints both tables."""
    data = make_pdf(100)
    pages = len(pypdfium2.PdfDocument(data))
    alone, ours = best(lambda: text_alone(data)), best(lambda: read(data))
    print(f"PDF of {pages} pages: PDFium alone {alone:.3f} s, read {ours:.3f} s, {ours / alone:.2f} times")
    for name, make in (("html", make_html), ("docx", make_docx), ("rtf", make_rtf), ("text", make_text)):
        small, large = make(200_000), make(2_000_000)
        first, second = best(lambda data=small: read(data)), best(lambda data=large: read(data))
        print(f"{name}: 200 KB of words {first:.3f} s, 2 MB {second:.3f} s, {second / first:.1f} times")


def best(run: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def text_alone(data: bytes) -> str:
    """What pypdfium2 gives by itself."""
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def paragraphs(characters: int) -> list[str]:
    """Invented paragraphs of so many characters in all."""
    one = len(SENTENCE) * 4
    return ["".join(SENTENCE.format(n=4 * i + j) for j in range(4)).strip() for i in range(characters // one)]


def make_pdf(pages: int) -> bytes:
    style = (
        '@page { size: A4; margin: 2cm; @bottom-center { content: "Page " counter(page) } } p { break-inside: avoid }'
    )
    body = "".join(f"<p>{text}</p>" for text in paragraphs(pages * 3100))
    pdf: bytes = weasyprint.HTML(string=f"<style>{style}</style>{body}").write_pdf()
    return pdf


def make_html(characters: int) -> bytes:
    return "".join(f"<p>{text}</p>" for text in paragraphs(characters)).encode()


def make_docx(characters: int) -> bytes:
    document = docx.Document()
    for text in paragraphs(characters):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def make_rtf(characters: int) -> bytes:
    return ("{\\rtf1 " + "".join(f"{text}\\par\n" for text in paragraphs(characters)) + "}").encode()


def make_text(characters: int) -> bytes:
    return "\n\n".join(paragraphs(characters)).encode()


if __name__ == "__main__":
    main()
