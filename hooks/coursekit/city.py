"""The city: its name and the places people go to; the only file another city must edit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import Field

from coursekit.errors import Problem
from coursekit.sources.checked import Address, Id, Strict, Text, checked
from coursekit.sources.yaml_file import read_yaml

FILE = "data/city.yml"


class Place(Strict):
    """A contact point. `confirmed` is false until somebody has asked there; then the page says „bitte prüfen“."""

    name: Text
    what: Text | None = None
    phone: Text | None = None
    address: Text | None = None
    hours: Text | None = None
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
