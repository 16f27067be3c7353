"""Broken as a folder may be: names, links, permissions, languages in each other's place; and the files beside the texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.mutations.kinds import Broken, kind
from tests.mutations.material import LESSON, Files
from tests.mutations.text_kinds import texts


def _acts(name: str, act: Callable[[Path, Path], object], *, pattern: str = "", edit: bool = True) -> None:
    """A kind that does something to a file's place: `act` gets the course and the path of the file."""

    def make(rng: Random, files: Files) -> Broken | None:
        file = rng.choice(texts(files, pattern))
        return Broken(file, files[file], act=lambda root: act(root, root / file))

    kind(name, near=False, edit=edit)(make)


def _instead(do: Callable[[Path, Path], object]) -> Callable[[Path, Path], object]:
    """`do` after the file is gone."""

    def act(root: Path, path: Path) -> None:
        path.unlink()
        do(root, path)

    return act


def _folder_instead(root: Path, path: Path) -> None:
    folder = path.parent
    for inner in sorted(folder.rglob("*"), reverse=True):
        inner.rmdir() if inner.is_dir() else inner.unlink()
    folder.rmdir()
    folder.write_text("kein Ordner\n", "utf-8")


def _renamed(name: Callable[[Path], str]) -> Callable[[Path, Path], object]:
    return lambda root, path: path.rename(path.with_name(name(path)))


_acts("a folder where a file should be", _instead(lambda root, path: path.mkdir()))
_acts("a file where a folder should be", _folder_instead)
_acts("a link that leads nowhere on the disk", _instead(lambda root, path: path.symlink_to("gibt-es-nicht")))
_acts("a link that leads to itself", _instead(lambda root, path: path.symlink_to(path.name)))
_acts("a link out of the course", _instead(lambda root, path: path.symlink_to("/etc/hostname")))
_acts("a link to another file of the course", _instead(lambda root, path: path.symlink_to(root / "data/city.yml")))
_acts("a linked folder that leads in a circle", lambda root, path: (path.parent / "kreis").symlink_to(path.parent))
_acts("a file that nobody may read", lambda root, path: path.chmod(0))
_acts("a folder that nobody may read", lambda root, path: path.parent.chmod(0))
_acts("a folder gone", lambda root, path: _emptied(path.parent))
_acts("a file name in capitals", _renamed(lambda path: path.name.title()))
_acts("an ending in capitals", _renamed(lambda path: path.stem + path.suffix.upper()))
_acts(
    "another ending", _renamed(lambda path: path.stem + {".md": ".markdown", ".yml": ".yaml"}.get(path.suffix, ".txt"))
)
_acts("a second ending", _renamed(lambda path: path.name + ".txt"))
_acts("a file name with an umlaut", _renamed(lambda path: f"{path.stem}-ü{path.suffix}"))
_acts("a file name with spaces", _renamed(lambda path: f"{path.stem} (1){path.suffix}"))
_acts("a hidden file name", _renamed(lambda path: f".{path.name}"))
_acts(
    "a copy beside it", lambda root, path: _copied(path, path.with_name(f"{path.stem}-kopie{path.suffix}")), edit=False
)
_acts(
    "a copy made by the system",
    lambda root, path: _copied(path, path.with_name(f"{path.stem} - Kopie{path.suffix}")),
    edit=False,
)
_acts("a readme beside it", lambda root, path: _copied(path, path.with_name("README.md")), pattern="^docs/", edit=False)
_acts("leftovers of editors", lambda root, path: _leftovers(path), edit=False)


def _emptied(folder: Path) -> None:
    for inner in sorted(folder.rglob("*"), reverse=True):
        inner.rmdir() if inner.is_dir() and not inner.is_symlink() else inner.unlink()
    folder.rmdir()


def _leftovers(path: Path) -> None:
    for name in (f"{path.name}~", f".{path.name}.swp", ".DS_Store", "Thumbs.db"):
        _copied(path, path.with_name(name))


def _copied(path: Path, to: Path) -> None:
    to.write_bytes(path.read_bytes())


