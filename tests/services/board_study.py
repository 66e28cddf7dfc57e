"""A small study whose board is worked on: codes in a tree, codings in two sources, two themes."""

from qualkit.domain.board_columns import BoardColumn
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.services.project import Project


class Study:
    """Two sources, codes in a tree and themes, told as a person would."""

    def __init__(self, project: Project, notes: SourceText, chat: SourceText) -> None:
        self.project = project
        for path in ("bezetting", "bezetting > mensen", "kennis", "wachten"):
            project.codes.add(path)
        self.few = self.code(notes, "Te weinig mensen", "mensen")
        self.calls = self.code(notes, "Wie belt, gaat voor.", "bezetting")
        self.head = self.code(notes, "Die zit in één hoofd.", "kennis")
        self.leave = self.code(notes, "Gaat die collega met verlof", "kennis")
        self.weeks = self.code(chat, "Ik wacht al drie weken", "wachten")
        self.work = project.themes.add("Zichtbaar werk", "Wat niemand ziet, wacht.").value.id
        self.people = project.themes.add("Wie het weet").value.id

    def code(self, source: SourceText, words: str, name: str) -> str:
        start = source.text.index(words)
        span = Span(start, start + len(words))
        made = self.project.codings.add(source.version.id, span, [self.id(name)])
        return made.value[0].id

    def id(self, name: str) -> str:
        return self.project.codes.find(name).id

    def put(self, theme_id: str, *names: str) -> None:
        self.project.theme_contents.put_codes(theme_id, [self.id(name) for name in names])

    def column(self, place: str) -> BoardColumn:
        found = self.project.board.view().column(place)
        assert found is not None
        return found

    def lies(self, place: str) -> list[str]:
        """What lies in a column: codes with their depth and passages, single passages by id."""
        column = self.column(place)
        codes = [f"{'. ' * code.depth}{code.code.name} {code.passages}" for code in column.codes]
        return [*codes, *(single.card.coding_id for single in column.single)]
