"""The spread of the themes as it is printed."""

from qualkit.domain.projects import ProjectInfo
from qualkit.domain.thematic_maps import numbered
from qualkit.formats.spread_table import SpreadLine, SpreadTable
from qualkit.services.spreads import Spreads
from qualkit.services.themes import Themes
from qualkit.services.workspace import Workspace


def spread_table(workspace: Workspace, numbers: bool = False) -> SpreadTable:
    """Give who is heard under which theme that is not dropped; with numbers if they are wanted."""
    themes = numbered(Themes(workspace).tree(dropped=False))
    matrix = Spreads(workspace).matrix()
    return SpreadTable(
        title=workspace.database.find(ProjectInfo)[0].title,
        themes=tuple((number, theme.name) for number, theme in themes),
        lines=tuple(
            SpreadLine(
                row.kind,
                row.label,
                tuple(matrix.cell(row, theme.id).passages for _number, theme in themes),
            )
            for row in matrix.rows
        ),
        numbers=numbers,
    )
