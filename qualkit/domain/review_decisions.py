"""Reading a decision as a person wrote it down: "Akkoord!", "ok", "inkorten graag"."""

import re
from typing import NamedTuple

from qualkit.domain.reviews import ReviewDecision
from qualkit.domain.text import folded

_WORDS = {
    ReviewDecision.AGREE: (
        "akkoord accoord akoord oké oke ok okay okee ja prima goed eens geaccordeerd goedgekeurd "
        "agree agreed yes fine good accept accepted approve approved √ ✓ ✔ 👍"
    ),
    ReviewDecision.SHORTEN: (
        "inkorten inkort ingekort korter verkorten verkort kort shorten shortened shorter cut trim"
    ),
    ReviewDecision.ANONYMISE: (
        "anonimiseren anonimiseer geanonimiseerd anoniemer anoniem "
        "anonymise anonymize anonymised anonymized anonymous"
    ),
    ReviewDecision.REPLACE: "vervangen vervang replace replaced",
    ReviewDecision.QUESTION: "vraag vragen question questions query ?",
}
_KNOWN = {word: decision for decision, words in _WORDS.items() for word in words.split()}

_BEFORE = re.compile(r"^(?:(?:mee|helemaal|zeer|verder|further|graag|please|liever|een|a|i)\s+)+")
"""What people write in front of it: "mee eens", "verder anonimiseren"."""
_POLITE_WORDS = "graag aub svp a.u.b s.v.p dank dankjewel dankuwel hoor zo mee in please thanks"
_POLITE = frozenset(_POLITE_WORDS.split())
"""What says nothing more than the decision."""
_BUT_WORDS = "maar mits niet geen nee nog tenzij behalve but not no unless if except"
_BUT = frozenset(_BUT_WORDS.split())
"""What takes a decision back, or asks something for it."""
_WORD = re.compile(r"[\w.]+|[√✓✔👍?]")


class ReadDecision(NamedTuple):
    """A decision as it was understood."""

    decision: ReviewDecision | None
    """None when it is not clear what is wanted."""
    remark: str
    """What was written, where it says more than the decision alone; else empty."""


def read_decision(written: str) -> ReadDecision:
    """Read what stands in a decision cell; what is not understood is kept as a remark.

    A decision is known by its first word. Where more is said, all of it is kept; where that takes
    the decision back or gives another ("akkoord, maar wel inkorten"), nothing is decided.
    """
    tidy = folded(written)
    words = [word.strip(".") for word in _WORD.findall(_BEFORE.sub("", tidy))]
    words = [word for word in words if word]
    if not words:
        return ReadDecision(None, written.strip())
    decision = _KNOWN.get(words[0])
    if decision is None:
        return ReadDecision(None, written.strip())
    rest = [word for word in words[1:] if word not in _POLITE]
    others = {_KNOWN[word] for word in rest if word in _KNOWN} - {decision}
    if decision is not ReviewDecision.QUESTION and (others or _BUT.intersection(rest)):
        return ReadDecision(None, written.strip())
    says_more = any(_KNOWN.get(word) is not decision for word in rest)
    return ReadDecision(decision, written.strip() if says_more else "")
