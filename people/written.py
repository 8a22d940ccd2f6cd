"""What somebody wrote in a form that cannot be taken, to be shown for copying: its page, if kept, comes back empty."""

from django.http import HttpRequest

LONG = 100  # characters from which words are worth copying; tokens and passwords are shorter


def written_in(request: HttpRequest) -> list[str]:
    """Its long texts. Not what another site sent, or it could put its words on a page of ours."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return []
    return [value for _, values in request.POST.lists() for value in values if len(value) > LONG]
