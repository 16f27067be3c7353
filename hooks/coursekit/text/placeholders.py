"""Placeholders: `{{ fact.kaution-max }}` and `{{ city.buergeramt.phone }}`.

Our own and not Jinja: Jinja reads `{#id` as the beginning of a comment and a hyphen as minus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from coursekit.city import FILE as CITY
from coursekit.city import City, Place
from coursekit.errors import Problem, did_you_mean
from coursekit.facts import FILE as FACTS
from coursekit.facts import Facts
from coursekit.languages import SOURCE
from coursekit.sources.yaml_file import YamlFile
from coursekit.text import locale_format
from coursekit.text.place_card import phone_link, place_card
from coursekit.words import Words, leaves

_ANY = re.compile(r"\{\{(?P<name>[^{}]*)\}\}")
_WHOLE = re.compile(r"\{\{\s*(?P<name>[^{}\s]+)\s*\}\}")
# „§ 551“ stays on one line.
_PARAGRAPH_SIGN = re.compile(r"(§§?) (?=\d)")
# „card“ is all of them together.
_PLACE_FIELDS = ("name", "phone", "address", "website", "card")
_CITY_FIELDS = ("name", "operator", "course", "certificate")


@dataclass(frozen=True, slots=True)
class Values:
    """What placeholders are filled from."""

    facts: Facts
    city: City


def check(text: str, values: Values, path: str, line: int) -> Iterator[Problem]:
    """Everything wrong with the placeholders of `text`, whose first line is `line` of `path`, and where one is missing."""
    for offset, part in enumerate(text.split("\n")):
        yield from _typed(part, values.city, path, line + offset)
        rest = _ANY.sub("", part)
        if "{{" in rest or "}}" in rest:
            yield Problem(
                path,
                line + offset,
                "Ein Platzhalter wird nicht geschlossen.",
                "Er beginnt mit {{ und endet mit }} in derselben Zeile: {{ fact.kaution-max }}",
            )
        for match in _ANY.finditer(part):
            name = match["name"].strip()
            fault = _fault(name, values) or _crowded(name, part)
            if fault:
                rests_on = {"fact": (FACTS,), "city": (CITY,)}.get(name.partition(".")[0], ())
                yield Problem(path, line + offset, fault[0], fault[1], rests_on=rests_on)


def _typed(part: str, city: City, path: str, line: int) -> Iterator[Problem]:
    """What only the city's file may say. A notice: a city can be called like a thing (Essen, Halle, Kiel)."""
    found = {"name": city.name} if re.search(rf"\b{re.escape(city.name)}\b", part) else {}
    for place_name, place in city.places.items():
        for field in ("phone", "address"):
            typed = getattr(place, field)
            if typed and typed in part:
                found[f"{place_name}.{field}"] = typed
    for name, typed in found.items():
        hint = f"Schreiben Sie {{{{ city.{name} }}}}: Dann stimmt der Satz auch, wenn sich {CITY} ändert."
        yield Problem(path, line, f"„{typed}“ steht hier als Wort.", hint, "notice", (CITY,))


def names_in(text: str) -> list[str]:
    """The names of the placeholders of `text`, in order: `fact.kaution-max`."""
    return [match["name"] for match in _WHOLE.finditer(text)]


def without(text: str) -> str:
    """`text` without its placeholders: what people typed themselves."""
    return _ANY.sub("", text)


def facts_in(text: str) -> set[str]:
    """The ids of the facts that `text` names."""
    return {name.removeprefix("fact.") for name in names_in(text) if name.startswith("fact.")}


def fill_plain(text: str, values: Values, language: str) -> str:
    """`text` with every placeholder replaced by plain words, for attributes and hashes."""
    return _WHOLE.sub(lambda match: _plain(match["name"], values, language), text)


def fill_html(text: str, values: Values, language: str, words: Words) -> str:
    """`text` with every placeholder replaced by HTML: names of places marked as German, phones to tap."""
    filled = _WHOLE.sub(lambda match: _html(match["name"], values, language, words), text)
    return _PARAGRAPH_SIGN.sub("\\1\N{NO-BREAK SPACE}", filled)


def file_problems(files: Iterable[YamlFile], values: Values) -> Iterator[Problem]:
    """Everything wrong with the placeholders in files that hold nothing but texts: words of the interface, terms."""
    for file in files:
        for key, text in leaves(file.data):
            yield from check(str(text), values, file.name, file.text_line(*key))


def fill_words(words: Words, values: Values, language: str) -> dict[str, Any]:
    """The words of the interface with their placeholders filled in plain words."""
    return {
        key: fill_words(value, values, language) if isinstance(value, Mapping) else fill_plain(value, values, language)
        for key, value in words.items()
    }


