"""The reader of minutes: bytes in, frozen records out. No Django, no database, no directory of people."""

from .followups import find_followups
from .readers import read
from .structure import parse

VERSION = "9"  # bumped whenever what it finds can change

__all__ = ["VERSION", "find_followups", "parse", "read"]
