"""The page that a writer sees in the browser while something is wrong with the content."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from coursekit.errors import Problem

_PAGE = """<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Bitte ändern</title></head>
<body>
<main>
<h1>{title}</h1>
<p>Die Seite erscheint, sobald alles geändert und gespeichert ist.</p>
<ol>
{rows}
</ol>
</main>
</body>
</html>
"""


def problems_page(problems: Sequence[Problem]) -> str:
    """All problems as a German page, each with its place, what is wrong and how to mend it."""
    title = "Eine Stelle ist zu ändern" if len(problems) == 1 else f"{len(problems)} Stellen sind zu ändern"
    rows = "\n".join(
        f"<li><p><b>{escape(problem.path)}, Zeile {problem.line}</b><br>{escape(problem.message)}<br>{escape(problem.hint)}</p></li>"
        for problem in problems
    )
    return _PAGE.format(title=title, rows=rows)
