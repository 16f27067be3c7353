"""The script that takes the pictures of the handbook still runs."""

from __future__ import annotations

from pathlib import Path

from coursekit.pictures import LIMIT, read_picture
from playwright.sync_api import Browser

from tests.pictures import camera


def test_it_takes_a_terminal_and_a_part_of_a_page(browser: Browser, address: str, tmp_path: Path) -> None:
    folder = tmp_path / "docs/assets"
    folder.mkdir(parents=True)
    pictures = {
        "terminal.webp": camera.terminal_picture(browser, "$ course check\nAlles in Ordnung."),
        "page.webp": camera.page_picture(
            browser, f"{address}mietrecht/kaution/", "#wie-hoch", 360, 300, ("Wie hoch?",)
        ),
    }
    for name, data in pictures.items():
        (folder / name).write_bytes(data)
        picture = read_picture(tmp_path, name)
        assert picture is not None
        assert 1000 < len(data) <= LIMIT
    page = read_picture(tmp_path, "page.webp")
    assert page is not None
    assert (page.width, page.height) == (540, 450)
