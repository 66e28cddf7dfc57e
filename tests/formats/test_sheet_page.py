"""The page of quotes in a real browser, from opening it to the file that is mailed back."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from qualkit.formats.answers import read_answers
from tests.browser import Browser, browsing, needs_browser, wait_until
from tests.cli.calling import Command
from tests.sheets import NASTY, Study, coded, study

pytestmark = needs_browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("downloads")) as started:
        yield started


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    with study(tmp_path / "studie") as found:
        yield found


@pytest.fixture
def page(browser: Browser, made: Study, tmp_path: Path) -> Iterator[Browser]:
    """The page of quotes, opened; at its end nothing went wrong on it or asked for anything."""
    for old in browser.downloads.iterdir():
        old.unlink()
    browser.asked_for()
    browser.complaints()
    browser.open(made.write(tmp_path / "blad.html"))
    yield browser
    assert browser.complaints() == []
    addresses = {re.sub(r"[^:]*$", "", url.lower()) for url in browser.asked_for()}
    assert addresses <= {"file:", "blob:", "blob:null/", "blob:file:"}, addresses
    browser.run("state.unsaved = false")


def shown(page: Browser) -> list[str]:
    return [
        item.get_attribute("data-id") or "" for item in page.all(".quote") if item.is_displayed()
    ]


def answer(page: Browser, number: int, decision: str, remark: str = "", words: str = "") -> None:
    quote = page.all(".quote")[number]
    quote.find_element(By.CSS_SELECTOR, f"input[value={decision}]").click()
    quote.find_element(By.CLASS_NAME, "remark").send_keys(remark)
    if words:
        quote.find_element(By.CSS_SELECTOR, ".own summary").click()
        area: WebElement = quote.find_element(By.CLASS_NAME, "words")
        area.clear()
        area.send_keys(words)


def test_answers_stay_in_the_browser_and_are_saved_as_a_file(page: Browser, made: Study) -> None:
    page.one("#save").click()
    assert page.said("#told").startswith("Vul eerst uw naam in")
    assert page.chrome.switch_to.active_element.get_attribute("id") == "reviewer"
    page.one("#reviewer").send_keys("Anneke de Wit")
    answer(page, 0, "agree")
    answer(page, 2, "shorten", "Kan korter, ‘genoeg’ zegt alles.", "Wij hebben genoeg.")
    assert page.said("#progress") == "2 van 3 beantwoord"

    page.chrome.refresh()

    assert page.said("#progress") == "2 van 3 beantwoord"
    assert page.one("#reviewer").get_attribute("value") == "Anneke de Wit"
    assert [mark.text for mark in page.all(".state")] == ["✓ akkoord", "", "✓ inkorten"]
    assert page.all(".changed")[2].is_displayed()

    page.one("#save").click()
    saved = page.downloaded()

    assert saved.name in page.said("#told")
    assert re.fullmatch(r"antwoorden-[0-9a-f]{12}-anneke-de-wit\.json", saved.name)
    found = read_answers(saved)
    assert (found.reviewer, found.sheet_id) == (
        "Anneke de Wit",
        made.project.sheets.sheet().sheet_id,
    )
    assert [(row.item_id, row.decision, row.remark, row.words) for row in found.rows] == [
        (made.quote_ids[0], "agree", "", "We zijn met [aantal] mensen en dat is te weinig."),
        (made.quote_ids[2], "shorten", "Kan korter, ‘genoeg’ zegt alles.", "Wij hebben genoeg."),
    ]
    brought_in = Command(made.project.folder).ok("review", "import", str(saved))
    assert brought_in.stdout == "1 agreed, 1 changed text, 0 lost\n"
    assert made.project.reviews.answers(made.quote_ids[2])[0].changed == "Wij hebben genoeg."


def test_leaving_with_answers_that_were_not_saved_is_warned_of(page: Browser) -> None:
    leaving = "return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert page.run(leaving) is False

    answer(page, 1, "question")
    assert page.run(leaving) is True

    page.one("#reviewer").send_keys("Bo")
    page.one("#save").click()
    page.downloaded()
    assert page.run(leaving) is False


def test_an_answer_can_be_taken_back(page: Browser) -> None:
    answer(page, 1, "replace", words="Anders.")
    quote = page.all(".quote")[1]

    quote.find_element(By.CLASS_NAME, "clear").click()
    quote.find_element(By.CLASS_NAME, "back").click()

    assert page.said("#progress") == "0 van 3 beantwoord"
    assert quote.find_element(By.CLASS_NAME, "words").get_attribute("value") == (
        "=SOM(1;2) typen ze ook niet, zei een collega."
    )


def test_quotes_are_found_by_words_who_and_answer(page: Browser, made: Study) -> None:
    first, second, third = made.quote_ids
    answer(page, 0, "agree", "Mooi rond getal.")
    page.one("#search").send_keys("rónd GETAL")
    assert shown(page) == [first]
    assert page.said("#shown") == "1 van 3 citaten getoond"
    page.one("#all").click()
    assert shown(page) == [first, second, third]

    page.one("#label").send_keys("Politie I")
    assert shown(page) == [first, second]
    page.one("#state").send_keys("Nog niet")
    assert shown(page) == [second]
    page.one("#search").send_keys("bestaat niet")
    assert shown(page) == []
    assert page.said("#shown") == "Geen citaat past hierbij."
    assert not page.one(".theme").is_displayed()


def test_the_next_open_quote_is_one_key_away(page: Browser) -> None:
    answer(page, 0, "agree")

    page.one("#next").click()

    focused = page.chrome.switch_to.active_element
    assert focused.get_attribute("name") == "d2"


def test_a_file_of_answers_is_opened_again_and_another_refused(
    page: Browser, made: Study, tmp_path: Path
) -> None:
    told = {
        "sheet_id": made.project.sheets.sheet().sheet_id,
        "reviewer": "Cas",
        "answers": [
            {
                "item_id": made.quote_ids[1],
                "decision": "replace",
                "remark": "Liever een ander.",
                "quote": "=SOM(1;2) typen ze ook niet, zei een collega.",
            },
            {"item_id": "onbekend", "decision": "agree", "remark": "", "quote": ""},
        ],
    }
    mine, other, broken = (tmp_path / f"{name}.json" for name in ("mijn", "ander", "kapot"))
    mine.write_text(json.dumps(told), "utf-8")
    other.write_text(json.dumps(told | {"sheet_id": "0" * 12}), "utf-8")
    broken.write_text("geen antwoorden", "utf-8")
    for path, message in (
        (broken, "Dit is geen bestand met antwoorden"),
        (other, "Die antwoorden horen bij een ander citatenblad"),
        (mine, "Antwoorden geladen: 1."),
    ):
        page.one("#load").send_keys(str(path))
        wait_until(lambda message=message: page.said("#told").startswith(message))  # type: ignore[misc]

    assert page.said("#progress") == "1 van 3 beantwoord"
    assert page.one("#r2").get_attribute("value") == "Liever een ander."


def test_a_browser_that_keeps_nothing_says_so(page: Browser) -> None:
    assert not page.one("#not-kept").is_displayed()
    forgetful = page.before_each_page(
        "Storage.prototype.setItem = () => { throw new Error('vol'); };"
    )
    try:
        page.chrome.refresh()
        answer(page, 0, "agree")
        assert page.one("#not-kept").is_displayed()
        assert page.said("#progress") == "1 van 3 beantwoord"
    finally:
        page.no_longer(forgetful)


def test_nothing_in_the_words_of_a_study_can_act(
    browser: Browser, made: Study, tmp_path: Path
) -> None:
    project = made.project
    theme = project.themes.find(made.theme_id)
    project.themes.edit(replace(theme, name=f"Stil {NASTY}"))
    project.describe(title=f"Proef {NASTY}")
    (tmp_path / "3.txt").write_text(f"R: Zeg dan {NASTY} erbij.\n\nI: Goed.\n\nR: Ja.", "utf-8")
    project.imports.run([tmp_path / "3.txt"])
    project.quotes.choose(made.theme_id, coded(project, "P3", f"Zeg dan {NASTY} erbij."))
    browser.complaints()

    browser.open(made.write(tmp_path / "blad.html"))

    # Marks that turn the reading direction around are taken out of names when they are given.
    name = NASTY.replace("\u202e", "")
    assert browser.said("h1") == f"Proef {name}"
    assert browser.said("h2[id=t1]") == f"1. Stil {name}"
    assert browser.said("#c3 .said p") == f"“Zeg dan {NASTY} erbij.”"
    assert browser.one("#w3").get_attribute("value") == f"Zeg dan {NASTY} erbij."
    assert browser.run("return [document.querySelectorAll('h2 b').length, items.length]") == [0, 4]
    assert browser.complaints() == []


@pytest.mark.parametrize(("colours", "width"), [("light", 1000), ("dark", 1000), ("light", 320)])
def test_the_page_is_accessible(page: Browser, colours: str, width: int) -> None:
    """By axe-core's rules, in light and dark, and as wide as a phone (or zoomed in)."""
    scheme = {"name": "prefers-color-scheme", "value": colours}
    page.emulate("setEmulatedMedia", {"features": [scheme]})
    narrow = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.emulate("setDeviceMetricsOverride", narrow)
    answer(page, 0, "agree", words="Anders.")
    page.run("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    axe = files("axe_selenium_python") / "node_modules" / "axe-core" / "axe.min.js"
    page.run(axe.read_text("utf-8"))

    found = page.run_to_its_end("axe.run().then(arguments[0])")

    page.emulate("clearDeviceMetricsOverride", {})
    assert [
        (rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]
    ] == []
    unclear = [node["html"] for rule in found["incomplete"] for node in rule["nodes"]]
    assert unclear == []
    assert page.run("return document.documentElement.scrollWidth - innerWidth") <= 0
