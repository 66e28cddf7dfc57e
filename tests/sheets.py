"""A small study with quotes to be answered by co-authors, and its sheets in every format."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qualkit.domain.operations import Origin
from qualkit.domain.spans import Span
from qualkit.domain.themes import QuoteReason, Stance, ThemeStatus
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings

FIRST = """---
kind: interview
label: Politie I
---

I: Hoe is de bezetting?

R: We zijn met vier mensen en dat is te weinig. Werk dat niemand ziet, blijft liggen.

I: En bellen mensen daarover?

R: Nooit. =SOM(1;2) typen ze ook niet, zei een collega.
"""
SECOND = """---
kind: interview
label: Politie II
---

I: Hoe is de bezetting bij jullie?

R: Wij hebben genoeg mensen. Het zit niet in het aantal.
"""
NASTY = "</script><b>&amp;\u202e \U0001f4de"
"""Words that would break a page, a table or a reading direction if they were not escaped."""


@dataclass(frozen=True, slots=True)
class Study:
    """The study, and the ids of its quotes in the order in which they stand on a sheet."""

    project: Project
    theme_id: str
    quote_ids: tuple[str, ...]

    def write(self, target: Path) -> Path:
        """Write the sheet in the format that the name of the file says."""
        form = target.suffix[1:]
        return self.project.sheets.write(target, form, unchecked="Een proef.").files[0]


@contextmanager
def study(folder: Path, language: str = "nl") -> Iterator[Study]:
    """Make a study with a theme and three quotes: as a claim's, loose like a formula, contrary."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND)):
        (folder / name).write_text(text, "utf-8")
        files.append(folder / name)
    info = new_info("Proef over wachten", "Wat staat in de weg?", language)
    with Project.create(folder / "proef", info, Settings("Noor"), Origin.CLI) as project:
        project.imports.run(files)
        theme = project.themes.add("Stil werk wacht", status=ThemeStatus.DEVELOPING).value
        claim = project.quotes.claim(theme.id, "Op papier zijn er genoeg mensen.").value
        few = coded(project, "P1", "We zijn met vier mensen en dat is te weinig.")
        sums = coded(project, "P1", "=SOM(1;2) typen ze ook niet, zei een collega.")
        enough = coded(project, "P2", "Wij hebben genoeg mensen.")
        quotes = (
            project.quotes.choose(
                theme.id,
                few,
                claim.id,
                reason=QuoteReason.TYPICAL,
                printed="We zijn met [aantal] mensen en dat is te weinig.",
            ),
            project.quotes.choose(theme.id, sums),
            project.quotes.choose(theme.id, enough, stance=Stance.CONTRARY),
        )
        yield Study(project, theme.id, tuple(quote.value.id for quote in quotes))


def coded(project: Project, source: str, words: str) -> str:
    """Code the first place with some words; gives the id of the coding."""
    text = project.sources.read(project.sources.find(source).id)
    start = text.text.index(words)
    span = Span(start, start + len(words))
    return project.codings.add_new(text.version.id, span, f"code {words[:12]}").value[0].id
