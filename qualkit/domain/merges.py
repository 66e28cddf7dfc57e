"""What merging two codes would do, told before it is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qualkit.domain.codes import DESCRIPTION_PARTS, Code
from qualkit.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What letting one code go up in another would do."""

    old: Code
    new: Code
    moving: int
    """Codings that get the other code."""
    shared: int
    """Of those, on a passage that has the other code already; each pair becomes one coding."""
    children: tuple[str, ...]
    """Names of the codes that come under the other one."""
    memos: int
    """Memos that are on the code or cite it, and will speak of the other one."""
    themes: tuple[str, ...]
    """Names of the themes that will hold the other code in its place."""

    @property
    def drops_words(self) -> bool:
        """Whether something that is said of the code gives way to what is said of the other."""
        return any(
            getattr(self.old, name) and getattr(self.new, name) for name in DESCRIPTION_PARTS
        )

    def sentences(self) -> tuple[str, ...]:
        """Say it, a sentence for each thing that happens."""
        return (*self._of_passages(), *self._of_the_rest())

    def _of_passages(self) -> Iterator[str]:
        yield ngettext(
            "{count} coding goes to '{name}'.", "{count} codings go to '{name}'.", self.moving
        ).format(count=self.moving, name=self.new.name)
        if self.shared:
            yield ngettext(
                "{count} passage is coded with both and will be counted once.",
                "{count} passages are coded with both and will be counted once.",
                self.shared,
            ).format(count=self.shared)

    def _of_the_rest(self) -> Iterator[str]:
        name = self.new.name
        if self.children:
            codes = _quoted(self.children)
            yield _("These codes come below '{name}': {codes}.").format(name=name, codes=codes)
        if self.memos:
            yield ngettext(
                "{count} memo will speak of '{name}'.",
                "{count} memos will speak of '{name}'.",
                self.memos,
            ).format(count=self.memos, name=name)
        if self.themes:
            themes = _quoted(self.themes)
            yield _("'{name}' takes its place in these themes: {themes}.").format(
                name=name, themes=themes
            )
        if self.drops_words:
            yield _("Where both are described, the words of '{name}' stay.").format(name=name)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
