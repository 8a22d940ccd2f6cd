"""What a line of a committee page is by its words alone: chrome, a label, a heading of a meeting, a list of papers."""

import re

# Lines of the page around the minutes, which say nothing.
_CHROME = frozenset(
    """modern.gov breadcrumb|modern.gov content|agenda item|agenda and minutes|agenda and draft minutes|draft minutes|minutes|
    agenda|issue - meetings|issue - decisions|issue - items at meetings|issue content|issue details|issue - details|
    decision details|decisions|meeting documents|meeting details|items|no|item|no item|note no item|item no|
    media|attendance details|public|private|part i|part ii|part 1|part 2|issue history|agenda items|decision|webcast|breadcrumb|content|skip to main content""".replace("\n", "").split("|")
)  # fmt: skip
_CHROME_SPACED = frozenset(word.strip() for word in _CHROME)
_SECTION = {
    "minutes": "minutes", "discussion": "minutes", "minute": "minutes", "decision": "decision", "decisions": "decision", "outcome": "decision", "decision made": "decision",
    "description": "description", "additional documents": "papers", "supporting documents": "papers",
    "accompanying documents": "papers", "background papers": "papers", "related documents": "papers",
    "attachments": "papers", "documents": "papers",
}  # fmt: skip
_LONGEST_LABEL = 90  # characters
_SECTION_LABEL = re.compile(r"([A-Z][A-Za-z]*(?: [A-Za-z]+)?)\s*:?\s*$")
# "Committee decision:", "Decision(s) taken", "DECISION OF THE PANEL:"
_DECISION_LABEL = re.compile(
    r"(?:(?:Committee|Panel|Board|Commission|Cabinet|Executive|Forum|Council|Member|Portfolio|Holder|Officer|Delegated|Chair|Licensing|Formal|Key|The|Final)(?:['’]s)?\s+){0,3}(?:decisions?|resolutions?)(?:\(s\))?(?:\s+(?:taken|made|reached|of\s+the\s+\w+|of\s+(?:the\s+)?(?:(?:executive|lead)\s+(?:councillor|member)|cabinet\s+member|portfolio\s+holder|leader|director|head|officer)\b[\w\s,&’'-]{0,50}|agreed))?\s*[:–-]*$"
    r"|What\s+(?:the|was)\s+(?:\w+\s+){0,3}(?:decided|agreed|resolved)\s*[:–-]*$"
    r"|Outcomes?(?:\s+of\s+(?:the\s+)?(?:discussions?|debate|item|consideration))?\s*[:–-]*$",
    re.IGNORECASE,
)
_SECTION_RUN_IN = re.compile(
    r"(?:(?P<label>Minutes|MINUTES|Decisions?|DECISIONS?|Discussion|DISCUSSION|Outcome|OUTCOME)"
    r"|(?P<decided>(?:What (?:the|was) (?:\w+ ){0,3}(?:decided|agreed|resolved)|(?:The )?(?:(?:Committee|Panel|Board|Cabinet|Council|Executive|Forum|Officer|Delegated|Formal|Final|Members?|Portfolio|Holder)(?:['’]s?)? ){0,2}(?:[Dd]ecisions?|[Rr]esolutions?)(?:\(s\))?(?: (?:made|taken|reached|agreed))?)))\s?(?::\s+(?=\S)|[–-]\s+(?=(?:[Tt]hat|[Tt]o)\s))"
)
PAPER_SUFFIX = re.compile(
    r"\s*[,;-]?\s*(?:\(?\s*(?:pdf icon|docx? icon|pdf|docx?)[\s/A-Z]*\s*[\d.,]+\s*[KMG]B\s*\)?|pdf icon\b.*|\bView directions\b)\s*$",
    re.IGNORECASE,
)
# labels of the page below the title, run on into its line
_LABELS_BEHIND = re.compile(
    r"(?:\s+(?:pdf icon )?PDF [\d.,]+ [KM]B)?\s+Additional documents:?(?:\s+Minutes:?)?$|\s+PDF [\d.,]+ [KM]B\s+Minutes:?$"
)
_PAPER = re.compile(r"(?:pdf icon|\bPDF(?:/A)?\s+[\d.,]+\s*[KM]B|, item \S+?\.?\s*(?:pdf|doc|$))", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"(?:venue|contact|media|present|in attendance|also (?:present|in attendance|attending)|apologies|place|time|date|"
    r"members?(?: present)?|officers?(?: present| in attendance)?|invitees|officials|clerk|in the chair|chair(?:man|person)?|"
    r"decision[- ]maker|decision status|is key decision\??|is subject to call[- ]in\??|is [\w -]{3,30}(?=\?)|status|publication date|"
    r"date of decision|decided at meeting|decided|effective from|(?:report )?author|lead officer|wards? affected|notice of decision|location|quorum|attendees|from)\s*[:?|]",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:there being no (?:further|other) business|the meeting (?:closed|ended|concluded|finished|terminated|rose)|"
    r"(?:the )?meeting (?:closed|ended|concluded|finished)|the proceedings|\(?(?:duration|the meeting commenced)|"
    r"chair(?:man|person|woman)?\s*[.…_:]{2,}|chair(?:man|person)?$|signed\b|date(?:d)?\s*[:.…_]+\s*$|[_.…]{6,})",
    re.IGNORECASE,
)


