"""Chromium without a window, for tests of pages that people open in a browser."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
DEADLINE = 30.0
"""Seconds after which what was waited for will not come any more."""

needs_browser = pytest.mark.skipif(
    (CHROMIUM is None or DRIVER is None) and not os.environ.get("QUALKIT_NO_SKIP"),
    reason="Chromium with its driver is not installed",
)


class Browser:
    """A browser with one page open."""

    def __init__(self, chrome: Chrome, downloads: Path) -> None:
        self.chrome = chrome
        self.downloads = downloads

    def open(self, path: Path) -> None:
        self.chrome.get(path.as_uri())

    def one(self, selector: str) -> WebElement:
        return self.chrome.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.chrome.find_elements(By.CSS_SELECTOR, selector)

    def said(self, selector: str) -> str:
        return self.one(selector).text

    def run(self, script: str) -> Any:
        found: Any = self.chrome.execute_script(script)
        return found

    def run_to_its_end(self, script: str) -> Any:
        """Run a script that calls its last argument with what it found."""
        return self.chrome.execute_async_script(script)

    def emulate(self, command: str, values: dict[str, Any]) -> None:
        self.chrome.execute_cdp_cmd(f"Emulation.{command}", values)

    def before_each_page(self, script: str) -> str:
        """Run a script before any page's own; gives by what name to stop doing so."""
        name = "Page.addScriptToEvaluateOnNewDocument"
        made: dict[str, str] = self.chrome.execute_cdp_cmd(name, {"source": script})
        return made["identifier"]

    def no_longer(self, identifier: str) -> None:
        name = "Page.removeScriptToEvaluateOnNewDocument"
        self.chrome.execute_cdp_cmd(name, {"identifier": identifier})

    def downloaded(self) -> Path:
        """Wait for a file that the page saved."""
        wait_until(lambda: [*self.downloads.glob("*.json")] != [])
        return next(self.downloads.glob("*.json"))

    def complaints(self) -> list[str]:
        """Give what the console says since it was last asked."""
        found = self.chrome.get_log("browser")  # type: ignore[no-untyped-call]
        return [str(entry["message"]) for entry in found]

    def asked_for(self) -> set[str]:
        """Give every address that a page asked for since it was last asked."""
        entries = self.chrome.get_log("performance")  # type: ignore[no-untyped-call]
        messages = [json.loads(entry["message"])["message"] for entry in entries]
        return {
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        }


@contextmanager
def browsing(downloads: Path) -> Iterator[Browser]:
    """Start a browser that saves files in a folder."""
    assert CHROMIUM and DRIVER, "Chromium is missing, and QUALKIT_NO_SKIP says it should be there"
    options = ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1000,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    chrome = Chrome(options=options, service=Service(DRIVER))
    try:
        yield Browser(chrome, downloads)
    finally:
        chrome.quit()


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)
