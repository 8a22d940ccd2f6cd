"""The tracker as one HTML file with its styles inside: to open anywhere, to print, and what the PDF is made from."""

from django.template.loader import render_to_string

from actions.tracker import COLUMNS, NOT_FOR_PUBLICATION, Tracker


def write(tracker: Tracker) -> bytes:
    context = {"tracker": tracker, "columns": COLUMNS, "not_for_publication": NOT_FOR_PUBLICATION}
    return render_to_string("actions/tracker_document.html", context).encode()
