"""Numbers and dates as a language writes them (CLDR, by Babel)."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal


def number(value: int | float, language: str) -> str:
    """1200 as „1.200“ in German and Romanian and „1200“ in Bulgarian, which groups only from five digits on."""
    # CLDR: minimumGroupingDigits is 2 for Bulgarian; Babel does not read that entry.
    grouped = not (language == "bg" and abs(value) < 10_000)
    return format_decimal(value, locale=language, group_separator=grouped)


def day(value: date, language: str) -> str:
    """A date in full: „22. November 2026“."""
    return format_date(value, format="long", locale=language)
