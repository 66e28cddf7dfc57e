"""What a worker of a cluster does for a batch: it tells what it has, and reads units.

Workers come from elsewhere and may come late, so each of them looks for itself whether it would
find what all others find.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

from qualkit.domain.suggestions import PipelineInfo
from qualkit.errors import ClusterError
from qualkit.language.fingerprint import fingerprint
from qualkit.services.batch_worker import Unit, UnitRead, read_unit
from qualkit.translation import _, use_language

_PACKAGES = ("qualkit", "spacy", "numpy", "simplemma", "wordfreq")
"""What phrases depend on, beside the pipeline."""


@dataclass(frozen=True, slots=True)
class Outfit:
    """What a program finds phrases with."""

    versions: tuple[str, ...]
    """Of `_PACKAGES`."""
    settings: str
    """The fingerprint of pipeline, language and code."""


@lru_cache(8)
def outfit(language: str, pipeline: PipelineInfo) -> Outfit:
    """Tell what this program finds phrases with."""
    return Outfit(tuple(map(version, _PACKAGES)), fingerprint(language, pipeline))


def check_same(where: str, theirs: Outfit, ours: Outfit) -> None:
    """See that a worker finds what this program would find.

    Raises:
        ClusterError: it would not.
    """
    for name, their, our in zip(_PACKAGES, theirs.versions, ours.versions, strict=True):
        if their != our:
            raise ClusterError(
                _("The worker {address} has {package} {theirs}, this program has {ours}.").format(
                    address=where, package=name, theirs=their, ours=our
                ),
                same_everywhere(),
            )
    if theirs.settings != ours.settings:
        raise ClusterError(
            _("The worker {address} has another pipeline than this program.").format(address=where),
            same_everywhere(),
        )


def read_on_worker(unit: Unit, wanted: Outfit, speaks: str) -> UnitRead:
    """Read a unit; `speaks` is the language in which it is told why a document is set aside.

    Raises:
        ClusterError: this worker would find something else.
    """
    use_language(speaks)
    own = outfit(unit.language, unit.pipeline)
    if own != wanted:
        from distributed import get_worker  # noqa: PLC0415 (slow, and of the extra "dask")

        check_same(get_worker().address, own, wanted)
    return read_unit(unit)


def same_everywhere() -> str:
    """Tell what to do about workers that are not all alike."""
    return _(
        "Install the same qualkit, spaCy and pipeline for the scheduler and every worker, "
        "and start them again."
    )