# Languages in each other's place
def _pairs(files: Files, pattern: str, one: str, other: str) -> list[tuple[str, str]]:
    """Files of the language `one` with those of `other` at the same place."""
    found = []
    for name in texts(files, pattern):
        twin = re.sub(rf"(^\w+/(?:\w+/)?){one}([/.])", rf"\g<1>{other}\2", name)
        if twin != name and twin in files:
            found.append((name, twin))
    return found


def _languages(name: str, one: str, other: str, pattern: str, exchange: bool) -> None:
    def make(rng: Random, files: Files) -> Broken | None:
        here, there = rng.choice(_pairs(files, pattern, one, other))
        return Broken(here, files[there], {there: files[here]} if exchange else {})

    kind(name, near=False)(make)


for _pattern, _what in (("^docs/", "page"), ("^quizzes/", "quiz"), ("^data/", "file of words")):
    _languages(f"German copied over a Romanian {_what}", "ro", "de", _pattern, exchange=False)
    _languages(f"German copied over a Bulgarian {_what}", "bg", "de", _pattern, exchange=False)
    _languages(f"Bulgarian in a Romanian {_what}", "ro", "bg", _pattern, exchange=False)
    _languages(f"a Romanian and a Bulgarian {_what} exchanged", "ro", "bg", _pattern, exchange=True)
    _languages(f"a German and a Romanian {_what} exchanged", "de", "ro", _pattern, exchange=True)


@kind("all pages of two languages exchanged", near=False)
def _all_exchanged(rng: Random, files: Files) -> Broken | None:
    folder = rng.choice(["docs", "quizzes"])
    changes: dict[str, bytes | None] = {}
    for here, there in _pairs(files, f"^{folder}/", "ro", "bg"):
        changes |= {here: files[there], there: files[here]}
    first, *_ = changes
    return Broken(first, changes.pop(first), changes)


@kind("German texts left in a translated question")
def _half_translated(rng: Random, files: Files) -> Broken | None:
    name = f"quizzes/{rng.choice(['ro', 'bg'])}/{LESSON}.yml"
    text, german = files[name].decode(), files[f"quizzes/de/{LESSON}.yml"].decode()
    prompts = list(re.finditer(r'(?m)^    (prompt|explanation): ".*"$', text))
    sources = list(re.finditer(r'(?m)^    (prompt|explanation): ".*"$', german))
    at = rng.randrange(len(prompts))
    return Broken(name, (text[: prompts[at].start()] + sources[at][0] + text[prompts[at].end() :]).encode())


# mkdocs.yml
def _settings(name: str, old: str, new: Callable[[re.Match[str], Random], str], *, near: bool = True) -> None:
    def make(rng: Random, files: Files) -> Broken | None:
        text = files["mkdocs.yml"].decode()
        match = rng.choice(list(re.finditer(old, text, re.MULTILINE)))
        return Broken("mkdocs.yml", (text[: match.start()] + new(match, rng) + text[match.end() :]).encode())

    kind(name, near=near)(make)


