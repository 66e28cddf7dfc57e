"""Files of suggestions: chosen from the exports folder or typed, loaded, and told about."""

from pathlib import Path

from qualkit.domain.operations import Origin, Outcome
from qualkit.domain.queue import LoadReport, SuggestionBatch
from qualkit.services.project import Project
from qualkit.services.workspace import EXPORTS
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.left_out import left_out_told
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import Notice, TextPrompt
from qualkit.tui.screens.working import Progress
from qualkit.tui.typed_paths import path_of, refuse_path
from qualkit.tui.words import count_of

TEXT_FILES = frozenset({".csv", ".jsonl"})
"""What a batch can be written as, beside Parquet and folders of that."""

COLUMN = b"text_sha256"
"""Tells a batch from the other tables that are exported."""

_OTHER = "other"


async def bring_in_batch(screen: QualkitScreen) -> SuggestionBatch | None:
    """Ask for a file of suggestions, load it, and give the batch that was made of it.

    To be awaited in a worker.
    """
    path = await _ask_file(screen)
    if path is None:
        return None
    qualkit = screen.qualkit

    def load(_progress: Progress) -> Outcome[LoadReport]:
        # Over a connection of its own, since it runs in a thread.
        with Project.open(qualkit.folder, qualkit.settings, Origin.TUI) as project:
            return project.queue.load(path)

    outcome = await screen.work_through(_("Loading suggestions"), "", load)
    if outcome is None:
        return None
    _tell(screen, outcome, path.name)
    return outcome.value.batch


async def _ask_file(screen: QualkitScreen) -> Path | None:
    found = batches_in(screen.qualkit.folder / EXPORTS)
    if found:
        files = [Choice(str(path), path.name) for path in found]
        other = Choice(_OTHER, _("another file …"))
        picked = await screen.app.push_screen_wait(Picker(_("Which suggestions?"), [*files, other]))
        if picked is None:
            return None
        if picked != [_OTHER]:
            return Path(picked[0])
    typed = await screen.app.push_screen_wait(
        TextPrompt(
            _("Add suggestions"),
            hint=_("What 'qualkit suggest --out' wrote: .csv, .jsonl, .parquet, or a folder."),
            refuse=refuse_path,
        )
    )
    return path_of(typed) if typed else None


def batches_in(folder: Path) -> list[Path]:
    """Give what of a folder a batch was written to, the latest first."""
    if not folder.is_dir():
        return []
    ours = [path for path in folder.iterdir() if _is_batch(path)]
    return sorted(ours, key=lambda path: path.stat().st_mtime, reverse=True)


def _is_batch(path: Path) -> bool:
    if path.is_dir():
        return any(path.glob("*.parquet"))
    if path.suffix.lower() not in TEXT_FILES:
        return path.suffix.lower() == ".parquet"
    with path.open("rb") as file:
        return COLUMN in file.read(2_000)


def _tell(screen: QualkitScreen, outcome: Outcome[LoadReport], name: str) -> None:
    report = outcome.value
    if report.batch is None:
        screen.say(_("There is nothing new in {file}.").format(file=name))
    else:
        phrases, places = count_of(report.phrases, "phrase"), count_of(report.places, "place")
        told = _("{phrases} to go through, at {places}.").format(phrases=phrases, places=places)
        screen.done(outcome, told)
    # That some of it was loaded before, rejected, or said by others is as it should be.
    is_odd = report.batch is None or report.misplaced or report.unknown
    left_out = [*left_out_told(report)]
    if is_odd and left_out:
        screen.app.push_screen(Notice(_("What did not come in"), "\n\n".join(left_out)))
