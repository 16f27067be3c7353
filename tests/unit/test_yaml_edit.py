"""Single texts of a YAML file are changed, and every other byte stays."""

from __future__ import annotations

import pytest
from coursekit.sources.yaml_edit import Change, edited
from coursekit.sources.yaml_file import Key, parse_yaml

FILE = """\
# Kopf
eins: "alt"  # Rand
leer:
zwei: 'alt'

drei:
  - "a"   # erstes
  - id: x
    text: |
      Zeile 1
      # keine Bemerkung

      Zeile 3

  # Bemerkung
vier: bar
fünf: "lang,
  über zwei Zeilen"
"""


@pytest.mark.parametrize(
    ("key", "text", "old", "new"),
    [
        (("eins",), 'neu "x" \\', '"alt"  #', '"neu \\"x\\" \\\\"  #'),
        (("eins",), "neu\nzwei", '"alt"  # Rand', "|  # Rand\n  neu\n  zwei"),
        (("zwei",), "neu", "'alt'", "'neu'"),
        (("zwei",), "o'neu", "'alt'", '"o\'neu"'),
        (("leer",), "voll", "leer:", "leer: voll"),
        (("drei", 0), "b", '"a"   #', '"b"   #'),
        (("drei", 1, "text"), "nur eine", "      Zeile 1\n      # keine Bemerkung\n\n      Zeile 3", "      nur eine"),
        (
            ("drei", 1, "text"),
            "# 1\n\n2",
            "      Zeile 1\n      # keine Bemerkung\n\n      Zeile 3",
            "      # 1\n\n      2",
        ),
        (("vier",), "Bär, groß", "bar", "Bär, groß"),
        (("vier",), "true", "bar", '"true"'),
        (("vier",), "- x", "bar", '"- x"'),
        (("vier",), "a: b", "bar", '"a: b"'),
        (("fünf",), "kurz", '"lang,\n  über zwei Zeilen"', '"kurz"'),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_text_in_its_place(key: Key, text: str, old: str, new: str, line_end: str) -> None:
    assert FILE.count(old) == 1
    after = edited(FILE.replace("\n", line_end), [Change(key, text)])
    assert after == FILE.replace(old, new).replace("\n", line_end)
    file = parse_yaml(after.replace("\r\n", "\n"), "x.yml", [])
    assert file is not None
    value = file.data
    for part in key:
        value = value[part]
    assert str(value).rstrip("\n") == text


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("", Change(("a", "b"), "c"), 'a:\n  b: "c"\n'),
        ('a: "1"\nb: "2"\n', Change(("c",), "3"), 'a: "1"\nb: "2"\nc: "3"\n'),
        ('a: "1"\nb: "2"\n', Change(("c",), "3", after="a"), 'a: "1"\nc: "3"\nb: "2"\n'),
        ('x:\n    a: "1"\n\n    b: "2"\n\ny: "3"\n', Change(("x", "c"), "n"), 'x:\n    a: "1"\n\n    b: "2"\n\n    c: "n"\n\ny: "3"\n'),
        ("a: |\n  1\n\nb: |\n  2\n", Change(("c",), {"d": ["x", "y"]}, after="a"), 'a: |\n  1\n\nc:\n  d:\n    - "x"\n    - "y"\n\nb: |\n  2\n'),
        ('a:\n  b: "1"\n# über c\nc: "2"\n', Change(("a",), {"n": "3"}), 'a:\n  n: "3"\n# über c\nc: "2"\n'),
    ],
)  # fmt: skip
def test_an_entry_that_was_not_there(before: str, change: Change, after: str) -> None:
    assert edited(before, [change]) == after


@pytest.mark.parametrize("before", ['a: "text"\n', "a: {b: c}\n", 'a:\n  - "x"\n'])
def test_where_no_entry_has_a_place(before: str) -> None:
    with pytest.raises(ValueError, match=r"^a\.n$"):
        edited(before, [Change(("a", "n"), "x")])
