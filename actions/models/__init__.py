"""The records of actions."""

from .action import (
    CLERKS_ALONE,
    NOBODY,
    OUTSTANDING,
    PUBLISHED,
    UNDATED,
    UNOWNED,
    UNSETTLED,
    Action,
    ActionQuerySet,
    Kind,
    Status,
)
from .notice import CalendarFeed, Follow, Notice, NoticePreference, SavedSearch
from .policy import OwnerCorrection, ResponsePolicy
from .record import (
    ANSWERED_IN_PART,
    STILL_WANTED,
    Event,
    Evidence,
    EvidenceQuerySet,
    OwnerCandidate,
    ReferenceCounter,
    Takeover,
    last_wanted,
)
from .reply import Answer, Attachment, MoreTimeRequest

__all__ = [
    "ANSWERED_IN_PART",
    "CLERKS_ALONE",
    "NOBODY",
    "OUTSTANDING",
    "PUBLISHED",
    "STILL_WANTED",
    "UNDATED",
    "UNOWNED",
    "UNSETTLED",
    "Action",
    "ActionQuerySet",
    "Answer",
    "Attachment",
    "CalendarFeed",
    "Event",
    "Evidence",
    "EvidenceQuerySet",
    "Follow",
    "Kind",
    "MoreTimeRequest",
    "Notice",
    "NoticePreference",
    "OwnerCandidate",
    "OwnerCorrection",
    "ReferenceCounter",
    "ResponsePolicy",
    "SavedSearch",
    "Status",
    "Takeover",
    "last_wanted",
]
