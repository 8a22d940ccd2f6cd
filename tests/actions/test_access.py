"""Who may open what: the whole URL configuration, walked as every role, against one table.

A page without a row fails. A row says who gets in; everybody else is asked to sign in, refused, or told that there is
no such page. For pages about one record the table has the row of a public one and of an exempt one.
"""

import dataclasses
import datetime
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core import signing
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from actions.models import CalendarFeed, Follow, MoreTimeRequest, Notice, SavedSearch, Status
from actions.notices.emails import STOP_SALT
from actions.sign_in_links import path_for
from meetings.models import ClosureDay, Source
from people.models import Absence, Indicator, ServiceTerm
from tests.builders import make_action, make_answer, make_attachment, make_item, make_meeting, make_owner, make_source
from tests.cast import TODAY

ROLES = ["public", "outsider", "member", "officer", "other_officer", "clerk", "other_clerk", "administrator"]
EVERYBODY = set(ROLES)
SIGNED_IN = EVERYBODY - {"public"}
ANY_CLERK = {"clerk", "other_clerk", "administrator"}
ITS_CLERK = {"clerk", "administrator"}
ANSWERS = ITS_CLERK | {"officer"}
OFFICERS = {"officer", "other_officer"}
OWNERS = ANY_CLERK | OFFICERS | {"member"}
ADMINISTRATORS = {"administrator"}
NOBODY: set[str] = set()

# Other people's code: tests/scrutiny/test_sign_in.py tries the pages of theirs that are used.
NOT_OURS = ("account_", "mfa_", "socialaccount_", "openid_connect_", "admin:")
NAMELESS = {"accounts/social/login/cancelled/", "accounts/social/login/error/", "accounts/social/signup/",
            "accounts/social/connections/"}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Row:
    """Who gets in, by GET or by POST with an empty form, to the page of `world[of]`."""

    who: set[str]
    of: str = ""
    post: bool = False


