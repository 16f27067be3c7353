"""Broken as a page may be: its head, its Markdown, its placeholders, the way to pictures and other pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.mutations.kinds import Broken, kind
from tests.mutations.material import LESSON, Files
from tests.mutations.text_kinds import pick

_PAGE = r"^docs/.*\.md$"
_LESSON = rf"^docs/.*{LESSON}\.md$"


def _replaced(
    name: str,
    old: str,
    new: Callable[[re.Match[str], Random], str],
    *,
    pattern: str = _LESSON,
    near: bool = True,
    edit: bool = False,
) -> None:
    """A kind that replaces one of the places that `old` matches."""

    def make(rng: Random, files: Files) -> Broken | None:
        file, text = pick(rng, files, pattern)
        found = list(re.finditer(old, text, re.MULTILINE))
        if not found:
            return None
        match = rng.choice(found)
        return Broken(file, (text[: match.start()] + new(match, rng) + text[match.end() :]).encode())

    kind(name, near=near, edit=edit)(make)


# A paragraph of the text: a line between empty ones that begins with a letter.
_TEXT = r"(?<=\n\n)(?P<text>[^\W\d_][^\n]+)(?=\n\n)"
_WORD = r"(?<=[a-zа-яăâîșț] )(?P<word>[^\W\d_]{4,})(?= )"

# The head
_replaced("a head without its first line", r"\A---\n", lambda m, rng: "", pattern=_PAGE)
_replaced("a head without its last line", r"(?<=\n)---\n", lambda m, rng: "", pattern=_PAGE)
_replaced("a head with long dashes", r"^---$", lambda m, rng: "—", pattern=_PAGE)
_replaced("a space before the head", r"\A", lambda m, rng: rng.choice([" ", "\n", "# Titel\n"]), pattern=_PAGE)
_replaced("a title gone", r"^title: .*\n", lambda m, rng: "", pattern=_PAGE)
_replaced("a goal gone", r"^goal: .*\n", lambda m, rng: "", pattern=_PAGE)
_replaced(
    "a colon in an unquoted title",
    r"^(title: )\"?([^\"\n]*)\"?$",
    lambda m, rng: f"{m[1]}Achtung: {m[2]}",
    pattern=_PAGE,
)
_replaced(
    "a stamp of other signs",
    r"^source: \"\w+\"$",
    lambda m, rng: rng.choice(['source: ""', 'source: "x"', "source: 123456789012", "source:"]),
    pattern=r"^docs/(ro|bg)",
)
_replaced(
    "the notes of the translator as a text",
    r"^unsure:\n(  - .*\n)+",
    lambda m, rng: 'unsure: "Wort"\n',
    pattern=r"^docs/(ro|bg)",
)

# Headings
_replaced("a heading without its name", r" \{#[a-z-]+\}$", lambda m, rng: "")
_replaced(
    "a heading's name not closed",
    r" \{#([a-z-]+)\}$",
    lambda m, rng: rng.choice(
        [
            f" {{#{m[1]}",
            f" #{m[1]}}}",
            f" {{{m[1]}}}",
            f" {{# {m[1]}}}",
            f" {{ #{m[1]} }}",
            f" {{#{m[1]}}} x",
            f" {{#{m[1]}.}}",
        ]
    ),
)
_replaced(
    "a heading's name changed",
    r"\{#([a-z-]+)\}$",
    lambda m, rng: rng.choice([f"{{#{m[1]}-neu}}", f"{{#{m[1].title()}}}", f"{{#ü{m[1]}}}"]),
)
_replaced("a heading one step deeper", r"^## ", lambda m, rng: "### ", edit=True)
_replaced("a heading with one sign", r"^## ", lambda m, rng: "# ")
_replaced("a heading without a space", r"^## ", lambda m, rng: "##")
_replaced("a heading that is a paragraph", r"^## ", lambda m, rng: rng.choice(["", "** ", "＃＃ "]))
_replaced("a line that makes headings", _TEXT, lambda m, rng: m["text"] + rng.choice(["\n---", "\n===", "\n-"]))
_replaced("no empty line before a heading", r"\n\n(?=## )", lambda m, rng: "\n")
_replaced("a heading indented", r"^## ", lambda m, rng: rng.choice(["  ", "    "]) + "## ")

# Blocks
_replaced("a fence not closed", _TEXT, lambda m, rng: rng.choice(["```", "~~~"]) + f"\n{m['text']}")
_replaced("a fence", _TEXT, lambda m, rng: f"```\n{m['text']}\n```")
_replaced("a code mark", _WORD, lambda m, rng: rng.choice([f"`{m['word']}", f"`{m['word']}`"]))
_replaced("a comment not closed", _TEXT, lambda m, rng: f"<!-- {m['text']}")
_replaced("a comment over several lines", _TEXT, lambda m, rng: f"<!--\n{m['text']}\n-->", edit=True)
_replaced("a comment of one's own", _TEXT, lambda m, rng: f"<!-- {m['text']} -->", edit=True)
_replaced("an indented paragraph", _TEXT, lambda m, rng: f"    {m['text']}")
_replaced("an example not indented", r"(^!!! .*\n)    ", lambda m, rng: m[1])
_replaced(
    "an example without its word",
    r"^!!! \w+ ",
    lambda m, rng: rng.choice(["!!! ", "!!!", "!! example ", "!!! beispiel "]),
)
_replaced(
    "an example's quotation mark gone", r"^(!!! \w+ \".*)\"$", lambda m, rng: rng.choice([m[1], m[1].replace('"', "„")])
)
_replaced("an example with an empty line more", r"(^!!! .*\n)", lambda m, rng: f"{m[1]}\n")
_replaced("a list without its empty line", r"\n\n(?=- )", lambda m, rng: "\n")
_replaced("a list without spaces", r"^- ", lambda m, rng: rng.choice(["-", "– ", "-\u00a0"]))
_replaced("a paragraph that begins like a list", _TEXT, lambda m, rng: rng.choice(["-", "2026. ", "+ "]) + m["text"])
_replaced("a paragraph that Markdown takes for a link's address", _TEXT, lambda m, rng: f"[Hinweis]: {m['text']}")
_replaced("a paragraph twice", _TEXT, lambda m, rng: f"{m['text']}\n\n{m['text']}")
_replaced("a table", _TEXT, lambda m, rng: f"| Wort | Satz |\n|---|\n| {m['text']} | x | y |")
_replaced("a table not whole", _TEXT, lambda m, rng: f"| Wort | Satz\n|---|---\n{m['text']}")
_replaced("a quotation", _TEXT, lambda m, rng: f"> {m['text']}")
_replaced("a line across", _TEXT, lambda m, rng: f"{m['text']}\n\n---")

# HTML
_replaced(
    "an HTML element not closed",
    _TEXT,
    lambda m, rng: (
        rng.choice(
            [
                "<div>",
                "<b>",
                "<p hidden>",
                "<details>",
                "<table>",
                "<select>",
                "<textarea>",
                "<title>",
                "<template>",
                "<noscript>",
            ]
        )
        + m["text"]
    ),
)
_replaced(
    "an end of an HTML element",
    _TEXT,
    lambda m, rng: m["text"] + rng.choice(["</div>", "</section></main>", "</body></html>"]),
)
_replaced(
    "a script",
    _TEXT,
    lambda m, rng: (
        rng.choice(
            [
                "<script>alert(1)</script>",
                "<script>",
                '<img src=x onerror="alert(1)">',
                "<style>p{}",
                '<iframe src="https://example.org"></iframe>',
                "<svg onload=alert(1)>",
            ]
        )
        + m["text"]
    ),
)
_replaced("a word in angle brackets", _WORD, lambda m, rng: f"<{m['word']}>")
_replaced(
    "an angle bracket",
    _WORD,
    lambda m, rng: rng.choice(
        [
            f"< {m['word']}",
            f"{m['word']} <3",
            f"&{m['word']}",
            "& ",
            "<" + m["word"],
            f"<!{m['word']}",
            f"<?{m['word']}",
            "<![CDATA[",
        ]
    ),
)

# Inside a line
_replaced("stars not closed", _WORD, lambda m, rng: rng.choice(["**", "*", "__", "_"]) + m["word"])
_replaced(
    "an attribute list",
    _TEXT,
    lambda m, rng: rng.choice(
        [
            f"{m['text']}\n{{: .gross }}",
            f"{m['text']} {{: .gross",
            f"**{m['text'][:9]}**{{.gross}}",
            f"{m['text']}\n{{siehe oben}}",
        ]
    ),
)
_replaced(
    "curly brackets in a text",
    _WORD,
    lambda m, rng: rng.choice(
        [f"{{{m['word']}}}", f"{{{m['word']}", f"{m['word']}}}", f"{{% {m['word']} %}}", f"{{# {m['word']} #}}"]
    ),
)
_replaced(
    "a placeholder with a bracket less",
    r"\{\{ (\S+) \}\}",
    lambda m, rng: rng.choice(
        [
            f"{{{{ {m[1]} }}",
            f"{{ {m[1]} }}}}",
            f"{{ {m[1]} }}",
            f"{{{{ {m[1]}",
            f"{{{{ {m[1]} }}}}}}",
            f"{{{{{{ {m[1]} }}}}",
            f"[[ {m[1]} ]]",
            f"(( {m[1]} ))",
            f"{{{{\n{m[1]} }}}}",
        ]
    ),
    pattern=_PAGE,
)
_replaced(
    "a placeholder of no such name",
    r"\{\{ (\S+) \}\}",
    lambda m, rng: rng.choice(
        [
            f"{{{{ {m[1]}x }}}}",
            "{{ }}",
            "{{ fact }}",
            "{{ fact. }}",
            "{{ city.x.y.z }}",
            "{{ config.site_name }}",
            f"{{{{ {m[1]}|upper }}}}",
            f"{{{{ {m[1].replace('.', ' . ')} }}}}",
            f"{{{{ {m[1].upper()} }}}}",
            "{{ city.places }}",
            "{{ city.legal }}",
            "{{ city.__class__ }}",
            "{{ city.model_fields.x }}",
        ]
    ),
    pattern=_PAGE,
)
_replaced(
    "a term broken",
    r"\*\*([^*]+)\*\*\{term=([a-z-]+)\}",
    lambda m, rng: rng.choice(
        [
            f"*{m[1]}**{{term={m[2]}}}",
            f"**{m[1]}*{{term={m[2]}}}",
            f"**{m[1]}** {{term={m[2]}}}",
            f"**{m[1]}**{{term={m[2]}",
            f"**{m[1]}**{{term={m[2]}x}}",
            f"**{m[1]}**{{term}}",
            f"**{m[1]}**{{term=}}",
            f"**{m[1]}**(term={m[2]})",
            f"**{m[1]}**{{Term={m[2]}}}",
            f"**{m[1]}**{{terms={m[2]}}}",
            f'**{m[1]}**{{term="{m[2]}"}}',
            f"**{m[1]}**{{lang=de",
            f"**{m[1]}**{{lang=en}}",
        ]
    ),
)
_replaced(
    "a link that leads nowhere",
    _WORD,
    lambda m, rng: (
        f"[{m['word']}]({rng.choice(['gibt-es-nicht.md', '#gibt-es-nicht', 'mangel', '../../../x.md', 'kaution.md#nicht-da', '/hilfe/', 'www.example.org', 'http://[', 'mailto', 'javascript:alert(1)', '../../ro/index.md', 'file:///etc/passwd', '../hilfe.html', ''])})"
    ),
)
_replaced(
    "a link not whole",
    _WORD,
    lambda m, rng: rng.choice(
        [
            f"[{m['word']}](hilfe.md",
            f"[{m['word']}] (../hilfe.md)",
            f"[{m['word']}(../hilfe.md)",
            f"[{m['word']}][nirgends]",
            f"({m['word']})[../hilfe.md]",
            f"[[{m['word']}](../hilfe.md)",
        ]
    ),
)

# Pictures and markers
_replaced(
    "a picture of no such name",
    r"assets/([a-z-]+)\.svg",
    lambda m, rng: rng.choice(
        [
            f"assets/{m[1]}x.svg",
            f"assets/{m[1].upper()}.svg",
            f"assets/{m[1]}.SVG",
            f"assets/{m[1]}.png",
            "assets/",
            "assets/../../data/city.yml",
            f"Assets/{m[1]}.svg",
            f"{m[1]}.svg",
        ]
    ),
)
_replaced(
    "a picture not whole",
    r"!\[([^\]]*)\]\(([^)]*)\)",
    lambda m, rng: rng.choice(
        [
            f"[{m[1]}]({m[2]})",
            f"![{m[1]}({m[2]})",
            f"![{m[1]}] ({m[2]})",
            f"![{m[1]}]({m[2]}",
            f"! [{m[1]}]({m[2]})",
            f"![]({m[2]})",
            f"![{m[1]}]()",
            f"![{m[1]}][bild]",
            f'![{m[1]}]({m[2]} "Titel")',
            f"![{m[1]}](<{m[2]}>)",
            f"![{m[1]} [x]]({m[2]})",
        ]
    ),
)
_replaced(
    "a marker",
    r"(?<=\{#ueben\}\n)\n",
    lambda m, rng: (
        "\n"
        + rng.choice(
            [
                "<!-- Quiz -->",
                "<!- quiz ->",
                "<!-- quiz -->\n\n<!-- quiz -->",
                "<!-- question: gibt-es-nicht -->",
                "<!-- question -->",
                "<!--quiz-->",
                "<! -- quiz -->",
                "<!-- quiz --> und Text",
                "Text <!-- quiz -->",
                "- <!-- quiz -->",
                "> <!-- quiz -->",
                "<!-- question: kaution-hoehe --><!-- question: kaution-hoehe -->",
                "<!-- question: kaution-hoehe -->",
                "    <!-- quiz -->",
                "<!-- question: kaution-hoehe",
                "&lt;!-- quiz --&gt;",
            ]
        )
        + "\n\n"
    ),
)
_replaced("the heading over the questions gone", r"## [^\n]*\{#ueben\}\n\n", lambda m, rng: "", edit=True)
