"""A place as a card: what it is called, a phone to tap, where it is, when it can be reached, what is spoken there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from coursekit.city import DAYS, Hours, Place
from coursekit.languages import SOURCE
from coursekit.text import locale_format
from coursekit.words import Words


def dialled(phone: str) -> str:
    """People write 0211 54 2222 11; a phone wants +49211… wherever its card is from. 112 and 115 stay."""
    digits = re.sub(r"[^\d+]", "", phone.replace("(0)", ""))
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+49{digits[1:]}" if digits.startswith("0") else digits


def phone_link(phone: str) -> str:
    """A phone number to tap."""
    return f'<a class="phone" href="tel:{dialled(phone)}">{escape(phone)}</a>'


def place_card(place: Place, language: str, words: Words) -> str:
    """The card in one line of HTML, for readers of `language`; what is not known does not stand there."""
    german = "" if language == SOURCE else f' lang="{SOURCE}"'
    lines = [f"<b{german}>{escape(place.name)}</b>"]
    if place.phone:
        lines.append(phone_link(place.phone))
    lines += _hours(place.phone_hours, "phone", language, words)
    if place.address:
        lines.append(f"<span{german}>{escape(place.address)}</span>")
    lines += _hours(place.hours, "hours", language, words)
    if place.languages:
        spoken = [locale_format.language_name(code, language) for code in place.languages]
        lines.append(f"{escape(words['place']['languages'])}: {escape(locale_format.listed(spoken, language))}")
    if place.website:
        shown = escape(place.website.removeprefix("https://").removesuffix("/"))
        lines.append(f'<a href="{escape(place.website)}" hreflang="{SOURCE}">{shown}</a>')
    if not place.confirmed and len(lines) > 1:
        lines.append(f'<small class="unconfirmed">({escape(words["page"]["unconfirmed"])})</small>')
    return f'<div class="place">{"".join(f"<p>{line}</p>" for line in lines)}</div>'


def _hours(hours: Sequence[Hours], label: str, language: str, words: Words) -> Iterator[str]:
    """One line for all of them: what they are, then each in a row of its own."""
    rows = []
    for span in hours:
        days = locale_format.listed([_days(part, language, words) for part in span.days.split(", ")], language)
        start, end = (time.removesuffix(":00") for time in (span.open, span.close))
        rows.append(escape(words["place"]["open"].format(days=days, start=start, end=end)))
    if rows:
        yield f"{escape(words['place'][label])}: {rows[0] if len(rows) == 1 else ''.join(f'<br>{row}' for row in rows)}"


def _days(part: str, language: str, words: Words) -> str:
    first, *last = (locale_format.week_day(DAYS.index(day), language) for day in part.split("-"))
    return str(words["place"]["days"].format(first=first, last=last[0])) if last else first
