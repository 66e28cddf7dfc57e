"""How a batch is run: over a project or a folder, by how many workers, on which machines."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.messages import say
from qualkit.cli.options import gathered
from qualkit.domain.batch_selection import BatchSelection, SelectedSources
from qualkit.translation import _, ngettext

if TYPE_CHECKING:
    from qualkit.domain.sources import Source
    from qualkit.formats.documents import FoundDocuments
    from qualkit.services.batch_run import Batch, BatchRun, Engine, Progress
    from qualkit.services.project import Project

KEPT_BESIDE = ".parts"
"""What is read of a folder is kept beside the file that comes of it, under its name and this."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read, and how."""

    folder: Path | None
    """A folder or table of documents that are in no project."""
    kept: Path | None
    pipeline: str | None
    language: str
    workers: int | None
    id_column: str
    text_column: str
    log: bool

    def sources(self, project: "Project", selection: BatchSelection) -> "tuple[Source, ...]":
        """Choose sources of a project, and tell how many are left out.

        Raises:
            UsageError: a place is named for what is read, which is kept with the project.
        """
        if self.kept is not None:
            raise click.UsageError(
                _("--cache goes with --from: what is read of a project is kept with it.")
            )
        known = None
        if selection.new_only:
            run = project.batches.run(self.engine_to_use(), self.pipeline)
            known = project.batches.known_to(run)
        chosen = project.batches.select(selection, known)
        _say_left_out(chosen)
        return chosen.sources

    def run_beside(self, out: Path | None, progress: "Progress | None") -> "BatchRun":
        """Set up a run over documents that are in no project.

        Raises:
            UsageError: nothing tells where what is read is kept.
        """
        from qualkit.services.batch_run import BatchRun  # noqa: PLC0415

        kept = self.kept or _beside(out)
        return BatchRun(kept, self.language, self.pipeline, self.engine_to_use(), progress)

    def documents(self, folder: Path) -> "FoundDocuments":
        """Give the documents of a folder or table.

        Raises:
            InvalidInputError: there is no such folder or table, or it has no such columns.
        """
        from qualkit.formats.document_columns import Columns  # noqa: PLC0415
        from qualkit.formats.documents import read_documents  # noqa: PLC0415

        return read_documents(folder, Columns(self.id_column, self.text_column))

    def engine_to_use(self) -> "Engine":
        """Give what reads texts: processes of this machine."""
        from qualkit.services.batch_local import LocalEngine, cores  # noqa: PLC0415

        return LocalEngine(self.workers or cores())


@dataclass(frozen=True, slots=True)
class Running(Reading):
    """The same, with where it runs and how its file is written."""

    engine: str
    scheduler: str | None
    partitioned: bool

    def engine_to_use(self) -> "Engine":
        """Give what reads texts: a cluster, when one was named."""
        if self.scheduler is None:
            return Reading.engine_to_use(self)
        from qualkit.services.batch_cluster import ClusterEngine  # noqa: PLC0415

        return ClusterEngine(self.scheduler)

    def check(self, out: Path | None) -> None:
        """See that what was asked for goes together, before hours are spent on it.

        Raises:
            UsageError: it does not.
            InvalidInputError: the file has a name that tells no format, or cannot be written.
        """
        from qualkit.formats.suggestion_tables import check_target  # noqa: PLC0415

        if (self.engine == "dask") != (self.scheduler is not None):
            raise click.UsageError(_("--engine dask and --scheduler go together."))
        if self.folder is not None and out is None and self.kept is None:
            raise click.UsageError(
                _("--from needs --cache, or --out: what is read is kept beside it.")
            )
        if out is not None:
            check_target(out, self.partitioned)

    def over_project(
        self,
        project: "Project",
        selection: BatchSelection,
        top: int,
        out: Path | None,
        progress: "Progress | None",
    ) -> "Batch":
        """Suggest over sources of a project; on her own screen, nothing is masked."""
        return project.batches.suggest(
            self.sources(project, selection),
            top,
            self.engine_to_use(),
            self.pipeline,
            hides=out is not None,
            progress=progress,
        )

    def over_folder(
        self, folder: Path, top: int, out: Path | None, progress: "Progress | None"
    ) -> "Batch":
        """Suggest over documents that are in no project.

        Raises:
            InvalidInputError: there is no such folder or table, or it has no such columns.
        """
        from qualkit.services.batch_masks import Masks  # noqa: PLC0415

        run = self.run_beside(out, progress)
        masks = Masks(self.language, hides=out is not None)
        documents = self.documents(folder)
        return run.over_documents(documents, top, masks, documents.count)

    def write(self, batch: "Batch", out: Path) -> int:
        """Write a batch, whole or not at all, and give how many places are in it."""
        from qualkit.formats.suggestion_tables import write_places  # noqa: PLC0415

        return write_places(out, batch.rows.batches, batch.report.language, self.partitioned)


def _say_left_out(chosen: "SelectedSources") -> None:
    """Tell how many of the sources that were asked for are left out, and why."""
    closed, unread, known = len(chosen.closed), len(chosen.unread), len(chosen.known)
    counted = (
        ngettext(
            "{count} source is left out: nothing of it may be printed.",
            "{count} sources are left out: nothing of them may be printed.",
            closed,
        ),
        ngettext(
            "{count} source is left out: nobody has read it yet.",
            "{count} sources are left out: nobody has read them yet.",
            unread,
        ),
        ngettext(
            "{count} source is left out: it was in a batch before.",
            "{count} sources are left out: they were in a batch before.",
            known,
        ),
    )
    for told, count in zip(counted, (closed, unread, known), strict=True):
        if count:
            say(told.format(count=count))


def _beside(out: Path | None) -> Path:
    assert out is not None, "it was checked that there is a place for what is read"
    return out.with_name(f"{out.name}{KEPT_BESIDE}")


_READING = (
    click.option(
        "--from",
        "folder",
        type=click.Path(exists=True, path_type=Path),
        metavar="DIR",
        help="Over files that are in no project: a folder, or a table (.csv, .jsonl, .parquet).",
    ),
    click.option(
        "--cache",
        "kept",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help="Where what --from reads is kept; without it: beside the file that is written.",
    ),
    click.option("--pipeline", metavar="NAME", help="A spaCy pipeline, or the folder of one."),
    click.option(
        "--language",
        default="nl",
        show_default=True,
        metavar="CODE",
        help="Of the texts that --from reads.",
    ),
    click.option(
        "--workers",
        type=click.IntRange(1, 512),
        metavar="N",
        help="How many processes; without it: one for each core. A cluster has its own.",
    ),
    click.option(
        "--id-column", default="", metavar="NAME", help="Of a table: what documents are called."
    ),
    click.option("--text-column", default="", metavar="NAME", help="Of a table: their words."),
    click.option("--log", is_flag=True, help="Tell how far it is in JSON lines, for a log."),
)

reading_options = gathered("reading", Reading, *_READING)
"""Adds what is read; the command gets it as `reading`."""

running_options = gathered(
    "running",
    Running,
    *_READING,
    click.option(
        "--engine",
        type=click.Choice(("local", "dask")),
        default="local",
        show_default=True,
        help="Where it runs: on this machine, or on a cluster.",
    ),
    click.option("--scheduler", metavar="URL", help="Of a Dask cluster: tcp://host:8786."),
    click.option("--partitioned", is_flag=True, help="Let --out be a folder of Parquet files."),
)
"""Adds the options; the command gets them as `running`."""
