"""A visit to a page on a slow line and a slow phone: weights, requests, first paint, shifts, blocking."""

from __future__ import annotations

import gzip
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from tests.chromium import chromium

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
_WATCH = """window.seen = { shift: 0, blocking: 0 };
new PerformanceObserver(list => { for (const e of list.getEntries()) seen.shift += e.value }).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver(list => { for (const e of list.getEntries()) seen.blocking += Math.max(0, e.duration - 50) }).observe({ type: 'longtask', buffered: true });"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a first visit cost: bytes gzipped (all, the page alone, the largest sheet), seconds, milliseconds."""

    weight: int
    page: int
    sheet: int
    requests: int
    paint: float
    shift: float
    blocking: float


@lru_cache(maxsize=32)
def visits(site: Path, path: str) -> Visit:
    """The page `path` of the built `site`, visited with empty caches; paint and blocking are the median of three."""
    asked: list[str] = []
    with _served(site, asked) as address, chromium() as browser:
        paints, shifts, blockings = [], [], []
        for slow_line in (True, False) * 3:
            asked.clear()
            context = browser.new_context(viewport={"width": 360, "height": 740})
            page = context.new_page()
            page.add_init_script(_WATCH)
            _throttle(page, slow_line)
            page.goto(address + path, wait_until="load", timeout=120_000)
            page.wait_for_timeout(800)
            if slow_line:
                paints.append(
                    page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime") / 1000
                )
            else:
                shifts.append(page.evaluate("seen.shift"))
                blockings.append(page.evaluate("seen.blocking"))
            context.close()
    sizes = {name: _size(site, name) for name in asked}
    return Visit(
        weight=sum(sizes.values()),
        page=_size(site, "/" + path),
        sheet=max(size for name, size in sizes.items() if name.endswith(".css")),
        requests=len(asked),
        paint=statistics.median(paints),
        shift=max(shifts),
        blocking=statistics.median(blockings),
    )


def _throttle(page: Page, slow_line: bool) -> None:
    session = page.context.new_cdp_session(page)
    if slow_line:
        rate = 64_000 / 8
        session.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 300, "downloadThroughput": rate, "uploadThroughput": rate},
        )
    else:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 6})


def _file(site: Path, address: str) -> Path:
    path = site / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def _size(site: Path, address: str) -> int:
    path = _file(site, address)
    return len(gzip.compress(path.read_bytes(), 9)) if path.is_file() else 0


@contextmanager
def _served(site: Path, asked: list[str]) -> Iterator[str]:
    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            path = _file(site, self.path)
            body = gzip.compress(path.read_bytes() if path.is_file() else b"", 9)
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", _KINDS.get(path.suffix, "application/octet-stream"))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing is printed but the table."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
