"""The language model: words cut into pieces, sentences it knows from narrative, and that it is asked only in doubt."""

import subprocess
import sys

import pytest

from minutes import meaning
from minutes.meaning import Told, model
from minutes.meaning.pieces import BREAK, START, VOCABULARY, pieces


def named(words):
    known = {number: piece for piece, number in VOCABULARY.items()}
    return [known[number] for number in pieces(words)]


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Members asked", ["members", "asked"]),
        ("the café’s gritting", ["the", "cafe", "'", "s", "grit", "##ting"]),
        ("by-law – 4.5 £", ["by", "-", "law", "-", "4", ".", "5", "£"]),
        ("a" * 41, ["[UNK]"]),
        ("河", ["[UNK]"]),
        ("", []),
    ],
)
def test_words_are_cut_into_the_pieces_that_the_model_knows(words, cut):
    assert named(words) == cut


def test_a_sentence_is_read_between_its_neighbours_and_told_from_them():
    numbers, parts = model.of_sentence(Told("To be sent.", "Asked.", "Noted."))
    here = len(pieces("To be sent.")) + 2
    assert (numbers[0], numbers[here - 1], numbers[-1]) == (START, BREAK, BREAK)
    assert parts == (1,) * here + (0,) * (len(numbers) - here)


def test_however_long_a_sentence_is_no_more_is_read_than_the_model_can_hold():
    numbers, _ = model.of_sentence(Told("drains " * 9000, "roads " * 9000, "trees " * 9000))
    assert len(numbers) < 110


@pytest.mark.parametrize(
    ("doing", "telling"),
    [
        ("The Harbour Master would jot the berth charges down and pop them over.", "The berth charges stood at £40."),
        ("Could somebody dig out how many moorings lie empty?", "Nine moorings lay empty in the spring."),
    ],
)
def test_it_tells_what_is_left_to_do_from_what_is_only_told(doing, telling):
    ask, fact = meaning.doing([Told(doing), Told(telling)])
    assert ask > fact + 2


def test_it_tells_an_answer_to_an_ask_from_another_promise():
    ask = "Councillor Pym requested a breakdown of the fees."
    answer = meaning.same(ask, ask, "Ms Ebb said that the Treasurer would be asked for it.")
    other = meaning.same(ask, ask, "The Town Clerk agreed to write to the bus company about the shelter.")
    assert answer > other + 1


def test_it_tells_by_what_stands_before_whether_a_wish_is_of_what_was_decided():
    clause = "the keys of the boathouse be given to the sea cadets."
    wish = "Members felt that this ought to be put right."
    cadets = "The sea cadets had to wait on the slipway until somebody came with the keys of the boathouse."
    lamps = "Four of the lamps on the promenade had been out since the storms in the new year."
    assert meaning.same(clause, cadets, wish) > meaning.same(clause, lamps, wish) + 1


def test_however_long_two_followups_are_no_more_is_read_than_the_model_can_hold():
    numbers, parts = model.of_pair("drains " * 9000, "trees " * 9000, "roads " * 9000)
    assert len(numbers) == len(parts) < 170


def test_no_sentence_is_judged_by_the_company_of_others():
    alone = meaning.doing([Told("She would look into the lamps.")])
    assert meaning.doing([Told("A" * 300), Told("She would look into the lamps.")])[1:] == alone


def test_every_piece_has_its_place_in_the_model():
    last = max(VOCABULARY.values())
    assert len(VOCABULARY) == last + 1
    model.read(((START, last, BREAK), (1, 1, 1)))
    with pytest.raises(Exception, match="indices"):
        model.read(((START, last + 1, BREAK), (1, 1, 1)))


def test_whoever_only_opens_a_file_does_not_load_it():
    told = "import minutes, minutes.readers.child, sys; print('onnxruntime' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
