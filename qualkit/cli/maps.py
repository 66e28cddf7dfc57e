"""The thematic map in words."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.options import json_option
from qualkit.cli.records import Record
from qualkit.cli.rendering import print_json, print_text
from qualkit.formats.map_text import map_plain

if TYPE_CHECKING:
    from qualkit.domain.thematic_maps import ThematicMap
    from qualkit.services.project import Project


@click.command("map")
@json_option
@pass_project
def thematic_map(project: "Project", as_json: bool) -> None:
    """Show the thematic map in words.

    These are themes, subthemes, codes and lines, in the language of the study; 'qualkit export
    map' draws it.

    \b
    Example:
      qualkit map
    """
    whole = project.maps.whole()
    if as_json:
        print_json([_record(whole)])
    else:
        print_text(map_plain(whole, project.info.language).rstrip("\n"))


def _record(whole: "ThematicMap") -> Record:
    """Give the map with themes inside each other, and its lines by the ids of themes."""
    return {
        "title": whole.title,
        "themes": [asdict(theme) for theme in whole.themes],
        "lines": [
            {
                "number": line.number,
                "theme_id": line.theme.id,
                "other_id": line.other.id,
                "kind": line.kind,
                "sentence": line.sentence,
            }
            for line in whole.lines
        ],
    }
