"""A sentence is weighed by its wording as well as by its cues, when it is read just as when it was learned."""

from minutes.document import Span
from minutes.finds import passages
from minutes.finds.wording import WordingWeights, beside_names, name_of, own_names, shape
from minutes.phrases.lexicon import CLASSES
from minutes.records import AgendaItem, Paragraph

SAID = (
    "The Head of Parks outlined the year. The Panel asked the Trust for the figures for the figures by ward. They came."
)


def sentences_of(text: str) -> tuple[list[passages.Sentence], tuple[Paragraph, ...]]:
    paragraphs = (Paragraph(Span(0, len(text))),)
    return passages.read_sentences(AgendaItem(None, "", Span(0, len(text)), paragraphs), text, frozenset()), paragraphs


def test_words_are_cut_short_and_classed_by_what_they_do():
    found = shape("the panel requested statistics by 3 may")
    assert found.cut == ["^.", "the.", "panel.", "request.", "statist.", "by.", "3.", "may.", "$."]
    assert found.classes == ["^", "THE", "BODY", "ASK", "DATA", "by", "#", "WOULD", "$"]
    assert found.turns == ["~^", "~BODY", "~ASK", "~DATA", "~WOULD", "~$"]


def test_a_run_of_unknown_words_counts_as_one_and_endings_tell_of_the_rest():
    assert shape("grumpy badgers quietly demolished hedges").classes == ["^", "...", "-ly", "-ed", "...", "$"]


def test_a_name_is_told_by_its_capital_and_initials_by_theirs_but_not_what_only_begins_the_sentence():
    assert shape("Wednesday saw Orla Quist ring DS").classes == ["^", "...", "saw", "NAME", "WRITE", "INITIALS", "$"]
    assert shape("KH rang").classes[1] == "INITIALS"


def test_each_name_stands_once_however_often_its_words_do():
    found = shape("the figures for the figures for the figures")
    assert len(own_names(found)) == len(set(own_names(found)))
    assert beside_names("<", found) == ["<^", "<THE", "<DATA", "<for", "<$"]


def test_no_word_of_a_class_is_given_twice_in_it():
    for name, words in CLASSES.items():
        assert len(words.split()) == len(set(words.split())), name


def test_what_is_read_is_weighed_by_the_very_names_that_were_learned():
    sentences, paragraphs = sentences_of(SAID)
    for i, found in enumerate(passages.weigh(sentences, paragraphs)):
        cued = sum(passages.WEIGHTS.get(name, 0.0) for name in passages.features(sentences, i, paragraphs))
        worded = sum(passages.WORDING.get(name, 0.0) for name in passages.wording(sentences, i, paragraphs))
        assert abs(found - (passages.BIAS + cued + worded)) < 1e-9
    assert len(sentences) == 3


def test_every_name_that_was_learned_is_looked_up_by_a_key_of_its_own():
    keys = WordingWeights(passages.WORDING).own
    assert [name_of(key) for key in keys] == [name for name in passages.WORDING if name[0] not in "<>"]


def test_wording_weighs_something_where_no_cue_speaks():
    sentences, paragraphs = sentences_of("The hall was built in 1904 and has a slate roof.")
    assert sentences[0].cues == frozenset()
    assert passages.weigh(sentences, paragraphs)[0] < 0
    assert any(name in passages.WORDING for name in passages.wording(sentences, 0, paragraphs))


def test_the_classes_that_tell_something_are_paired_whatever_stands_between_them():
    names = own_names(shape("the panel then asked, at some length, the trust for the numbers"))
    assert {"BODY~ASK", "ASK~OTHERS", "OTHERS~DATA", "BODY~ASK~OTHERS"} <= set(names)
    assert not [name for name in names if "~" in name and {"THE", "..."} & set(name.split("~"))]


def test_where_a_sentence_stands_in_its_paragraph_is_weighed_and_where_its_cues_do():
    sentences, paragraphs = sentences_of(SAID)
    first, middle, last = (passages.standing(sentences, i, paragraphs) for i in range(3))
    assert "opens of 3" in first
    assert {"amid of 3", "ask@amid", "ask@in minutes"} <= set(middle)
    assert "closes of 3" in last
    assert not [name for name in last if "@" in name and name.startswith("ask")]


def test_a_paragraph_of_many_sentences_counts_as_one_of_six():
    sentences, paragraphs = sentences_of("They came. " * 9)
    corners = {passages.standing(sentences, i, paragraphs)[-1] for i in range(len(sentences))}
    assert {name for name in corners if " of " in name} == {"opens of 6", "amid of 6", "closes of 6"}
