"""The spread of the themes as it is printed."""

from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Source
from qualkit.domain.thematic_maps import numbered
from qualkit.formats.spread_table import SpreadLine, SpreadTable
from qualkit.services.spread_telling import hidden_labels
from qualkit.services.spreads import Spreads
from qualkit.services.themes import Themes
from qualkit.services.workspace import Workspace


def spread_table(workspace: Workspace, numbers: bool = False) -> SpreadTable:
    """Give who is heard under which theme that is not dropped; with numbers if they are wanted.

    Whose words are printed without a label of their own is not in it: a row would be one.
    """
    database = workspace.database
    hidden = hidden_labels(database, database.find(Source))
    themes = numbered(Themes(workspace).tree(dropped=False))
    matrix = Spreads(workspace).matrix()
    rows = [row for row in matrix.rows if row.label not in hidden]
    return SpreadTable(
        title=database.find(ProjectInfo)[0].title,
        themes=tuple((number, theme.name) for number, theme in themes),
        lines=tuple(
            SpreadLine(
                row.kind,
                row.label,
                tuple(matrix.cell(row, theme.id).passages for _number, theme in themes),
            )
            for row in rows
        ),
        numbers=numbers,
        left_out=len(rows) < len(matrix.rows),
    )
