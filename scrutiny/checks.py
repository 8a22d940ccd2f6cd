"""System checks for settings that are each right and wrong together."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def demo_conflicts() -> Iterable[str]:
    """The demo has known passwords: it must never meet a real database, mail server or address."""
    if not settings.DEMO:
        return
    if settings.DEBUG:
        yield "DEMO and DEBUG are both set; the demo shows what visitors see. Unset one."
    if settings.ON_POSTGRES:
        yield "DEMO is set, and DATABASE_URL is a PostgreSQL database. The demo keeps its own SQLite file."
    if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        yield "DEMO is set, and EMAIL_URL is a mail server. The demo's people are invented; use console: or file:."
    if urlsplit(settings.SITE_URL).hostname not in LOOPBACK:
        yield f"DEMO is set, and SITE_URL is {settings.SITE_URL}. The demo's passwords are known; use localhost."
    if settings.OIDC_SERVER_URL:
        yield "DEMO is set, and so is OIDC_SERVER_URL. The demo signs nobody real in."


def check_production(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What `check --deploy` asks beyond Django's own."""
    return [*production_errors(), *production_warnings()]


def production_errors() -> Iterable[Error]:
    if settings.DEMO:
        yield Error("DEMO is set. Its passwords are known to everybody.", id="scrutiny.E001")
    if not settings.REDIS_URL:
        yield Error(
            "REDIS_URL is not set: minutes would be taken in and never read, and sign-in limits count per process.",
            id="scrutiny.E002",
        )
    if not settings.SITE_URL.startswith("https://"):
        yield Error("SITE_URL must be the https:// address of the site: notices link to it.", id="scrutiny.E003")
    if not settings.COUNCIL_NAME:
        yield Error("COUNCIL_NAME is not set: pages and notices are headed by it.", id="scrutiny.E004")
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        yield Error("EMAIL_URL is no mail server: officers would never be told.", id="scrutiny.E005")
    if not settings.DEFAULT_FROM_EMAIL:
        yield Error("FROM_EMAIL is not set: notices need a sender.", id="scrutiny.E006")


def production_warnings() -> Iterable[Caution]:
    if not settings.ON_POSTGRES:
        yield Caution("DATABASE_URL is SQLite; use PostgreSQL where many people work at once.", id="scrutiny.W001")
