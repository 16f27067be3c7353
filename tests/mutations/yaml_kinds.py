"""Broken as YAML may be: names, kinds of values, indentation, quotation marks, the parts of YAML that nobody needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.mutations.kinds import Broken, kind
from tests.mutations.material import LESSON, Files
from tests.mutations.text_kinds import lines_of, pick

_YAML = r"\.yml$"
_FIELD = re.compile(r"^(?P<before> *(?:- )?)(?P<name>[\w-]+):(?P<value>.*)$")
_QUOTED = re.compile(r'^(?P<before>.*?(?:: |- ))"(?P<text>[^"]+)"$')


def _on_line(
    name: str,
    change: Callable[[str, Random], str | None],
    *,
    pattern: str = _YAML,
    near: bool = True,
    edit: bool = False,
) -> None:
    """A kind that changes one line: `change` gets it without its end and says what stands there then, or nothing."""

    def make(rng: Random, files: Files) -> Broken | None:
        file, text = pick(rng, files, pattern)
        lines = lines_of(text)
        order = list(range(len(lines)))
        rng.shuffle(order)
        for at in order:
            line = lines[at].rstrip("\n")
            if line.strip() and not line.lstrip().startswith("#"):
                changed = change(line, rng)
                if changed is not None and changed != line:
                    return Broken(file, "".join([*lines[:at], changed + "\n", *lines[at + 1 :]]).encode())
        return None

    kind(name, near=near, edit=edit)(make)


def _field(line: str, to: Callable[[re.Match[str]], str]) -> str | None:
    match = _FIELD.match(line)
    return to(match) if match else None


def _renamed(name: str, rng: Random) -> str:
    place = rng.randrange(len(name))
    return rng.choice(
        [
            name[:place] + name[place + 1 :] or "x",
            name[:place] + "x" + name[place:],
            name + "s",
            name.upper(),
            f"{name}_2",
        ]
    )


_on_line(
    "a name misspelt",
    lambda line, rng: _field(line, lambda m: f"{m['before']}{_renamed(m['name'], rng)}:{m['value']}"),
    edit=True,
)
_on_line(
    "a name with an umlaut",
    lambda line, rng: _field(line, lambda m: f"{m['before']}ü{m['name']}:{m['value']}"),
    edit=True,
)
_on_line(
    "a name with a space",
    lambda line, rng: _field(line, lambda m: f"{m['before']}{m['name']} x:{m['value']}"),
    edit=True,
)
_on_line(
    "a name in Word's quotation marks",
    lambda line, rng: _field(line, lambda m: f"{m['before']}„{m['name']}“:{m['value']}"),
    edit=True,
)
_on_line("a name gone", lambda line, rng: _field(line, lambda m: f"{m['before']}{m['value'].strip()}"), edit=True)
_on_line(
    "no colon",
    lambda line, rng: _field(line, lambda m: f"{m['before']}{m['name']}{m['value']}" if m["value"] else None),  # type: ignore[arg-type,return-value]
)
_on_line("no space after the colon", lambda line, rng: line.replace(": ", ":", 1) if _FIELD.match(line) else None)
_on_line("a non-breaking space after the colon", lambda line, rng: line.replace(": ", ":\u00a0", 1))
_on_line("a semicolon for the colon", lambda line, rng: line.replace(":", ";", 1) if _FIELD.match(line) else None)
_on_line("an equals sign for the colon", lambda line, rng: line.replace(":", " =", 1) if _FIELD.match(line) else None)
_on_line("a long dash for the dash of a list", lambda line, rng: re.sub(r"^( *)- ", "\\1– ", line))
_on_line("no space after the dash", lambda line, rng: re.sub(r"^( *)- ", r"\1-", line))
_on_line("a star for the dash", lambda line, rng: re.sub(r"^( *)- ", r"\1* ", line))
_on_line("one space more", lambda line, rng: " " + line)
_on_line("two spaces more", lambda line, rng: "  " + line)
_on_line("a space less", lambda line, rng: line[1:] if line.startswith(" ") else None)
_on_line("two spaces less", lambda line, rng: line[2:] if line.startswith("  ") else None)
_on_line("no indentation", lambda line, rng: line.lstrip() if line.startswith(" ") else None)
_on_line("a line twice", lambda line, rng: f"{line}\n{line}" if _FIELD.match(line) else None)
# What is missing then is told at the head of its record.
_on_line("a comment sign before a line", lambda line, rng: f"# {line}", edit=True, near=False)
_on_line("no quotation mark at the end", lambda line, rng: line[:-1] if _QUOTED.match(line) else None)
_on_line("no quotation mark at the start", lambda line, rng: line.replace('"', "", 1) if _QUOTED.match(line) else None)
_on_line("no quotation marks", lambda line, rng: line.replace('"', "") if _QUOTED.match(line) else None)
_on_line("single quotation marks", lambda line, rng: line.replace('"', "'") if _QUOTED.match(line) else None)
_on_line(
    "Word's quotation marks around a text",
    lambda line, rng: f"{m['before']}„{m['text']}“" if (m := _QUOTED.match(line)) else None,
)
_on_line(
    "English quotation marks around a text",
    lambda line, rng: f"{m['before']}“{m['text']}”" if (m := _QUOTED.match(line)) else None,
)
_on_line(
    "a straight quotation mark in a text",
    lambda line, rng: line.replace(" ", ' "', 4).replace(' "', " ", 3) if _QUOTED.match(line) else None,
)
_on_line(
    "a backslash in a text",
    lambda line, rng: re.sub(r'(?<=\w)(?=\w*"$)', r"\\w", line, count=1) if _QUOTED.match(line) else None,
)
_on_line("a text goes on behind its end", lambda line, rng: f"{line} und mehr" if _QUOTED.match(line) else None)
_on_line("an anchor", lambda line, rng: _field(line, lambda m: f"{m['before']}{m['name']}: &x{m['value']}"))
_on_line("an alias", lambda line, rng: _field(line, lambda m: f"{m['before']}{m['name']}: *x"))
_on_line(
    "a tag",
    lambda line, rng: _field(
        line,
        lambda m: (
            f"{m['before']}{m['name']}: {rng.choice(['!!str', '!x', '!!python/object:os.system', '!!binary', '!<tag:yaml.org,2002:map>'])}{m['value']}"
        ),
    ),
)
_on_line("a merge key", lambda line, rng: _field(line, lambda m: f"{' ' * len(m['before'])}<<: {{a: b}}\n{line}"))
_on_line(
    "a key that is no word",
    lambda line, rng: _field(
        line,
        lambda m: f"{' ' * len(m['before'])}{rng.choice(['? [a, b]', '{a: b}: c', '[x]: y', '1: x', '? x'])}\n{line}",
    ),
)
_on_line("a second document", lambda line, rng: f"---\n{line}" if not line.startswith(" ") else None)
_on_line("an end of the document", lambda line, rng: f"...\n{line}" if not line.startswith(" ") else None)
_on_line("a directive", lambda line, rng: f"%YAML 1.1\n{line}" if not line.startswith(" ") else None)
_on_line(
    "a text as a block",
    lambda line, rng: f"{m['before']}|\n{' ' * 14}{m['text']}" if (m := _QUOTED.match(line)) else None,
)
_on_line(
    "a folded text at the wrong place",
    lambda line, rng: f"{m['before']}>\n{m['text']}" if (m := _QUOTED.match(line)) else None,
)

_VALUES = {
    "a number for a value": lambda rng: rng.choice(["7", "-1", "0", "1.5", "1.200", "99999999999999999999", "1e400", ".inf", "0x1F", "007", "1_000"]),
    "nothing for a value": lambda rng: rng.choice(["", "null", "~"]),
    "true or false for a value": lambda rng: rng.choice(["true", "False", "yes", "no", "TRUE"]),
    "a list for a value": lambda rng: rng.choice(["[]", "[a]", "[a, [b]]", '["x", "y"]']),
    "fields for a value": lambda rng: rng.choice(["{}", "{a: b}", '{text: "x"}', "{a: {b: {c: d}}}"]),
    "an empty text for a value": lambda rng: rng.choice(['""', '"  "', '"\\n"']),
    "a day for a value": lambda rng: rng.choice(["2026-11-22", "2026-13-45", "22.11.2026", "2026-02-30", "0000-00-00"]),
    "a strange text for a value": lambda rng: rng.choice(['"<script>alert(1)</script>"', '"{{ fact.gibt-es-nicht }}"', '"{{ fact.kaution-max"', '"**fett"', '"[x](y)"', '"\\0"', '"\\ud800"', '"\\uFEFF"', '"{#x}"', '"**Wort**{term=gibt-es-nicht}"', '"%s {0} {x} {{}}"', '"../../../etc/passwd"']),
}  # fmt: skip


def _value(name: str, values: Callable[[Random], str]) -> None:
    def change(line: str, rng: Random) -> str | None:
        match = _FIELD.match(line)
        if match and match["value"].strip():
            return f"{match['before']}{match['name']}: {values(rng)}".rstrip()
        return re.sub(r"- .*$", f"- {values(rng)}", line) if re.match(r" *- [^:]*$", line) else None

    _on_line(name, change, edit=True)


for _name, _values in _VALUES.items():
    _value(_name, _values)


def _block(lines: Sequence[str], at: int) -> int:
    """The place after the field or entry that begins at `at`."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return end


