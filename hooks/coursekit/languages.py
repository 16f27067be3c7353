"""The languages of the course; German is the source of all others."""

from __future__ import annotations

from typing import Final

SOURCE: Final = "de"
LANGUAGES: Final = ("de", "ro", "bg")
TRANSLATIONS: Final = tuple(language for language in LANGUAGES if language != SOURCE)
# What a language calls itself: the same on every page, never translated.
NAMES: Final = {"de": "Deutsch", "ro": "Română", "bg": "Български"}
