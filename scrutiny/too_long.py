"""What is more than a form takes is refused in words: minutes of a thousand pages pasted into the box, most likely."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what could not be understood (400), and for what was too long (413)."""
    if not isinstance(exception, RequestDataTooBig):
        return defaults.bad_request(request, exception)
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2
    return render(request, "413.html", {"most": most, "most_of_file": settings.MAX_MINUTES_MB}, status=413)
