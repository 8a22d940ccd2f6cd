"""The clerk at the directory, and the post that the cast's officer holds."""

import pytest
from django.utils.timezone import localdate

from people.models import Post


@pytest.fixture
def desk(client, clerk, committee):
    client.force_login(clerk)
    return client


@pytest.fixture
def post(officer) -> Post:
    return officer.officer.post_on(localdate())