def _with_block(
    name: str, change: Callable[[list[str], int, int], list[str]], *, edit: bool = False, near: bool = True
) -> None:
    """A kind that changes a field together with everything indented below it."""

    def make(rng: Random, files: Files) -> Broken | None:
        file, text = pick(rng, files, _YAML)
        lines = lines_of(text)
        starts = [at for at, line in enumerate(lines) if re.match(r" *(- )?[\w-]+:", line)]
        at = rng.choice(starts)
        return Broken(file, "".join(change(lines, at, _block(lines, at))).encode())

    kind(name, near=near, edit=edit)(make)


_with_block("a field dropped", lambda lines, at, end: [*lines[:at], *lines[end:]], edit=True, near=False)
_with_block("a field twice", lambda lines, at, end: [*lines[:end], *lines[at:end], *lines[end:]])
_with_block(
    "a field moved one step in",
    lambda lines, at, end: [*lines[:at], *("  " + line for line in lines[at:end]), *lines[end:]],
)
_with_block("fields below taken away", lambda lines, at, end: [*lines[: at + 1], *lines[end:]], edit=True)
_with_block("a field moved to the end", lambda lines, at, end: [*lines[:at], *lines[end:], *lines[at:end]], near=False)


@kind("deep nesting", near=False)
def _deep(rng: Random, files: Files) -> Broken | None:
    file, text = pick(rng, files, _YAML)
    depth = rng.choice([60, 5_000, 200_000])
    inside = rng.choice(["[" * depth, "[" * depth + "]" * depth, "{a: " * depth, "- " * depth + "x"])
    if depth < 2_000 and rng.random() < 0.5:
        inside = "".join(f"\n{'  ' * level}a:" for level in range(1, depth))
    return Broken(file, f"{text}\nneu: {inside}\n".encode() if inside[0] != "-" else f"{text}\n{inside}\n".encode())


