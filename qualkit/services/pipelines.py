"""Which language pipelines there are, which one would run, and how each does on a short check."""

from collections.abc import Callable
from dataclasses import replace

from qualkit.domain.pipelines import CheckedPipeline, FoundPipeline
from qualkit.errors import PipelineMissingError

Progress = Callable[[int, int], None]
"""Called with how many pipelines are done, and of how many."""


def checked_pipelines(
    language: str, name: str | None = None, progress: Progress | None = None
) -> tuple[CheckedPipeline, ...]:
    """Give every pipeline for a language in the order of choice, each loaded and checked.

    `name` is the one asked for, here or in the settings. One that does not fit or cannot be loaded
    is given with its problem; nothing is raised for it.
    """
    # Not loaded for a project in which nobody asks for this.
    from qualkit.language.pipeline import choice, find_all  # noqa: PLC0415

    found = find_all(language, name)
    chosen = choice(found)
    checked = []
    for done, one in enumerate(found, start=1):
        checked.append(_checked(one, language, one is chosen))
        if progress:
            progress(done, len(found))
    return tuple(checked)


def _checked(found: FoundPipeline, language: str, is_chosen: bool) -> CheckedPipeline:
    from qualkit.language.check import check  # noqa: PLC0415 (loads what it checks)

    if found.problem:
        return CheckedPipeline(found, runs=False)
    try:
        return CheckedPipeline(found, is_chosen, check(found.info, language))
    except PipelineMissingError as error:
        return CheckedPipeline(replace(found, problem=error.message, hint=error.hint), runs=False)
