"""The services of a project that are imported when they are first wanted.

They bring a hundred modules along, which would cost the first screen a tenth of a second and more.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from qualkit.services.candidates import Candidates
from qualkit.services.memos import Memos
from qualkit.services.replacements import Replacements
from qualkit.services.workspace import Workspace

if TYPE_CHECKING:
    from qualkit.services.batches import Batches
    from qualkit.services.candidate_sheets import CandidateSheets
    from qualkit.services.decisions import Decisions
    from qualkit.services.duplicates import Duplicates
    from qualkit.services.exports import Exports
    from qualkit.services.identifiers import Identifiers
    from qualkit.services.method_paragraph import MethodParagraphs
    from qualkit.services.phrase_overview import PhraseOverviews
    from qualkit.services.quality import Quality
    from qualkit.services.queue import Queue
    from qualkit.services.reports import Reports
    from qualkit.services.reviews import Reviews
    from qualkit.services.sheets import Sheets


class WantedLater:
    """What leaves a project and comes back, and what looks at all of it."""

    _workspace: Workspace
    replacements: Replacements
    candidates: Candidates
    memos: Memos

    @cached_property
    def reviews(self) -> "Reviews":
        """What co-authors answered."""
        from qualkit.services.reviews import Reviews  # noqa: PLC0415

        return Reviews(self._workspace)

    @cached_property
    def identifiers(self) -> "Identifiers":
        """Words that could give somebody away."""
        from qualkit.services.identifiers import Identifiers  # noqa: PLC0415

        return Identifiers(self._workspace, self.replacements)

    @cached_property
    def method_paragraph(self) -> "MethodParagraphs":
        """The method paragraph, from what happened."""
        from qualkit.services.method_paragraph import MethodParagraphs  # noqa: PLC0415

        return MethodParagraphs(self._workspace)

    @cached_property
    def duplicates(self) -> "Duplicates":
        """Sources that may be of one visitor or one text."""
        from qualkit.services.duplicates import Duplicates  # noqa: PLC0415

        return Duplicates(self._workspace, self.memos)

    @cached_property
    def quality(self) -> "Quality":
        """Questions about the material and what is made of it."""
        from qualkit.services.quality import Quality  # noqa: PLC0415

        return Quality(self._workspace)

    @cached_property
    def batches(self) -> "Batches":
        """Suggestions over many sources at once."""
        from qualkit.services.batches import Batches  # noqa: PLC0415

        return Batches(self._workspace, self.identifiers)

    @cached_property
    def phrase_overviews(self) -> "PhraseOverviews":
        """Which phrases come back, for a first look."""
        from qualkit.services.phrase_overview import PhraseOverviews  # noqa: PLC0415

        return PhraseOverviews(self._workspace, self.batches)

    @cached_property
    def queue(self) -> "Queue":
        """Suggestions of batches to go through, and what is watched."""
        from qualkit.services.queue import Queue  # noqa: PLC0415

        return Queue(self._workspace)

    @cached_property
    def candidate_sheets(self) -> "CandidateSheets":
        """Candidates on a sheet, to be decided elsewhere."""
        from qualkit.services.candidate_sheets import CandidateSheets  # noqa: PLC0415

        return CandidateSheets(self._workspace, self.candidates)

    @cached_property
    def exports(self) -> "Exports":
        """Files for people without the program."""
        from qualkit.services.exports import Exports  # noqa: PLC0415

        return Exports(self._workspace)

    @cached_property
    def sheets(self) -> "Sheets":
        """Quote sheets for co-authors."""
        from qualkit.services.sheets import Sheets  # noqa: PLC0415

        return Sheets(self._workspace)

    @cached_property
    def reports(self) -> "Reports":
        """The report."""
        from qualkit.services.reports import Reports  # noqa: PLC0415

        return Reports(self._workspace)

    @cached_property
    def decisions(self) -> "Decisions":
        """What was decided, and why."""
        from qualkit.services.decisions import Decisions  # noqa: PLC0415

        return Decisions(self._workspace)