TABLE: dict[str, Row | list[Row]] = {
    "health": Row(EVERYBODY),
    "pages:how_this_works": Row(EVERYBODY),
    "pages:help": Row(EVERYBODY),
    "pages:guide": Row(EVERYBODY),
    "pages:accessibility": Row(EVERYBODY),
    "pages:privacy": Row(EVERYBODY),
    "pages:account": Row(SIGNED_IN),
    # The register and what is taken away of it
    "actions:register": Row(EVERYBODY),
    "actions:register_csv": Row(EVERYBODY),
    "actions:register_json": Row(EVERYBODY),
    "actions:register_atom": Row(EVERYBODY),
    "actions:register_ics": Row(EVERYBODY),
    "actions:action": [Row(EVERYBODY, "open"), Row(ANSWERS, "exempt")],
    "actions:asked_before": [Row(EVERYBODY, "open"), Row(ANSWERS, "exempt")],
    "actions:short_address": [Row(EVERYBODY, "open"), Row(ANSWERS, "exempt")],
    "actions:committees": Row(EVERYBODY),
    "actions:committee": [Row(EVERYBODY, "committee"), Row(ITS_CLERK, "closed committee")],
    "actions:meetings": Row(EVERYBODY),
    "actions:meeting": [Row(EVERYBODY, "meeting"), Row(ITS_CLERK, "closed meeting")],
    "actions:indicator": [Row(EVERYBODY, "indicator"), Row(ANSWERS, "exempt indicator")],
    "actions:api_docs": Row(EVERYBODY),
    "actions:api_schema": Row(EVERYBODY),
    "actions:api_action-list": Row(EVERYBODY),
    "actions:api_action-detail": [Row(EVERYBODY, "open"), Row(ANSWERS, "exempt")],
    "actions:api_committee-list": Row(EVERYBODY),
    "actions:api_committee-detail": [Row(EVERYBODY, "committee"), Row(ITS_CLERK, "closed committee")],
    "actions:api_meeting-list": Row(EVERYBODY),
    "actions:api_meeting-detail": [Row(EVERYBODY, "meeting pk"), Row(ITS_CLERK, "closed meeting pk")],
    # What somebody keeps and follows
    "actions:kept": Row(SIGNED_IN),
    "actions:search_save": Row(SIGNED_IN),
    "actions:search_remove": Row({"member"}, "search", post=True),
    "actions:follow_action": [Row(EVERYBODY, "open"), Row(ANSWERS, "exempt")],
    "actions:follow_committee": [Row(EVERYBODY, "committee"), Row(ITS_CLERK, "closed committee")],
    "actions:follow_confirm": Row(EVERYBODY, "follow"),
    "actions:follow_stop": Row(EVERYBODY, "follow"),
    # An owner's own, and answering
    "actions:mine": Row(OWNERS),
    "actions:team": Row(OFFICERS),
    "actions:calendar_address": Row(OWNERS),
    "actions:calendar_feed": Row(EVERYBODY, "calendar"),
    "actions:answer": [Row(ANSWERS, "open"), Row(ANSWERS, "exempt")],
    "actions:answer_draft": Row(ANSWERS, "open", post=True),
    "actions:answer_files": Row(ANSWERS, "open", post=True),
    "actions:answer_preview": Row(ANSWERS, "open"),
    "actions:answer_send": Row(ANSWERS, "open", post=True),
    "actions:answer_take_back": Row(ANSWERS, "open", post=True),
    "actions:answer_again": Row(ANSWERS, "answer again", post=True),
    "actions:more_time": Row(ANSWERS, "open", post=True),
    "actions:pass_on": Row({"officer"}, "open", post=True),
    "actions:report_done": Row(ANSWERS, "open", post=True),
    "actions:approval": Row({"other_officer"}, "approval"),
    "actions:approval_return": Row({"other_officer"}, "approval", post=True),
    "actions:attachment": [Row(EVERYBODY, "file"), Row(ANSWERS, "draft file"), Row(ANSWERS, "exempt file")],
    "actions:sign_in_link": Row(EVERYBODY, "sign-in token"),
    "actions:new_sign_in_link": Row(EVERYBODY, "sign-in token", post=True),
    # What its clerk may do with an action
    "actions:verb": Row(ITS_CLERK, "verb"),
    "actions:resume": Row(ITS_CLERK, "open", post=True),
    "actions:decide_more_time": Row(ITS_CLERK, "open"),
    # A clerk's home
    "actions:start": Row(EVERYBODY),
    "actions:work": Row(ANY_CLERK),
    "actions:work_agree": Row(ITS_CLERK, "request", post=True),
    "actions:work_chase": Row(ITS_CLERK, "open", post=True),
    "actions:bulk": Row(ANY_CLERK),
    "actions:bulk_change": Row(ANY_CLERK),
    # The tracker for an agenda
    "actions:tracker": [Row(EVERYBODY, "meeting"), Row(ITS_CLERK, "closed meeting")],
    "actions:tracker_file": [Row(EVERYBODY, "tracker"), Row(ITS_CLERK, "closed tracker")],
    "actions:dashboard": Row(OWNERS),
    # Minutes coming in
    "actions:intake": Row(ANY_CLERK),
    "actions:sources": Row(ANY_CLERK),
    "actions:source": Row(ITS_CLERK, "source"),
    "actions:source_retry": Row(ITS_CLERK, "source", post=True),
    "actions:source_set_aside": Row(ITS_CLERK, "source", post=True),
    "actions:source_put_back": Row(ITS_CLERK, "source", post=True),
    "actions:source_take_out": Row(ITS_CLERK, "source", post=True),
    "actions:source_bring_back": Row(ITS_CLERK, "source", post=True),
    "actions:source_date": Row(ITS_CLERK, "source", post=True),
    "actions:source_file": Row(ITS_CLERK, "source"),
    # The review
    "actions:review": Row(ITS_CLERK, "meeting"),
    "actions:review_sure": Row(ITS_CLERK, "meeting", post=True),
    "actions:review_undo": Row(ITS_CLERK, "meeting", post=True),
    "actions:review_finish": Row(ITS_CLERK, "meeting", post=True),
    "actions:review_add": Row(ITS_CLERK, "meeting"),
    "actions:review_resolution": Row(ITS_CLERK, "meeting"),
    "actions:review_miss": Row(ITS_CLERK, "miss", post=True),
    "actions:review_exempt": Row(ITS_CLERK, "meeting", post=True),
    "actions:review_confirm": Row(ITS_CLERK, "proposal", post=True),
    "actions:review_edit": Row(ITS_CLERK, "proposal"),
    "actions:review_dismiss": Row(ITS_CLERK, "proposal"),
    "actions:review_before": Row(ITS_CLERK, "proposal"),
    "actions:review_settle": Row(ITS_CLERK, "proposal", post=True),
    "actions:review_bring_back": Row(ITS_CLERK, "dismissed", post=True),
    # Calendars, clocks, emails
    "actions:calendar": Row(ITS_CLERK, "committee"),
    "actions:calendar_import": Row(ITS_CLERK, "committee"),
    "actions:committee_rules": Row(ITS_CLERK, "committee"),
    "actions:calendar_move": Row(ITS_CLERK, "coming meeting"),
    "actions:calendar_cancel": Row(ITS_CLERK, "coming meeting"),
    "actions:closures": Row(ANY_CLERK),
    "actions:closure_remove": Row(ANY_CLERK, "closure", post=True),
    "actions:clock": Row(ITS_CLERK, "recommendation"),
    "actions:clock_stop": Row(ITS_CLERK, "recommendation"),
    "actions:notices": Row(ANY_CLERK),
    "actions:notice_decide": Row(ITS_CLERK, "notice", post=True),
    "actions:hold_back": Row(ITS_CLERK, "open"),
    "actions:preferences": Row(SIGNED_IN),
    "actions:choose_notices": Row(EVERYBODY, "choose token"),
    "actions:stop_notices": Row(EVERYBODY, "stop token"),
    # The directory
    "actions:directory": Row(ANY_CLERK),
    "actions:post": Row(ANY_CLERK, "post"),
    "actions:post_holder": Row(ANY_CLERK, "post"),
    "actions:holding_new": Row(ANY_CLERK, "post"),
    "actions:holding": Row(ANY_CLERK, "holding"),
    "actions:holding_remove": Row(ANY_CLERK, "holding", post=True),
    "actions:directory_log": Row(ANY_CLERK),
    "actions:officer": Row(ANY_CLERK, "an officer"),
    "actions:officer_away": Row(ANY_CLERK, "an officer"),
    "actions:absence_end": Row(ANY_CLERK, "absence", post=True),
    "actions:directory_new": Row(ANY_CLERK, "kind"),
    "actions:directory_edit": Row(ANY_CLERK, "entry"),
    "actions:directory_file": Row(ANY_CLERK, "file kind"),
    "actions:directory_import": Row(ADMINISTRATORS, "file kind"),
    "actions:terms": Row(ANY_CLERK),
    "actions:term": Row(ANY_CLERK, "term"),
    "actions:term_remove": Row(ANY_CLERK, "term", post=True),
    "actions:measures": Row(ANY_CLERK),
    "actions:measure": Row(ANY_CLERK, "indicator pk"),
}


