"""The thematic map of a project, as it is now."""

from collections import defaultdict

from qualkit.domain.codes import Code
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.thematic_maps import MapLine, MapTheme, ThematicMap, numbered
from qualkit.domain.theme_relations import ThemeRelation
from qualkit.domain.themes import Theme, ThemeCode
from qualkit.services.themes import Themes
from qualkit.services.workspace import Workspace


class Maps:
    """Tells what is on the map; it is drawn by what exports it."""

    def __init__(self, workspace: Workspace) -> None:
        """Read an open project."""
        self._workspace = workspace

    def whole(self) -> ThematicMap:
        """Give the map of every theme that is not dropped, without the text of any passage."""
        themes = numbered(Themes(self._workspace).tree(dropped=False))
        codes = self._codes()
        made: dict[str, MapTheme] = {}
        # From the last to the first: what is under a theme is there before the theme itself.
        for number, theme in reversed(themes):
            subthemes = tuple(
                made[item.id] for other, item in themes if other.rpartition(".")[0] == number
            )
            made[theme.id] = _on_the_map(number, theme, tuple(codes[theme.id]), subthemes)
        return ThematicMap(
            title=self._workspace.database.find(ProjectInfo)[0].title,
            themes=tuple(made[theme.id] for number, theme in themes if "." not in number),
            lines=self._lines(made),
        )

    def _codes(self) -> defaultdict[str, list[str]]:
        """Give the names of the codes under each theme."""
        database = self._workspace.database
        names = {code.id: code.name for code in database.find(Code)}
        codes = defaultdict[str, list[str]](list)
        for link in database.find(ThemeCode, "belonging = 'gathered'", order="position, id"):
            codes[link.theme_id].append(names[link.code_id])
        return codes

    def _lines(self, made: dict[str, MapTheme]) -> tuple[MapLine, ...]:
        """Give the lines between themes on the map, in the order of those."""
        places = {theme_id: place for place, theme_id in enumerate(reversed(made))}
        relations = [
            relation
            for relation in self._workspace.database.find(ThemeRelation, order="rowid")
            if relation.theme_id in made and relation.other_id in made
        ]
        relations.sort(key=lambda relation: (places[relation.theme_id], places[relation.other_id]))
        return tuple(
            MapLine(
                number,
                made[relation.theme_id],
                made[relation.other_id],
                relation.kind,
                relation.sentence,
            )
            for number, relation in enumerate(relations, start=1)
        )


def _on_the_map(
    number: str, theme: Theme, codes: tuple[str, ...], subthemes: tuple[MapTheme, ...]
) -> MapTheme:
    return MapTheme(
        id=theme.id,
        number=number,
        name=theme.name,
        idea=theme.central_idea,
        status=theme.status,
        codes=codes,
        subthemes=subthemes,
    )
