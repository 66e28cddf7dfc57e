"""Language pipelines: which there are, which one runs, and how each does on a short check."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

import click

from qualkit.cli.context import open_project, project_folder
from qualkit.cli.messages import say
from qualkit.cli.options import LANGUAGE, json_option
from qualkit.cli.progress import progress_bar
from qualkit.cli.records import Record
from qualkit.cli.rendering import print_fields, print_heading, print_json
from qualkit.domain.pipelines import CheckedPipeline, CheckScores, Share
from qualkit.settings import load_settings
from qualkit.translation import N_, _

_WHY_IT_RUNS = {
    "named": N_("It was named by --pipeline or in the settings."),
    "installed": N_("An installed pipeline comes before the one that comes with qualkit."),
    "shipped": N_("It comes with qualkit, and no installed pipeline fits."),
    "basic": N_("No other that fits was found."),
}

_SCORES = [field.name for field in fields(CheckScores)]


@click.command()
@click.option("--language", type=LANGUAGE, help="That of the study, or nl, if not given.")
@click.option("--pipeline", "name", metavar="NAME", help="A spaCy pipeline, or the folder of one.")
@json_option
@click.pass_context
def pipeline(ctx: click.Context, language: str | None, name: str | None, as_json: bool) -> None:
    """List the language pipelines, and check them.

    They are in the order of choice. The check is short; see docs/pipelines.md for how to read it.

    \b
    Example:
      qualkit pipeline --language nl
    """
    # What loads a pipeline is not loaded for --help.
    from qualkit.services.pipelines import checked_pipelines  # noqa: PLC0415

    language = language or _language_of_study(ctx)
    with progress_bar(_("Loading and checking pipelines")) as progress:
        found = checked_pipelines(language, name or load_settings().pipeline, progress)
    records = [_record(one, _why(one, found)) for one in found]
    if as_json:
        print_json(records)
        return
    for place, (one, record) in enumerate(zip(found, records, strict=True), start=1):
        print_heading(f"{place}. {record['name']} {record['version']}".rstrip())
        print_fields(_fields(one, record))
    if not any(one.runs for one in found):
        say(_("No suggestions can be made until another pipeline is named."))
    elif all(one.scores is None for one in found):
        say(_("There is no check for the language '{language}'.").format(language=language))


def _language_of_study(ctx: click.Context) -> str:
    from qualkit.services.project import Project  # noqa: PLC0415 (not for --help)

    if ctx.find_object(Path) is None and not Project.is_in(project_folder(ctx)):
        return "nl"
    return open_project(ctx).info.language


def _why(one: CheckedPipeline, found: Sequence[CheckedPipeline]) -> str:
    """Tell why a pipeline would run or not, in a sentence or two."""
    if one.found.problem:
        return f"{one.found.problem} {one.found.hint}".strip()
    if one.runs:
        return _(_WHY_IT_RUNS[one.found.info.tier])
    first = next((other.found.info.name for other in found if other.runs), "")
    if first:
        return _("{name} comes first.").format(name=first)
    return _("Another was chosen, and cannot be used.")


def _record(one: CheckedPipeline, why: str) -> Record:
    scores = asdict(one.scores) if one.scores else dict.fromkeys(_SCORES)
    return {
        **asdict(one.found.info),
        "language": one.found.language,
        "licence": one.found.licence,
        "made_for": one.found.made_for,
        "fits": not one.found.problem,
        "runs": one.runs,
        "why": why,
        **scores,
    }


def _fields(one: CheckedPipeline, record: Record) -> list[tuple[str, str]]:
    told = [
        (_("Tier"), _(one.found.info.tier)),
        # Only a named one can be for another language than that of the study.
        (_("Language"), one.found.language if one.found.info.tier == "named" else ""),
        (_("Licence"), record["licence"]),
        (_("Runs") if one.runs else _("Does not run"), record["why"]),
    ]
    if one.scores:
        words, sentences = N_("{right} of {total} words"), N_("{right} of {total} sentences")
        given = one.scores.parts_of_speech
        told += [
            (_("Part of speech"), _told(given, words) if given else _("not given")),
            (_("Lemma"), _told(one.scores.lemmas, words)),
            (_("Borders"), _told(one.scores.sentences, sentences)),
        ]
    return told


def _told(share: Share, message: str) -> str:
    return _(message).format(right=share.right, total=share.total)
