"""One server of one's own for all tests that push to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.server import Server, mini_sources, running
from tests.unit.git_course import git


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the mini course live."""
    with running() as place:
        code, told = place.push(mini_sources(tmp_path_factory.mktemp("mini") / "course"))
        assert code == 0, told
        yield place


@pytest.fixture
def clone(server: Server, tmp_path: Path) -> Path:
    """A person's own copy of what main holds now."""
    git(tmp_path, "clone", "--quiet", f"{server.home}/course.git", "clone")
    return tmp_path / "clone"
