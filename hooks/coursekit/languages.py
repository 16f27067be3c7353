"""The languages of the course; German is the source of all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

SOURCE: Final = "de"
SOURCE_NAME: Final = "Deutsch"

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code (ISO 639), what it calls itself (the same on every page), which way it is written.

    One that is not `published` is being prepared: checked and counted, and not yet to be seen on the site.
    """

    code: str
    name: str
    direction: Direction = "ltr"
    published: bool = True


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages in the order in which readers choose them, German among them."""

    every: tuple[Language, ...] = (Language(SOURCE, SOURCE_NAME),)

    @property
    def codes(self) -> tuple[str, ...]:
        """All languages, also those that are being prepared."""
        return tuple(language.code for language in self.every)

    @property
    def published(self) -> tuple[str, ...]:
        """The languages of the site."""
        return tuple(language.code for language in self.every if language.published)

    @property
    def translations(self) -> tuple[str, ...]:
        """All languages but German."""
        return tuple(code for code in self.codes if code != SOURCE)

    def __getitem__(self, code: str) -> Language:
        return next(language for language in self.every if language.code == code)

    def direction(self, code: str) -> Direction:
        """Which way the language `code` is written."""
        return self[code].direction

    def name(self, code: str) -> str:
        """What the language `code` calls itself."""
        return self[code].name
