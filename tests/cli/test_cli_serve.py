"""The terminal UI in a browser: on this machine only, for who has the address, from local files."""

import http.client
import importlib.util
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from tests.cli.calling import Command

needs_extra = pytest.mark.skipif(
    importlib.util.find_spec("textual_serve") is None and not os.environ.get("QUALKIT_NO_SKIP"),
    reason="the extra 'serve' is not installed",
)


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    text: str


def get(address: str, **headers: str) -> Answer:
    """Ask for a page, following nothing."""
    parts = urlsplit(address)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=20)) as connection:
        connection.request("GET", parts._replace(scheme="", netloc="").geturl(), headers=headers)
        with connection.getresponse() as response:
            text = response.read().decode("utf-8", "replace")
            return Answer(response.status, dict(response.headers), text)


@pytest.fixture
def address(empty: Command) -> Iterator[str]:
    """The address of a project without sources that is being served."""
    # Else the form of analysis is asked first, at a moment of its own.
    empty.ok("project", "profile", "codebook")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "qualkit", "serve", str(empty.folder), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.send_signal(signal.SIGINT)


@needs_extra
def test_the_page_is_for_who_has_the_address_and_comes_from_here(address: str) -> None:
    home = address.partition("?")[0]
    own = urlsplit(address).netloc
    assert own.startswith("127.0.0.1:")
    assert get(home).status == 403
    assert get(address, Host="elders.example").status == 403
    assert get(address, Origin="http://elders.example").status == 403

    welcome = get(address)
    assert (welcome.status, welcome.headers["Location"]) == (302, "/")
    (name, value), *_ = SimpleCookie(welcome.headers["Set-Cookie"]).items()
    cookie = f"{name}={value.value}"
    assert get(f"{home}ws", Cookie=cookie, Origin="http://elders.example").status == 403

    page = get(home, Cookie=cookie)
    assert page.status == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert set(re.findall(r"//([^/\"')\s]+)", page.text)) == {own}
    for path in re.findall(rf"http://{re.escape(own)}(/[^\"')\s]+\.\w+)", page.text):
        assert get(f"http://{own}{path}", Cookie=cookie).status == 200, path


@needs_extra
async def test_the_screens_are_those_of_the_terminal(address: str) -> None:
    from aiohttp import ClientSession, CookieJar  # noqa: PLC0415 (comes with the extra)

    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        async with browser.get(address) as page:
            assert page.status == 200
        home = address.partition("?")[0]
        async with browser.ws_connect(f"{home}ws?width=80&height=24") as screen:
            seen = b""
            while b"Press a to add files" not in seen:
                seen += await screen.receive_bytes(timeout=60)
            await screen.send_str(json.dumps(["stdin", "q"]))
            while not (await screen.receive(timeout=60)).type.name.startswith("CLOS"):
                pass


def test_without_the_extra_one_is_told_how_to_get_it(
    empty: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    monkeypatch.delitem(sys.modules, "qualkit.cli.browser", raising=False)
    result = empty("serve")
    assert result.exit_code == 1
    assert "pip install 'qualkit[serve]'" in result.stderr