_ANCHOR = re.compile(
    r"(?:.{0,60}\s[-–]\s)?(?:agenda item|agenda and (?:draft )?minutes|decision details|issue - (?:meetings|decisions)|meeting documents)$",
    re.IGNORECASE,
)


def is_anchor(text: str) -> bool:
    """Whether the line heads the page proper ("Agenda item"): whatever stands above it belongs to the site around."""
    return len(text) < 90 and bool(_ANCHOR.match(text.strip(" -•")))


_LABEL_SIGNS = str.maketrans(".:•*|", " " * 5)


def plain(text: str) -> str:
    """The words of a label in small letters, without the punctuation around them."""
    return " ".join(text[:80].translate(_LABEL_SIGNS).lower().strip(" -–—").split())


def is_chrome(text: str) -> bool:
    return len(text) < 60 and plain(text) in _CHROME_SPACED and not (text.rstrip().endswith(":") and section_of(text))


def section_of(text: str) -> str | None:
    """minutes, decision, description or papers where the line is the label of such a section and nothing else."""
    if len(text) > _LONGEST_LABEL:
        return None
    found = _SECTION_LABEL.match(text.strip()) if len(text) <= 40 else None
    section = _SECTION.get(found.group(1).lower()) if found else None
    return section or ("decision" if _DECISION_LABEL.match(text.strip()) else None)


def run_in_section(text: str) -> tuple[str, int] | None:
    """The section that a line opens with and where its words begin: "Decision: The Committee noted…"."""
    found = _SECTION_RUN_IN.match(text)
    return (_SECTION[found["label"].lower()] if found["label"] else "decision", found.end()) if found else None


# "H Whitlock, Head of Leisure": who attended
_WITH_POST = re.compile(
    r"(?:[A-Z]\.? ?){1,3}[A-Z][a-z][\w’'-]+, [A-Z]"
    r"|[A-Z][a-z]+ [A-Z][\w’'-]+, (?:(?:[A-Z][\w&]+|of|for|and|the) ){0,4}(?:Officer|Manager|Director|Head|Clerk|Solicitor|Secretary|Lead|Advis[eo]r|Auditor|Accountant|Engineer|Planner)\b"
)


def names_person(text: str) -> bool:
    """Whether a line is somebody's name with the post behind it."""
    return bool(_WITH_POST.match(text))


