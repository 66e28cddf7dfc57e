"""The terminal UI in a browser on this machine, and for nobody else.

The address holds a key that is made anew each time. Whoever has not come in by that address
(another person on the machine, a page elsewhere on the web) gets nothing. The page and its fonts
are local, and its rules forbid the browser to fetch anything from elsewhere.
"""

import secrets
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import aiohttp_jinja2
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from jinja2 import FileSystemLoader
from textual_serve.server import Server

from qualkit.translation import _, language_in_use

HOST = "127.0.0.1"

TEMPLATES = Path(__file__).parent / "page"
"""Our page: textual-serve's own fetches a font from the web."""


def make_page(folder: Path, port: int, key: str) -> web.Application:
    """Make the web application that runs the terminal UI over a project for each visitor."""
    command = shlex.join([sys.executable, "-m", "qualkit", "open", str(folder.resolve())])
    server = Server(
        command, host=HOST, port=port, title=folder.resolve().name, templates_path=TEMPLATES
    )
    page = web.Application(middlewares=[_guard(port, key)])
    words = aiohttp_jinja2.setup(page, loader=FileSystemLoader(TEMPLATES), autoescape=True).globals
    words["language"] = language_in_use()
    words["closed"] = _("The project is closed; everything is saved.")
    words["again"] = _("Open it again")
    page.add_routes(
        [
            web.get("/", server.handle_index, name="index"),
            web.get("/ws", server.handle_websocket, name="websocket"),
            web.static("/page", TEMPLATES),
            web.static("/static", server.statics_path, name="static"),
        ]
    )
    return page


def serve(folder: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve a project until Ctrl-C; `tell` gets the address once it answers.

    Raises:
        OSError: the port is taken.
    """
    key = secrets.token_urlsafe(16)
    page = make_page(folder, port, key)
    address = f"http://{HOST}:{port}/?key={key}"
    web.run_app(page, host=HOST, port=port, print=lambda *_words: tell(address))


def _guard(port: int, key: str) -> Middleware:
    """Give the gate: our own address only, and only with the key."""
    own, cookie = f"{HOST}:{port}", f"qualkit-{port}"
    rules = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        f"font-src 'self'; img-src 'self' data:; connect-src 'self' ws://{own}"
    )

    async def gate(request: web.Request, handler: Handler) -> web.StreamResponse:
        comes_from = request.headers.get("Origin", f"http://{own}")
        if request.host != own or comes_from != f"http://{own}":
            raise web.HTTPForbidden
        if secrets.compare_digest(request.query.get("key", ""), key):
            # The key goes on in a cookie, out of the address bar and the history.
            welcome = web.HTTPFound("/")
            welcome.set_cookie(cookie, key, httponly=True, samesite="Strict")
            raise welcome
        if not secrets.compare_digest(request.cookies.get(cookie, ""), key):
            raise web.HTTPForbidden
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = rules
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    middleware: Middleware = web.middleware(gate)
    return middleware
