"""The doubt list: memos of that kind, what was said about them, and how they were closed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DoubtRemark:
    """Something said about a doubt."""

    id: str
    memo_id: str
    text: str
    author: str
    made_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class DoubtDecision:
    """How a doubt was closed; a doubt without one is open."""

    id: str
    memo_id: str
    text: str
    author: str
    decided_at: datetime
    """UTC."""