def routes(patterns: list, prefix: str = "", namespace: str = "") -> Iterator[tuple[str, str]]:
    """(name with its namespace, pattern) of every address there is."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name or ''}", route


def our_names() -> set[str]:
    found = set(routes(get_resolver().url_patterns))
    return {name for name, route in found if not name.startswith(NOT_OURS) and not (name == "" and route in NAMELESS)}


def test_every_page_has_a_row_in_the_table():
    assert our_names() - set(TABLE) == set(), "who may open these? Add a row to TABLE"
    assert set(TABLE) - our_names() == set(), "these rows are of no page"


@pytest.fixture
def world(committee, meeting, clerk, officer, other_officer, member, outsider, other_clerk, administrator):
    """One record of each kind that a page can be about: name → the arguments of its address."""
    owner = make_owner(officer.officer)
    source = make_source(committee, text="That a note be given.", state=Source.State.READY, meeting=meeting)
    item = make_item(meeting, source=source, start=0, end=21)
    exempt_item = make_item(meeting, restricted=True)
    coming = make_meeting(committee, TODAY + datetime.timedelta(days=400), status="scheduled")
    closed = type(committee).objects.create(name="Closed Panel", slug="closed-panel", code="CLO", is_public=False)
    closed.clerks.add(clerk)
    closed_meeting = make_meeting(closed)
    opened = make_action(item, owner=owner, source=source, due_on=TODAY - datetime.timedelta(days=900))
    exempt = make_action(exempt_item, owner=owner, restricted=True, reference="CYP-2026-E01")
    answered = make_action(item, owner=owner, status=Status.ANSWERED)
    sent = make_answer(answered, officer, state="sent")
    draft = make_answer(opened, officer)
    exempt_answer = make_answer(exempt, officer, state="sent_back")
    waiting = make_answer(opened, clerk, state="approval", approver=other_officer)
    feed = CalendarFeed.objects.create(user=officer, token="c" * 40)
    proposal = make_action(item, owner=owner, status=Status.PROPOSED, source=source)
    dismissed = make_action(item, owner=owner, status=Status.DISMISSED, source=source)
    recommendation = make_action(item, owner=owner, kind="recommendation", clock="executive", served_on=TODAY)
    indicator, secret = Indicator.objects.create(code="CYP09"), Indicator.objects.create(code="CYP10")
    opened.indicators.add(indicator)
    exempt.indicators.add(secret)
    source.near_misses = [
        {"item": item.pk, "start": 0, "end": 4, "text": "That", "origin": "said", "rule": "r", "reason": "x"}
    ]
    source.save()
    notice = Notice.objects.create(key="k", kind=Notice.Kind.REMINDER, committee=committee, state=Notice.State.FAILED)
    request = MoreTimeRequest.objects.create(action=opened, asked_by=officer, new_due_on=coming.date, reason="Late")
    search = SavedSearch.objects.create(user=member, name="Mine", query="status=open")
    follow = Follow.objects.create(email="a@example.org", action=opened, token="t" * 40)
    ClosureDay.objects.create(day=coming.date)
    post = officer.officer.post_on(TODAY)
    absence = Absence.objects.create(officer=officer.officer, away_from=TODAY, away_until=coming.date)
    told = {"email": "a@example.org", "kind": Notice.Kind.REMINDER}
    on = [committee.slug, meeting.date]
    return {
        "": [],
        "open": [opened.reference],
        "answered": [answered.reference],
        "exempt": [exempt.reference],
        "recommendation": [recommendation.reference],
        "committee": [committee.slug],
        "closed committee": [closed.slug],
        "meeting": on,
        "coming meeting": [committee.slug, coming.date],
        "closed meeting": [closed.slug, closed_meeting.date],
        "tracker": [*on, "csv"],
        "closed tracker": [closed.slug, closed_meeting.date, "csv"],
        "meeting pk": [meeting.pk],
        "closed meeting pk": [closed_meeting.pk],
        "indicator": [indicator.code],
        "indicator pk": [indicator.pk],
        "post": [post.pk],
        "an officer": [officer.officer.pk],
        "absence": [absence.pk],
        "holding": [officer.officer.holdings.get().pk],
        "kind": ["post"],
        "entry": ["officer", officer.officer.pk],
        "file kind": ["officers"],
        "term": [ServiceTerm.objects.create(term="EHCP", post=post).pk],
        "exempt indicator": [secret.code],
        "source": [source.pk],
        "proposal": [*on, proposal.pk],
        "dismissed": [*on, dismissed.pk],
        "miss": [*on, source.pk, 0],
        "notice": [notice.pk],
        "search": [search.pk],
        "follow": [follow.token],
        "closure": [coming.date],
        "request": [request.pk],
        "approval": [waiting.pk],
        "answer again": [opened.reference, sent.pk],
        "file": [make_attachment(sent).pk],
        "draft file": [make_attachment(draft).pk],
        "exempt file": [make_attachment(exempt_answer).pk],
        "calendar": [feed.token],
        "verb": [opened.reference, "redate"],
        "sign-in token": [resolve(path_for(officer, "/mine/")).kwargs["token"]],
        "choose token": [signing.dumps(told, salt=STOP_SALT)],
        "stop token": [signing.dumps(told, salt=STOP_SALT)],
    }


@contextmanager
def rolled_back() -> Iterator[None]:
    """What one role does is undone before the next one tries."""
    with transaction.atomic():
        point = transaction.savepoint()
        yield
        transaction.savepoint_rollback(point)


def gets_in(response) -> bool:
    """Whether the page was given: not a sign-in, a refusal or "no such page"; a form with errors counts as given."""
    to_sign_in = response.status_code == 302 and "/login/" in response["Location"]
    return not to_sign_in and response.status_code not in {401, 403, 404, 405}


ROWS = [(name, row) for name, rows in TABLE.items() for row in (rows if isinstance(rows, list) else [rows])]


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name} {row.of}".strip() for name, row in ROWS])
def test_those_in_the_table_get_in_and_nobody_else(name, row, world, request, client):
    address = reverse(name, args=world[row.of])
    let_in = set()
    for role in ROLES:
        client.logout()
        if role != "public":
            client.force_login(request.getfixturevalue(role))
        with rolled_back():
            response = client.post(address) if row.post else client.get(address)
        assert response.status_code < 500, f"{role}: {response.status_code}"
        if gets_in(response):
            let_in.add(role)
        if response.streaming:
            b"".join(response.streaming_content)  # what is downloaded to its end is closed
    assert let_in == row.who


@pytest.mark.parametrize("name", sorted(name for name, rows in TABLE.items() if isinstance(rows, Row) and rows.post))
def test_what_changes_something_is_refused_by_get(name, world, client, administrator):
    client.force_login(administrator)
    assert client.get(reverse(name, args=world[TABLE[name].of])).status_code == 405


def test_the_admin_is_for_administrators_alone(client, request, world):
    for role in ROLES:
        client.logout()
        if role != "public":
            client.force_login(request.getfixturevalue(role))
        assert gets_in(client.get(reverse("admin:index"))) == (role in ADMINISTRATORS), role
