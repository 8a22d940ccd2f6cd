"""Minutes written as a table or as records: each row or record is an item with its decision."""

import pytest

from minutes.readers.text import read_text
from minutes.records import AgendaItem
from minutes.structure import parse

HEAD = "ALDERLEY TOWN COUNCIL\n\nParks Committee\n\nMinutes of the meeting held on Monday 12 May 2025\n\n"
ROWS = [
    ("Dead elms", "The Tree Officer spoke of the elms by the gate.", "That the elms be replaced."),
    ("Pond", "Members had seen the pond.", "That a report on the pond be brought to the next meeting."),
    ("Benches", "Two benches were broken.", "That the benches be mended."),
]
TITLES = [title for title, _, _ in ROWS]
DECISIONS = [decision for _, _, decision in ROWS]


def items_of(body: str) -> list[AgendaItem]:
    return [item for meeting in parse(read_text(HEAD + body)).meetings for item in meeting.items]


def decided(items: list[AgendaItem]) -> list[list[str]]:
    return [[resolution.text for resolution in item.resolutions] for item in items]


@pytest.mark.parametrize("sign", ["\t", " | ", "\n"])
@pytest.mark.parametrize("heads", [["Item", "Discussion", "Decision"], ["Subject", "Notes", "Resolution"]])
def test_each_row_is_an_item(sign: str, heads: list[str]) -> None:
    items = items_of("\n".join(sign.join(row) for row in [heads, *ROWS]))
    assert [item.title for item in items] == TITLES
    assert decided(items) == [[decision] for decision in DECISIONS]


@pytest.mark.parametrize("sign", ["\t", " | ", "\n"])
def test_numbers_and_who_acts_have_columns_of_their_own(sign: str) -> None:
    rows = [(str(n), title, decision, "A Beech") for n, (title, _, decision) in enumerate(ROWS, 41)]
    items = items_of("\n".join(sign.join(row) for row in [("No.", "Title", "Decision", "Officer"), *rows]))
    assert [(item.number, item.title) for item in items] == list(zip(["41", "42", "43"], TITLES, strict=True))
    assert decided(items) == [[decision] for decision in DECISIONS]
    assert all(item.paragraphs[-1].section == "margin" for item in items)


@pytest.mark.parametrize("sign", ["\t", "\n", ": "])
def test_records_of_labels_are_items(sign: str) -> None:
    labels = ("Title", "Discussion", "Decision")
    items = items_of(
        "\n\n".join("\n".join(label + sign + words for label, words in zip(labels, row, strict=True)) for row in ROWS)
    )
    assert [item.title for item in items] == TITLES
    assert decided(items) == [[decision] for decision in DECISIONS]


def test_a_table_of_decisions_inside_an_item_stays_there() -> None:
    talk = "The Tree Officer gave a long talk about the park, and members asked many things of her. " * 5
    table = "\n".join(
        "\t".join(row) for row in [("Tree", "Subject", "Decision"), ("Elm", "Gate", "That it be felled.")]
    )
    items = items_of(
        f"1. Apologies\n\nThere were none.\n\n2. Trees\n\n{talk}\n\n{table}\n\n3. Close\n\nThe meeting ended."
    )
    assert [item.title for item in items] == ["Apologies", "Trees", "Close"]
