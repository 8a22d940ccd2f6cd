from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from scrutiny import environment


@pytest.mark.parametrize(("word", "flag"), [("true", True), ("YES", True), ("1", True), ("off", False), ("", False)])
def test_a_flag_is_read_from_the_usual_words(monkeypatch, word, flag):
    monkeypatch.setenv("A_FLAG", word)
    assert environment.read_flag("A_FLAG", default=True) is flag


def test_a_flag_that_is_neither_yes_nor_no_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("A_FLAG", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="A_FLAG is 'perhaps'"):
        environment.read_flag("A_FLAG")


def test_a_number_that_is_none_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("A_NUMBER", "a year")
    with pytest.raises(ImproperlyConfigured, match="A_NUMBER is 'a year'"):
        environment.read_number("A_NUMBER", 5)


def test_a_list_leaves_out_what_is_empty(monkeypatch):
    monkeypatch.setenv("HOSTS", "a.example.org, b.example.org,")
    assert environment.read_list("HOSTS") == ["a.example.org", "b.example.org"]


def test_a_secret_can_lie_in_a_file(monkeypatch, tmp_path):
    (tmp_path / "key").write_text("from a file\n")
    monkeypatch.setenv("A_KEY_FILE", str(tmp_path / "key"))
    assert environment.read_secret("A_KEY") == "from a file"


def test_a_secret_file_that_is_missing_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("A_KEY_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(ImproperlyConfigured, match="A_KEY_FILE: cannot read"):
        environment.read_secret("A_KEY")


def test_a_postgres_address_gives_each_part_with_its_escapes_undone(monkeypatch):
    monkeypatch.setenv("ADDRESS", "postgres://clerk:p%40ss@db.example.org:5433/minutes?sslmode=require")
    database = environment.read_database("ADDRESS", "")
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["NAME"], database["USER"], database["PASSWORD"]) == ("minutes", "clerk", "p@ss")
    assert (database["HOST"], database["PORT"]) == ("db.example.org", "5433")
    assert database["OPTIONS"]["sslmode"] == "require"


def test_an_sqlite_address_waits_its_turn_to_write(monkeypatch):
    monkeypatch.setenv("ADDRESS", "sqlite:////srv/council/db.sqlite3")
    database = environment.read_database("ADDRESS", "")
    assert database["NAME"] == Path("/srv/council/db.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


@pytest.mark.parametrize("address", ["mysql://h/db", "db.sqlite3", "postgres://host:5432/"])
def test_a_database_address_that_is_not_understood_is_refused(monkeypatch, address):
    monkeypatch.setenv("ADDRESS", address)
    with pytest.raises(ImproperlyConfigured, match="ADDRESS"):
        environment.read_database("ADDRESS", "")


def test_a_mail_server_is_read_with_its_sign_in_and_its_encryption(monkeypatch):
    monkeypatch.setenv("MAIL", "smtp://notices:p%3Aw@mail.example.org/?tls=true")
    mail = environment.read_email("MAIL", "")
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (mail["EMAIL_HOST_USER"], mail["EMAIL_HOST_PASSWORD"]) == ("notices", "p:w")
    assert (mail["EMAIL_USE_TLS"], mail["EMAIL_USE_SSL"]) == (True, False)


def test_mail_with_tls_from_the_start_has_its_own_port(monkeypatch):
    monkeypatch.setenv("MAIL", "smtps://mail.example.org")
    mail = environment.read_email("MAIL", "")
    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_SSL"], mail["EMAIL_USE_TLS"]) == (465, True, False)


def test_mail_can_go_to_a_folder(monkeypatch):
    monkeypatch.setenv("MAIL", "file:/var/mail/out")
    assert environment.read_email("MAIL", "")["EMAIL_FILE_PATH"] == "/var/mail/out"


@pytest.mark.parametrize("address", ["", "mail.example.org", "smtp:", "pigeon://loft"])
def test_a_mail_address_that_is_not_understood_is_refused(monkeypatch, address):
    monkeypatch.setenv("MAIL", address)
    with pytest.raises(ImproperlyConfigured, match="MAIL is not understood"):
        environment.read_email("MAIL", "")


def test_celery_is_told_of_a_unix_socket_in_its_own_word():
    assert environment.broker_address("unix:///run/redis.sock") == "redis+socket:///run/redis.sock"
    assert environment.broker_address("redis://cache:6379/0") == "redis://cache:6379/0"
