"""Typed readers of the environment, for `settings.py` alone. Refuses a value that it cannot read, in words."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def read_text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def read_secret(name: str) -> str:
    """The value of `name`, or else the contents of the file that `name`_FILE points to (Docker secrets)."""
    path = read_text(f"{name}_FILE")
    if not path:
        return read_text(name)
    try:
        return Path(path).read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE: cannot read {path}: {error.strerror}.") from error


def read_flag(name: str, default: bool = False) -> bool:
    word = read_text(name, str(default)).lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} is {word!r}; write true or false.")


def read_number(name: str, default: int) -> int:
    word = read_text(name) or str(default)
    try:
        return int(word)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {word!r}; write a whole number.") from None


def read_list(name: str, default: str = "") -> list[str]:
    """Values parted by commas."""
    return [part.strip() for part in read_text(name, default).split(",") if part.strip()]


def read_database(name: str, default: str) -> dict[str, Any]:
    """A Django DATABASES entry from `postgres://user:password@host:port/name` or `sqlite:///path`."""
    address = read_secret(name) or default
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite_database(Path(unquote(parts.path[1:])))
    if parts.scheme in ("postgres", "postgresql"):
        return postgres_database(name, parts)
    raise ImproperlyConfigured(f"{name} begins with {parts.scheme!r}; write postgres://… or sqlite:///….")


def sqlite_database(path: Path) -> dict[str, Any]:
    """SQLite for several processes at once: WAL, and a write lock taken at BEGIN and waited for.

    A deferred transaction that turns from reading to writing fails at once with "database is locked",
    however long the timeout; IMMEDIATE takes its turn.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
        },
    }


def postgres_database(name: str, parts: SplitResult) -> dict[str, Any]:
    database = unquote(parts.path.lstrip("/"))
    if not database:
        raise ImproperlyConfigured(f"{name} names no database: postgres://user:password@host:5432/DATABASE.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5} | {key: values[-1] for key, values in parse_qs(parts.query).items()},
    }


def read_email(name: str, default: str) -> dict[str, Any]:
    """Django's EMAIL_ settings from `console:`, `file:/folder` or `smtp://user:password@host:587/?tls=true`.

    `smtps://` is TLS from the start; `?tls=true` is STARTTLS.
    """
    address = read_secret(name) or default
    parts = urlsplit(address)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme == "file":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(parts.path),
        }
    if parts.scheme in ("smtp", "smtps") and parts.hostname:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parse_qs(parts.query).get("tls", [""])[-1].lower() in TRUE,
            "EMAIL_TIMEOUT": 20,
        }
    raise ImproperlyConfigured(f"{name} is not understood; write console:, file:/folder or smtp://host:587/?tls=true.")


def broker_address(redis_url: str) -> str:
    """Celery's word for a Redis address: it calls a unix socket `redis+socket://` where redis-py says `unix://`."""
    if redis_url.startswith("unix://"):
        return "redis+socket://" + redis_url.removeprefix("unix://")
    return redis_url
