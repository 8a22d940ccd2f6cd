"""Word lists that several cues share: what people do for one another after a meeting, and who they do it for."""

import re

from .cue import alternatives

# "would ___": what somebody does for the members, one deed that can be chased
DO = (
    "send|supply|provide|circulate|recirculate|re-circulate|forward|share|email|give|bring|report|come back|get back|"
    "revert|feedback|feed back|write|reply|respond|answer|confirm|clarify|check|find out|look into|look at|look again|go into|"
    "investigate|examine|explore|establish|ascertain|raise|take (?:this|that|it|these|them|both|the \\w+) "
    "(?:up|back|away|forward|on board)|take (?:up|away|back)|take advice|take names|speak|talk|have a (?:word|look|"
    "conversation|go)|have another|ask|arrange|organise|set up|set out|fix|book|invite|contact|approach|liaise|discuss|"
    "chase|pursue|follow|pass|put|add|include|amend|correct|alter|revise|update|draft|draw up|draw together|prepare|"
    "produce|pull together|compile|collate|obtain|get|seek|request|make sure|ensure|see (?:to it|that|if|whether|what)|"
    "notify|inform|advise|tell|let|present|submit|table|review|revisit|reconcile|publish|remind|write|work (?:it|this|"
    "that|them) out|work out|do so|do this|do that|do it|try|price|show|point|direct|signpost|issue|distribute|consult|"
    "meet|host|run|lay on|put on|hold|escalate|refer|relay|convey|return|attend|rewrite|redraft|resolve|remove|"
    "double-check|verify|sort|dig out|go back|go away|go through|drop|have (?:\\w+ ){1,4}(?:printed|changed|looked|gone|sent|checked|put|done|drawn|corrected|added|cut|mended|moved|removed|repaired|fixed|painted|cleared)|set (?:this|that|it) up|hand|deliver|deal with|query|quantify|calculate|"
    "make (?:\\w+ )?(?:enquiries|inquiries|arrangements|contact)|enquire|inquire|inspect|scrutinise|monitor|install|repair|mend|assess|"
    "copy|look (?:it|this|that|them) out|analyse|secure|escalate|brief|walk|order|purchase|buy|thank|dig|drop|sound out|return to|reflect|talk|paint|clear|move|trim|ring|phone|"
    "survey|audit|nominate|resend|reissue|recruit|consider|develop|implement|identify|appoint|"
    "break down|split|explain|outline|register|complete|print|post|place|display|notice|nominate|note this|note that"
)

DO_WORDS = " ".join(
    dict.fromkeys([re.split("[^a-z]", deed)[0] for deed in alternatives(DO)])
)  # one of them begins each

# "be ___", "are ___": the same, done to something
DONE = (
    "sent|supplied|provided|circulated|re-?circulated|forwarded|shared|emailed|given|brought|reported|fed back|"
    "included|added|shown|put|made available|made known|made clear|passed|raised|taken up|taken back|taken forward|"
    "taken away|chased|followed up|pursued|looked at|looked into|investigated|explored|examined|amended|corrected|"
    "altered|changed|updated|revised|moved|deferred|brought forward|brought back|put back|arranged|organised|set up|"
    "set out|convened|established|invited|asked|requested|required|urged|sought|obtained|drawn up|drawn to|prepared|"
    "produced|drafted|redrafted|rewritten|appended|attached|notified|informed|told|advised|published|submitted|"
    "presented|referred|remitted|relayed|conveyed|let have|copied|split|broken down|addressed|discussed|considered|"
    "reconsidered|revisited|checked|confirmed|clarified|explained|displayed|reviewed|re-?visited|written|contacted|"
    "approached|consulted|issued|placed|distributed|compiled|collated|scheduled|programmed|slotted|instructed|tasked|"
    "encouraged|recommended|carried out|undertaken|commissioned|developed|created|completed|listed|highlighted|"
    "recorded|noted as|removed|taken off|taken out|replaced|reworded|re-?worded|delivered|offered|handed|escalated|"
    "reinstated|extended|staggered|sent on|sent out|sent round|sent through|posted|printed|let out|labelled|separated|"
    "marked|covered|picked up|fed into|fed in|built into|reflected|taken account|taken into account|forthcoming|"
    "accommodated|put right|corrected|cut|shared|borne in mind|accompanied|offered"
)

