"""Who may sign in: those whom an administrator entered, and nobody else. Refuses every sign-up."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class ClosedAccounts(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        return False


class KnownPeopleOnly(DefaultSocialAccountAdapter):
    """Single sign-on finds a user by the address that the council's own directory vouches for; it makes none."""

    def is_open_for_signup(self, request, sociallogin) -> bool:
        return False
