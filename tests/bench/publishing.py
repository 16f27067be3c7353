"""How long staff wait: from `git push` to the changed page in a reader's hands, by SSH, the whole course."""

from __future__ import annotations

import time
from pathlib import Path

from tests.conftest import copy_project
from tests.site.server import add_recipe, running, write_sentence


def push_to_live(folder: Path) -> float:
    """Seconds from the start of the push until nginx sends the new page; the server has its programs already."""
    clone = copy_project(folder / "course")
    add_recipe(clone)
    with running() as server:
        code, told = server.push(clone, ssh=True)
        assert code == 0, told
        write_sentence(clone, "Dieser Satz ist neu.")
        start = time.perf_counter()
        with server.start_push(clone, ssh=True) as push:
            server.until(lambda: "Dieser Satz ist neu." in server.page(), "the new page")
            took = time.perf_counter() - start
            told, _ = push.communicate(timeout=60)
        assert push.returncode == 0, told
    return took
