"""The environment of the demo: its own folder, database, broker, mail folder and secret, and nothing of production's.

Plain Python, so that `manage.py` can use it before there are settings.
"""

import hashlib
import os
import secrets
import tempfile
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DEMO_DIR = Path(os.environ.get("DEMO_DIR", BASE_DIR / "var" / "demo")).resolve()
OF_PRODUCTION = (
    "ALLOWED_HOSTS", "DATABASE_URL", "DATABASE_URL_FILE", "DEBUG", "EMAIL_URL_FILE", "MEDIA_ROOT", "OIDC_SERVER_URL",
    "REDIS_URL_FILE", "SECRET_KEY_FILE", "STATIC_ROOT", "TRUST_PROXY",
)  # fmt: skip
LONGEST_SOCKET_PATH = 100  # the kernel's limit is 108 bytes


def nothing_is_configured() -> bool:
    """Whether the environment names neither a secret nor a mode nor a database: a fresh clone, not a server."""
    return not any(os.environ.get(name) for name in ("SECRET_KEY", "SECRET_KEY_FILE", "DEBUG", "DEMO", "DATABASE_URL"))


def enter_demo(port: int) -> None:
    """Make this process, and those that it starts, part of the demo, whatever the environment said before."""
    DEMO_DIR.mkdir(parents=True, exist_ok=True)
    for name in OF_PRODUCTION:
        os.environ.pop(name, None)
    os.environ.update(
        DEMO="true",
        DJANGO_SETTINGS_MODULE="scrutiny.settings",
        SECRET_KEY=secret_key(),
        VAR_DIR=str(DEMO_DIR),
        REDIS_URL=f"unix://{broker_socket()}",
        EMAIL_URL=f"file:{DEMO_DIR / 'mail'}",
        SITE_URL=f"http://localhost:{port}",
    )


def secret_key() -> str:
    path = DEMO_DIR / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def broker_socket() -> Path:
    """In the demo's folder, or where that lies too deep for a socket, in the folder for temporary files."""
    path = DEMO_DIR / "broker.sock"
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return path
    name = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"scrutiny-demo-{os.getuid()}-{name}.sock"
