"""Northbrook City Council, which does not exist: directorates, posts and their holders, councillors, committees."""

import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from actions.models import Kind, ResponsePolicy
from meetings.models import Committee, Meeting
from meetings.working_days import WorkingDays
from people.models import (
    Absence,
    Councillor,
    Directorate,
    Indicator,
    Officer,
    OutsideBody,
    Owner,
    Post,
    PostHolding,
    PostTitle,
    Service,
    ServiceTerm,
    User,
)

PASSWORD = "demo"  # noqa: S105 (printed for everybody to see)
DAY = datetime.timedelta(days=1)

# (directorate, service, post, reports to, holder, signs in as)
POSTS = [
    ("Children and Learning", "", "Director of Children and Learning", "", "Dr Marcus Adeyemi", ""),
    ("Children and Learning", "Inclusion", "Head of SEND and Inclusion", "Director of Children and Learning",
     "Joanne Pritchard", "officer@example.org"),
    ("Children and Learning", "Inclusion", "Customer Relations Manager", "Head of SEND and Inclusion",
     "Rebecca Lyle", ""),
    ("Children and Learning", "Social care", "Head of Children’s Social Care", "Director of Children and Learning",
     "Samir Haddad", ""),
    ("Adults and Health", "", "Strategic Director of Adults and Health", "", "Tessa Brandt", ""),
    ("Adults and Health", "Adult social care", "Head of Adult Social Care", "Strategic Director of Adults and Health",
     "Martin Okafor", ""),
    ("Adults and Health", "Public health", "Director of Public Health", "Strategic Director of Adults and Health",
     "Priya Nair", ""),
    ("Place", "", "Director of Place", "", "Alice Fenn", ""),
    ("Place", "Highways", "Head of Highways", "Director of Place", "Lena Kowalczyk", ""),
    ("Place", "Transport", "Head of Passenger Transport", "Director of Place", "Dominic Shaw", ""),
    ("Place", "Parking", "Parking Manager", "Head of Highways", "Rhys Morgan", ""),
    ("Resources", "Performance", "Head of Performance", "", "Ibrahim Sesay", ""),
    ("Resources", "Democratic services", "Democratic Services Officer", "", "Hannah Whitlock", "clerk@example.org"),
]  # fmt: skip
OTHER_TITLES = [
    ("Head of SEND and Inclusion", "Assistant Director Inclusion", PostTitle.Kind.FORMER),
    ("Director of Children and Learning", "DCL", PostTitle.Kind.ABBREVIATION),
    ("Director of Children and Learning", "Executive Director of People", PostTitle.Kind.FORMER),
    ("Director of Children and Learning", "Strategic Director People Directorate", PostTitle.Kind.FORMER),
    ("Director of Children and Learning", "Director of Children, Families and Education", PostTitle.Kind.FORMER),
    ("Head of Children’s Social Care", "Assistant Director - Children & Families", PostTitle.Kind.FORMER),
    ("Head of Performance", "Performance & Improvement Manager", PostTitle.Kind.FORMER),
    ("Director of Public Health", "DPH", PostTitle.Kind.ABBREVIATION),
    ("Head of Highways", "Network Manager", PostTitle.Kind.FORMER),
]
TERMS = {
    "Head of SEND and Inclusion": ["EHCP", "SEND", "special school", "SENCO", "NEET", "exclusion"],
    "Customer Relations Manager": ["complaint", "compliment"],
    "Head of Children’s Social Care": ["care leaver", "foster", "children’s home", "placement", "social worker"],
    "Director of Public Health": ["breastfeeding", "vaccination", "smoking"],
    "Head of Adult Social Care": ["home care", "hospital discharge", "direct payment"],
    "Head of Passenger Transport": ["bus", "home to school transport"],
    "Head of Highways": ["pothole", "gritting", "road scheme"],
    "Parking Manager": ["parking", "permit"],
}
INDICATORS = [
    ("CYP", True, "Children’s measures", "Head of Performance"),
    ("CYP07", False, "Plans issued within twenty weeks", "Head of SEND and Inclusion"),
    ("CYP12", False, "Care leavers in education, work or training", "Head of Children’s Social Care"),
    ("HAS03", False, "People at home 91 days after discharge", "Head of Adult Social Care"),
    ("HAS11", False, "Babies breastfed at six weeks", "Director of Public Health"),
    ("GTR03", False, "Buses on time", "Head of Passenger Transport"),
    ("GTR08", False, "Potholes mended within five days", "Head of Highways"),
]
COUNCILLORS = [
    ("Jess Thornbury", "Heathside", "Labour", "member@example.org"),
    ("Owen Trask", "Quarry Bank", "Liberal Democrat", ""),
    ("Farida Hussain", "Castle", "Labour", ""),
    ("Peter Osei", "Riverside", "Green", ""),
    ("Gwen Lowe", "Northfield", "Conservative", ""),
    ("Alan Beck", "Moor End", "Conservative", ""),
    ("Sunita Rao", "St Anne’s", "Labour", ""),
    ("Callum Reid", "Harbour", "Independent", ""),
]
BODIES = [
    ("Northbrook Integrated Care Board", "the ICB\nICB", "Helen Marsh", "partnerships@icb.example.org"),
    ("Northbrook and District Hospitals NHS Trust", "the Trust\nthe hospital trust", "", "scrutiny@trust.example.org"),
]
# (name, slug, code, remit, chair, closure rule, days from today on which it meets)
COMMITTEES = [
    ("Children and Young People Scrutiny Committee", "children-and-young-people", "CYP", Committee.Remit.SCRUTINY,
     "Owen Trask", Committee.ClosureRule.CLERK, [-112, -77, -35, -7, 21, 56, 98]),
    ("Health and Adult Social Care Committee", "health-and-adult-social-care", "HAS", Committee.Remit.HEALTH,
     "Farida Hussain", Committee.ClosureRule.OFFICER, [-98, -63, -28, 7, 42, 84]),
    ("Growth and Transport Committee", "growth-and-transport", "GTR", Committee.Remit.SCRUTINY,
     "Gwen Lowe", Committee.ClosureRule.COMMITTEE, [-105, -70, -21, -4, 28, 63]),
]  # fmt: skip
BRIEFINGS_IN_THIRTY_DAYS = ("children-and-young-people", Kind.BRIEFING, 30)


