"""A place as a card: everything known of it, in the reader's language, and that somebody has still to ask there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from coursekit.city import City, Hours, Place
from coursekit.errors import Problem
from coursekit.site_settings import read_settings
from coursekit.sources.checked import checked
from coursekit.sources.yaml_file import parse_yaml
from coursekit.text.place_card import place_card
from coursekit.words import load_words
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT

WORDS = {language: file.data for language, file in load_words(ROOT, read_settings(ROOT, []).languages, []).items()}


def place(**fields: Any) -> Place:
    return Place(name="Zentrales Bürgeramt", confirmed=True, checked=date(2026, 11, 22), **fields)


def lines(found: Place, language: str) -> list[str]:
    tree = LexborHTMLParser(place_card(found, language, WORDS[language]))
    return [node.text() for node in tree.css(".place > p")]


HOURS = (
    Hours(days="Mo-Di", open="8:00", close="17:00"),
    Hours(days="Mi, Fr", open="8:30", close="12:00"),
)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("de", "Montag bis Dienstag 8 bis 17 Uhr", "Mittwoch und Freitag 8:30 bis 12 Uhr"),
        ("ro", "luni–marți, orele 8–17", "miercuri și vineri, orele 8:30–12"),
        ("bg", "понеделник – вторник, 8–17 ч.", "сряда и петък, 8:30–12 ч."),
    ],
)
def test_the_hours_are_told_in_the_readers_language(language: str, first: str, second: str) -> None:
    open_on = WORDS[language]["place"]["hours"]
    assert lines(place(hours=HOURS), language)[1:] == [f"{open_on}: {first}{second}"]
    assert lines(place(hours=HOURS[:1]), language)[1:] == [f"{open_on}: {first}"]


def test_a_phone_is_to_tap_and_what_is_spoken_there_is_named() -> None:
    found = place(phone="02331 207-5777", languages=("de", "ro"), website="https://www.hagen.de/")
    html = place_card(found, "bg", WORDS["bg"])
    assert '<a class="phone" href="tel:+4923312075777">02331 207-5777</a>' in html
    assert lines(found, "bg")[2] == "Езици: немски и румънски"
    assert lines(found, "bg")[3] == "www.hagen.de"
    assert '<b lang="de">Zentrales Bürgeramt</b>' in html


def test_what_nobody_has_confirmed_says_so() -> None:
    told = WORDS["ro"]["page"]["unconfirmed"]
    asked = place(phone="02331 207-5777")
    unasked = asked.model_copy(update={"confirmed": False})
    assert f"({told})" in lines(unasked, "ro")
    assert not any(told in line for line in lines(asked, "ro"))
    # A name alone can be right: there is nothing to ask about yet.
    assert lines(unasked.model_copy(update={"phone": None}), "ro") == ["Zentrales Bürgeramt"]


@pytest.mark.parametrize("days", ["Montag", "Mo - Fr", "Fr-Mo", "Mo-Mo", "Mo,Di", ""])
def test_days_that_are_none_are_told_with_an_example(days: str) -> None:
    problems = hours_problems(days, "9:00")
    assert [problem.line for problem in problems] == [11]


@pytest.mark.parametrize("clock", ["9", "25:00", "9.30", "9:5"])
def test_a_time_that_is_none_is_told_with_an_example(clock: str) -> None:
    problems = hours_problems("Mo", clock)
    assert [(problem.line, problem.message) for problem in problems] == [(12, f"„{clock}“ ist keine Uhrzeit.")]


def hours_problems(days: str, clock: str) -> list[Problem]:
    text = f"""\
name: "Hagen"
operator: "Stadt"
course: "Wohnen"
certificate: "Schein"
places:
  buergeramt:
    name: "Bürgeramt"
    confirmed: true
    checked: 2026-11-22
    hours:
      - days: "{days}"
        open: "{clock}"
        close: "12:00"
"""
    problems: list[Problem] = []
    file = parse_yaml(text, "data/city.yml", problems)
    assert file is not None
    assert checked(City, file, problems) is None
    return problems
