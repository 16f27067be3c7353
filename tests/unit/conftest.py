"""Fixtures of the unit tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.golden import MINI, copy_course
from tests.unit.returned_sheet import export


@pytest.fixture(scope="session")
def _course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_course(tmp_path_factory.mktemp("mini"))


@pytest.fixture(scope="session")
def _contents() -> dict[str, bytes]:
    return {path.relative_to(MINI).as_posix(): path.read_bytes() for path in MINI.rglob("*") if path.is_file()}


@pytest.fixture
def mini(_course: Path, _contents: dict[str, bytes]) -> Iterator[Path]:
    """A mini course to be broken; made whole again after each test, because hundreds of copies take long to delete."""
    yield _course
    for path in [path for path in _course.rglob("*") if path.is_file()]:
        if path.relative_to(_course).as_posix() not in _contents:
            path.unlink()
    for name, content in _contents.items():
        path = _course / name
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Every Romanian text of the mini course as a spreadsheet."""
    path = tmp_path_factory.mktemp("sheet") / "ro.xlsx"
    export(MINI, path, "--all")
    return path.read_bytes()
