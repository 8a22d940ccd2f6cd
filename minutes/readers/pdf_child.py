"""Run as a script in a process of its own: a PDF on standard input → the lines of its pages on standard output.

A hostile PDF can make the library abort, spin or eat memory, so it never runs in the worker. Nothing of our own is
imported here, and PDFium is loaded from the path given (pypdfium2's wheel ships it) without pypdfium2's bindings: to
import them takes 60 ms, as long as PDFium needs for forty pages. Nor is `json`, which takes 10 ms.

First the code of what is wrong, or all pages: [[width, height, pictures, [[left, baseline, right, height, bold], …]], …]
in points, the baseline from the page's top; then the words of each line, a line for a line, in the order of the file
and parted where columns are, a word broken at the line's end with \\x02 behind it.
"""

import ctypes
import gc
import resource
import sys
from itertools import pairwise

MEMORY = 768 * 1024 * 1024
SECONDS = 20
MOST_PAGES = 400
MOST_CHARACTERS = 10_000_000
MOST_PIECES = 60_000  # of lines; what comes after is not linear in those of one page
MOST_ON_A_PAGE = 3_000
_INT, _NUMBER, _POINTER, _OPEN = ctypes.c_int, ctypes.c_double, ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]
_CALLS = {  # fpdfview.h, fpdf_text.h, fpdf_edit.h: what each takes and gives
    "FPDF_InitLibrary": ([], None),
    "FPDF_LoadMemDocument64": ([ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p], _POINTER),
    "FPDF_GetLastError": ([], ctypes.c_ulong),
    "FPDF_GetPageCount": ([_POINTER], _INT),
    "FPDF_LoadPage": (_OPEN, _POINTER),
    "FPDF_ClosePage": ([_POINTER], None),
    "FPDF_GetPageWidthF": ([_POINTER], ctypes.c_float),
    "FPDF_GetPageHeightF": ([_POINTER], ctypes.c_float),
    "FPDFPage_CountObjects": ([_POINTER], _INT),
    "FPDFPage_GetObject": (_OPEN, _POINTER),
    "FPDFPageObj_GetType": ([_POINTER], _INT),
    "FPDFText_LoadPage": ([_POINTER], _POINTER),
    "FPDFText_ClosePage": ([_POINTER], None),
    "FPDFText_CountChars": ([_POINTER], _INT),
    "FPDFText_GetText": ([_POINTER, _INT, _INT, _POINTER], _INT),
    "FPDFText_CountRects": ([_POINTER, _INT, _INT], _INT),
    "FPDFText_GetRect": ([*_OPEN, _POINTER, _POINTER, _POINTER, _POINTER], _INT),
    "FPDFText_GetCharBox": ([*_OPEN, _POINTER, _POINTER, _POINTER, _POINTER], _INT),
    "FPDFText_GetCharOrigin": ([*_OPEN, _POINTER, _POINTER], _INT),
    "FPDFText_GetFontSize": (_OPEN, _NUMBER),
    "FPDFText_GetMatrix": ([*_OPEN, _POINTER], _INT),
    "FPDFText_GetFontInfo": ([*_OPEN, _POINTER, ctypes.c_ulong, _POINTER], ctypes.c_ulong),
    "FPDFText_GetCharIndexAtPos": ([_POINTER, _NUMBER, _NUMBER, _NUMBER, _NUMBER], _INT),
}
Box = tuple[float, float, float, float]  # left, bottom, right, top
Numbers = list[float]
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_PICTURE = 3  # FPDF_PAGEOBJ_IMAGE
_GAP = 0.5  # in sizes of the font: a wider one parts two columns, not two words
_HYPHEN = "\ufffe"  # where the library joined two lines at a hyphen


def limit() -> None:
    """Bounds what this process may use; it can write no file."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Reads standard input, writes standard output."""
    limit()
    gc.disable()  # nothing here points back to what holds it
    pdf = load(sys.argv[1])
    sys.stdout.buffer.write(read(pdf, sys.stdin.buffer.read()).encode())


def load(path: str) -> ctypes.CDLL:
    """The library at `path`, its calls declared."""
    pdf = ctypes.CDLL(path)
    for name, (takes, gives) in _CALLS.items():
        call = getattr(pdf, name)
        call.argtypes, call.restype = takes, gives
    return pdf


def read(pdf: ctypes.CDLL, data: bytes) -> str:
    """The pages of a PDF, or the code of what is wrong with it."""
    pdf.FPDF_InitLibrary()
    document = pdf.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return "password" if pdf.FPDF_GetLastError() == _PASSWORD else "damaged"
    count = pdf.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        return "long"
    pages = []
    words: list[str] = []
    total = 0
    for number in range(count):
        page = _Page(pdf, document, number)
        pages.append(page.content())
        words += page.words
        total += page.characters
        if total > MOST_CHARACTERS or len(page.words) > MOST_ON_A_PAGE or len(words) > MOST_PIECES:
            return "words"
    return "\n".join([str(pages), *words])


