"""From a commit to the live site: a fresh checkout, the checks, a strict build, and one step that changes everything."""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from coursekit.server.builder_words import told
from coursekit.server.compress import compress_site
from coursekit.server.environments import Environment, environment_for, prune_environments
from coursekit.server.home import Home, RefusedError, run
from coursekit.server.releases import (
    Release,
    add,
    keep_times,
    link_older,
    live,
    prune,
    releases,
    switch,
    write_release,
)
from coursekit.server.repository import checkout, head, holds, moving_main, subject
from coursekit.server.status_page import remember_push, write_status

Say = Callable[[str], None]

FULL = (
    "Auf dem Server ist kein Platz mehr.\n"
    "    → Es liegt nicht an Ihrer Änderung. Bitte sagen Sie es denen, die den Server betreuen."
)
_STAYS = "Nicht veröffentlicht. Die Seite im Netz bleibt, wie sie war."


def publish(home: Home, commit: str, say: Say, pushed: bool = True) -> bool:
    """Makes the commit live and main name it; on any problem tells it, and everything stays as it was.

    Call it `alone`. A push that does not hold what main holds is refused: the newer never gives way to the older.
    Without `pushed` it is what main holds already, to be built once more.
    """
    started = time.monotonic()
    name = subject(home, commit)
    try:
        if pushed and not holds(home, commit, head(home)):
            raise RefusedError(
                "Inzwischen hat jemand anderes etwas veröffentlicht, das Ihnen noch fehlt.\n"
                "    → Holen Sie es, und schicken Sie Ihre Änderung noch einmal: git pull --rebase, dann git push"
            )
        release = _publish(home, commit, name, say)
    except Exception as error:  # whatever it is, whoever sent the change reads a sentence and no traceback
        say(reason(error))
        say(_STAYS)
        release = None
    finally:
        clean(home)
    # Whether it is live is settled; what follows may fail without changing that.
    try:
        if release:
            _tidy(home)
        if pushed:
            remember_push(home, commit, name, release is not None)
        write_status(home)
    except OSError as error:
        say(f"Hinweis: Aufräumen und /status/ sind nicht fertig geworden.\n{reason(error)}")
    if release:
        say(f"Veröffentlicht nach {time.monotonic() - started:.0f} Sekunden: {home.address}")
    return release is not None


def inspect(home: Home, commit: str, say: Say) -> None:
    """Checks the commit's content and tells what it finds; nothing else happens. Call it `alone`."""
    folder = home.builds / "check"
    try:
        clean(home)
        checkout(home, commit, folder)
        _check(environment_for(home, folder, say), folder)
        say("Die Prüfung hat nichts gefunden.")
    except Exception as error:  # it only reports
        say(reason(error))
    finally:
        clean(home)


def clean(home: Home) -> None:
    """Removes what builds left, also killed ones."""
    shutil.rmtree(home.builds, ignore_errors=True)


def reason(error: Exception) -> str:
    """Why it did not work, in German."""
    if (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)) or _is_full(str(error)):
        return FULL
    if isinstance(error, RefusedError):
        return str(error)
    return f"Der Server kann gerade nicht bauen.\n    → Bitte sagen Sie es denen, die ihn betreuen: {error}"


def _publish(home: Home, commit: str, name: str, say: Say) -> Release:
    clean(home)
    sources = home.builds / "course"
    checkout(home, commit, sources)
    environment = environment_for(home, sources, say)
    say("Prüfen und bauen ...")
    _check(environment, sources)
    _build(home, environment, sources)
    ready = home.builds / "release"
    ready.mkdir()
    (sources / "site").rename(ready / "site")
    compress_site(ready / "site")
    before = live(home)
    if before:
        keep_times(before.site, ready / "site")
    write_release(ready, commit, name, environment.folder.name)
    link_older(home, ready / "site")
    # Before anything points to it, all of it is on the disk: a power cut leaves no empty pages.
    run(["sync", "--file-system", ready], ready)
    try:
        with moving_main(home, commit):
            release = add(home, ready)
            switch(home, release)
    except BaseException:
        if before is None:
            home.current.unlink(missing_ok=True)
        elif live(home) != before:
            switch(home, before)
        raise
    return release


def _tidy(home: Home) -> None:
    prune(home)
    link_older(home)
    prune_environments(home, {kept.environment for kept in releases(home)})


def _check(environment: Environment, sources: Path) -> None:
    done = run([environment.program("course"), "check"], sources, _own(environment, sources))
    if done.returncode:
        raise RefusedError(_told(done.stdout, "course check"))


def _build(home: Home, environment: Environment, sources: Path) -> None:
    (sources / "node_modules").symlink_to(environment.folder / "node_modules")
    more = _own(environment, sources) | {"SITE_URL": home.address}
    done = run([environment.program("mkdocs"), "build", "--strict"], sources, more)
    if done.returncode:
        raise RefusedError(_told(done.stdout, "mkdocs build --strict"))


def _own(environment: Environment, sources: Path) -> dict[str, str]:
    """A commit is checked and built by its own library, not by the one of the server."""
    return {
        "PATH": f"{environment.program('')}:/usr/local/bin:/usr/bin:/bin",
        "PYTHONPATH": str(sources / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }


def _told(output: str, command: str) -> str:
    """What a program complained about. Where it broke instead, its last words, and how to see the rest."""
    if "No space left on device" in output:
        return FULL
    if "Traceback (most recent call last)" in output:
        last = output.strip().splitlines()[-1]
        return f"Das Programm ist abgebrochen: {last}\n    → Führen Sie auf Ihrem Rechner aus: {command}"
    return told(output)


def _is_full(text: str) -> bool:
    return "No space left on device" in text or "Disk quota exceeded" in text
