"""A served site and a real Chromium; a page that complains or asks for what is not there fails its test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import chromium
from tests.file_server import served

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(site) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with chromium() as launched:
        yield launched


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
