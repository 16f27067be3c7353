"""Broken as any text file may be: its bytes, its lines, its letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from tests.mutations.kinds import Broken, kind
from tests.mutations.material import LESSON, Files

_ENDINGS = (".md", ".yml", ".lock")
_CONFLICT = "<<<<<<< HEAD\n{mine}=======\n{theirs}>>>>>>> uebersetzung\n"


def texts(files: Files, pattern: str = "") -> list[str]:
    """The text files that people edit, those whose path has `pattern` in it."""
    return [
        name
        for name in files
        if name.endswith(_ENDINGS) and name != "quizzes/README.md" and re.search(pattern, name) and name != "mkdocs.yml"
    ]


def pick(rng: Random, files: Files, pattern: str = "") -> tuple[str, str]:
    """A file, the lesson's own more often than others, and its text."""
    names = texts(files, pattern)
    lesson = [name for name in names if LESSON in name]
    name = rng.choice(lesson if lesson and rng.random() < 0.5 else names)
    return name, files[name].decode()


def lines_of(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _encoded(name: str, encode: Callable[[str, Random], bytes], *, near: bool = True) -> None:
    def make(rng: Random, files: Files) -> Broken | None:
        file, text = pick(rng, files)
        return Broken(file, encode(text, rng))

    kind(name, near=near)(make)


def _somewhere(text: str, rng: Random, sign: str) -> str:
    place = rng.randrange(len(text))
    return text[:place] + sign + text[place:]


def _in_words(text: str, rng: Random, sign: str) -> str:
    """`sign` between two letters of a text that people read."""
    places = [match.start() + 2 for match in re.finditer(r"(?<=[a-zа-я] )[^\W\d_]{4,}", text)]
    place = rng.choice(places) if places else len(text) // 2
    return text[:place] + sign + text[place:]


_encoded("Latin-1", lambda text, rng: text.encode("latin-1", "replace"))
_encoded(
    "Windows-1252 with Word's signs",
    lambda text, rng: text.replace('"', "\u201d", 1).encode("cp1252", "replace"),
)
_encoded("Windows-1250, the Romanian one", lambda text, rng: text.encode("cp1250", "replace"))
_encoded("Windows-1251, the Bulgarian one", lambda text, rng: text.encode("cp1251", "replace"))
_encoded("UTF-16 with BOM", lambda text, rng: text.encode("utf-16"))
_encoded("UTF-8 with BOM", lambda text, rng: text.encode("utf-8-sig"))
_encoded("UTF-8 read as Latin-1 and saved again", lambda text, rng: text.encode().decode("latin-1").encode())
_encoded(
    "an invalid byte", lambda text, rng: (raw := text.encode())[: (at := rng.randrange(len(raw)))] + b"\xff" + raw[at:]
)
_encoded("a NUL byte", lambda text, rng: _somewhere(text, rng, "\0").encode())
_encoded(
    "a control sign", lambda text, rng: _somewhere(text, rng, rng.choice("\x07\x0b\x0c\x1b\x7f\x85\u2028")).encode()
)
_encoded("Windows line ends", lambda text, rng: text.replace("\n", "\r\n").encode())
_encoded("old Mac line ends", lambda text, rng: text.replace("\n", "\r").encode())
_encoded("a zero-width space", lambda text, rng: _in_words(text, rng, "\u200b").encode())
_encoded("a sign that turns the direction", lambda text, rng: _in_words(text, rng, rng.choice("\u202e\u2066")).encode())
_encoded("a right-to-left mark in a text", lambda text, rng: _in_words(text, rng, "\u200f").encode())
_encoded("letters and accents apart (NFD)", lambda text, rng: unicodedata.normalize("NFD", text).encode())
_encoded("a non-breaking space in a text", lambda text, rng: _in_words(text, rng, "\u00a0").encode())
_encoded("an emoji and a sign beyond 16 bits", lambda text, rng: _in_words(text, rng, "🏠𝒳").encode())
_encoded("only spaces", lambda text, rng: b"  \n \n")
_encoded("emptied", lambda text, rng: b"")


@kind("deleted", near=False, edit=True)
def _deleted(rng: Random, files: Files) -> Broken | None:
    return Broken(rng.choice(texts(files)), None)


@kind("cut at the end of a line", near=False, edit=True)
def _cut_line(rng: Random, files: Files) -> Broken | None:
    name, text = pick(rng, files)
    lines = lines_of(text)
    return Broken(name, "".join(lines[: rng.randrange(1, len(lines))]).encode())


@kind("cut in the middle of a line", near=False, edit=True)
def _cut(rng: Random, files: Files) -> Broken | None:
    name, text = pick(rng, files)
    place = rng.randrange(1, len(text.encode()))
    return Broken(name, text.encode()[:place])


@kind("conflict markers")
def _conflict(rng: Random, files: Files) -> Broken | None:
    name, text = pick(rng, files)
    lines = lines_of(text)
    at = rng.randrange(len(lines))
    lines[at] = _CONFLICT.format(mine=lines[at], theirs=lines[at])
    return Broken(name, "".join(lines).encode())


@kind("conflict markers half cleaned up")
def _conflict_rest(rng: Random, files: Files) -> Broken | None:
    name, text = pick(rng, files)
    lines = lines_of(text)
    rest = rng.choice(["<<<<<<< HEAD\n", "=======\n", ">>>>>>> main\n", "||||||| 3f1c9a0\n"])
    lines.insert(rng.randrange(len(lines)), rest)
    return Broken(name, "".join(lines).encode())


@kind("a tab")
def _tab(rng: Random, files: Files) -> Broken | None:
    name, text = pick(rng, files)
    indented = [match.start() for match in re.finditer(r"(?m)^ +", text)] or [text.index(" ")]
    place = rng.choice(indented)
    return Broken(name, (text[:place] + "\t" + text[place:].lstrip(" ")).encode())


@kind("non-breaking spaces in the indentation")
def _nbsp(rng: Random, files: Files) -> Broken | None:
    name, text = pick(rng, files, r"\.yml$|kaution\.md$")
    places = list(re.finditer(r"(?m)^ +", text))
    if not places:
        return None
    match = rng.choice(places)
    return Broken(name, (text[: match.start()] + "\u00a0" * len(match[0]) + text[match.end() :]).encode())


@kind("a very long line", near=False)
def _long(rng: Random, files: Files) -> Broken | None:
    name, text = pick(rng, files)
    sign = rng.choice(["Wort ", "{{ ", "**", "[", "<", "((", '"', "- ", "{term=", "!["])
    return Broken(name, _somewhere(text, rng, sign * (400_000 // len(sign))).encode())


@kind("a very large file", near=False)
def _large(rng: Random, files: Files) -> Broken | None:
    name, text = pick(rng, files)
    return Broken(name, (text * (6_000_000 // len(text.encode()))).encode())


@kind("a file of another kind copied over it", near=False)
def _other_kind(rng: Random, files: Files) -> Broken | None:
    name = rng.choice(texts(files))
    return Broken(name, files[rng.choice([other for other in files if other.split("/")[0] != name.split("/")[0]])])
