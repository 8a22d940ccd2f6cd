"""Which labelled documents are set aside: fixed by file name, looked at only to measure."""

import re
from pathlib import Path

_NAME = re.compile(r"dev-[a-z](\d\d)$")


def is_held_out(name: str) -> bool:
    """dev-?NN with NN % 3 == 1 (a01, a04, …): never opened while rules are written, never learned from."""
    found = _NAME.match(name)
    return found is not None and int(found.group(1)) % 3 == 1


def names(folder: Path) -> tuple[list[str], list[str]]:
    """The names of our own documents and of those held out, in order."""
    every = sorted(path.stem for path in folder.glob("*.json"))
    return [name for name in every if not is_held_out(name)], [name for name in every if is_held_out(name)]


def is_kept_to_measure(name: str) -> bool:
    """The even x?-NN, every third y?, fourth v? and fifth z? of our marked minutes: nothing is learned from them."""
    every = {"v": 4, "x": 2, "y": 3, "z": 5}.get(name[0])
    return every is not None and int(name[-2:]) % every == 0
