"""Minutes → follow-ups: what was found in clauses, lists and discussion, repeats put together, fields read.

Nothing here asks who somebody is in the council: owners and dates are the document's own words.
"""

import datetime
import re
from collections.abc import Sequence

from .document import Span
from .finds.decided import find_in_clauses
from .finds.discussion import find_in_discussion
from .finds.find import RESOLVED, SAID, Find, Left
from .finds.merging import merge, quotes
from .phrases.cue import plain
from .phrases.precision import OVERALL, PRECISION
from .records import Findings, FollowUp, Meeting, Minutes, NearMiss, Quote
from .sheets.action_sheets import find_in_rows
from .sheets.flat_tables import flat_rows
from .what.kinds import asked_before, kind_of
from .what.summaries import summary_of
from .when import dates
from .who.people import Cast, owner_in_cell
from .who.scene import Scene


def find_followups(minutes: Minutes) -> Findings:
    """Everything that somebody has to do after the meetings, and what nearly looked like it."""
    followups: list[FollowUp] = []
    near: list[NearMiss] = []
    text = minutes.document.text
    for number, meeting in enumerate(minutes.meetings):
        finds, lefts = _finds_of(number, meeting, text)
        casts = [Cast(minutes.document, item) for item in meeting.items]
        for group in merge(finds, meeting, text):
            followups.append(_followup(group, meeting, casts, text))
        near.extend(_near_miss(left, text) for left in lefts)
    return Findings(tuple(followups), tuple(near))


def _finds_of(number: int, meeting: Meeting, text: str) -> tuple[list[Find], list[Left]]:
    finds: list[Find] = []
    lefts: list[Left] = []
    for index, item in enumerate(meeting.items):
        flat = flat_rows(item, text)
        for found, left in (
            find_in_clauses(number, index, item, text),
            find_in_rows(number, index, item, text, flat, meeting.date),
            find_in_discussion(number, index, item, text, flat),
        ):
            finds += found
            lefts += left
    return _without_clauses(finds), lefts


def _without_clauses(finds: list[Find]) -> list[Find]:
    """What was said, less the sentences that are the decided clauses themselves."""
    clauses: dict[int, list[Span]] = {}
    for find in finds:
        if find.source == RESOLVED:
            clauses.setdefault(find.item, []).append(find.spans[0])
    return [
        find
        for find in finds
        if find.source == RESOLVED or not any(find.spans[0].overlaps(clause) for clause in clauses.get(find.item, []))
    ]


def _followup(group: list[Find], meeting: Meeting, casts: Sequence[Cast], text: str) -> FollowUp:
    head = group[0]
    cast = casts[head.item]
    evidence = tuple(
        Quote(span, " ".join(text[span.start : span.end].split()), source) for span, source in quotes(group)
    )
    spans = [quote.span for quote in evidence]
    said = _said_before(cast.scene, spans[0])
    asked = asked_before(text[spans[0].start : spans[0].end], said) if head.source == SAID else ""
    words = plain(" ".join([*[quote.text for quote in evidence], asked]))
    due_text, due = _due(group, evidence, meeting.date)
    if due_text is None and head.source == SAID:
        due_text, due = dates.find_due(_said_after(cast.scene, spans[-1]), meeting.date)
    cells = (owner_in_cell(find.owner) for find in group if find.owner)
    owner = next(filter(None, cells), None) or cast.owner_of(spans)
    confidence = PRECISION.get(head.rule, OVERALL)
    return FollowUp(
        meeting=head.meeting,
        item=head.item,
        evidence=evidence,
        kind=head.kind or kind_of(words, meeting.items[head.item].title, head.rule),
        summary=summary_of([quote.text for quote in evidence], said[-1] if said else ""),
        owner=owner,
        requester=_requester(group, spans, meeting, casts),
        due_text=due_text,
        due=due,
        references=references(" ".join(quote.text for quote in evidence)),
        rule=head.rule,
        confidence=confidence,
        doubts=_doubts(head, confidence, owner, due_text, due),
    )


