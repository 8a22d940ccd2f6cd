"""People: users, the directory, owners of actions."""

from .change import DirectoryChange
from .directory import (
    Absence,
    Councillor,
    Directorate,
    Indicator,
    Officer,
    OutsideBody,
    Post,
    PostHolding,
    PostTitle,
    Service,
    ServiceTerm,
)
from .owner import Owner, OwnerQuerySet
from .press import Press
from .user import User, UserManager

__all__ = [
    "Absence",
    "Councillor",
    "Directorate",
    "DirectoryChange",
    "Indicator",
    "Officer",
    "OutsideBody",
    "Owner",
    "OwnerQuerySet",
    "Post",
    "PostHolding",
    "PostTitle",
    "Press",
    "Service",
    "ServiceTerm",
    "User",
    "UserManager",
]
