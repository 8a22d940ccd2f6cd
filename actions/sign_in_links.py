"""Links in emails that sign an officer in: one click to a page, one on its button. docs/decisions/sign-in-links.md

A link is signed, names the person and the page, dies after SIGN_IN_LINK_DAYS, and with the first sign-in after it was
written: what it is bound to, the last sign-in and the password, has changed by then. Clerks, administrators and whoever
uses a second factor get ordinary links.
"""

import datetime
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from people.models import User
from people.roles import is_clerk, is_officer

SALT = "actions.sign_in_links"
DAY = 24 * 3600


@dataclass(frozen=True)
class Link:
    """What a link says, whether it still signs in or not."""

    user: User
    path: str
    is_good: bool


def may_use(user: User | None) -> bool:
    """Active officers who are nothing more, and have no second factor that a link would go around."""
    if user is None or not user.is_active or not settings.SIGN_IN_LINK_DAYS:
        return False
    if user.is_staff or user.is_superuser or not is_officer(user) or is_clerk(user):
        return False
    return not Authenticator.objects.filter(user=user).exists()


def path_for(user: User | None, path: str) -> str:
    """The path to put into an email to `user` that is to lead to `path`."""
    if user is None or not may_use(user):
        return path
    token = signing.dumps({"user": user.pk, "path": path, "bound": _bound(user)}, salt=SALT, compress=True)
    return reverse("actions:sign_in_link", args=[token])


def read(token: str) -> Link | None:
    """What a token says; None where it is not one of ours, or its person may not use links."""
    fresh = True
    try:
        said = signing.loads(token, salt=SALT, max_age=settings.SIGN_IN_LINK_DAYS * DAY)
    except signing.SignatureExpired:
        said, fresh = signing.loads(token, salt=SALT), False
    except signing.BadSignature:
        return None
    user = User.objects.select_related("officer").filter(pk=said["user"]).first()
    if user is None or not may_use(user):
        return None
    return Link(user, said["path"], fresh and constant_time_compare(said["bound"], _bound(user)))


def take(link: Link, now: datetime.datetime) -> bool:
    """Use a link up; False where it is not good. Of two clicks at once one signs in."""
    unused = User.objects.filter(pk=link.user.pk, last_login=link.user.last_login)
    return link.is_good and bool(unused.update(last_login=now))


def _bound(user: User) -> str:
    """Changes with each sign-in, a new password and a new address."""
    state = f"{user.pk}|{user.password}|{user.last_login.isoformat() if user.last_login else ''}|{user.email}"
    return salted_hmac(SALT, state, algorithm="sha256").hexdigest()[:32]
