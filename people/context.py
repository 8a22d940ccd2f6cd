"""What the frame of every page shows: the council's name and the navigation of whoever looks.

Nothing is asked of the database until a template shows it, so a fragment for htmx costs nothing.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from people import roles
from people.models import User


@dataclass(frozen=True)
class Place:
    """A page that the navigation leads to.

    `counted`: "work" or "mine", when work_count or mine_count of actions' own context stands beside it.
    `pages`: names of the pages below it whose address does not begin with its own.
    """

    label: str
    url_name: str
    counted: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    label: str
    url: str
    is_current: bool
    counted: str

    @property
    def current_word(self) -> str:
        return "page" if self.is_current else ""


REGISTER = Place("Actions register", "actions:register", pages=("actions:action", "actions:indicator"))
MEETINGS = Place("Meetings", "actions:meetings", pages=("actions:meeting", "actions:tracker"))
COMMITTEES = Place("Committees", "actions:committees")
DASHBOARD = Place("Dashboard", "actions:dashboard")
DIRECTORY = Place("Directory", "actions:directory")
REVIEW_PAGES = ("review", "review_add", "review_resolution", "review_edit", "review_dismiss", "review_before")
WORK = Place("Work to do", "actions:work", counted="work", pages=tuple(f"actions:{page}" for page in REVIEW_PAGES))
ADD_MINUTES = Place("Add minutes", "actions:intake")
ANSWERING = ("answer", "answer_preview", "more_time", "pass_on", "report_done", "approval", "approval_return")
MY_ACTIONS = Place("My actions", "actions:mine", counted="mine", pages=tuple(f"actions:{page}" for page in ANSWERING))
ADMIN = Place("Admin", "admin:index")


def places_for(user: User | AnonymousUser) -> list[Place]:
    """Where this person goes: what needs them first, then what everyone may read, then what they look after."""
    clerk = roles.is_clerk(user)
    owner = roles.is_officer(user) or roles.is_member(user)
    places = [WORK, ADD_MINUTES] if clerk else []
    places += [MY_ACTIONS] if owner else []
    places += [REGISTER, MEETINGS, COMMITTEES]
    places += [DASHBOARD] if clerk or owner else []
    places += [DIRECTORY] if clerk else []
    places += [ADMIN] if roles.is_administrator(user) else []
    return places


def navigation(request: HttpRequest) -> list[Entry]:
    """The entries, the one that this page belongs to marked. A page that is not built yet is left out."""
    found: list[tuple[Place, str]] = []
    for place in places_for(_user(request)):
        try:
            found.append((place, reverse(place.url_name)))
        except NoReverseMatch:
            continue
    name = request.resolver_match.view_name if request.resolver_match else ""
    named = [place for place, _ in found if name in (place.url_name, *place.pages)]
    below = [place for place, url in sorted(found, key=lambda entry: -len(entry[1])) if _is_below(request.path, url)]
    here = next(iter([*named, *below]), None)
    return [Entry(place.label, url, place is here, place.counted) for place, url in found]


def role_word(user: User | AnonymousUser) -> str:
    """What stands after the name in the council bar."""
    if roles.is_administrator(user):
        return "administrator"
    return "clerk" if roles.is_clerk(user) else ""


def council(request: HttpRequest) -> dict[str, object]:
    """Context processor: council_name, service_name, is_demo, navigation, role_word."""
    return {
        "council_name": settings.COUNCIL_NAME,
        "service_name": "Scrutiny actions",
        "is_demo": settings.DEMO,
        "navigation": SimpleLazyObject(lambda: navigation(request)),
        "role_word": SimpleLazyObject(lambda: role_word(_user(request))),
    }


def _is_below(path: str, url: str) -> bool:
    return url != "/" and path.startswith(url)


def _user(request: HttpRequest) -> User | AnonymousUser:
    return getattr(request, "user", None) or AnonymousUser()
