"""A file of an answer, as a download and never to be run in the page."""

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from actions.answers import may_read_file
from actions.models import Attachment


@require_safe
@never_cache
def attachment(request: HttpRequest, pk: int) -> FileResponse:
    found = get_object_or_404(Attachment.objects.select_related("answer__action__committee"), pk=pk)
    if not may_read_file(request.user, found):
        raise Http404
    file, kind = found.file.open("rb"), found.media_type
    response = FileResponse(file, as_attachment=True, filename=found.name, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    return response
