"""git's protocol for the hook that moves main, sign by sign as githooks(5) describes it."""

from __future__ import annotations

import io

import pytest
from coursekit.server.proc_receive import Command, serve

OLD, NEW, ZERO = "a" * 40, "b" * 40, "0" * 40


def packets(*lines: str) -> bytes:
    return b"".join(f"{len(line.encode()) + 4:04x}".encode() + line.encode() for line in lines) + b"0000"


def test_each_command_is_answered_in_turn() -> None:
    asked: list[Command] = []

    def decide(command: Command) -> str:
        asked.append(command)
        return "main bleibt" if command.deletes else ""

    stdin = io.BytesIO(
        packets("version=1\0atomic\n") + packets(f"{OLD} {NEW} refs/heads/main", f"{OLD} {ZERO} refs/heads/main")
    )
    stdout = io.BytesIO()
    serve(stdin, stdout, decide)
    assert asked == [Command(OLD, NEW, "refs/heads/main"), Command(OLD, ZERO, "refs/heads/main")]
    answer = packets("version=1\n") + packets("ok refs/heads/main", "ng refs/heads/main main bleibt")
    assert stdout.getvalue() == answer


@pytest.mark.parametrize("greeting", [b"", packets("version=2\n")])
def test_another_version_is_refused_before_anything_is_done(greeting: bytes) -> None:
    with pytest.raises(ValueError, match="version"):
        serve(io.BytesIO(greeting), io.BytesIO(), lambda _: "")
