"""The city: its name and the places people go to; the only file another city must edit."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from coursekit.errors import Problem
from coursekit.sources.checked import Address, Id, Strict, Text, checked
from coursekit.sources.yaml_file import read_yaml

FILE = "data/city.yml"


# In the order of the week; a range leads from one to a later one.
DAYS: Final = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_DAYS: Final = re.compile(rf"({'|'.join(DAYS)})(-({'|'.join(DAYS)}))?(, ({'|'.join(DAYS)})(-({'|'.join(DAYS)}))?)*")
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


def _days(value: str) -> str:
    ranges = (
        [[DAYS.index(day) for day in part.split("-")] for part in value.split(", ")] if _DAYS.fullmatch(value) else []
    )
    if not ranges or any(sorted(set(pair)) != pair for pair in ranges):
        raise PydanticCustomError("days", "days")
    return value


def _clock(value: str) -> str:
    if not _CLOCK.fullmatch(value):
        raise PydanticCustomError("clock", "clock")
    return value


class Hours(Strict):
    """When a place can be reached: `days` such as „Mo-Fr“ or „Mo, Mi“, from `open` to `close` on each of them."""

    days: Annotated[Text, AfterValidator(_days)]
    open: Annotated[Text, AfterValidator(_clock)]
    close: Annotated[Text, AfterValidator(_clock)]


class Place(Strict):
    """A contact point. `confirmed` is false until somebody has asked there; then the page says „bitte prüfen“.

    `hours` are those of the house, `phone_hours` those of the phone; `languages` what is spoken there, by code.
    """

    name: Text
    what: Text | None = None
    phone: Text | None = None
    phone_hours: tuple[Hours, ...] = ()
    address: Text | None = None
    hours: tuple[Hours, ...] = ()
    languages: tuple[Id, ...] = ()
    website: Address | None = None
    confirmed: bool
    checked: date
    evidence: Text | None = None


class Detail(Strict):
    """Something that only the city can say about itself: `what` it is, and its `value` once it is known."""

    what: Text
    value: Text | None = None


class City(Strict):
    """A city's own words: `course` is the name of the site, `certificate` that of the city's class.

    `legal` holds what the law wants on the imprint, privacy and accessibility pages.
    """

    name: Text
    operator: Text
    course: Text
    certificate: Text
    places: dict[Id, Place] = Field(default_factory=dict)
    legal: dict[Id, Detail] = Field(default_factory=dict)


def load_city(root: Path, problems: list[Problem]) -> City | None:
    """The city of `data/city.yml`, or None when the file is faulty."""
    file = read_yaml(root / FILE, FILE, problems)
    city = checked(City, file, problems) if file else None
    for name, detail in city.legal.items() if city else ():
        if detail.value is None and file:
            problems.append(
                Problem(
                    FILE,
                    file.line("legal", name),
                    f"Noch offen: {detail.what}.",
                    "",
                    "notice",
                )
            )
    return city
