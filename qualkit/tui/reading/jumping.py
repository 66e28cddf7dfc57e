"""Short labels at places in sight: typing one goes there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from qualkit.domain.spans import Span

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The home row first."""


@dataclass(frozen=True, slots=True)
class Jumps:
    """Places by label, as far as a label was typed."""

    places: Mapping[str, Span] = field(default_factory=dict)
    """By what is still to be typed."""

    def typed(self, letter: str) -> "Jumps":
        """Give the places that are left after a letter; none where no label goes on so."""
        return Jumps(
            {
                label[1:]: span
                for label, span in self.places.items()
                if letter and label.startswith(letter)
            }
        )

    @property
    def reached(self) -> Span | None:
        """The place whose label was typed to its end."""
        return self.places.get("")


def labelled(places: Sequence[Span]) -> Jumps:
    """Give each place a label of one letter; of two where there are more places than letters."""
    return Jumps(dict(zip(labels_for(len(places)), places, strict=False)))


def labels_for(count: int) -> list[str]:
    """Give labels of which none begins as another one; as many of one letter as can be."""
    letters = len(LETTERS)
    # Each letter that begins longer labels costs one short label and gives as many as there are.
    longer = max(-(-(count - letters) // (letters - 1)), 0)
    short = list(LETTERS[: letters - min(longer, letters)])
    long = ["".join(pair) for pair in product(LETTERS[len(short) :], LETTERS)]
    return [*short, *long][:count]
