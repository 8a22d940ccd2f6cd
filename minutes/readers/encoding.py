"""Bytes of text → text: what they declare, where that can be, else what they plainly are."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_WHERE_DECLARED = 4096  # bytes


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`. A mark of byte order wins, then valid UTF-8, then what is declared, then Windows-1252.

    Valid UTF-8 beats the declaration: pages are saved as UTF-8 under an old "iso-8859-1" more often than
    Latin text happens to be valid UTF-8.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    wide = _looks_wide(data)
    if wide:
        return data.decode(wide, errors="replace")
    found = _DECLARED.search(data[:_WHERE_DECLARED])
    name = _known(declared or (found[1].decode("ascii", "replace") if found else ""))
    if name.startswith(("iso2022", "hz", "utf_7")):  # 7 bits wide, so valid UTF-8 proves nothing
        return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(name if name and name != "utf-8" else _single_byte(data), errors="replace")


def _looks_wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of its Latin text is zero."""
    sample = data[:2000]
    if len(sample) < 8 or b"\0" not in sample:
        return ""
    even, odd = sample[::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else ""


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    # Browsers read both as Windows-1252, and so were the pages written; "utf-16" in an ASCII-readable tag is untrue.
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(
        found, "" if found.startswith(("utf-16", "utf-32")) else found
    )


def _single_byte(data: bytes) -> str:
    """Mostly UTF-8 with a few broken bytes stays UTF-8; anything else is Windows-1252."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond = sum(1 for c in text if c > "\x7f") - broken
    return "utf-8" if beyond > 10 * broken else "cp1252"
