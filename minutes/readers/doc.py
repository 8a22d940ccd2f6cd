"""Word 97's .doc → DOCX through LibreOffice, where it is installed; else a clear word.

Antiword and catdoc lose the numbers of lists.
"""

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from ..document import Document, UnreadableDocument, UnsupportedFormat
from .docx import read_docx

_SECONDS = 60
_MOST_BYTES = 100_000_000
_MISSING = (
    "This is a Word document of the old kind (.doc), which cannot be read here. Open it in Word and save it as .docx."
)
_FAILED = "This old Word document (.doc) could not be converted. Open it in Word and save it as .docx."


def read_doc(data: bytes) -> Document:
    """The blocks of an old Word document."""
    return read_docx(to_docx(data))


def to_docx(data: bytes) -> bytes:
    """The same document as .docx, converted in a process of its own with a profile of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnsupportedFormat(_MISSING)
    with tempfile.TemporaryDirectory(prefix="minutes-doc-") as folder:
        source = Path(folder, "minutes.doc")
        source.write_bytes(data)
        _convert(office, source)
        made = Path(folder, "minutes.docx")
        if not made.is_file():
            raise UnreadableDocument(_FAILED)
        return made.read_bytes()


def _convert(office: str, source: Path) -> None:
    folder = source.parent
    command = [
        office, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--infilter=MS Word 97", "--convert-to", "docx", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "LANG": "C.UTF-8"}
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere,
        start_new_session=True, preexec_fn=_limit,
    )  # fmt: skip
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(_FAILED) from error
    finally:
        _end(process)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_BYTES, _MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends LibreOffice with the children that it left: the session is its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