BODY = "committee|panel|board|commission|group|forum|sub-committee|members?|councillors?|scrutiny|council|cabinet|executive|governors"

# words that end a post: "Head of …" begins one, "… Manager" ends one
POST = (
    "director|officer|head|manager|lead|leader|adviser|advisor|clerk|chair|chairman|chairperson|chairwoman|vice-chair\\w*|"
    "convener|convenor|holder|solicitor|treasurer|secretary|coordinator|co-ordinator|commissioner|inspector|"
    "superintendent|commander|constable|sergeant|nurse|headteacher|head teacher|executive|mayor|councillor|cllr|alderman|member|"
    "librarian|engineer|surveyor|accountant|auditor|planner|analyst|facilitator|consultant|strategist|principal|"
    "representative|trust|icb|ccg|dean|provost|whip|spokesperson|ombudsman|team|service|chief|deputy|assistant|"
    "minister|rector|warden|pcso|practitioner|psychologist|specialist|partner|archivist|registrar|bursar|steward"
)


# "would ___": how things are, will be or are hoped to be, what somebody thinks, how the meeting is run; nobody has it to do
STATES = (
    "not|be|been|have (?!a word|a look|a go|it |them |this |these |another|(?:the |a |an )?(?:\\w+ ){1,2}(?:cut|put|done|\\w+ed)\\b)|continue|depend|cost|remain|need|like|mean|become|see (?!to |that |what |whether |if |about )|help|require|welcome|appear|seem|happen|"
    "begin|start|end|open|close|fall|rise|grow|increase|decrease|reduce|improve|allow|enable|lead|result|apply|affect|last|run (?!it |this |that |them |a |an |the |through )|expect|prefer|hope|want|wish|benefit|support|"
    "suffer|receive|lose|gain|save|still|only|never|always|often|usually|normally|soon|probably|almost|then be|also be|"
    "take (?:place|effect|items?|part|comfort|speakers|questions|time|over|the (?:chair|vote))|come into|make a|stand|stay|keep (?:on|it up|an eye|up|pace|the)|lie|fit|differ|vary|exceed|know|think|feel|say|agree|understand|accept|"
    "rather|sooner|find (?!out|a |an |time|another|some|somebody|someone)|deliver|achieve|provide for|cover (?!th)|include|involve|replace|serve|form|focus|follow the|go (?:on|to (?!see))|carry on|move (?:across|to|on)|vote|abstain|leave|arrive|step|retire|chair|sit (?!down)|"
    "believe|trust|hate|love|regret|argue|suggest|decide|determine|endeavour|strive|aim|study|adjourn|debate|stop|look (?:forward|to )|act as|employ|use|own|visit|attend|lay|of liked|work (?:with|closely|towards|through)|"
    "also|then|now|therefore|(?!(?:re|sup)ply\\b)\\w+ly|no longer|be able|respond if|have to wait|wait|pay|buy|sell|charge|qualify|apply|die|live|travel|enjoy|speak (?:as|in|against|for)|give way|fund|finish|complete|hold to|build|open"
)

# what may stand between "would" and the deed
SOON = r"(?:also |now |then |again |therefore |not |happily |gladly |personally |accordingly )*"

# a verb between the post and "would": somebody else is then the one who would
SAYS = r"(?:that|who|which|if|said|says|stated|replied|advised|explained|confirmed|reported|told|asked|was|were|had|is|are|noted|felt|thought|indicated|added|agreed)\b"
