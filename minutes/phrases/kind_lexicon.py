"""Words that speak of the same sort of thing as far as the kind of a follow-up goes, by class.

A cue knows a turn of phrase; a class knows its words in whatever turn they stand, so that what is learned of "tally" holds
for "turnover" too. Words are given plain: "report" stands for "reports", "reported" and "reporting" as well. A word
may be of several classes.
"""

import re
from functools import lru_cache

CLASSES = {
    "AMOUNT": "cost price spend spent expenditure income revenue saving outturn variance estimate balance debt arrears deficit takings turnover "
    "budget fee charge sum money bill costing loss profit paid owed reserve yield salary pound pence worth",
    "COUNT": "figure number total tally count average mean median percentage percent proportion share ratio rate statistic stat data dataset "
    "breakdown spread trend throughput volume tonnage mileage footfall usage uptake take-up attendance occupancy vacancy absence sickness "
    "caseload backlog wait delay reading score measurement quantity amount level frequency duration quota metric benchmark ranking quartile "
    "fraction split divided analysed analyse compare comparison comparable correlation profile spreadsheet census sample calculate calculation "
    "cohort fell rose rise fall increase decrease hour day night minutes per capita incidence prevalence mortality age",
    "HOW MANY": "many much often few fast high low large old far long big small",
    "FACET": "ward area district locality age gender ethnicity sex month quarter year postcode tenure reason category type band school provider "
    "directorate service hour week term season parish estate site town village grade boys girls phase",
    "PAPER": "leaflet booklet list register map plan drawing photograph photo picture slide link copy timetable timeline calendar rota schedule "
    "glossary definition guidance guide handbook manual protocol policy strategy procedure criteria criterion specification contract lease deed "
    "template survey questionnaire study minutes transcript recording diagram summary note synopsis factsheet advice wording extract document "
    "file version draft certificate notice reference source website webpage page script brochure poster newsletter bulletin form application "
    "agreement licence constitution charter pack prospectus directory sheet byelaw legislation act regulation judgment correspondence flowchart "
    "film video log diary paper table result terms rule letter email",
    "CONTACT DETAILS": "name contact telephone phone address number detail date location whereabouts who which",
    "FACTS": "information explanation clarification evidence example assurance confirmation whether position situation history chronology basis "
    "rationale context meaning reason outcome background particulars detail more news",
    "REPORT": "report update paper review evaluation feedback finding outcome proposal statement account progress result appraisal option "
    "analysis assessment follow-up conclusion version strategy plan draft",
    "PART OF A REPORT": "column graph chart appendix annex section heading line narrative commentary paragraph dashboard scorecard indicator "
    "rating rag arrow colour font acronym abbreviation direction target foreword row table layout format print jargon key baseline footnote "
    "caption measure separated separately template symbol red amber green",
    "LESSON": "briefing training seminar workshop session webinar presentation talk demonstration demo induction course refresher masterclass "
    "tutorial teach-in away-day walkthrough primer brief teach taught train trainer present lunch evening run-through familiarisation awareness "
    "lecture class lesson explainer understand learn through basics",
    "VISIT": "visit tour walkabout walk shadow inspect open-day themselves round firsthand see observe accompany ride look shift foot day morning "
    "afternoon half trip watch patrol inside minibus places host",
    "PLACE": "depot hospital school centre home plant works quarry kitchen clinic room park library museum estate station yard farm harbour "
    "landfill surgery hub college building hall factory nursery facility tip playground pool cemetery market street road bridge beach site unit "
    "ward",
    "GATHERING": "meeting meet met group panel forum table summit conference invite invitation attend convene party deputation delegation "
    "together subgroup sub-group sub-committee roundtable discussion discuss talks liaison join joint witness interview hear heard question "
    "evidence appear along person face",
    "SOMEBODY": "somebody someone representative chief executive director spokesman officer doctor operator resident user carer tenant trader "
    "company young people expert nobody anybody attendance",
    "LETTER": "letter write wrote writing pen sign signature correspondence thank thanks congratulate congratulations condolence card lobby "
    "reminder petition postcard objection apology apologies sympathy gratitude appreciation",
    "OUTSIDER": "minister mp secretary ofcom ofsted regulator operator company bank rail post department inspectorate chief commissioner owner "
    "landlord vicar headteacher",
    "DECIDER": "cabinet executive council government minister ministry secretary department trust icb nhs authority leader mayor commissioner "
    "holder regulator governor legislature parliament assembly treasury company board alliance",
    "URGE": "recommend commend urge press call propose refer remit submit represent suggest endorse support convey escalate attention reconsider "
    "rethink view concern comment observation recommendation consideration opinion preference",
    "ASK": "ask request invite seek sought wish want require instruct advise direct",
    "DIARY": "programme agenda workplan fwp item slot diary pencil topic theme subject carry defer forward add postpone schedule timetabled "
    "long-list shortlist standing planner place list",
    "SEND": "send sent circulate recirculate forward email mail share supply provide give given distribute pass copy issue furnish resend "
    "deliver signpost post upload publish display hand handed available let have append release access drop run print",
    "TELL": "tell told know inform notify advise confirm update alert aware answer explain back apprise abreast relay touch",
    "FIND OUT": "find found check look investigate explore ascertain establish verify enquire inquire clarify determine research query extract "
    "obtain get source seek chase pursue dig",
    "BRING": "bring brought come came return submit present table lay laid report receive consider revisit again back before",
    "MEND": "repair mend fix clean paint install remove replace plant cut trim sweep widen empty secure lock light patrol enforce prosecute "
    "order buy purchase move open close extend build erect clear",
    "AMEND": "amend correct change revise rewrite redraft delete insert include incorporate reword alter adjust update simplify tidy rectify "
    "remedy translate strengthen remove typo error wrong mistake",
    "SPEAK TO": "consult liaise ring phone approach raise negotiate contact speak spoke talk discuss chase escalate remind sound press pursue "
    "touch opposite",
    "STUDY": "consider explore look examine reflect review assess test trial pilot monitor audit think thought mind weigh revisit feasibility "
    "survey",
    "SEE TO": "recruit nominate appoint employ train staff vacancy fund pay refund apply bid register publicise advertise promote encourage "
    "ensure implement develop create design produce draft prepare set stop cease suspend reinstate restore renew offer allocate prioritise "
    "resolve sort address waive charge done",
    "ANSWER": "answer reply response respond written query question supplementary",
    "WHY": "why how what whether",
    "TO WHOM": "member councillor cllr clerk him her them me us everyone all chair chairman colleague committee panel board",
    "IN FUTURE": "future next subsequent forthcoming later each every quarterly annual annually onwards henceforth monthly regular year's time "
    "months",
    "BODY": "committee panel board commission forum scrutiny sub-committee meeting",
    "MONTH": "january february march april may june july august september october november december autumn spring summer winter",
    "WOULD": "would will undertook agreed promised offered should could might must shall",
    "TO": "to",
    "NOT": "not no never nor nothing without unable",
}
ONE, TWO = "class ", "classes "  # how the names of what is found begin
NEAR = 5  # words from one to another at which their classes are told together
_TOKEN = re.compile(r"[a-z][a-z'-]*|\d[\d.,%]*")
_CLASSES_OF: dict[str, list[str]] = {}
for _name, _words in CLASSES.items():
    for _word in _words.split():
        _CLASSES_OF.setdefault(_word, []).append(_name)
