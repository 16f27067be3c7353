"""What people and git ask on the server; `cli` takes in what people ask."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from coursekit.server.home import Home, RefusedError, alone, read_home
from coursekit.server.proc_receive import Command, serve
from coursekit.server.publishing import inspect, publish, reason
from coursekit.server.releases import ZONE, find, live, releases, switch
from coursekit.server.repository import MAIN, head
from coursekit.server.status_page import write_status


def _at_home(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--home",
        "folder",
        type=click.Path(path_type=Path, file_okay=False, resolve_path=True),
        default=Path(),
        envvar="COURSE_HOME",
        help="Ordner des Servers.",
    )(command)


@click.command()
@click.argument("release", required=False)
@_at_home
def rollback(release: str | None, folder: Path) -> None:
    """Auf dem Server: Holt einen früheren Stand zurück. Ohne Angabe: zeigt alle, die es gibt."""
    home = _home(folder)
    if release is None:
        click.echo(_table(home))
        return
    with alone(home, _waiting):
        wanted = find(home, release)
        if wanted is None:
            _leave(f"Den Stand „{release}“ gibt es nicht. Es gibt:\n{_table(home)}")
        if wanted == live(home):
            click.echo(f"{wanted.name} ist schon im Netz.")
            return
        try:
            switch(home, wanted)
        except OSError as error:
            _leave(reason(error))
        try:
            write_status(home)
        except OSError:
            click.echo("Hinweis: Die Seite /status/ ist nicht auf dem neuesten Stand.", err=True)
        click.echo(f"Im Netz steht jetzt wieder {wanted.name}: „{wanted.subject}“")
        click.echo("Die nächste Änderung, die jemand schickt, geht wie immer ins Netz.")


@click.command(name="publish")
@_at_home
def publish_main(folder: Path) -> None:
    """Auf dem Server: Baut den Stand im Netz noch einmal. So sagen Seiten, wo eine Angabe inzwischen zu alt ist."""
    home = _home(folder)
    with alone(home, _waiting):
        now = live(home)
        commit = now.commit if now else head(home)
        if not commit:
            _leave("Es ist noch nichts da. Schicken Sie den Kurs: git push")
        if not publish(home, commit, click.echo, pushed=False):
            sys.exit(1)


@click.command(hidden=True)
@_at_home
def receive(folder: Path) -> None:
    """What git starts for a push to main (hook proc-receive)."""
    home = _home(folder)

    def decide(command: Command) -> str:
        if command.ref != MAIN or command.deletes:
            _say("main bleibt: Aus main entsteht die Seite im Netz. Diesen Zweig kann man nicht löschen.")
            return "main bleibt"
        try:
            with alone(home, _waiting):
                # Sent twice at the same time, it is there already.
                done = command.new == head(home) or publish(home, command.new, _say)
        except OSError as error:
            _say(reason(error))
            done = False
        return "" if done else "nicht veröffentlicht"

    serve(sys.stdin.buffer, sys.stdout.buffer, decide)


@click.command(hidden=True)
@_at_home
def received(folder: Path) -> None:
    """What git starts after a push (hook post-receive): other branches are kept as they are, checked, and told about."""
    home = _home(folder)
    for line in sys.stdin:
        command = Command(*line.strip().split(" ", 2))
        if command.ref == MAIN or command.deletes or not command.ref.startswith("refs/heads/"):
            continue
        _say(f"{command.ref.removeprefix('refs/heads/')} ist gespeichert. Veröffentlicht wird nur main.")
        with alone(home, _waiting):
            inspect(home, command.new, _say)


def _home(folder: Path) -> Home:
    try:
        home = read_home(folder)
    except RefusedError as error:
        _leave(str(error))
    return home


def _table(home: Home) -> str:
    kept, now = releases(home), live(home)
    if not kept:
        return "Es ist noch nichts veröffentlicht."
    return "\n".join(
        f"{'im Netz →' if release == now else '':9} {release.name}  {release.built.astimezone(ZONE):%d.%m.%Y %H:%M}  "
        f"{release.subject}"
        for release in kept
    )


def _waiting() -> None:
    _say("Gerade wird eine andere Änderung veröffentlicht. Ihre kommt danach an die Reihe, bitte warten ...")


def _say(text: str) -> None:
    """To the terminal of whoever pushes. A line that broke on the way stops nothing."""
    try:
        click.echo(text, err=True)
        sys.stderr.flush()
    except OSError:
        pass


def _leave(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
