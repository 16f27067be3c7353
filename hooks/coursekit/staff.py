"""Pages for those who make the course or teach it: in German only, in no menu, counted by nobody as untranslated."""

from __future__ import annotations

from typing import Final

# The handbook of the editors and the part of the trainers.
FOLDERS: Final = ("redaktion", "lehrkraefte")
HANDBOOK: Final = "redaktion/index"


def for_staff(name: str) -> bool:
    """Whether the page `name` (without language and ending) is one for staff."""
    return name.split("/")[0] in FOLDERS