@kind("a billion laughs")
def _laughs(rng: Random, files: Files) -> Broken | None:
    file, text = pick(rng, files, _YAML)
    steps = "".join(f"a{step}: &a{step} [{', '.join([f'*a{step - 1}'] * 9)}]\n" for step in range(1, 12))
    return Broken(file, f"{text}\na0: &a0 lol\n{steps}".encode())


_IDS = {
    "an umlaut": lambda name: name.replace("a", "ä", 1) + "ü",
    "a space": lambda name: f"{name} neu",
    "capitals": lambda name: name.title() + "X",
    "a dot": lambda name: f"{name}.neu",
    "an underscore": lambda name: f"{name}_neu",
    "Cyrillic look-alikes": lambda name: f"{name}а",
    "a slash": lambda name: f"../{name}",
    "a right-to-left mark": lambda name: f"{name}\u200f",
    "another name": lambda name: f"{name}-anders",
}  # fmt: skip


def _id(name: str, change: Callable[[str], str]) -> None:
    def on_line(line: str, rng: Random) -> str | None:
        match = re.match(r"^(?P<before> *(?:- )?(?:id|section|box|file): )(?P<quote>\"?)(?P<id>[\w.-]+)\"?$", line)
        match = match or re.match(r"^(?P<before> {0,4})(?P<quote>)(?P<id>[a-z]+(?:-[a-z0-9]+)+)(?P<colon>:)$", line)
        if not match:
            return None
        return f"{match['before']}{match['quote']}{change(match['id'])}{match['quote']}{match.groupdict().get('colon', '')}"

    # Another name that is a good one is told where the old one is missed.
    _on_line(f"an id with {name}", on_line, near=name != "another name")


for _name, _change in _IDS.items():
    _id(_name, _change)


@kind("an id twice")
def _twice(rng: Random, files: Files) -> Broken | None:
    file = f"quizzes/de/{LESSON}.yml"
    text = files[file].decode()
    ids = list(re.finditer(r"(?m)^( *)- id: (\S+)$", text))
    if rng.random() < 0.3:
        ids = [match for match in ids if match[1] == "  "]
    # Two that follow each other at the same depth stand in one list.
    at = rng.choice([at for at in range(1, len(ids)) if ids[at][1] == ids[at - 1][1]])
    return Broken(file, (text[: ids[at].start(2)] + ids[at - 1][2] + text[ids[at].end(2) :]).encode())
