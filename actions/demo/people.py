"""What the demo's people find waiting for them: emails that went out, a team's work, a councillor's own lists."""

import datetime
from typing import cast

from django.utils import timezone

from actions import amendments
from actions.follows import follow
from actions.models import Action, Notice, SavedSearch, Status
from actions.notices import telling
from meetings.models import Committee, Meeting
from people.models import Councillor, Officer, Owner, User

MEMBER = "member@example.org"
TEAM_MEMBER = "Rebecca Lyle"  # reports to the officer who signs in
NO_MAILBOX = "The mail server says that there is no mailbox of this name. Correct the address, then send it again."
SENT_AFTER = datetime.timedelta(minutes=1)


def settle(clerk: User, now: datetime.datetime) -> None:
    """After the story has been told. Does nothing the second time."""
    if Notice.objects.exists():
        return
    _give_the_team_something(clerk, now)
    _give_the_councillor_something(clerk, now)
    _write_the_emails_of_each_review()


def _give_the_team_something(clerk: User, now: datetime.datetime) -> None:
    """Two actions are passed to somebody in the team of the officer who signs in."""
    officer = Officer.objects.get(name=TEAM_MEMBER)
    owner = Owner.objects.for_officer(officer, officer.post_on(timezone.localdate(now)))
    theirs = Action.objects.filter(status=Status.OPEN, committee__code="CYP").exclude(
        owner__officer__user__isnull=False
    )
    for action in theirs[:2]:
        amendments.assign(action, owner, by=clerk, now=now, reason=f"{officer.name}’s team keeps these figures")


def _give_the_councillor_something(clerk: User, now: datetime.datetime) -> None:
    """Something to do, a search that is kept and a committee that is followed."""
    member = User.objects.get(email=MEMBER)
    councillor = Councillor.objects.get(user=member)
    action = Action.objects.filter(status=Status.OPEN, committee__code="GTR").order_by("due_on", "pk").last()
    if action:
        owner = Owner.objects.for_councillor(councillor)
        amendments.assign(action, owner, by=clerk, now=now, reason="The Chair asked her to lead on it")
    committee = Committee.objects.get(code="CYP")
    SavedSearch.objects.create(
        user=member, name="Overdue for children and young people", query=f"committee={committee.slug}&overdue=on"
    )
    follow(committee, email=member.email, user=member, now=now)


def _write_the_emails_of_each_review() -> None:
    """Each owner was told when the review was finished; one email of the last review came back."""
    for meeting in Meeting.objects.filter(reviewed_at__isnull=False).order_by("date"):
        told = telling.meeting_reviewed(meeting, cast(datetime.datetime, meeting.reviewed_at))
        for notice in told:
            notice.state, notice.sent_at = Notice.State.SENT, notice.created_at + SENT_AFTER
            notice.to_email = notice.owner.email if notice.owner else ""
            notice.attempts = 1
            notice.save()
    last = Notice.objects.order_by("created_at", "pk").last()
    if last:
        last.state, last.sent_at, last.outcome = Notice.State.FAILED, None, NO_MAILBOX
        last.save()