class _Page:
    """One page's lines with their places; a few calls of the library to a line, since each costs a microsecond."""

    def __init__(self, pdf: ctypes.CDLL, document: int, number: int) -> None:
        self.pdf = pdf
        self.words: list[str] = []  # of each piece of a line
        self.page = pdf.FPDF_LoadPage(document, number)
        self.text = pdf.FPDFText_LoadPage(self.page) if self.page else None
        self.characters = pdf.FPDFText_CountChars(self.text) if self.text else 0
        self.box = [_NUMBER() for _ in range(4)]
        self.refs = [ctypes.byref(value) for value in self.box]
        self.matrix = (ctypes.c_float * 6)()
        self.matrix_ref = ctypes.byref(self.matrix)
        self.name = ctypes.create_string_buffer(96)
        self.flags_ref = ctypes.byref(ctypes.c_int())

    def content(self) -> list[object]:
        if not self.page:
            return [0, 0, 0, []]
        pdf = self.pdf
        width, height = pdf.FPDF_GetPageWidthF(self.page), pdf.FPDF_GetPageHeightF(self.page)
        lines = self._lines(height) if self.characters > 0 else []
        pictures = 0 if lines else self._pictures()
        if self.text:
            pdf.FPDFText_ClosePage(self.text)
        pdf.FPDF_ClosePage(self.page)
        return [width, height, pictures, lines]

    def _pictures(self) -> int:
        pdf = self.pdf
        count = min(pdf.FPDFPage_CountObjects(self.page), 2000)
        return sum(pdf.FPDFPageObj_GetType(pdf.FPDFPage_GetObject(self.page, i)) == _PICTURE for i in range(count))

    def _lines(self, height: float) -> list[Numbers]:
        buffer = (ctypes.c_ushort * (self.characters + 1))()
        got = self.pdf.FPDFText_GetText(self.text, 0, self.characters, buffer)
        text = bytes(buffer)[: max(0, got - 1) * 2].decode("utf-16-le", "replace")
        boxes = self._boxes()
        out = []
        at = 0
        for line in text.replace(_HYPHEN, "\x02\n").replace("\x02\n\r\n", "\x02\r\n").split("\n"):
            words = line.rstrip("\r ")
            lead = len(words) - len(words.lstrip())
            if len(words) > lead:
                out += self._place(words[lead:], at + lead, height, boxes)
            at += len(line) + (not line.endswith("\x02"))
        return out

    def _place(self, words: str, start: int, height: float, boxes: list[Box]) -> list[Numbers]:
        """The pieces of a line with their places: more than one where runs of it stand far apart."""
        pdf, text = self.pdf, self.text
        x, y, right, _ = self.box
        r_x, r_y, r_right, r_other = self.refs
        last = start + len(words) - 1 - words.endswith("\x02")
        if not pdf.FPDFText_GetCharBox(text, max(last, start), r_other, r_right, r_other, r_other):
            return []
        pdf.FPDFText_GetCharOrigin(text, start, r_x, r_y)
        pdf.FPDFText_GetMatrix(text, start, self.matrix_ref)
        size = pdf.FPDFText_GetFontSize(text, start) * (abs(self.matrix[3]) or abs(self.matrix[1]) or 1)
        baseline, end, begin = y.value, right.value, x.value
        runs = self._runs(boxes, baseline, end, size)
        cuts = [0]
        for (_, _, before, _), (after, low, _, high) in pairwise(runs):
            if after - before > _GAP * size:
                found = pdf.FPDFText_GetCharIndexAtPos(text, after + 0.7, (low + high) / 2, 2.0, 2.0) - start
                if cuts[-1] < found < len(words) and words[found - 1] == " ":
                    cuts.append(found)
        pieces = []
        bold = self._is_bold(start)
        top = round(height - baseline, 1)
        for here, following in zip(cuts, [*cuts[1:], len(words)], strict=True):
            piece = words[here:following].rstrip()
            if here:
                pdf.FPDFText_GetCharOrigin(text, start + here, r_x, r_y)
                begin = x.value
            stop = end
            if following < len(words):
                pdf.FPDFText_GetCharBox(text, start + here + len(piece) - 1, r_other, r_right, r_other, r_other)
                stop = right.value
            pieces.append([round(begin, 1), top, round(stop, 1), round(size, 1), bold])
            self.words.append(piece)
        return pieces

    def _runs(self, boxes: list[Box], baseline: float, end: float, size: float) -> list[Box]:
        """Takes the boxes of one line off the page's: those on its baseline up to its right end."""
        runs: list[Box] = []
        while boxes:
            left, low, right, high = boxes[-1]
            if not (low - size <= baseline <= high + size / 2) or (runs and left < runs[-1][0] - 1):
                if runs or left > end:
                    break
                boxes.pop()
                continue
            runs.append(boxes.pop())
            if right >= end - 0.7:
                break
        return runs

    def _is_bold(self, index: int) -> int:
        got = self.pdf.FPDFText_GetFontInfo(self.text, index, self.name, 96, self.flags_ref)
        return 1 if got and b"old" in self.name.value else 0

    def _boxes(self) -> list[Box]:
        """The boxes of the page's runs of text, in order: where two on a line stand apart is a column's edge."""
        count = self.pdf.FPDFText_CountRects(self.text, 0, -1)
        left, top, right, bottom = self.box
        r_left, r_top, r_right, r_bottom = self.refs
        get, out = self.pdf.FPDFText_GetRect, []
        for i in range(max(count, 0)):
            get(self.text, i, r_left, r_top, r_right, r_bottom)
            out.append((left.value, bottom.value, right.value, top.value))
        out.reverse()
        return out


if __name__ == "__main__":
    main()
