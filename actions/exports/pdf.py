"""The tracker as a tagged PDF (PDF/UA-1): headings, table headings and reading order for whoever cannot see it.

Nothing is fetched while it is made: the document holds all it needs.
"""

from weasyprint import HTML
from weasyprint.urls import URLFetcher

from actions.tracker import Tracker

from . import html


def write(tracker: Tracker) -> bytes:
    text = html.write(tracker).decode()
    fetcher = URLFetcher(allowed_protocols=("data",))
    return HTML(string=text, url_fetcher=fetcher).write_pdf(pdf_variant="pdf/ua-1")
