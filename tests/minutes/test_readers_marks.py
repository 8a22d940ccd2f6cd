"""Bold type, headings and underlines in plain text: the marks go, what they say of a line stays."""

import pytest

from minutes.readers.text import read_text

HEADINGS = (
    "**Tree planting**",
    "**4. Tree planting**",
    "**4.** **Tree planting**",
    "## Tree planting",
    "### 4. Tree planting ###",
    "*Tree planting*",
    "__Tree planting__",
    "<b>Tree planting</b>",
    "<h3>4. Tree planting</h3>",
    "[b]Tree planting[/b]",
    "=== Tree planting ===",
    "Tree planting\n=============",
    "4. Tree planting\n----------------",
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_line_marked_as_a_heading_is_one_and_has_no_marks(heading: str) -> None:
    document = read_text(f"The Panel met.\n{heading}\nThe Tree Officer gave a talk about the avenue.\n")
    said = [(block.kind, document.slice(block.span)) for block in document.blocks]
    assert [words for kind, words in said if kind == "heading"] in (["Tree planting"], ["4. Tree planting"])
    assert said[-1] == ("paragraph", "The Tree Officer gave a talk about the avenue.")
    assert not set("*#=<>[]\x02") & set(document.text)


def test_bold_words_in_a_sentence_are_words_and_nothing_more() -> None:
    document = read_text(
        "**RESOLVED** that the __report__ be noted.\n\n* a bullet\n* another\n\nSnake_case_names stay.\n"
    )
    assert document.slice(document.blocks[0].span) == "RESOLVED that the report be noted."
    assert [block.marker for block in document.blocks] == ["", "*", "*", ""]
    assert "Snake_case_names" in document.text


def test_a_rule_that_is_no_underline_stays_where_it_was() -> None:
    text = (
        "The Panel thanked the Tree Officer, who had been with the Council for many years.\n----------\nIt rose at 8.\n"
    )
    document = read_text(text)
    assert all(block.kind == "paragraph" for block in document.blocks)
