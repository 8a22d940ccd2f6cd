"""Words that do the same work in minutes, by class, so that what is learned of one holds for the others.

A class says what sort of word it is (somebody asks, something is sent, a paper, a body), never what follows from it.
The first class that names a word has it.
"""

CLASSES = {
    "ASK": "asked requested sought enquired inquired pressed urged called demanded begged invited instructed directed charged tasked required "
    "petitioned besought implored asks requests seeks urges invites instructs directs requires",
    "WONDER": "wondered queried questioned curious queries wonders puzzled interested intrigued",
    "TELL": "said stated told explained reported advised informed confirmed replied responded answered noted commented remarked added indicated "
    "clarified outlined described observed mentioned highlighted acknowledged reminded assured emphasised stressed reiterated conceded admitted "
    "declared announced says states reports advises confirms notes explains pointed gave spoke referred drew heard understood recalled",
    "PROMISE": "undertook promised offered volunteered pledged committed undertakes promises offers volunteers undertaking promise undertaken commitment",
    "AGREE": "agreed agrees accepted consented acceded concurred assented supported approved content happy willing glad pleased prepared ready",
    "OPINE": "felt thought believed considered suggested proposed recommended reckoned maintained argued hoped feared feels thinks suggests proposes "
    "suggestion proposal view",
    "WISH": "like welcome welcomed appreciate appreciated grateful helpful useful beneficial valuable benefit value prefer preferred keen wish wished "
    "want wanted wants needed need worth worthwhile interesting good better best sensible",
    "SEND": "send circulate forward email share supply provide give let distribute pass copy issue furnish recirculate resend transmit deliver signpost "
    "post upload publish display show hand",
    "SENT": "sent circulated forwarded emailed shared supplied provided given distributed passed copied issued furnished recirculated resent delivered "
    "posted uploaded published displayed shown handed available",
    "FIND": "find check look investigate explore ascertain establish examine see verify enquire inquire clarify confirm determine research review "
    "consider assess revisit reconsider query reflect inspect analyse discuss follow chase pursue",
    "FOUND": "found checked looked investigated explored ascertained examined verified determined researched reviewed assessed revisited reconsidered "
    "inspected analysed discussed followed chased pursued established",
    "BRING": "bring report submit present table come return update feed refer take raise escalate put",
    "BROUGHT": "brought submitted presented tabled returned updated fed taken raised escalated",
    "MAKE": "prepare produce draft compile draw collate develop create make commission obtain get seek request gather",
    "MADE": "prepared produced drafted compiled drawn collated developed created made commissioned obtained gathered",
    "FIX": "arrange organise set convene schedule hold fix book lay host run meet attend visit invite",
    "FIXED": "arranged organised convened scheduled held fixed booked laid hosted visited attended",
    "WRITE": "write reply respond answer correspond lobby contact approach speak talk liaise consult ring phone",
    "WRITTEN": "written contacted approached consulted",
    "CHANGE": "amend revise correct alter change include add insert remove replace reword redraft extend append attach incorporate repair mend install "
    "clear complete implement ensure",
    "CHANGED": "amended revised corrected altered changed included inserted removed replaced reworded redrafted extended appended attached incorporated "
    "repaired mended installed cleared completed implemented ensured done dealt resolved addressed",
    "PAPER": "paper papers note briefing briefings document documents plan plans strategy policy copies presentation presentations summary annex appendix "
    "map maps protocol guidance leaflet letter letters list lists link links slides chart response responses statement item items agenda programme "
    "workshop seminar training session tour explanation clarification assurance timetable analysis evaluation feedback terms",
    "DATA": "figures figure data breakdown statistics numbers number rate rates percentage percentages proportion costs cost totals trends comparison "
    "comparisons benchmarking information details detail evidence results findings",
    "TIME": "next future forthcoming following later soon shortly course due months month weeks week autumn spring summer winter quarter quarterly annual "
    "annually year end before after until",
    "MEETING": "meeting meetings",
    "CLLR": "cllr cllrs councillor councillors alderman aldermen baillie bailie member members chair chairman chairwoman chairperson vice-chair "
    "vice-chairman convener convenor",
    "MR": "mr mrs ms miss dr prof professor sir rev",
    "POST": "officer officers director directors head manager managers lead clerk solicitor treasurer secretary coordinator commissioner inspector "
    "superintendent executive surveyor engineer planner accountant auditor leader holder constable team service department nurse",
    "BODY": "committee panel board commission forum sub-committee subcommittee group working task scrutiny",
    "OTHERS": "cabinet council trust icb ccg nhs government minister company contractor operator police governors",
    "WH": "how what why which whether when where who if",
    "NOT": "not no never nor nothing unable refused declined none nobody neither didn't couldn't wasn't wouldn't hadn't don't doesn't can't isn't cannot "
    "impossible",
    "WOULD": "would will could can should might may must shall ought",
    "HAD": "had has have having",
    "BE": "was were is are been being be am",
    "SHE": "he she they i we",
    "IT": "him her them us it this these those such that one ones",
    "THE": "the a an any some all each every both his its their",
    "PAST": "already previously recently currently now ago since last earlier",
    "BUT": "but although though however while whilst",
    "MONTH": "january february march april june july august september october november december",
    "DO": "do did does doing",
}
CLASS_OF: dict[str, str] = {}
for _name, _words in CLASSES.items():
    for _word in _words.split():
        CLASS_OF.setdefault(_word, _name)
