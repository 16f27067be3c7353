"""`python -m coursekit.server`: the command `course` as it is on the server, where git waits for it, so without the rest."""

from __future__ import annotations

import click

from coursekit.server.commands import publish_main, receive, received, rollback


@click.group()
def course() -> None:
    """Der Kurs auf dem Server."""


for command in (rollback, publish_main, receive, received):
    course.add_command(command)

if __name__ == "__main__":
    course(prog_name="course")
