"""Where everything lies on the server, and that only one change is at work there at a time."""

from __future__ import annotations

import fcntl
import os
import subprocess
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SETTINGS = "settings.toml"
_LONGEST = 900  # seconds; setting up an environment on a slow line is the longest of all


class RefusedError(Exception):
    """Why a change does not go live, in German, for whoever sent it."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that `deploy/setup` laid, with its settings."""

    folder: Path
    address: str
    environments: Path
    keep: int

    @property
    def repository(self) -> Path:
        return self.folder / "course.git"

    @property
    def releases(self) -> Path:
        return self.folder / "www" / "releases"

    @property
    def current(self) -> Path:
        """The symbolic link to the release that is live."""
        return self.folder / "www" / "current"

    @property
    def older(self) -> Path:
        """Scripts and sheets of all kept releases, for pages that were opened before the last switch."""
        return self.folder / "www" / "older"

    @property
    def status(self) -> Path:
        return self.folder / "www" / "status"

    @property
    def work(self) -> Path:
        return self.folder / "work"

    @property
    def builds(self) -> Path:
        return self.work / "builds"


def read_home(folder: Path) -> Home:
    """What was set up in `folder`; raises RefusedError where none was set up."""
    try:
        settings = tomllib.loads((folder / SETTINGS).read_text("utf-8"))
        return Home(folder, settings["address"], Path(settings["environments"]), int(settings["keep"]))
    except FileNotFoundError as error:
        raise RefusedError(
            f"In {folder} ist kein Server eingerichtet.\n    → Nennen Sie seinen Ordner: --home /srv/kurs"
        ) from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise RefusedError(
            f"{folder / SETTINGS} ist nicht zu lesen.\n    → Richten Sie neu ein: deploy/setup"
        ) from error


@contextmanager
def alone(home: Home, waiting: Callable[[], None]) -> Iterator[None]:
    """Waits until nobody else is at work there, having called `waiting` once.

    The lock ends with this process and all that it ran: where it was killed, what it had started may still be writing.
    """
    home.work.mkdir(parents=True, exist_ok=True)
    with (home.work / "lock").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run(
    command: Sequence[str | Path], folder: Path, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a program in `folder`; it ends when we are killed (its own children may not). Both channels are in `stdout`."""
    # A hook of git names its repository in the environment; the build must not see it.
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **(more or {})}
    words = ["setpriv", "--pdeathsig", "KILL", "--", *map(str, command)]
    try:
        return subprocess.run(
            words, cwd=folder, env=env, text=True, errors="replace", timeout=_LONGEST, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            close_fds=False,  # the lock: see `alone`
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise RefusedError(f"Nach {_LONGEST // 60} Minuten war es nicht fertig ({Path(command[0]).name}).") from error
