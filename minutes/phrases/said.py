"""All the cues that are looked for in what was said, and the families they belong to."""

from . import answering, asking, consenting, describing, ending, granting, lacking, outcomes, undertaking, wishes
from .bare import CUES as BARE
from .cue import CueIndex

CUES = (
    *undertaking.CUES,
    *outcomes.CUES,
    *asking.CUES,
    *wishes.CUES,
    *answering.CUES,
    *consenting.CUES,
    *granting.CUES,
    *lacking.CUES,
    *ending.CUES,
    *describing.CUES,
)
FAMILY = {cue.name: cue.family for cue in (*CUES, *BARE)}

# a sentence with none of these cannot leave anybody anything to do, whatever stands around it
LIVE = frozenset(
    "promise deed would passive passively offer tasked ask want suggest should resolve label consent follows lack programme unknown bare".split()
)
LIVE |= {"be done", "bare quiet"}
INDEX = CueIndex(tuple(cue for cue in CUES if cue.family in LIVE))
CONTEXT = CueIndex(tuple(cue for cue in CUES if cue.family not in LIVE))  # looked for only in and beside live sentences

# the families of a neighbouring sentence that change what a sentence means
TELLING = frozenset(
    "promise deed ask question want suggest consent unknown refusal already answer done motion quoted label would offer".split()
)

# which cue names the rule of a find, the surest first
_SURE = (
    "action label", "bare clause to do", "somebody to do", "note of who is to do it", "undertook", "offered to", "agreed to do", "person would do", "post would do", "to find out",
    "was to do", "would be doing", "and would do", "would have it done", "named person would act", "would go about it", "was promised", "prevailed upon", "was going to", "in touch", "left with", "take pains over it", "to be done", "agreed that would", "person could do", "willing", "let have", "was asked to",
    "would be done", "would do", "agreed that", "subjunctive", "asked that", "asked, that", "asked for", "asked to see", "could be done", "would like",
    "would help", "members want", "person would act", "and would do some other thing", "was to act", "would be acting", "was to be handled", "would be handled", "will follow", "asked if could", "could it be", "would find it waiting", "would be there by a day", "was settled for a day", "suggested", "should", "consent", "no difficulty", "did not know",
)  # fmt: skip
RANK = {name: place for place, name in enumerate(_SURE)}
