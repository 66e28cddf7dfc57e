"""How themes stand to each other: said, taken back, and looked at side by side."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.rendering import (
    excerpt,
    fixed,
    print_fields,
    print_heading,
    print_json,
    print_table,
    words,
)
from qualkit.cli.theme_records import comparison_record
from qualkit.domain.theme_relations import RelationKind
from qualkit.translation import _
from qualkit.tui.theme_words import told_of_pair
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project

kind_option = click.option(
    "--kind",
    type=click.Choice(RelationKind, case_sensitive=False),
    default="differs",
    show_default=True,
    help="How the first stands to the second.",
)


@click.command()
@click.argument("theme")
@click.argument("other")
@click.argument("sentence", default="")
@kind_option
@why_option
@pass_project
def relate(
    project: "Project", theme: str, other: str, sentence: str, kind: RelationKind, why: str
) -> None:
    """Say how THEME stands to OTHER, with the sentence that explains it.

    Said again, the new sentence takes the place of the old one.

    \b
    Example:
      qualkit theme relate "Lawaai wint" "Kennis in één hoofd" "het een gaat over gezien worden"
    """
    one, two = project.themes.find(theme), project.themes.find(other)
    project.theme_relations.relate(one.id, two.id, kind, sentence, why)
    said = _("How '{name}' and '{other}' stand to each other is kept.")
    say(said.format(name=one.name, other=two.name))


@click.command()
@click.argument("theme")
@click.argument("other")
@click.option(
    "--kind",
    type=click.Choice(RelationKind, case_sensitive=False),
    help="Which relation; all between the two if not given.",
)
@why_option
@pass_project
def unrelate(
    project: "Project", theme: str, other: str, kind: RelationKind | None, why: str
) -> None:
    """Take back what was said of two themes.

    \b
    Example:
      qualkit theme unrelate "Lawaai wint" "Kennis in één hoofd" --kind tension
    """
    one, two = project.themes.find(theme), project.themes.find(other)
    found = [
        each.relation
        for each in project.theme_relations.of(one.id)
        if each.other.id == two.id and kind in (None, each.relation.kind)
    ]
    for relation in found:
        project.theme_relations.remove(relation.id, why)
    if found:
        say(_("It is no longer said of the two."))
    else:
        say(_("Nothing of that kind was said of the two."))


@click.command()
@click.argument("theme")
@click.argument("other")
@json_option
@pass_project
def compare(project: "Project", theme: str, other: str, as_json: bool) -> None:
    """Put two themes beside each other: the codes and passages in both, and how they differ.

    \b
    Example:
      qualkit theme compare "Lawaai wint" "Kennis in één hoofd"
    """
    one, two = project.themes.find(theme), project.themes.find(other)
    found = project.theme_relations.compare(one.id, two.id)
    if as_json:
        print_json([comparison_record(found)])
        return
    nothing = _("Not written yet. 'qualkit theme relate' says how they differ.")
    print_fields(
        [
            (found.one.name, count_of(found.in_one, "passage")),
            (found.other.name, count_of(found.in_other, "passage")),
            (
                _("Said of them"),
                "\n".join(told_of_pair(found, each) for each in found.relations) or nothing,
            ),
            (_("Codes in both"), ", ".join(code.name for code in found.codes)),
        ]
    )
    print_heading(_("Passages in both"))
    print_table(
        [fixed(_("Where")), words(_("Code")), words(_("Words"))],
        ((item.reference, item.code.name, excerpt(item.words)) for item in found.passages),
        empty=_("No passage is in both."),
    )
