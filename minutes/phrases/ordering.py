"""Word lists for clauses that order something: who is told, what to, and by when."""

from .words import DO

# a noun as well as a verb, and what makes it a verb: "the clerk report to", not "the officer report for"
NOUN = (
    "(?:answer|audit|brief|contact|copy|cover|cut|deal|draft|follow|fund|hand|host|list|meet|move|notice|order|paper|place|plan|point|post|"
    "present|price|print|project|purchase|query|register|report|request|return|review|run|show|sort|split|support|survey|table|trim|update|walk|work)s?\\b"
)
OBJECT = (
    "the|an?|its?|his|her|their|this|that|these|those|any|all|each|every|no|on|to|into|with|back|up|out|again|at|if|how|why|"
    "what|when|whether|which|about|before|by|further|more|members?|officers|councillors?|cllrs?|mr|mrs|ms|residents|progress|"
    "jointly|directly|within|in (?:writing|person|january|february|march|april|may|june|july|august|september|october|november|december|the (?:spring|summer|autumn|winter|new))"
)

# the deeds of `words.DO`, and those that only an order to somebody by name has
ACT = rf"{DO}|find|render|furnish|settle|think again|reconsider|make (?:available|known|representations|the case)|have (?:the|an?|its|all|each|every) (?:[a-z'-]+ ){{1,4}}?(?:[a-z]{{2,}}ed|done|put|sent|drawn|cut)"
WHO_ACTS = "director|officer|manager|clerk|chair|chairman|chairwoman|chairperson|holder|solicitor|treasurer|secretary|engineer|surveyor|accountant|auditor|leader|mayor|minister|(?:cabinet|lead|executive) member|registrar|commissioner|librarian|warden|superintendent|inspector"
# what stands behind a post and is no verb, or one that closes the matter
NO_ORDER = "(?:notes?|receive|approve|endorse|agree|welcome|accept|adopt|continue|remain|retain|support|be|have|and|or|of|for|in|on|at|by|to|from|with|as|than|that|which|who|when|where|whether|if|what|how|why|not|all|both|also|only|about|before|after|during|under|over|into|through|until|within|without|because|since|given|made|gave|sent|took|said|told|put|let|did|had|has|was|is|can|may|must|will|would|should|could|shall|might)\\b"
MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
# "in six months", "at the next meeting", "by Christmas": when something is to come
BY_WHEN = rf"(?:at|in|by|before|within|for|no later than|not later than) (?:the |its |a |an |our )?(?:early |late |mid-?)?(?:next\b|end of|new year|following|(?:{MONTH}|spring|summer|autumn|winter|easter|christmas)\b|(?:[a-z]+|\d+) (?:months?|weeks?|days?|year's|years')\b|[a-z]+ (?:meeting|committee|cycle|term)\b)"