def _requester(group: list[Find], spans: list[Span], meeting: Meeting, casts: Sequence[Cast]) -> str | None:
    """Who asked, by the quotes of each item that the group has words of: a table of actions often stands elsewhere."""
    for index in dict.fromkeys(find.item for find in group):
        within = [span for span in spans if meeting.items[index].span.overlaps(span)]
        if within and (asker := casts[index].requester_of(within)):
            return asker
    return None


def _said_before(scene: Scene, quote: Span) -> list[str]:
    """The sentences of the same paragraph before the quote: the last is often the asking that a promise answers."""
    paragraph = scene.paragraph(quote.start)
    if paragraph is None or quote.start >= paragraph.span.end:
        return []
    return [scene.slice(sentence) for sentence in scene.until(paragraph, quote.start)]


_GOES_ON = re.compile(
    r"(?:It|This|That|These|They|He|She)\b[^.;?]{0,40}\b(?:would|will|should|could|hoped|expected|aimed|promised|undertook)\b"
)


def _said_after(scene: Scene, quote: Span) -> str:
    """The sentence of the same paragraph after the quote, where it goes on about it: "It would be ready by June."."""
    paragraph = scene.paragraph(quote.start)
    if paragraph is None or quote.start >= paragraph.span.end:
        return ""
    after = next((sentence for sentence in scene.sentences(paragraph) if sentence.start >= quote.end - 1), None)
    words = scene.slice(after) if after else ""
    return words if _GOES_ON.match(words) else ""


def _due(
    group: Sequence[Find], evidence: Sequence[Quote], met_on: datetime.date | None
) -> tuple[str | None, datetime.date | str | None]:
    """The words that say when: of a column first, then of each quote in turn, then beside the name of a label."""
    columns = [find.due for find in group if find.due]
    labels = [find.owner for find in group if find.owner]
    for words in columns:
        if (day := dates.parse_date(words)) and met_on and day < met_on:
            return words, day  # a row that is overdue
    for words in [*columns, *[quote.text for quote in evidence], *labels]:
        due_text, due = dates.find_due(words, met_on)
        if due_text:
            return due_text, due
    return None, None


def _doubts(
    head: Find, confidence: float, owner: str | None, due_text: str | None, due: datetime.date | str | None
) -> tuple[str, ...]:
    """What a clerk should look at, in a clerk's words."""
    doubts = []
    if confidence < 0.75 or (head.source == SAID and head.score < 0.5):
        doubts.append("Is it an action?")
    if owner is None:
        doubts.append("Nobody is named to do it.")
    elif names_two(owner):
        doubts.append("Two people could be meant.")
    if due_text and due is None:
        doubts.append("The words for the date fix no day.")
    return tuple(doubts)


# the second of two: a title and name, a post, initials
_SECOND = re.compile(
    r"(?:the )?(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Chair|Vice-Chair|Clerk|Leader|Mayor)\b"
    r"|(?:[A-Z][\w'-]+ ){0,3}(?:Director|Head|Manager|Officer|Holder|Chief|Lead)\b|[A-Z]{2,3}$)"
)
_POST = re.compile(r"\b(?:of|for|Director|Head|Manager|Officer|Lead|Member|Holder|Team|Services?)\b")


def names_two(owner: str) -> bool:
    """Whether the words for who must act name two people: "Cllr Gow and Mr Lowe", not "Head of SEND and Inclusion"."""
    before, _, after = owner.partition(" and ")
    return bool(after) and (_SECOND.match(after) is not None or not _POST.search(before))


def _near_miss(left: Left, text: str) -> NearMiss:
    quote = Quote(left.span, " ".join(text[left.span.start : left.span.end].split()))
    return NearMiss(left.meeting, left.item, quote, left.rule, left.reason)


_CODE = re.compile(r"\b[A-Z]{1,6}[./_-]?\d{1,4}[a-z]?(?:[_/.-]\d{1,4})?\b")


def references(words: str) -> tuple[str, ...]:
    """The indicator codes in the words."""
    return tuple(dict.fromkeys(_CODE.findall(words)))
