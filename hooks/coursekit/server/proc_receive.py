"""git's protocol for a hook that moves a branch itself: gitprotocol and `proc-receive` in githooks(5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

_FLUSH = b"0000"


@dataclass(frozen=True, slots=True)
class Command:
    """What a push asks for: move `ref` from `old` to `new`. All zeros as `new` ask to delete it."""

    old: str
    new: str
    ref: str

    @property
    def deletes(self) -> bool:
        return not self.new.strip("0")


def serve(stdin: BinaryIO, stdout: BinaryIO, decide: Callable[[Command], str]) -> None:
    """Answers git: each command goes to `decide`, which returns why it was refused, or nothing."""
    greeting = list(_packets(stdin))
    if not greeting or not greeting[0].startswith(b"version=1"):
        raise ValueError("git speaks another version of the protocol")
    _write(stdout, b"version=1\n")
    stdout.write(_FLUSH)
    stdout.flush()
    commands = [Command(*line.decode().strip().split(" ", 2)) for line in _packets(stdin)]
    for command in commands:
        refused = decide(command)
        _write(stdout, f"ng {command.ref} {refused}".encode() if refused else f"ok {command.ref}".encode())
    stdout.write(_FLUSH)
    stdout.flush()


def _packets(stdin: BinaryIO) -> Iterator[bytes]:
    """The packets up to the next flush."""
    while (length := int(stdin.read(4) or _FLUSH, 16)) > 0:
        yield stdin.read(length - 4)


def _write(stdout: BinaryIO, content: bytes) -> None:
    stdout.write(f"{len(content) + 4:04x}".encode() + content)
