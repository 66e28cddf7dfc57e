"""The mosaic check: everything that is printed under one label, looked at together.

It is the one thing that interrupts an export, and a reason lets it go on.
"""

from collections.abc import Sequence

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.mosaic import MosaicLabel, MosaicLook, MosaicVerdict
from qualkit.domain.operations import Outcome
from qualkit.errors import InvalidInputError, MosaicNotSeenError, NotFoundError
from qualkit.services.printed_labels import printed_labels
from qualkit.services.workspace import Workspace, locked
from qualkit.translation import _, ngettext

TOUCHED = frozenset({"mosaic"})


class Mosaic:
    """What is printed under each label, and who looked at it."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def labels(self) -> tuple[MosaicLabel, ...]:
        """Give every label under which something is printed, what has none at the end."""
        with self._workspace.database.reading():
            return printed_labels(self._workspace.database)

    def waiting(self) -> tuple[MosaicLabel, ...]:
        """Give the labels that nobody has looked at as they would be printed now."""
        return tuple(each for each in self.labels() if not each.holds)

    def of(self, label: str) -> MosaicLabel:
        """Give what is printed under one label; an empty one for what is printed without.

        Raises:
            NotFoundError: nothing is.
        """
        return _named(self.labels(), label)

    @locked
    def look(
        self, labels: Sequence[str], verdict: MosaicVerdict, why: str = ""
    ) -> Outcome[tuple[MosaicLabel, ...]]:
        """Keep how a look at everything under some labels ended.

        Raises:
            NotFoundError: nothing is printed under one of them.
            InvalidInputError: it needs a reason, and there is none.
        """
        known = self.labels()
        found = tuple(_named(known, label) for label in dict.fromkeys(labels))
        _keep(self._workspace, found, verdict, why)
        return Outcome(found, TOUCHED)

    @locked
    def look_all(self, verdict: MosaicVerdict, why: str = "") -> Outcome[tuple[MosaicLabel, ...]]:
        """Keep how a look at every label that was still waiting ended; gives those.

        Raises:
            InvalidInputError: it needs a reason, and there is none.
        """
        waiting = self.waiting()
        _keep(self._workspace, waiting, verdict, why)
        return Outcome(waiting, TOUCHED)


def require_looked(workspace: Workspace, unchecked: str = "") -> None:
    """Let an export go on only when somebody looked at everything that is printed together.

    With a reason in `unchecked` it goes on all the same, and the history keeps that.

    Raises:
        MosaicNotSeenError: what is printed under some label was not looked at as it is now.
    """
    mosaic = Mosaic(workspace)
    waiting = mosaic.waiting()
    if not waiting:
        return
    if unchecked.strip():
        mosaic.look_all(MosaicVerdict.NOT_LOOKED, unchecked)
        return
    raise MosaicNotSeenError(
        ngettext(
            "Nobody has looked yet at all that is printed under {count} label together.",
            "Nobody has looked yet at all that is printed under {count} labels together.",
            len(waiting),
        ).format(count=len(waiting)),
        _(
            "'qualkit mosaic' shows it, 'qualkit mosaic seen' keeps that you looked. "
            "To go on without: --unchecked and your reason."
        ),
    )


def _named(known: Sequence[MosaicLabel], label: str) -> MosaicLabel:
    """Find what is printed under one label.

    Raises:
        NotFoundError: nothing is.
    """
    for each in known:
        if each.label.casefold() == label.strip().casefold():
            return each
    raise NotFoundError(
        _("Nothing is printed under '{label}'.").format(label=label),
        _("'qualkit mosaic' lists the labels under which something is."),
    )


def _keep(
    workspace: Workspace, labels: Sequence[MosaicLabel], verdict: MosaicVerdict, why: str
) -> None:
    """Write down one look at each of some labels, in one step.

    Raises:
        InvalidInputError: it needs a reason, and there is none.
    """
    why = why.strip()
    if verdict.needs_reason and not why:
        raise InvalidInputError(
            _("This needs a reason."), _("It is kept in the history, for whoever asks later.")
        )
    with workspace.journal.operation(
        f"mosaic.{verdict}", _summary(verdict, len(labels)), why
    ) as step:
        for each in labels:
            step.add(
                MosaicLook(
                    id=new_id(),
                    label=each.label,
                    seen=each.seen,
                    verdict=verdict,
                    why=why,
                    author=workspace.settings.coder,
                    looked_at=utc_now(),
                )
            )


def _summary(verdict: MosaicVerdict, count: int) -> str:
    match verdict:
        case MosaicVerdict.SEEN:
            told = ngettext(
                "Looked at what is printed under {count} label",
                "Looked at what is printed under {count} labels",
                count,
            )
        case MosaicVerdict.LEFT:
            told = ngettext(
                "Left what is printed under {count} label as it is",
                "Left what is printed under {count} labels as it is",
                count,
            )
        case MosaicVerdict.NOT_LOOKED:
            told = ngettext(
                "Let an export go on without a look at {count} label",
                "Let an export go on without a look at {count} labels",
                count,
            )
    return told.format(count=count)