def _fault(name: str, values: Values) -> tuple[str, str] | None:
    kind, _, rest = name.partition(".")
    if kind == "fact":
        fact = values.facts.get(rest)
        if fact is None:
            return f"Die Tatsache „{rest}“ gibt es nicht in data/facts.yml.", did_you_mean(rest, values.facts)
        if fact.value is None:
            return (
                f"Die Tatsache „{rest}“ hat keinen Wert, den man einsetzen kann.",
                "Ergänzen Sie bei ihr value in data/facts.yml, oder schreiben Sie den Satz ohne Platzhalter.",
            )
        return None
    if kind == "city":
        return _city_fault(rest, values.city)
    if not name:
        return "In den Klammern {{ }} steht kein Name.", "Möglich ist {{ fact.… }} oder {{ city.… }}."
    return f"Den Platzhalter „{name}“ gibt es nicht.", "Möglich ist {{ fact.… }} oder {{ city.… }}."


def _crowded(name: str, line: str) -> tuple[str, str] | None:
    """A card is a block of its own."""
    if not name.startswith("city.") or not name.endswith(".card") or _WHOLE.fullmatch(line.strip()):
        return None
    return "Neben einer Karte steht in derselben Zeile noch etwas.", f"{{{{ {name} }}}} steht allein in einer Zeile."


def _city_fault(rest: str, city: City) -> tuple[str, str] | None:
    place_name, _, field = rest.partition(".")
    if not field:
        return (
            None
            if rest in _CITY_FIELDS
            else (
                f"„city.{rest}“ gibt es nicht.",
                did_you_mean(f"city.{rest}", {f"city.{known}" for known in (*_CITY_FIELDS, *city.places)}),
            )
        )
    if place_name == "legal":
        return (
            None if field in city.legal else (f"„city.legal.{field}“ gibt es nicht.", did_you_mean(field, city.legal))
        )
    place = city.places.get(place_name)
    if place is None:
        return f"Den Ort „{place_name}“ gibt es nicht in data/city.yml.", did_you_mean(place_name, city.places)
    if field not in _PLACE_FIELDS:
        return f"„{field}“ gibt es bei einem Ort nicht.", did_you_mean(field, _PLACE_FIELDS)
    if field != "card" and getattr(place, field) is None:
        return (
            f"Bei „{place_name}“ steht „{field}“ nicht in data/city.yml.",
            "Ergänzen Sie es dort, oder nehmen Sie den Platzhalter heraus.",
        )
    return None


def _plain(name: str, values: Values, language: str) -> str:
    kind, _, rest = name.partition(".")
    if kind == "fact":
        value = values.facts[rest].value
        if isinstance(value, date):
            return locale_format.day(value, language)
        assert value is not None
        return locale_format.number(value, language)
    place_name, _, field = rest.partition(".")
    if place_name == "legal":
        return values.city.legal[field].value or values.city.legal[field].what
    if field == "card":
        return values.city.places[place_name].name
    owner: City | Place = values.city.places[place_name] if field else values.city
    return str(getattr(owner, field or place_name))


def _html(name: str, values: Values, language: str, words: Words) -> str:
    text = escape(_plain(name, values, language), quote=False)
    kind, _, rest = name.partition(".")
    place_name, _, field = rest.partition(".")
    if kind != "city" or not field:
        return text
    if place_name == "legal":
        return _legal_html(text, values.city.legal[field].value is None, language, words)
    place = values.city.places[place_name]
    if field == "card":
        return place_card(place, language, words)
    if field == "phone":
        html = phone_link(place.phone or "")
    elif field == "website":
        html = f'<a href="{text}" hreflang="de">{text.removeprefix("https://")}</a>'
    else:
        html = text if language == SOURCE else f'<span lang="{SOURCE}">{text}</span>'
    if field != "name" and not place.confirmed:
        html += f' <small class="unconfirmed">({escape(words["page"]["unconfirmed"])})</small>'
    return html


def _legal_html(text: str, is_open: bool, language: str, words: Words) -> str:
    """What the city says of itself, or the mark that it has not said it yet; addresses to tap."""
    german = "" if language == SOURCE else f' lang="{SOURCE}"'
    if is_open:
        return f'<mark class="open">{escape(words["page"]["open"])}: <span{german}>{text}</span></mark>'
    if text.startswith("https://"):
        return f'<a href="{text}" hreflang="{SOURCE}">{text.removeprefix("https://")}</a>'
    if "@" in text and " " not in text:
        return f'<a href="mailto:{text}">{text}</a>'
    return f"<span{german}>{text}</span>"
