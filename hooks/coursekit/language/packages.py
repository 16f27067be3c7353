"""Debian's packages of the dictionaries that are not installed: `python -m coursekit.language.packages` prints them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from coursekit.language.limits import LIMITS

FOLDER: Final = Path("/usr/share/hunspell")


def missing(languages: Iterable[str], folder: Path = FOLDER) -> list[str]:
    """What to install so that `languages` can be spelled; languages without limits have no dictionary."""
    return [
        LIMITS[language].package
        for language in languages
        if language in LIMITS and not (folder / f"{LIMITS[language].dictionary}.dic").is_file()
    ]


if __name__ == "__main__":
    print(" ".join(missing(LIMITS)))
