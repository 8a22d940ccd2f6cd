"""The intake form, sent as the committee's clerk."""

import pytest
from django.urls import reverse


@pytest.fixture
def post(client, clerk, django_capture_on_commit_callbacks):
    """`post("actions:intake", …)` as the clerk; what it queues is done at once."""

    def send(name, *args, **data):
        client.force_login(clerk)
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(reverse(name, args=args), data)

    return send


@pytest.fixture
def add(post):
    """`add(committee, text=…)`: the intake form sent."""
    return lambda committee, **fields: post("actions:intake", committee=committee.slug, standing="draft", **fields)
