"""Questions on the command line: asked, answered, reopened; never a reason to fail."""

from tests.cli.calling import Command


def test_questions_are_asked_and_answered(coded: Command) -> None:
    asked = {each["key"]: each for each in coded.json("check")}
    assert asked["12:standpoint"]["answer"] is None
    assert asked["1:project"]["sources"]
    told = coded.ok("check", "--point", "12").stdout
    assert "12  Approach and assumptions are told" in told
    assert "12:standpoint\nWhere you stand yourself is still empty." in told
    assert "1:project" not in told
    coded.ok("check", "answer", "12:standpoint", "--note", "Wij bellen zelf ook.")
    assert "Your note: Wij bellen zelf ook.  (anna, " in coded.ok("check").stdout
    (step,) = coded.json("history")[-1:]
    assert step["summary"].startswith("Answered a question of the quality page")
    coded.ok("check", "answer", "12:standpoint", "--later")
    coded.ok("check", "reopen", "12:standpoint")
    asked = {each["key"]: each for each in coded.json("check", "--point", "12")}
    assert asked["12:standpoint"]["answer"] is None
    coded.ok("undo")
    asked = {each["key"]: each for each in coded.json("check", "--point", "12")}
    assert asked["12:standpoint"]["answer"] == "later"


def test_an_answer_to_what_is_no_longer_so_is_still_told(coded: Command) -> None:
    coded.ok("check", "answer", "12:question", "--not-applicable")
    coded.ok("project", "describe", "--question", "Wat staat een melding in de weg?")
    (gone,) = [each for each in coded.json("check") if each["key"] == "12:question"]
    assert gone["seen"] is None
    assert gone["seen_then"] == "The research question is still empty."
    told = coded.ok("check", "--point", "12").stdout
    assert "This is no longer so.\nDoes not apply here." in told


def test_what_cannot_be_answered_is_refused_with_a_hint(coded: Command) -> None:
    result = coded("check", "answer", "12:nergens", "--later")
    assert result.exit_code == 1
    assert "qualkit check" in result.stderr
    assert coded("check", "answer", "12:question").exit_code == 2
    assert coded("check", "answer", "12:question", "--later", "--note", "x").exit_code == 2
    assert coded("check", "reopen", "12:question").exit_code == 1
    assert coded("check", "--point", "16").exit_code == 2


def test_wording_and_information_power_come_when_they_are_asked_for(coded: Command) -> None:
    coded.ok("theme", "add", "Tijd", "--idea", "Na drie gesprekken was er verzadiging.")
    assert "verzadiging" not in coded.ok("check").stdout
    assert "'verzadiging'" in coded.ok("check", "--language-check").stdout
    assert "'verzadiging'" in coded.ok("check", "--point", "14").stdout
    power = coded.ok("check", "power").stdout
    assert "Specificity." in power
    assert "Malterud" in power


def test_a_project_without_anything_is_asked_about_its_method_only(empty: Command) -> None:
    assert {each["point"] for each in empty.json("check")} == {12}