_ENTRY = r"^  - ([a-z/0-9-]+)\.md$"
_settings("mkdocs.yml: a page gone from the order", rf"{_ENTRY}\n", lambda m, rng: "", near=False)
_settings("mkdocs.yml: a page twice", _ENTRY, lambda m, rng: f"{m[0]}\n{m[0]}")
_settings(
    "mkdocs.yml: a page of no such name",
    _ENTRY,
    lambda m, rng: rng.choice(
        [
            f"  - {m[1]}x.md",
            f"  - {m[1]}",
            f"  - {m[1].title()}.md",
            f"  - /{m[1]}.md",
            f"  - ../{m[1]}.md",
            f"  - de/{m[1]}.md",
            f"  - {m[1]}.MD",
            f"  - {m[1]}.md ",
            f"  - https://example.org/{m[1]}",
            f"  - {m[1].replace('/', chr(92))}-x.md",
        ]
    ),
)
_settings(
    "mkdocs.yml: an entry of another kind",
    _ENTRY,
    lambda m, rng: rng.choice(
        [
            "  -",
            "  - 5",
            "  - [a, b]",
            "  - {}",
            f"  - {m[1]}.md: {m[1]}.md",
            "  - true",
            f"  - Titel: {m[1]}.md",
            f"  - Titel:\n    - {m[1]}.md",
            f"  - Titel: [{m[1]}.md]",
            '  - ""',
            "  - null: x.md",
        ]
    ),
)
_settings("mkdocs.yml: a tab", r"^  - ", lambda m, rng: rng.choice(["\t- ", "  -\t"]))
_settings(
    "mkdocs.yml: another indentation",
    _ENTRY,
    lambda m, rng: rng.choice(
        [f"   - {m[1]}.md", f" - {m[1]}.md", f"  -{m[1]}.md", f"  – {m[1]}.md", f"- {m[1]}.md", f"  {m[1]}.md"]
    ),
)
_settings(
    "mkdocs.yml: the order of another kind",
    r"^nav:\n(  - .*\n)+",
    lambda m, rng: rng.choice(
        [
            "nav:\n",
            "nav: []\n",
            "nav: index.md\n",
            "nav: 5\n",
            "nav: {}\n",
            "nav: true\n",
            "",
            "navi:\n" + m[0][5:],
            "Nav:\n" + m[0][5:],
            f"{m[0]}{m[0]}",
        ]
    ),
    near=False,
)
_settings(
    "mkdocs.yml: a part misspelt",
    r"^(\w+):",
    lambda m, rng: rng.choice([f"{m[1]}s:", f"{m[1].title()}:", f"{m[1][1:]}:"]),
)
_settings("mkdocs.yml: a part gone", r"^\w+:.*\n((?:  .*|)\n)*(?=\w|\Z)", lambda m, rng: "", near=False)


# Drawings
def _drawing(name: str, change: Callable[[str, Random], bytes | None], *, near: bool = True) -> None:
    def make(rng: Random, files: Files) -> Broken | None:
        names = [file for file in files if file.endswith(".svg")]
        of_lesson = [
            file for file in names if "kaution" in file or "start" in file or "not-found" in file or "icon" in file
        ]
        file = rng.choice(of_lesson)
        return Broken(file, change(files[file].decode(), rng))

    kind(f"a drawing: {name}", near=near)(make)


