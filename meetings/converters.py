"""Days in addresses: /meetings/2026-10-08/."""

import datetime


class IsoDay:
    """A day that exists; anything else is no such page."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> datetime.date:
        return datetime.date.fromisoformat(value)

    def to_url(self, value: datetime.date | str) -> str:
        return str(value)
