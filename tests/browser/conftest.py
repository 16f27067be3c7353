"""A served site and a real Chromium; a page that complains or asks for what is not there fails its test."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

PHONE = {"width": 360, "height": 740}
# Without these Chromium asks its makers' hosts at every start, which a closed network refuses one by one.
_QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-quic",
]  # fmt: skip


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a built site while the block runs; its address, with a slash at its end."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, directory=str(site), **named)

        def log_message(self, *_: object) -> None:
            """Requests are looked at by the tests, not printed."""

        def send_error(self, code: int, *rest: Any, **named: Any) -> None:
            if code != 404:
                super().send_error(code, *rest, **named)
                return
            body = (site / "404.html").read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(site) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; Playwright's own is not reachable everywhere."""
    program = shutil.which("chromium")
    assert program, "Für die Tests fehlt Chromium. Bitte ausführen: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=_QUIET)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site on a phone; options of a browser context may be given.

    When the test ends, nothing may have failed: no error in the console, no request refused or to another host.
    """
    # One tab for all pages of a test: a new one for each costs more than the page.
    tabs: dict[str, Page] = {}
    complaints: list[str] = []

    def open_it(path: str = "", **options: Any) -> Page:
        kind = repr(sorted(options.items()))
        if kind in tabs:
            tabs[kind].goto(address + path)
            return tabs[kind]
        context = browser.new_context(**{"viewport": PHONE, "locale": "de-DE", **options})
        page = tabs[kind] = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        # A person who goes on before all has come aborts a request: that is no fault.
        page.on(
            "requestfailed",
            lambda request: (
                complaints.append(f"failed: {request.url}") if request.failure != "net::ERR_ABORTED" else None
            ),
        )
        page.on(
            "response",
            lambda response: (
                complaints.append(f"{response.status}: {response.url}") if response.status >= 400 else None
            ),
        )
        page.on("request", lambda request: None if request.url.startswith(address) else complaints.append(request.url))
        page.goto(address + path)
        return page

    yield open_it
    for page in tabs.values():
        page.context.close()
    assert complaints == []
