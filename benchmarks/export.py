"""Themes, report and sheet of 2,000 quotes from 100 sources, in each format, beside Taguette."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.generator import SETTINGS, project_of
from benchmarks.measure import Result, by_turns, seconds, spread
from benchmarks.plans import SHEET
from qualkit.domain.mosaic import MosaicVerdict
from qualkit.domain.operations import Origin
from qualkit.formats.sheet_files import SHEET_FORMATS
from qualkit.services.exports import ExportReport
from qualkit.services.project import Project
from qualkit.services.reports import FORMATS

BUDGET = 2.0
TAGUETTE_FORMS = ("xlsx", "csv", "html")
"""Its other formats need another program."""

Export = Callable[[Path, str], ExportReport]


def run(quick: bool) -> tuple[Result, ...]:
    """Write each export several times."""
    runs = 2 if quick else 5
    folder = project_of(SHEET.tenth() if quick else SHEET)
    with (
        Project.open(folder, SETTINGS, Origin.BATCH) as project,
        tempfile.TemporaryDirectory() as temporary,
    ):
        target = Path(temporary)
        project.mosaic.look_all(MosaicVerdict.SEEN)
        themes, sheet = project.exports.themes, project.sheets.write
        report = project.reports.write
        return (
            _measure("themes", themes, target / "themes", "md", runs),
            _measure("themes", themes, target / "themes.html", "html", runs),
            *(
                _measure("report", report, target / f"report.{form}", form, runs)
                for form in FORMATS
            ),
            *(
                _measure("quote sheet", sheet, target / f"quotes.{form}", form, runs)
                for form in SHEET_FORMATS
            ),
            *_beside_taguette(project, target, runs),
        )


def _measure(what: str, export: Export, target: Path, form: str, runs: int) -> Result:
    items = export(target, form).items
    times = [seconds(lambda: export(target, form)) for _ in range(runs)]
    noun = "quotes" if what == "quote sheet" else "themes"
    note = f"{items:,} {noun}; {spread(times, 's')}"
    return Result(f"export: {what}, {form}", median(times), "s", BUDGET, note)


def _beside_taguette(project: Project, place: Path, runs: int) -> list[Result]:
    """Write the same coded segments with Taguette by turns; one line that says so without it."""
    try:
        from benchmarks.taguette import taguette_of  # noqa: PLC0415 (of the extra "bench")
    except ImportError:
        return [Result("export: quote sheet / Taguette", None, "x", note="pip install '.[bench]'")]
    with taguette_of(project.codings.select(), place) as highlights:
        pairs = {
            form: by_turns(
                partial(project.sheets.write, place / f"sheet.{form}", form),
                partial(highlights.write, place / f"highlights.{form}", form),
                runs,
            )
            for form in TAGUETTE_FORMS
        }
    return [
        Result(
            f"export: quote sheet / Taguette, {form}",
            pair.ratio,
            "x",
            note=f"the same coded segments; theirs {spread(pair.theirs, 's')}",
        )
        for form, pair in pairs.items()
    ]
