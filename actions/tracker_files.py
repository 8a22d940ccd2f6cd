"""A tracker's file that takes long is made by the worker: a large PDF keeps a core busy for many seconds.

What it makes is kept for ten minutes under the address of what is in it, so that any change gives another file.
"""

import hashlib

from django.core.cache import cache

from . import exports
from .tracker import Tracker

LARGE_FROM = 100  # rows of a PDF: about two seconds of one core
KEPT_SECONDS = 600
MAKING_SECONDS = 240  # until a file that nobody made may be asked for again: the longest that a task may run


def is_large(tracker: Tracker, kind: str) -> bool:
    rows = len(tracker.lines) + len(tracker.annex) + len(tracker.exempt or [])
    return kind == "pdf" and rows >= LARGE_FROM


def kept(tracker: Tracker, kind: str) -> bytes | None:
    """The file, if it has been made."""
    return cache.get(_address(tracker, kind))


def claim(tracker: Tracker, kind: str) -> bool:
    """Whether it is to be asked for now; False where somebody has done so already."""
    return cache.add(f"{_address(tracker, kind)}:asked", True, MAKING_SECONDS)


def make(tracker: Tracker, kind: str) -> None:
    """For the worker."""
    cache.set(_address(tracker, kind), exports.export(tracker, kind), KEPT_SECONDS)


def _address(tracker: Tracker, kind: str) -> str:
    return f"tracker:{kind}:{hashlib.sha256(exports.export(tracker, 'html')).hexdigest()}"
