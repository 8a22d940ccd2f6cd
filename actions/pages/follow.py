"""Follow an action or a committee by email, confirm it from the email, stop it without a sign-in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions import follows
from actions.forms.follow import FollowForm
from actions.limits import is_too_often, not_now
from actions.models import Action, Follow
from meetings.models import Committee

MOST_AN_HOUR = 10  # from one address of the network, so that nobody has us write to half the town


@require_http_methods(["GET", "HEAD", "POST"])
def follow_action(request: HttpRequest, reference: str) -> HttpResponse:
    action = get_object_or_404(Action.objects.visible_to(request.user).published(), reference=reference)
    return _follow(request, action, f"{action.reference}: {action.summary}")


@require_http_methods(["GET", "HEAD", "POST"])
def follow_committee(request: HttpRequest, slug: str) -> HttpResponse:
    committee = get_object_or_404(Committee.objects.visible_to(request.user), slug=slug)
    return _follow(request, committee, committee.name)


def _follow(request: HttpRequest, subject: Action | Committee, words: str) -> HttpResponse:
    form = FollowForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        user = request.user if request.user.is_authenticated else None
        if user is None and is_too_often(request, "follow", MOST_AN_HOUR):
            return not_now(request)
        email = user.email if user else form.cleaned_data["email"]
        follows.follow(subject, email=email, user=user, now=timezone.now())
        if user:
            messages.success(request, "You follow this now. We write to you when something changes.")
        else:
            messages.success(
                request, f"We have sent an email to {email}. Open its link to confirm that you want to follow this."
            )
        return redirect(subject)
    status = 422 if form.errors else 200
    return render(request, "actions/follow.html", {"form": form, "subject": subject, "words": words}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A link in an email is opened by scanners too, so it shows a button and the button confirms."""
    row = get_object_or_404(Follow.objects.select_related("action__item", "committee"), token=token)
    if request.method == "POST":
        follows.confirm(row, timezone.now())
    return render(request, "actions/follow_confirm.html", {"follow": row, "words": follows.subject_words(row)})


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stopping twice is as good as once: a token that is gone says the same."""
    row = Follow.objects.select_related("action__item", "committee").filter(token=token).first()
    words = follows.subject_words(row) if row else ""
    if request.method == "POST" and row:
        follows.stop(row)
    is_stopped = row is None or request.method == "POST"
    return render(request, "actions/follow_stop.html", {"words": words, "is_stopped": is_stopped})
