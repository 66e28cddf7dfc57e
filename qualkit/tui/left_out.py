"""What of a file of suggestions does not come into the queue, in words."""

from collections import Counter
from collections.abc import Iterable, Iterator

from qualkit.domain.listed_names import some_of
from qualkit.domain.queue import LoadReport
from qualkit.translation import N_n, ngettext

_AS_IT_SHOULD = (
    N_n("{count} place was loaded before.", "{count} places were loaded before."),
    N_n("{count} place was rejected.", "{count} places were rejected."),
    N_n(
        "{count} place is in what an interviewer or helper says.",
        "{count} places are in what interviewers and helpers say.",
    ),
)

_NOT_FOUND = (
    N_n(
        "The text of {count} place is not in this project: {names}.",
        "The texts of {count} places are not in this project: {names}.",
    ),
    N_n(
        "{count} place is not inside its text: {names}.",
        "{count} places are not inside their text: {names}.",
    ),
)


def left_out_told(report: LoadReport) -> Iterator[str]:
    """Tell which places of a file are not in the queue, and why."""
    for words, count in zip(
        _AS_IT_SHOULD, (report.known, report.rejected, report.context), strict=True
    ):
        if count:
            yield ngettext(*words, count).format(count=count)
    for words, names in zip(_NOT_FOUND, (report.unknown, report.misplaced), strict=True):
        if names:
            told = ngettext(*words, len(names))
            yield told.format(count=len(names), names=_most_first(names))


def _most_first(names: Iterable[str]) -> str:
    """Name some sources, those with most places first."""
    return some_of([name for name, _times in Counter(names).most_common()])
