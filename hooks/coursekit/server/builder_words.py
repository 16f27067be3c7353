"""What the builder complained about, without what it says of its own work."""

from __future__ import annotations

import re

_NOISE = re.compile(r"^(?:INFO|DEBUG) +-|^Aborted with ")
_LEVEL = re.compile(r"^(?:WARNING|ERROR) +-\s+")


def told(output: str) -> str:
    """The output of a failed build as whoever pushed should read it."""
    lines = [line for line in output.splitlines() if line.strip() and not _NOISE.match(line)]
    return "\n".join(_LEVEL.sub("", line) for line in lines)