# the names of two classes, put together once
_BEFORE = {name: {other: f"{TWO}{name} > {other}" for other in (*CLASSES, "NUMBER")} for name in (*CLASSES, "NUMBER")}
_REACH = (NEAR + 1) * max(map(len, _CLASSES_OF.values()))  # classes that so many words can have at most
# how a word in a text may end, and what then stands in the table
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("ing", ""),
    ("ing", "e"),
    ("d", ""),
    ("ies", "y"),
    ("ied", "y"),
)


@lru_cache(maxsize=20_000)
def classes_of(word: str) -> tuple[str, ...]:
    """The classes of a word in whatever form it stands: of "mapped" those of "map"."""
    if word[0].isdigit():
        return ("NUMBER",)
    for ending, instead in _ENDINGS:
        base = word.removesuffix(ending) + instead
        doubled = base[:-1] if ending in ("ed", "ing") and base[-1:] == base[-2:-1] else base
        if word.endswith(ending) and (base in _CLASSES_OF or doubled in _CLASSES_OF):
            return tuple(_CLASSES_OF.get(base) or _CLASSES_OF[doubled])
    return ()


def class_names(words: str) -> set[str]:
    """The classes in words made `plain`, and which stands close before which: "class SEND", "classes SEND > PAPER"."""
    found = [(place, name) for place, word in enumerate(_TOKEN.findall(words)) for name in classes_of(word)]
    names = {f"{ONE}{name}" for _, name in found}
    for at, (place, name) in enumerate(found):
        behind = _BEFORE[name]
        for later, other in found[at + 1 : at + _REACH]:
            if later - place > NEAR:
                break
            if later > place:
                names.add(behind[other])
    return names
