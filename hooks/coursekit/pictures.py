"""Pictures of screens: WebP files of docs/assets, shown on the pages for staff."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from coursekit.drawings import FOLDER
from coursekit.errors import Problem, did_you_mean

ENDING = ".webp"
# A picture comes over the same slow network as everything else.
LIMIT = 60 * 1024


@dataclass(frozen=True, slots=True)
class ScreenPicture:
    """A picture of a screen: where it stands on the site (named by its content) and its size in pixels."""

    path: Path
    address: str
    width: int
    height: int


def is_picture(file: str) -> bool:
    """Whether `file` is shown as a picture; everything else is a drawing."""
    return file.endswith(ENDING)


def read_picture(root: Path, file: str) -> ScreenPicture | None:
    """The picture `file` (below docs/assets), or None where it is no WebP file."""
    path = root / FOLDER / file
    data = path.read_bytes()
    size = _size(data)
    if size is None:
        return None
    name = f"{file.removesuffix(ENDING)}.{hashlib.sha256(data).hexdigest()[:8]}{ENDING}"
    return ScreenPicture(path, f"assets/{name}", *size)


def picture_problems(root: Path, file: str, path: str, line: int) -> Iterator[Problem]:
    """What is wrong with the picture `file` that `line` of `path` names."""
    where, name = root / FOLDER / file, f"{FOLDER}/{file}"
    if not where.is_file():
        names = [found.relative_to(root / FOLDER).as_posix() for found in (root / FOLDER).rglob(f"*{ENDING}")]
        yield Problem(path, line, f"Das Bild „{file}“ gibt es nicht in {FOLDER}.", did_you_mean(file, names))
    elif read_picture(root, file) is None:
        yield Problem(name, 1, "Das ist kein Bild, das die Seite zeigen kann.", "Nötig ist eine Datei im Format WebP.")
    elif where.stat().st_size > LIMIT:
        size = where.stat().st_size // 1024
        message = f"Das Bild ist zu groß: {size} Kilobyte."
        yield Problem(name, 1, message, f"Erlaubt sind {LIMIT // 1024} Kilobyte. Schneiden Sie es kleiner zu.")


def picture_html(picture: ScreenPicture, source: str, alt: str) -> str:
    """The picture in a link to itself, so that one can enlarge it; it keeps its place while it loads."""
    size = f'width="{picture.width}" height="{picture.height}"'
    shown = f'<img src="{escape(source)}" {size} loading="lazy" alt="{escape(alt)}">'
    return f'<a class="screen" href="{escape(source)}">{shown}</a>'


def _size(data: bytes) -> tuple[int, int] | None:
    """Width and height as the three kinds of WebP write them (RFC 9649, section 2)."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    kind = data[12:16]
    if kind == b"VP8 ":  # 14 bits each, behind the start code of the first frame
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    if kind == b"VP8L":  # 14 bits each, less one, packed behind the signature byte
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":  # 24 bits each, less one
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return None
