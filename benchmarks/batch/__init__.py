"""The batch run over invented chats: how fast, how much memory, and whether killing it harms.

`python -m benchmarks.batch --help` has the sizes and the test by killing; as a part of
`python -m benchmarks` it measures the usual size once or a tenth of it.
"""

from benchmarks.batch.corpus import USUAL, Corpus
from benchmarks.batch.measuring import measure
from benchmarks.measure import Result


def run(quick: bool) -> tuple[Result, ...]:
    """Measure 2,000 chats by turns, or 200."""
    return measure(Corpus(USUAL // 10 if quick else USUAL), rounds=1 if quick else 3)
