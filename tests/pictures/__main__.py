"""`make pictures`: takes every picture anew and writes down what it says."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from tests.chromium import chromium
from tests.conftest import ROOT
from tests.file_server import served
from tests.pictures import camera
from tests.pictures.pages import BUILT, SERVED, PageScene, broken, built
from tests.pictures.terminals import TERMINALS

TARGET = ROOT / "docs/assets/redaktion"
SHOWN = Path(__file__).parent / "shown"
LIMIT = 60 * 1024


def main() -> None:
    """Takes all pictures, or those named on the command line."""
    wanted = set(sys.argv[1:]) or {*TERMINALS, *BUILT, *SERVED}
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        for scene in [scene for scene in TERMINALS if scene in wanted]:
            (folder / scene).mkdir()
            text = TERMINALS[scene](folder / scene)
            (SHOWN / f"{scene}.txt").write_text(f"{text}\n", "utf-8")
            _write(scene, camera.terminal_picture(browser, text))
        if wanted & BUILT.keys():
            with served(built(folder)) as address:
                _take(browser, BUILT, wanted, address)
        if wanted & SERVED.keys():
            with _followed(broken(folder)) as address:
                _take(browser, SERVED, wanted, address)


def _take(browser: Browser, scenes: dict[str, PageScene], wanted: set[str], address: str) -> None:
    for name, scene in scenes.items():
        if name in wanted:
            url = address + scene.address
            _write(name, camera.page_picture(browser, url, scene.start, scene.width, scene.height, scene.says))


def _write(name: str, picture: bytes) -> None:
    assert len(picture) <= LIMIT, f"{name}: {len(picture)} bytes"
    (TARGET / f"{name}.webp").write_bytes(picture)
    print(f"{name}.webp: {len(picture) / 1024:.0f} KB")


@contextmanager
def _followed(project: Path) -> Iterator[str]:
    """`make serve` on a course, as soon as it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("mkdocs")), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(project / "hooks")}
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | quiet
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait(address)
            yield address
        finally:
            server.terminate()


def _wait(address: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    raise AssertionError(f"{address} never answered")


if __name__ == "__main__":
    main()
