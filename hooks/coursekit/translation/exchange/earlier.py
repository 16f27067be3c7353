"""The German from which a translation was made, where git remembers it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

from coursekit.sources.yaml_file import Key
from coursekit.translation.diff import History
from coursekit.translation.git import missing_history


class Earlier:
    """The earlier versions of the German files, each file's history read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._histories: dict[str, History] = {}

    def places(self, source: str, part: str, stamp: str) -> Mapping[Key, str] | None:
        """The texts of `part` of the German file `source` as they were when `stamp` was its hash; None if unknown."""
        if not self._histories and missing_history(self._root):
            return None
        history = self._histories.setdefault(source, History(self._root, source))
        found = history.find(part, stamp)
        return found[1].places if found else None


def changes(before: str, now: str) -> str:
    """What changed, line by line, in words: „vorher: … / jetzt: …“, „neu: …“, „gestrichen: …“."""
    old, new = ([line for line in text.split("\n") if line.strip()] for text in (before, now))
    said: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "insert":
            said += [f"neu: {line}" for line in new[c:d]]
        elif kind == "delete":
            said += [f"gestrichen: {line}" for line in old[a:b]]
        elif kind == "replace":
            said += [f"vorher: {line}" for line in old[a:b]] + [f"jetzt: {line}" for line in new[c:d]]
    return "\n".join(said)
