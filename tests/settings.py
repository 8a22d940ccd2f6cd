"""The settings under test: the project's own, in the environment that tests run in.

DATABASE_URL and REDIS_URL are used where they are set; without them the tests run on SQLite, and those that need a
broker start one of their own (`redis_url` in `tests/conftest.py`).
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="scrutiny-tests-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ.update(
    DEBUG="false",
    DEMO="true",
    SECRET_KEY="for tests alone " * 4,
    VAR_DIR=str(FOLDER),
    EMAIL_URL="console:",
    LOG_LEVEL="ERROR",
)
os.environ.pop("ALLOWED_HOSTS", None)

from scrutiny.settings import *  # noqa: E402, F403
from scrutiny.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE  # noqa: E402

DEMO = False  # plain http and simple static files as in the demo, without its banner and its refusals
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
INSTALLED_APPS.append("zeal")
MIDDLEWARE.append("zeal.middleware.zeal_middleware")
ZEAL_RAISE = True  # a row's relation fetched in a loop fails the test
# References are given out one by one, each under the lock of its series; a move looks its own row up again.
ZEAL_ALLOWLIST = [
    {"model": "actions.ReferenceCounter", "field": "get()"},
    {"model": "actions.Action", "field": "get()"},
    {"model": "contenttypes.ContentType", "field": "get()"},  # Django asks once for each model and keeps it
]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {}
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: live servers, threads and worker processes must all see it.
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "test.sqlite3")}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0
