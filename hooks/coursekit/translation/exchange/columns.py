"""The columns of the spreadsheet; the words above them are how they are found again."""

from __future__ import annotations

from typing import Final

CONTEXT: Final = "Wo"
STATE: Final = "Stand"
GERMAN: Final = "Deutsch"
CHANGED: Final = "Was sich im Deutschen geändert hat"
TRANSLATION: Final = "Übersetzung"
FITS: Final = "Passt noch (x)"
NOTE: Final = "Anmerkung"
ID: Final = "Kennung"
HASH: Final = "Prüfzeichen"

# The name and the width of each, in signs.
COLUMNS: Final = {
    CONTEXT: 28,
    STATE: 10,
    GERMAN: 60,
    CHANGED: 40,
    TRANSLATION: 60,
    FITS: 9,
    NOTE: 30,
    ID: 24,
    HASH: 14,
}
# What a translator writes into; everything else is locked.
OPEN: Final = (TRANSLATION, FITS)
# Without these nothing can be read back.
NEEDED: Final = (GERMAN, TRANSLATION, ID, HASH)
