"""Files of answers that came back: asked for, brought in, and told about."""

from pathlib import Path

from qualkit.domain.review_reports import ReviewReport
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.review_text import arrival_told, report_notes, tally_told
from qualkit.tui.screens.prompts import Notice, TextPrompt
from qualkit.tui.typed_paths import is_there, path_of

ANSWER_FILES = frozenset({".xlsx", ".csv", ".docx", ".json"})
"""What of a folder is taken for files that came back."""


async def bring_in_answers(screen: QualkitScreen) -> bool:
    """Ask for files that came back, bring their answers in, and tell whether any is new.

    To be awaited in a worker.
    """
    typed = await screen.app.push_screen_wait(
        TextPrompt(
            _("Add answers"),
            hint=_("A file that came back (.xlsx, .csv, .docx, .json), or a folder of them."),
            refuse=_refuse,
        )
    )
    files = _files(typed) if typed else []
    reviews = screen.project.reviews
    preview = screen.attempt(lambda: reviews.read(files)) if files else None
    if preview is None:
        return False
    reviewer = await _ask_reviewer(screen, preview)
    if reviewer is None:
        return False
    outcome = screen.attempt(lambda: reviews.bring_in(files, reviewer))
    if outcome is None:
        return False
    report = outcome.value
    if report.fresh:
        told = f"{arrival_told(report)}. {tally_told(report.tally, len(report.unknown))}."
        screen.done(outcome, told)
    else:
        screen.say(_("Nothing new: {answers}.").format(answers=arrival_told(report)))
    if notes := "\n\n".join(report_notes(report)):
        screen.app.push_screen(Notice(_("About these files"), notes))
    return bool(report.fresh)


async def _ask_reviewer(screen: QualkitScreen, preview: ReviewReport) -> str | None:
    """Ask who filled in a file that does not tell; None when the person steps back."""
    if not preview.unnamed:
        return ""
    return await screen.app.push_screen_wait(
        TextPrompt(
            _("Who filled in '{file}'?").format(file=", ".join(preview.unnamed)),
            value=preview.reviewers[-1],
        )
    )


def _files(typed: str) -> list[Path]:
    """Give the file that was typed, or those in the folder; none where nothing can be read."""
    path = path_of(typed)
    if not is_there(path):
        return []
    if not path.is_dir():
        return [path] if path.is_file() else []
    try:
        return sorted(each for each in path.iterdir() if each.suffix.lower() in ANSWER_FILES)
    except OSError:
        # A folder of somebody else.
        return []


def _refuse(typed: str) -> str:
    return "" if _files(typed) else _("There is no such file, or nothing to read in the folder.")
