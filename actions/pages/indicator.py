"""An indicator: every request ever made about it, across meetings and committees."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.models import Action
from actions.register import PER_PAGE, in_order, rows_of
from people.models import Indicator


@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Of an indicator that stands for every code beginning so, the requests about all of those.

    One that only exempt business names is no such page, as is one that nothing names.
    """
    found = Indicator.objects.filter(code__iexact=code).first()
    if found is None:
        raise Http404
    ids = Action.indicators.through.objects.filter(indicator=found)
    if found.is_prefix:
        ids = Action.indicators.through.objects.filter(indicator__code__istartswith=found.code)
    actions = Action.objects.visible_to(request.user).published().filter(pk__in=ids.values("action_id"))
    page = Paginator(in_order(actions, "newest").for_lists(), PER_PAGE).get_page(request.GET.get("page"))
    if not page.paginator.count:
        raise Http404
    rows = rows_of(page.object_list, timezone.localdate())
    return render(request, "actions/indicator.html", {"indicator": found, "page": page, "rows": rows})
