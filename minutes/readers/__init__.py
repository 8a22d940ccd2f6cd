"""Bytes of any format a clerk may have → Document. What the bytes are is told from them, never from their name."""

from ..document import Document
from .formats import read_bytes

__all__ = ["read"]


def read(data: bytes, name: str = "") -> Document:
    """The document in `data`; `name` is only a hint, used in no decision.

    Raises UnsupportedFormat or UnreadableDocument with words for a clerk. Nothing outside `data` is read.
    """
    return read_bytes(data, name)
