"""The numbers beside "Work to do" and "My actions". Nothing is asked of the database until a template shows them."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from people.models import User

from . import mine, work


def counts(request: HttpRequest) -> dict[str, object]:
    """Context processor: work_count, mine_count; of use only beside an entry of the navigation."""
    user: User | AnonymousUser = getattr(request, "user", None) or AnonymousUser()
    if isinstance(user, AnonymousUser):
        return {}
    return {
        "work_count": SimpleLazyObject(lambda: work.count_waiting(user, timezone.localdate())),
        "mine_count": SimpleLazyObject(lambda: mine.count_open(user)),
    }
