"""Runs what reads hostile bytes in a process of its own, so that a bomb ends that process and not the worker."""

import os
import signal
import subprocess
import sys

from ..document import UnreadableDocument

_GRACE = 60  # seconds beyond the processor time allowed, for a machine with much else to do
_TOO_MUCH = "This document takes more time or memory to read than minutes ever need, so reading it was stopped."
_STOPPED = (signal.SIGXCPU, signal.SIGKILL)


def run(arguments: list[str], data: bytes, bare: bool = False, seconds: int = 20) -> bytes:
    """What a Python process started with `arguments` writes for `data`. It bounds itself; time is bounded here as well.

    `bare`: it needs nothing but the standard library, and starts the quicker for it.
    """
    command = [sys.executable, "-I", "-B", *(["-S"] if bare else []), *arguments]
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds + _GRACE, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(_TOO_MUCH) from error
    if done.returncode == 0:
        return done.stdout
    if -done.returncode in _STOPPED or b"MemoryError" in done.stderr:
        raise UnreadableDocument(_TOO_MUCH)
    raise UnreadableDocument(
        "This document could not be read: it is damaged, or made to do harm. Save it again and try once more."
    )
