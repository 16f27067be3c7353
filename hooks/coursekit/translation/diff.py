"""What changed in the German since a translation was stamped: the stamped version comes out of the history of git."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from coursekit.translation.german import Part, parts, parts_once, source_of
from coursekit.translation.git import is_shallow, missing_history, versions
from coursekit.translation.status import Entry

_LABELS = {"title": "Titel", "goal": "Ziel"}


def differences(root: Path, entries: Sequence[Entry]) -> Iterator[str]:
    """For each page or question of `entries`, none of them current, what to look at: text for a terminal."""
    reason = missing_history(root) if any(entry.state == "outdated" for entry in entries) else ""
    if reason:
        yield reason
    histories: dict[str, History] = {}
    for entry in entries:
        if entry.state != "outdated":
            yield f"{entry.shown}: {_nothing_to_compare(entry)}"
        elif reason:
            yield f"{entry.shown}: veraltet."
        else:
            source = source_of(entry.file)
            history = histories.setdefault(source, History(root, source))
            yield _difference(root, entry, history)


def _difference(root: Path, entry: Entry, history: History) -> str:
    found = history.find(entry.part, entry.stamp)
    if found is None:
        if is_shallow(root):
            return (
                f"{entry.shown}: veraltet. Die Fassung, aus der übersetzt wurde, liegt nicht auf diesem Rechner.\n"
                "    → Holen Sie alle Fassungen: git fetch --unshallow"
            )
        return (
            f"{entry.shown}: veraltet. Zum Stempel „{entry.stamp}“ gibt es in git keine deutsche Fassung.\n"
            "    → Vergleichen Sie die ganze Übersetzung mit dem deutschen Text. Danach: course stamp"
        )
    day, before = found
    now = history.today[entry.part]
    year, month, date = day.split("-")
    lines = difflib.unified_diff(
        _lines(_in_order(before, now)),
        _lines(now.texts),
        f"{history.source} (Fassung vom {int(date)}.{int(month)}.{year}, aus ihr wurde übersetzt)",
        f"{history.source} (heute)",
        lineterm="",
    )
    return "\n".join([f"{entry.shown}: Das hat sich im Deutschen geändert.", *lines])


class History:
    """The versions of one German file, each read once and no further back than needed."""

    def __init__(self, root: Path, source: str) -> None:
        self.source = source
        self.today = parts(root, source)
        self._read: list[tuple[str, dict[str, Part]]] = []
        self._older = versions(root, source)

    def find(self, part: str, stamp: str) -> tuple[str, Part] | None:
        """The newest version of `part` whose hash is `stamp`, with its day."""
        for day, once in self._all():
            if part in once and once[part].hash == stamp:
                return day, once[part]
        return None

    def _all(self) -> Iterator[tuple[str, dict[str, Part]]]:
        yield from self._read
        for day, content in self._older:
            self._read.append((day, parts_once(content, self.source)))
            yield self._read[-1]


def _in_order(before: Part, now: Part) -> list[tuple[str, str]]:
    """The texts of `before` in the order of today, because the order of options is no change."""
    order = {label: place for place, (label, _) in enumerate(now.texts)}
    return sorted(before.texts, key=lambda text: order.get(text[0], len(order)))


def _lines(texts: Sequence[tuple[str, str]]) -> list[str]:
    """One line a line of text; a text of several lines stands below its name, the body of a page stands alone."""
    found: list[str] = []
    for label, text in texts:
        if not label:
            found += ["", *text.split("\n")]
        elif "\n" in text:
            found += [f"{label}:", *(f"  {line}".rstrip() for line in text.split("\n"))]
        else:
            found.append(f"{_LABELS.get(label, label)}: {text}")
    return found


def _nothing_to_compare(entry: Entry) -> str:
    match entry.state:
        case "untracked":
            return (
                "ohne Stempel. Niemand weiß, aus welcher Fassung übersetzt wurde.\n"
                f"    → Vergleichen Sie alles mit {source_of(entry.file)}. Danach: course stamp {entry.file}"
            )
        case "missing":
            return f"fehlt noch.\n    → Übersetzen Sie aus {source_of(entry.file)}."
        case "orphan":
            return "ohne deutsche Quelle. Auf Deutsch gibt es das nicht (mehr)."
    return "nicht lesbar, oder das Deutsche ist es nicht.\n    → course check sagt, was zu ändern ist."
