import io
import json
import logging

import pytest
import structlog
from django.conf import settings
from django.http import HttpResponse
from django.urls import path, reverse

WORDS = "Mrs Ada Thornbury's address"  # apart from the lines that raise: a traceback quotes those


def fail(request):
    raise ValueError(WORDS)


def fail_twice(request):
    try:
        raise KeyError(WORDS)
    except KeyError as error:
        raise RuntimeError(WORDS) from error


urlpatterns = [
    path("fails/", fail, name="fails"),
    path("fails/twice/", fail_twice, name="fails-twice"),
    path("feed/<str:secret>/<int:pk>/", lambda request, secret, pk: HttpResponse("ok"), name="feed"),
    path("accounts/", lambda request: HttpResponse(), name="account_login"),
]


@pytest.fixture
def lines():
    """The lines that the project's own handler writes, parsed."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(**formatter_arguments()))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(level)


def formatter_arguments():
    return {key: value for key, value in settings.LOGGING["formatters"]["json"].items() if key != "()"}


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_request_is_logged_by_its_page_and_ids_not_by_its_address(client, lines):
    client.get(reverse("feed", args=["s3cret", 7]) + "?q=Thornbury")
    finished = [line for line in lines() if line["event"] == "request_finished"]
    assert [line["request"] for line in finished] == ["GET feed pk=7"]
    assert "s3cret" not in str(lines())
    assert "Thornbury" not in str(lines())


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_is_not_logged(client, lines):
    client.get("/Thornbury/?q=Thornbury")
    assert "GET (no such page)" in [line.get("request") for line in lines()]
    assert "Thornbury" not in str(lines())


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.parametrize("page", ["fails", "fails-twice"])
def test_a_failure_is_logged_with_its_kind_and_place_but_without_its_message(client, lines, page):
    client.raise_request_exception = False
    assert client.get(reverse(page)).status_code == 500
    failed = [line for line in lines() if line["event"] == "request_failed"]
    assert len(failed) == 1
    assert "builtins." in failed[0]["exception"]
    assert "test_logs.py" in failed[0]["exception"]
    assert "Thornbury" not in str(lines())


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_the_cause_of_a_failure_is_logged_before_it(client, lines):
    client.raise_request_exception = False
    client.get(reverse("fails-twice"))
    words = next(line["exception"] for line in lines() if line["event"] == "request_failed")
    assert words.index("builtins.KeyError") < words.index("builtins.RuntimeError")


def test_a_failed_task_is_logged_without_the_words_it_failed_on(lines):
    structlog.get_logger("django_structlog.celery.receivers").error(
        "task_failed", error="RESOLVED that Mrs Thornbury", exception=ValueError("Thornbury"), task_id="1"
    )
    (line,) = lines()
    assert line["task_id"] == "1"
    assert "Thornbury" not in str(line)
