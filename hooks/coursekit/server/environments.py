"""The programs a build needs: one environment for each state of the lock files, made once and kept beside the others."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from coursekit.server.home import Home, RefusedError, run

LOCKS = ("requirements.lock", "package-lock.json")
# What `make .venv/.ready` reads.
_INGREDIENTS = (*LOCKS, "Makefile", "pyproject.toml", "package.json", ".npmrc", "LICENSE", "hooks")
_READY = Path(".venv/.ready")


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder with `.venv` and `node_modules`, named by the hash of the lock files."""

    folder: Path

    def program(self, name: str) -> Path:
        return self.folder / ".venv" / "bin" / name


def environment_name(sources: Path) -> str:
    """The hash of the lock files in `sources`."""
    digest = hashlib.sha256()
    for name in LOCKS:
        content = (sources / name).read_bytes() if (sources / name).is_file() else b""
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()[:16]


def environment_for(home: Home, sources: Path, say: Callable[[str], None]) -> Environment:
    """The environment for the checkout `sources`; it is made where there is none. Raises RefusedError when that fails."""
    folder = home.environments / environment_name(sources)
    if not (folder / _READY).exists():
        say("Die Programme zum Bauen werden eingerichtet (etwa eine Minute) ...")
        _make(folder, sources)
    return Environment(folder)


def prune_environments(home: Home, used: Collection[str]) -> None:
    """Removes what is neither in use nor the server's own."""
    own = (home.folder / "tool" / "environment").resolve().name
    for folder in home.environments.iterdir():
        if folder.is_dir() and folder.name not in used and folder.name != own:
            shutil.rmtree(folder, ignore_errors=True)


def _make(folder: Path, sources: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)  # what a killed set-up left
    folder.mkdir(parents=True)
    try:
        for name in _INGREDIENTS:
            source = sources / name
            if source.is_dir():
                shutil.copytree(source, folder / name)
            elif source.exists():
                shutil.copy(source, folder / name)
        done = run(["make", _READY], folder)
        if done.returncode or not (folder / _READY).exists():
            raise RefusedError(_reason(done.stdout))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _reason(output: str) -> str:
    """What the set-up complained about, its own words last: they name the package or the line."""
    lines = [line.strip() for line in output.splitlines() if re.match(r"(?i)\s*(npm )?(error|err!|hint)\b", line)]
    named = "".join(f"\n    {line}" for line in (lines or output.splitlines())[:6])
    return (
        "requirements.lock:1: Die Programme zum Bauen lassen sich nicht einrichten (requirements.lock, package-lock.json).\n"
        f"    → Nehmen Sie die Änderung an diesen Dateien zurück, oder schreiben Sie sie neu: make lock{named}"
    )
