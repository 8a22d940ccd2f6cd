"""Starting with an environment: each test starts the real thing in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRODUCTION = {
    "SECRET_KEY": "k3Jx" * 20 + "not-a-real-secret",
    "DATABASE_URL": "postgres://postgres@127.0.0.1:5432/council",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "EMAIL_URL": "smtps://notices:secret@mail.example.org",
    "FROM_EMAIL": "scrutiny@council.example.org",
    "SITE_URL": "https://actions.council.example.org",
    "ALLOWED_HOSTS": "actions.council.example.org",
    "COUNCIL_NAME": "Northbrook City Council",
}


@pytest.fixture
def manage(tmp_path):
    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "DEMO_DIR": str(tmp_path / "demo")}
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env={**kept, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_productions_settings_pass_djangos_own_deployment_checks_and_ours(manage):
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ("REDIS_URL", "REDIS_URL is not set"),
        ("SITE_URL", "SITE_URL must be the https:// address"),
        ("COUNCIL_NAME", "COUNCIL_NAME is not set"),
        ("FROM_EMAIL", "FROM_EMAIL is not set"),
        ("DATABASE_URL", "DATABASE_URL is SQLite"),
    ],
)
def test_what_production_lacks_is_named_by_the_deployment_checks(manage, left_out, words):
    environment = {name: value for name, value in PRODUCTION.items() if name != left_out}
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **environment)
    assert checked.returncode != 0
    assert words in checked.stderr


def test_production_does_not_start_without_a_secret(manage):
    environment = {name: value for name, value in PRODUCTION.items() if name != "SECRET_KEY"}
    started = manage("check", **environment)
    assert started.returncode != 0
    assert "SECRET_KEY is not set" in started.stderr


def test_production_does_not_start_without_a_mail_server(manage):
    environment = {name: value for name, value in PRODUCTION.items() if name != "EMAIL_URL"}
    assert "EMAIL_URL is not understood" in manage("check", **environment).stderr


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("DATABASE_URL", "DATABASE_URL is a PostgreSQL database"),
        ("EMAIL_URL", "EMAIL_URL is a mail server"),
        ("SITE_URL", "SITE_URL is https://actions.council.example.org"),
        ("OIDC_SERVER_URL", "so is OIDC_SERVER_URL"),
        ("DEBUG", "DEMO and DEBUG are both set"),
    ],
)
def test_the_demo_refuses_to_start_with_a_value_of_productions(manage, name, words):
    value = {"OIDC_SERVER_URL": "https://sign-in.example.org", "DEBUG": "true"}.get(name) or PRODUCTION[name]
    started = manage("check", DEMO="true", SECRET_KEY=PRODUCTION["SECRET_KEY"], **{name: value})
    assert started.returncode != 0
    assert words in started.stderr


def test_in_a_fresh_clone_commands_work_on_the_demos_data_and_say_so(manage, tmp_path):
    started = manage("migrate", "--check")
    assert "working on the demo's data" in started.stderr
    assert (tmp_path / "demo" / "db.sqlite3").exists()
    assert (tmp_path / "demo" / "secret-key").stat().st_mode & 0o077 == 0


def test_every_change_of_a_model_has_its_migration(manage):
    checked = manage("makemigrations", "--check", "--dry-run", DEBUG="true")
    assert checked.returncode == 0, checked.stdout