_drawing("cut", lambda text, rng: text[: rng.randrange(1, len(text) - 8)].encode(), near=False)
_drawing("emptied", lambda text, rng: b"")
_drawing("deleted", lambda text, rng: None, near=False)
_drawing("an element not closed", lambda text, rng: text.replace("</svg>", "<g></svg>").encode())
_drawing("the end gone", lambda text, rng: text.replace("</svg>", "").encode(), near=False)
_drawing(
    "a script",
    lambda text, rng: text.replace(
        "</svg>",
        rng.choice(
            [
                "<script>alert(1)</script></svg>",
                '<a href="https://example.org">x</a></svg>',
                '<image href="x.png"/></svg>',
                '<rect onclick="alert(1)" width="1" height="1"/></svg>',
                "<style>p{}</style></svg>",
                "<foreignObject><div/></foreignObject></svg>",
                '<use xlink:href="#x"/></svg>',
            ]
        ),
    ).encode(),
)
_drawing("no size", lambda text, rng: re.sub(r' viewBox="[^"]*"', "", text).encode())
_drawing(
    "a size of other signs",
    lambda text, rng: re.sub(
        r'viewBox="[^"]*"',
        rng.choice(
            [
                'viewBox="0 0 0 0"',
                'viewBox="a b c d"',
                'viewBox="0,0,320,180"',
                'viewBox="0 0 1.2.3 4"',
                'viewBox="0 0 . ."',
                'viewBox=""',
            ]
        ),
        text,
    ).encode(),
)
_drawing(
    "a picture of another kind",
    lambda text, rng: rng.choice([b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xd8\xff\xe0JFIF", b"GIF89a", b"%PDF-1.7"]),
)
_drawing("a page of HTML", lambda text, rng: b"<!doctype html><html><body><p>404</body></html>\n")
_drawing("an invalid byte", lambda text, rng: text.encode().replace(b">", b"\xfc>", 1))
_drawing("UTF-16", lambda text, rng: text.encode("utf-16"))
_drawing("with a BOM", lambda text, rng: text.encode("utf-8-sig"))
_drawing(
    "entities that grow",
    lambda text, rng: (
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
        + text.replace("</svg>", "<text>&b;</text></svg>")
    ).encode(),
)
_drawing("two drawings in one file", lambda text, rng: (text + text).encode())
_drawing("text around it", lambda text, rng: (text + "und mehr <b>").encode(), near=False)
_drawing("a tab and Windows line ends", lambda text, rng: text.replace("><", ">\r\n\t<").encode())
_drawing(
    "elements one does not draw with",
    lambda text, rng: text.replace(
        "</svg>",
        rng.choice(
            [
                "<p>x</p></svg>",
                "<title>x</title></svg>",
                "<b/></svg>",
                "<br></br></svg>",
                "<table></table></svg>",
                "<animate/></svg>",
            ]
        ),
    ).encode(),
)


# quiz.lock
def _lock(name: str, change: Callable[[str, Random], bytes | None], *, near: bool = False) -> None:
    def make(rng: Random, files: Files) -> Broken | None:
        file = "quizzes/quiz.lock"
        return Broken(file, change(files[file].decode(), rng))

    kind(f"quiz.lock: {name}", near=near)(make)


def _with(text: str, change: Callable[[dict[str, object]], object]) -> bytes:
    data = json.loads(text)
    entry = next(iter(data["questions"].values()))
    change(entry)
    return json.dumps(data).encode()


_lock("a comma gone", lambda text, rng: (parts := text.split(","))[0].encode() + ",".join(parts[1:]).encode())
_lock(
    "another shape",
    lambda text, rng: rng.choice(
        [
            b"{}",
            b"[]",
            b"5",
            b"null",
            b'"x"',
            b'{"questions": [], "retired": []}',
            b'{"questions": {}, "retired": 5}',
            b'{"questions": {"x": 5}, "retired": []}',
            b'{"questions": {}, "retired": [[]]}',
            b'{"questions": {}, "retired": "ab"}',
            b"{",
            b"\xff",
        ]
    ),
)
_lock("deep nesting", lambda text, rng: b"[" * rng.choice([900, 200_000]))
_lock(
    "a key of other signs",
    lambda text, rng: _with(text, lambda entry: entry.update(key=rng.choice(["x", "", 5, None, []]))),
)
_lock(
    "a rev of another kind",
    lambda text, rng: _with(
        text,
        lambda entry: entry.update(
            rev=rng.choice(["x", None, 1.5, -1, 0, "7", True, [], 10**30, float("nan"), float("inf")])
        ),
    ),
)
_lock(
    "parts of another kind",
    lambda text, rng: _with(
        text, lambda entry: entry.update(parts=rng.choice(["abc", None, 5, [1], [[]], {"a": 1}, []]))
    ),
)
_lock("a question gone", lambda text, rng: re.sub(r"(?m)^    \"[^\n]*\n", "", text, count=1).encode())
_lock(
    "a question more",
    lambda text, rng: text.replace(
        '"questions": {', '"questions": {\n    "alt-und-weg": {"rev": 1, "parts": [], "key": "000000000000"},', 1
    ).encode(),
)
_lock("a question twice", lambda text, rng: re.sub(r'(?m)^(    "[^\n]*\n)', r"\1\1", text, count=1).encode())


@kind("quiz.lock: a huge number", near=False)
def _huge(rng: Random, files: Files) -> Broken | None:
    file = "quizzes/quiz.lock"
    return Broken(file, re.sub(rb'"rev": \d+', b'"rev": ' + b"9" * 5000, files[file], count=1))
