"""Which items are restricted: those taken after the public were excluded."""

from minutes.readers.text import read_text
from minutes.records import Minutes
from minutes.structure import parse


def read(text: str) -> Minutes:
    return parse(read_text(text))


def test_an_item_after_the_exclusion_of_the_public_is_restricted_until_it_is_let_in_again() -> None:
    minutes = read(
        "Minutes of the Place Scrutiny Panel held on 12 March 2024\n\n1. Exclusion of the press and public\n\n"
        "RESOLVED that the press and public be excluded from the meeting for the next item.\n\n2. Sale of the depot\n\n"
        "The terms were discussed at length by members of the Panel.\n\nThe public were readmitted to the meeting.\n\n"
        "3. Work programme\n\nThe programme was looked at.\n"
    )
    items = minutes.meetings[0].items
    assert [item.restricted for item in items] == [False, True, False]
    assert items[1].restricted_reason == "The public had been excluded before this item."


def test_nothing_is_restricted_where_the_public_need_not_be_excluded() -> None:
    minutes = read(
        "Minutes of the Place Scrutiny Panel held on 12 March 2024\n\n1. Exclusion of the press and public\n\n"
        "It was not necessary to exclude the public.\n\n2. Work programme\n\nThe programme was looked at.\n"
    )
    assert [item.restricted for item in minutes.meetings[0].items] == [False, False]


PRIVATE = (
    "3. LAND AT MILL LANE\n\nRESOLVED – That the press and public be excluded from the "
    "meeting {when}.\n\n{more}4. WORK PLAN\n\nThe plan was noted.\n"
)


def restricted_items(when: str, more: str) -> list[bool]:
    start = "1. APOLOGIES\n\nThere were none.\n\n2. DECLARATIONS OF INTEREST\n\nThere were none.\n\n"
    return [item.restricted for item in read(start + PRIVATE.format(when=when, more=more)).meetings[0].items[2:]]


def test_an_item_that_goes_on_in_private_is_restricted_itself_and_the_next_is_not() -> None:
    assert restricted_items("for this item", "The Head of Estates told members of the offers made.\n\n") == [
        True,
        False,
    ]


def test_an_item_that_ends_with_the_exclusion_for_the_next_is_open() -> None:
    assert restricted_items("for the following item", "") == [False, True]