_LONGEST_TITLE = 400
_PAPER_NUMBER = re.compile(
    r"\s*[(\[](?:(?:Agenda\s+)?Item|Paper|Report|Enc(?:losure)?|Annex|Appendix|Attachment)s?:?\s+(?:No\.?\s*)?[\w./-]{1,14}[)\]]$",
    re.IGNORECASE,
)


_TIMED = re.compile(r"\s*\((?:\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[-–to]+\s*)?){1,2}\)$", re.IGNORECASE)
# "Winter service review – OPS/23/311": the number of the report behind its title
_REPORT_CODE = re.compile(
    r"\s+(?:[-–—]\s+[A-Z]{2,6}/\d{2,4}/\d{1,4}|[(\[](?:[A-Z]{2,6}/)?\d{1,4}/\d{2,4}(?:/\d{1,4})?[)\]])$"
)


def is_paper(text: str) -> bool:
    """Whether the line names a document that can be downloaded."""
    tail = text[-60:]
    return ("PDF" in tail or "pdf" in tail or "item" in tail or "B" in tail[-3:]) and (
        bool(_PAPER.search(tail)) or text.rstrip().endswith("KB")
    )


def is_preamble(text: str) -> bool:
    """Whether the line is one of those above the first item: the venue, who was present, the status of a decision."""
    return bool(_PREAMBLE.match(text))


def is_closing(text: str) -> bool:
    """Whether the line ends the record: "There being no further business…", the chair's signature."""
    return bool(_CLOSING.match(text))


_DECIDES = re.compile(
    r"agree|resol|recommend|decid|decis|approv|not(?:e|ed|ing)\b|request|asked|that\W*$|\bto\W*$|committee|cabinet|council|panel|board|following",
    re.IGNORECASE,
)
_ENDS_DECISION = re.compile(
    r"\W*(?:reasons?\b.{0,40}(?::|$)|reasons? for|(?:other |alternative )?options?\b.{0,40}(?::|$)|alternatives?\b.{0,40}(?::|$)|voting\b|implementation\b.{0,30}:|"
    r"actions?\b[^.]{0,40}[:–-]\s*$|actions?\W*$|\(?references?\W|n\.?b\.?\s|actions? (?:points?|following|arising|summary)|call-?in\b.{0,40}:|wards? affected|"
    r"declarations? of interests?\b.{0,40}:|(?:report|lead|contact)\s+(?:author|officer)s?\b.{0,40}:|(?:open|subject) to call-?in\b|(?:report |case |decision )?ref(?:erence)?s?\b[^:]{0,20}:|wards?\b[^:]{0,20}:|tel(?:ephone)?\b[^:]{0,10}:|contact\b[^:]{0,20}:|effective (?:date|from)\b|date (?:decision|of)\b[^:]{0,30}:|"
    r"(?:the )?following (?:other |alternative )?options?\b|background (?:papers|documents)\b|conflicts? of interests?\b|consultation\b.{0,20}:|notes?:|publication date|tracking\b)",
    re.IGNORECASE,
)


def ends_decision(text: str) -> bool:
    """Whether the line ends what stands under "Decision:": the reasons, the options rejected, the actions that follow."""
    other_label = len(text) <= 60 and text.rstrip().endswith(":") and not _DECIDES.search(text)
    return other_label or bool(_ENDS_DECISION.match(text))


def without_suffix(text: str) -> str:
    """A title without the size of its paper behind it, the number of its report or the time it was taken at."""
    if len(text) > _LONGEST_TITLE:
        return text.strip(" |")
    text = _PAPER_NUMBER.sub("", text) if text.endswith((")", "]")) else text
    tail = text[-60:].lower()
    if text.endswith(("Minutes", "Minutes:", "documents", "documents:")):
        text = _LABELS_BEHIND.sub("", text)
    if "pdf" in tail or "doc" in tail or "view directions" in tail:
        text = PAPER_SUFFIX.sub("", text)
    if text[-1:].isdigit() or text.endswith((")", "]")):
        text = _TIMED.sub("", _REPORT_CODE.sub("", text))
    return text.strip(" |")
