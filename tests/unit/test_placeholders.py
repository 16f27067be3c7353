"""Facts and places by their names: numbers, days, phones as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest
from coursekit.city import City, Detail, Place, load_city
from coursekit.errors import Problem
from coursekit.facts import load_facts
from coursekit.text.locale_format import day, number
from coursekit.text.placeholders import Values, fill_html, fill_plain, fill_words
from coursekit.words import load_words

from tests.unit.golden import MINI, MINI_LANGUAGES


@pytest.fixture(scope="module")
def values() -> Values:
    problems: list[Problem] = []
    facts, city = load_facts(MINI, problems), load_city(MINI, problems)
    assert problems == []
    assert city is not None
    return Values(facts, city)


@pytest.mark.parametrize(
    ("value", "german", "romanian", "bulgarian"),
    [
        (3, "3", "3", "3"),
        (0.5, "0,5", "0,5", "0,5"),
        (18.36, "18,36", "18,36", "18,36"),
        (1200, "1.200", "1.200", "1200"),  # Bulgarian parts thousands from five digits on
        (12000, "12.000", "12.000", "12\N{NO-BREAK SPACE}000"),
        (1200.5, "1.200,5", "1.200,5", "1200,5"),
        (-1200, "-1.200", "-1.200", "-1200"),
    ],
)
def test_numbers(value: int | float, german: str, romanian: str, bulgarian: str) -> None:
    assert [number(value, language) for language in ("de", "ro", "bg")] == [german, romanian, bulgarian]


def test_days() -> None:
    first = date(2026, 12, 1)
    assert day(first, "de") == "1. Dezember 2026"
    assert day(first, "ro") == "1 decembrie 2026"
    assert day(first, "bg") == "1 декември 2026\N{NARROW NO-BREAK SPACE}г."


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{ fact.kaution-max }} Mieten", "3 Mieten"),
        ("{{fact.rundfunkbeitrag}} Euro", "18,36 Euro"),
        ("Ab {{ fact.neue-regel }}", "Ab 1. Dezember 2026"),
        ("{{ city.name }}: {{ city.buergeramt.name }}", "Musterstadt: Bürgeramt"),
        ("{{ city.buergeramt.phone }}", "02331 207-5777"),
        ("{number} von {total}", "{number} von {total}"),
    ],
)
def test_plain(values: Values, text: str, filled: str) -> None:
    assert fill_plain(text, values, "de") == filled


def test_plain_in_other_languages(values: Values) -> None:
    assert fill_plain("{{ fact.neue-regel }}", values, "ro") == "1 decembrie 2026"
    assert fill_plain("{{ fact.rundfunkbeitrag }}", values, "bg") == "18,36"


def html(values: Values, text: str, language: str) -> str:
    words = load_words(MINI, MINI_LANGUAGES, [])[language].data
    return fill_html(text, values, language, words)


def test_a_confirmed_phone_is_tapped(values: Values) -> None:
    link = '<a class="phone" href="tel:+4923312075777">02331 207-5777</a>'
    assert html(values, "{{ city.buergeramt.phone }}", "de") == link
    assert html(values, "{{ city.buergeramt.phone }}", "bg") == link


def test_what_nobody_has_confirmed_says_so(values: Values) -> None:
    link = '<a class="phone" href="tel:+4921154222211">0211 54 2222 11</a>'
    text = "{{ city.mieterverein.phone }}"
    assert html(values, text, "de") == f'{link} <small class="unconfirmed">(bitte prüfen)</small>'
    assert html(values, text, "ro") == f'{link} <small class="unconfirmed">(de verificat)</small>'
    assert html(values, "{{ city.mieterverein.name }}", "de") == "Mieterverein Musterstadt"


def test_names_and_addresses_are_marked_as_german(values: Values) -> None:
    text = "{{ city.buergeramt.name }}, {{ city.buergeramt.address }}"
    assert html(values, text, "de") == "Bürgeramt, Rathausstraße 1"
    assert html(values, text, "ro") == '<span lang="de">Bürgeramt</span>, <span lang="de">Rathausstraße 1</span>'


def test_a_website_is_a_link(values: Values) -> None:
    found = html(values, "{{ city.mieterverein.website }}", "ro")
    assert found.startswith('<a href="https://mieterverein.example" hreflang="de">mieterverein.example</a>')


def test_what_the_city_has_not_said_yet_is_marked() -> None:
    known, unknown = Detail(what="Anschrift", value="Rathaus <1>"), Detail(what="Vertretung")
    mail, site = Detail(what="Mail", value="amt@stadt.example"), Detail(what="Seite", value="https://stadt.example")
    legal = {"known": known, "unknown": unknown, "mail": mail, "site": site}
    values = Values({}, City(name="X", operator="X", course="X", certificate="X", legal=legal))
    words = {"page": {"open": "încă lipsește"}}

    def filled(name: str, language: str) -> str:
        return fill_html(f"{{{{ city.legal.{name} }}}}", values, language, words)

    assert filled("known", "de") == "<span>Rathaus &lt;1&gt;</span>"
    assert filled("known", "ro") == '<span lang="de">Rathaus &lt;1&gt;</span>'
    assert filled("unknown", "ro") == '<mark class="open">încă lipsește: <span lang="de">Vertretung</span></mark>'
    assert filled("mail", "bg") == '<a href="mailto:amt@stadt.example">amt@stadt.example</a>'
    assert filled("site", "bg") == '<a href="https://stadt.example" hreflang="de">stadt.example</a>'


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0211 54 2222 11", "+4921154222211"),
        ("(02331) 207-5777", "+4923312075777"),
        ("02331/207 57 77", "+4923312075777"),
        ("+49 2331 207-5777", "+4923312075777"),
        ("+49 (0)2331 207-5777", "+4923312075777"),
        ("0049 2331 2075777", "+4923312075777"),
        ("112", "112"),
        ("115", "115"),
        ("116 117", "116117"),
    ],
)
def test_phones_as_people_write_them(written: str, dialled: str) -> None:
    place = Place(name="Amt", phone=written, confirmed=True, checked=date(2026, 11, 22))
    city = City(name="X", operator="X", course="X", certificate="X", places={"amt": place})
    found = fill_html("{{ city.amt.phone }}", Values({}, city), "de", {})
    assert found == f'<a class="phone" href="tel:{dialled}">{written}</a>'


def test_values_are_no_html() -> None:
    place = Place(name="Müller & <Söhne>", confirmed=True, checked=date(2026, 11, 22))
    city = City(name="X", operator="X", course="X", certificate="X", places={"amt": place})
    assert fill_html("{{ city.amt.name }}", Values({}, city), "de", {}) == "Müller &amp; &lt;Söhne&gt;"


def test_words_of_the_interface_are_filled_and_keep_their_fields(values: Values) -> None:
    words = fill_words(load_words(MINI, MINI_LANGUAGES, [])["ro"].data, values, "ro")
    assert words["start"]["exam"] == "Pentru Mietführerschein"
    assert words["page"]["place"] == "Lecția {number} din {total}"