def met_on(today: datetime.date, offset: int) -> datetime.date:
    """The last working day up to so many days from today."""
    return WorkingDays().subtract(today + offset * DAY, 0)


@transaction.atomic
def found_council(today: datetime.date) -> None:
    """Everybody and everything that is there before the first minutes come in."""
    began = today - 3000 * DAY
    for directorate, service, title, above, holder, email in POSTS:
        _post(directorate, service, title, above, holder, email, began)
    for title, other, kind in OTHER_TITLES:
        PostTitle.objects.create(post=Post.objects.get(title=title), title=other, kind=kind)
    _changes_of_post(today)
    for title, terms in TERMS.items():
        post = Post.objects.get(title=title)
        ServiceTerm.objects.bulk_create(ServiceTerm(term=term, post=post) for term in terms)
    for code, is_prefix, title, held_by in INDICATORS:
        Indicator.objects.create(code=code, is_prefix=is_prefix, title=title, post=Post.objects.get(title=held_by))
    for name, ward, party, email in COUNCILLORS:
        user = sign_in_for(email, name) if email else None
        Councillor.objects.create(
            name=name, ward=ward, party=party, user=user, email=email or _address(name), member_from=began
        )
    for name, others, contact, email in BODIES:
        OutsideBody.objects.create(name=name, other_names=others, contact_name=contact, contact_email=email)
    _committees(today)


def sign_in_for(email: str, name: str, **fields: bool) -> User:
    user = User.objects.create_user(email, PASSWORD, name=name, **fields)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def _address(name: str) -> str:
    return ".".join(name.lower().removeprefix("dr ").split()) + "@northbrook.example.org"


def _post(
    directorate: str, service: str, title: str, above: str, holder: str, email: str, began: datetime.date
) -> None:
    part = Directorate.objects.get_or_create(name=directorate)[0]
    post = Post.objects.create(
        title=title,
        directorate=part,
        service=Service.objects.get_or_create(name=service, directorate=part)[0] if service else None,
        reports_to=Post.objects.get(title=above) if above else None,
    )
    user = sign_in_for(email, holder) if email else None
    name = holder.removeprefix("Dr ")
    officer = Officer.objects.create(name=name, email=email or _address(holder), user=user)
    PostHolding.objects.create(officer=officer, post=post, held_from=began)


def _changes_of_post(today: datetime.date) -> None:
    """One post changed hands in between, one is vacant, one officer is away with a deputy."""
    transport = PostHolding.objects.get(post__title="Head of Passenger Transport")
    before = Officer.objects.create(name="Petra Lindqvist", email=_address("Petra Lindqvist"))
    changed = today - 60 * DAY
    PostHolding.objects.create(
        officer=before, post=transport.post, held_from=transport.held_from, held_until=changed - DAY
    )
    transport.held_from = changed
    transport.save()
    part = Directorate.objects.get(name="Place")
    vacant = Post.objects.create(title="Head of Community Safety", directorate=part)
    leaver = Officer.objects.create(name="Tomasz Wrona", email=_address("Tomasz Wrona"))
    PostHolding.objects.create(officer=leaver, post=vacant, held_until=today - 20 * DAY)
    away = Officer.objects.get(name="Rhys Morgan")
    deputy = Officer.objects.get(name="Lena Kowalczyk")
    Absence.objects.create(officer=away, deputy=deputy, away_from=today - 3 * DAY, away_until=today + 11 * DAY)


def _committees(today: datetime.date) -> None:
    clerk = User.objects.get(email="clerk@example.org")
    second = sign_in_for("tom.reyes@northbrook.example.org", "Tom Reyes")
    sign_in_for("admin@example.org", "Ade Bello", is_staff=True, is_superuser=True)
    for name, slug, code, remit, chair, closure, offsets in COMMITTEES:
        committee = Committee.objects.create(
            name=name, slug=slug, code=code, remit=remit, closure_rule=closure,
            chair=Councillor.objects.get(name=chair),
        )  # fmt: skip
        committee.clerks.set([clerk, second] if code == "GTR" else [clerk])
        committee.members.set(Councillor.objects.all()[:6])
        for offset in offsets:
            status = Meeting.Status.HELD if offset < 0 else Meeting.Status.SCHEDULED
            committee.meetings.create(
                date=met_on(today, offset), start_time=datetime.time(18), place="Guildhall, Northbrook", status=status
            )
    head = Officer.objects.get(name="Ibrahim Sesay")
    Committee.objects.update(link_officer=Owner.objects.for_officer(head, head.post_on(today)))
    slug, kind, days = BRIEFINGS_IN_THIRTY_DAYS
    ResponsePolicy.objects.create(committee=Committee.objects.get(slug=slug), kind=kind, working_days=days)
