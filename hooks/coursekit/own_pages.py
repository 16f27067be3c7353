"""Pages that the site knows by their name, because each does something that no other page does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

# Whom to ask; all German words; German sentences to say or to show; things to do after moving in.
HELP_PAGE: Final = "hilfe"
WORDS_PAGE: Final = "woerter"
PHRASES_PAGE: Final = "saetze"
STEPS_PAGE: Final = "hundert-tage"

OwnKind = Literal["help", "words", "phrases", "steps"]
OWN_KINDS: Final[Mapping[str, OwnKind]] = {
    HELP_PAGE: "help",
    WORDS_PAGE: "words",
    PHRASES_PAGE: "phrases",
    STEPS_PAGE: "steps",
}
