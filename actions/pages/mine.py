"""An officer's or councillor's own actions, and the team's for heads of service."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions import answers, mine, teams, verbs
from actions.awaited import awaited_by
from people.requests import SignedIn
from people.roles import is_member, is_officer, officer_required, owner_required


@require_safe
@owner_required
def my_actions(request: SignedIn) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "desk": mine.desk_of(request.user, today, request.GET.get("page")),
        "covers": teams.covers_of(request.user, today),
        "approvals": list(answers.waiting_for(request.user)),
        "to_decide": list(verbs.to_decide_as_chair(request.user)),
        "has_team": teams.has_team(request.user, today),
        "may_pass_on": is_officer(request.user),
        "awaited": awaited_by(request.user, today) if is_member(request.user) else [],
        "today": today,
    }
    return render(request, "actions/mine.html", context)


@require_safe
@officer_required
def my_team(request: SignedIn) -> HttpResponse:
    today = timezone.localdate()
    desk = mine.team_desk(request.user, today, request.GET.get("page"))
    context = {"desk": desk, "has_team": teams.has_team(request.user, today), "is_team": True, "today": today}
    return render(request, "actions/mine.html", context)
