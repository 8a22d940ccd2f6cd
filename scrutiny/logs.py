"""What a log line may hold: which page, which task, what kind of failure, and ids; never anybody's words.

An address can hold a searched name, a one-time key or a secret feed, and the message of an exception the row or
the sentence it failed on. So neither is logged: the route is, and the exception's type with the lines of code.
"""

import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware
from structlog.typing import EventDict

IDS = ("pk", "id", "slug", "reference")
WORDS_OF_EXCEPTIONS = ("error", "exception", "reason")


class RequestLog(RequestMiddleware):
    @staticmethod
    def format_request(request: HttpRequest) -> str:
        match = request.resolver_match
        if match is None:
            return f"{request.method} (no such page)"
        ids = "".join(f" {name}={match.kwargs[name]}" for name in IDS if name in match.kwargs)
        return f"{request.method} {match.view_name or match.route}{ids}"


def drop_words(logger: Any, method: str, event: EventDict) -> EventDict:
    """A structlog processor: what django-structlog says of a failed task, without the exception's message."""
    if str(event.get("logger", "")).startswith("django_structlog"):
        for key in WORDS_OF_EXCEPTIONS:
            event.pop(key, None)
        event.pop("user_agent", None)
    return event


def format_failure(exc_info: tuple[type[BaseException], BaseException, TracebackType | None]) -> str:
    """An exception with its causes, as types and lines of code."""
    return "\n".join(failure_lines(exc_info[1]))


def failure_lines(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from failure_lines(cause)
        yield "then:"
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line}"
