import pytest
from django.db import Error as DatabaseError
from django.db import connection
from django.urls import reverse

from scrutiny.celery import app


@pytest.fixture
def broker_at():
    """Point the application at a broker for the length of a test."""
    before = app.conf.broker_url
    yield lambda url: app.conf.update(broker_url=url)
    app.conf.update(broker_url=before)


@pytest.mark.django_db
def test_health_is_ok_when_database_and_broker_answer(client, broker_at, redis_url):
    broker_at(redis_url.replace("unix://", "redis+socket://"))
    response = client.get(reverse("health"))
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "broker": "ok"}


@pytest.mark.django_db
def test_health_says_that_the_broker_failed_and_nothing_more(client, broker_at):
    broker_at("redis://:secret@127.0.0.1:1/0")
    response = client.get(reverse("health"))
    assert response.status_code == 503
    assert response.json() == {"database": "ok", "broker": "failed"}


@pytest.mark.django_db
def test_health_says_that_the_database_failed_and_nothing_more(client):
    def refuse(execute, sql, params, many, context):
        raise DatabaseError("could not connect to server db.internal as user minutes")

    with connection.execute_wrapper(refuse):
        response = client.get(reverse("health"))
    assert response.status_code == 503
    assert response.json() == {"database": "failed", "broker": "ok"}


@pytest.mark.django_db
def test_health_is_never_cached_and_only_read(client):
    assert "no-store" in client.get(reverse("health"))["Cache-Control"]
    assert client.post(reverse("health")).status_code == 405
