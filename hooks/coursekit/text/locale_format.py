"""Numbers and dates as a language writes them (CLDR, by Babel)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.core import Locale
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal


def number(value: int | float, language: str) -> str:
    """1200 as „1.200“ in German and Romanian and „1200“ in Bulgarian, which groups only from five digits on."""
    # CLDR: minimumGroupingDigits is 2 for Bulgarian; Babel does not read that entry.
    grouped = not (language == "bg" and abs(value) < 10_000)
    return format_decimal(value, locale=language, group_separator=grouped)


def day(value: date, language: str) -> str:
    """A date in full: „22. November 2026“."""
    return format_date(value, format="long", locale=language)


def week_day(number: int, language: str) -> str:
    """The day of the week, 0 for Monday: „Montag“."""
    return str(get_day_names("wide", locale=language)[number])


def listed(words: Sequence[str], language: str) -> str:
    """Words one after the other, „and“ before the last."""
    return format_list(list(words), locale=language)


def language_name(code: str, language: str) -> str:
    """What the language `code` is called in `language`; the code itself where nobody knows."""
    return Locale(language).languages.get(code, code)
