"""The report and its method paragraph by command."""

from pathlib import Path

import pytest

from tests.cli.calling import Command


@pytest.fixture
def themed(coded: Command) -> Command:
    """A study with a theme and a quote."""
    coded.ok("theme", "add", "Stil werk wacht", "--idea", "Wat stil is, wacht.")
    [coding] = coded.json("codings")
    coded.ok("quote", "choose", "Stil werk wacht", str(coding["id"]))
    coded.ok("mosaic", "seen", "--all")
    return coded


def test_a_report_goes_where_and_in_the_form_that_its_name_says(
    themed: Command, tmp_path: Path
) -> None:
    target = tmp_path / "rapport.html"
    done = themed.ok("export", "report", "--to", str(target), "--appendix", "none")
    assert "The method paragraph has" in done.stderr
    page = target.read_text("utf-8")
    assert "Thema 1. Stil werk wacht" in page
    assert "Bijlage" not in page


def test_a_name_with_the_ending_of_another_form_is_refused(themed: Command, tmp_path: Path) -> None:
    for command, ending in (("report", "odt"), ("quotes", "ods")):
        target = tmp_path / f"bestand.{ending}"
        refused = themed("export", command, "--to", str(target))
        assert refused.exit_code == 1
        assert f"cannot be written as .{ending}" in refused.stderr
        assert ".docx" in refused.stderr
        assert not target.exists()
    themed.ok("export", "themes", "--to", str(tmp_path / "verslag.v2"))


def test_changes_are_those_since_the_last_report(themed: Command, tmp_path: Path) -> None:
    assert "No report was written yet." in themed.ok("export", "changes").stderr
    themed.ok("export", "report", "--to", str(tmp_path / "rapport.md"))
    assert themed.json("export", "changes") == []
    themed.ok("claim", "add", "Stil werk wacht", "Wie belt, gaat voor.")
    [change] = themed.json("export", "changes")
    assert (change["kind"], change["how"]) == ("claim", "new")
    assert change["after"] == "Wie belt, gaat voor."
    again = themed.ok("export", "report", "--to", str(tmp_path / "rapport.md"))
    assert "new: Wie belt, gaat voor." in again.stderr


def test_a_broken_template_is_refused_with_its_line(themed: Command, tmp_path: Path) -> None:
    themed.ok("export", "templates", str(tmp_path / "sjablonen"))
    template = tmp_path / "sjablonen" / "report.md.j2"
    template.write_text("# {{ title }}\n{{ nergens }}\n", "utf-8")
    target = tmp_path / "rapport.md"
    arguments = ["--to", str(target), "--template", str(template)]
    done = themed("export", "report", *arguments)
    assert done.exit_code == 1
    assert "report.md.j2 cannot be used: line 2: 'nergens' is undefined." in done.stderr
    assert not target.exists()


def test_the_method_paragraph_can_be_written_and_made_again(themed: Command) -> None:
    made = themed.ok("method").stdout
    assert "[selectie: nog niet beschreven]" in made
    assert themed.ok("method", "--edit", "Zo ging het.").stdout == "Zo ging het.\n"
    themed.ok("project", "describe", "--selection", "Wie zich meldde deed mee.")
    assert "Wie zich meldde deed mee." in themed.ok("method").stderr
    assert "Wie zich meldde deed mee." in themed.ok("method", "--reset").stdout
