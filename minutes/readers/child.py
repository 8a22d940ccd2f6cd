"""Run in a process of its own: a large document on standard input → its text and blocks as JSON.

Small documents are read in the worker; what unpacks to much could eat its memory or time, so it is read here.
"""

import dataclasses
import json
import resource
import sys

from ..document import UnreadableDocument, UnsupportedFormat
from . import formats

MEMORY = 768 * 1024 * 1024
SECONDS = 60


def main() -> None:
    """Reads standard input as the format named on the command line."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = dataclasses.asdict(formats.READERS[sys.argv[1]](sys.stdin.buffer.read()))
    except (UnreadableDocument, UnsupportedFormat) as error:
        answer = {"error": str(error)}
    sys.stdout.write(json.dumps(answer))
