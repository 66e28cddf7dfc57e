"""Asking how two themes stand to each other, in a kind and a sentence."""

from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.themes import Theme
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.terms import term

KINDS = (
    (RelationKind.DIFFERS, N_("they are near; what sets them apart"), N_("How the two differ")),
    (RelationKind.LEADS_TO, N_("the story goes on to the other"), N_("How the one leads on")),
    (RelationKind.TENSION, N_("they pull in opposite directions"), N_("Where the tension lies")),
)
"""Each kind, what it means, and what is asked for it."""


async def ask_relation(screen: QualkitScreen, theme: Theme, other: Theme) -> None:
    """Ask for a kind and a sentence and keep them; to be awaited in a worker."""
    present = {
        each.relation.kind: each.relation
        for each in screen.project.theme_relations.of(theme.id)
        if each.other.id == other.id and (each.is_from or each.relation.kind.is_mutual)
    }
    choices = [
        Choice(kind.value, term(kind), present[kind].sentence if kind in present else _(about))
        for kind, about, _asked in KINDS
    ]
    title = _("'{name}' and '{other}'").format(name=theme.name, other=other.name)
    picked = await screen.app.push_screen_wait(Picker(title, choices))
    if not picked:
        return
    kind = RelationKind(picked[0])
    asked = next(_(asked) for each, _about, asked in KINDS if each is kind)
    outcome = await screen.ask_and_keep(
        asked,
        lambda text: screen.project.theme_relations.relate(theme.id, other.id, kind, text),
        present[kind].sentence if kind in present else "",
        _("One sentence, for instance: '{name}' differs from '{other}', because …").format(
            name=theme.name, other=other.name
        )
        if kind is RelationKind.DIFFERS
        else title,
    )
    if outcome:
        screen.done(
            outcome,
            _("How '{name}' and '{other}' stand to each other is kept.").format(
                name=theme.name, other=other.name
            ),
        )
