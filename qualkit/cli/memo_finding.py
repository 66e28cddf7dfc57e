"""Which memos a person asks for on the command line."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from qualkit.cli.options import DATE, gathered
from qualkit.cli.passages import find_target
from qualkit.domain.memos import MemoEntry, MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.periods import Period
from qualkit.domain.spans import Span

if TYPE_CHECKING:
    from qualkit.services.project import Project

kind_option = click.option(
    "--kind", type=click.Choice(MemoKind, case_sensitive=False), help="What sort of note it is."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; None and empty do not narrow."""

    kind: MemoKind | None = None
    on: str | None = None
    concerning: str | None = None
    on_any: ObjectType | None = None
    words: str = ""
    author: str = ""
    shared: bool | None = None
    since: date | None = None
    until: date | None = None


finding_options = gathered(
    "wanted",
    Wanted,
    kind_option,
    click.option("--on", metavar="THING", help="Only on this: P3, P3:27, code:NAME, step:12 ..."),
    click.option("--concerning", metavar="THING", help="Only on this, or citing it."),
    click.option(
        "--on-any",
        type=click.Choice(ObjectType, case_sensitive=False),
        help="Only on things of this kind.",
    ),
    click.option("--words", default="", help="Only memos that hold these words."),
    click.option("--author", default="", help="Only memos of this person."),
    click.option("--shared/--private", default=None, help="Only shared ones, or private ones."),
    click.option("--since", type=DATE, help="Only memos written on this day or later."),
    click.option("--until", type=DATE, help="Only memos written on this day or earlier."),
)
"""Adds what memos can be found by; the command gets it as `wanted`."""


def find_memos(project: "Project", wanted: Wanted) -> tuple[MemoEntry, ...]:
    """Give the memos that were asked for; on lines, those that share words with them."""
    about = find_target(project, wanted.on) if wanted.on is not None else None
    passage = about if about and about.object_type is ObjectType.PASSAGE else None
    entries = project.memos.entries(
        MemoFilter(
            words=wanted.words,
            kind=wanted.kind,
            about=None if passage else about,
            concerning=find_target(project, wanted.concerning) if wanted.concerning else None,
            object_type=wanted.on_any,
            author=wanted.author,
            shared=wanted.shared,
            period=Period(wanted.since, wanted.until),
        )
    )
    if passage is None:
        return entries
    return tuple(entry for entry in entries if _touches(entry.memo.target, passage))


def _touches(target: Target, passage: Target) -> bool:
    """Tell whether something is a passage that shares words with another."""
    if target.object_type is not ObjectType.PASSAGE or target.object_id != passage.object_id:
        return False
    spans = [Span(item.start or 0, item.end or 1) for item in (target, passage)]
    return spans[0].overlaps(spans[1])
