"""Numbers of list entries as words: 3 → "3", "c", "iii", "C", "III"."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST = 4000  # beyond it letters and Roman numbers are no list's


def number_words(number: int, style: str) -> str:
    """`number` in the style of HTML's and OpenDocument's signs: 1, a, A, i, I."""
    if not 0 < number < _LONGEST or style not in "aAiI" or not style:
        return str(number)
    words = letters(number) if style in "aA" else roman(number)
    return words.upper() if style.isupper() else words


def letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb, as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """4 → iv."""
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out
