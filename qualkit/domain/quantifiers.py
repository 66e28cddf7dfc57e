"""Words for how many: what a team means by "vrijwel alle" or "diverse"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A word or phrase and the share of people for which the team uses it."""

    id: str
    phrase: str
    """As it is typed: "vrijwel alle"."""
    low: int
    """The smallest share it may stand for, in whole percents, 0 to 100."""
    high: int
    """The largest share, in whole percents, 0 to 100."""
