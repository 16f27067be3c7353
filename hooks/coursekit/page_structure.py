"""A translated page is built like its German one: the same sections, and in each the same things beside the words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from coursekit.errors import Problem, did_you_mean, nearest
from coursekit.sources.page_file import PageFile
from coursekit.sources.page_sections import sections
from coursekit.text.structure import Difference, differences

# Lines of which something is told already: the file and the line.
Told = Collection[tuple[str, int]]


def misfits(page: PageFile, source: PageFile, told: Told = ()) -> Iterator[Problem]:
    """Where the translated `page` is not built like its German `source`, each as an error.

    Its sections are compared first; only where they are the same, what stands in each of them. Sections of either
    page with a line that was `told` of are left out: a misspelt name is one mistake and not two.
    """
    found = list(_sections(page, source))
    yield from found or _inside(page, source, told)


def _sections(page: PageFile, source: PageFile) -> Iterator[Problem]:
    rests_on = (page.name, source.name)
    if source.front.goal and not page.front.goal:
        hint = f"Auf Deutsch: „{source.front.goal}“"
        yield Problem(page.name, page.head.line("goal"), "Hier fehlt das Feld „goal“.", hint, rests_on=rests_on)
    elif page.front.goal and not source.front.goal:
        message, hint = "„goal“ steht nicht auf der deutschen Seite.", "Löschen Sie die Zeile."
        yield Problem(page.name, page.head.line("goal"), message, hint, rests_on=rests_on)
    strange = [heading for heading in page.headings if heading.id not in source.sections]
    missing = [anchor for anchor in source.sections if anchor not in page.sections]
    for heading in strange:
        message = f"Die Überschrift mit dem Namen „{heading.id}“ gibt es auf Deutsch nicht."
        hint = (
            did_you_mean(heading.id, missing) or "Löschen Sie den Abschnitt, oder schreiben Sie ihn auch auf Deutsch."
        )
        yield Problem(page.name, heading.line, message, hint, rests_on=rests_on)
    misspelt = {nearest(heading.id, missing) for heading in strange}
    for anchor in missing:
        if anchor not in misspelt:
            message = f"Vor dieser Zeile fehlt der Abschnitt „{anchor}“."
            hint = f"Auf Deutsch heißt er „{source.heading(anchor)}“."
            yield Problem(page.name, _gap(page, source, anchor), message, hint, rests_on=rests_on)
    if strange or missing:
        return
    for here, there in zip(page.headings, source.headings, strict=False):
        if (here.level, here.id) != (there.level, there.id):
            message = f"Hier steht auf Deutsch: {'#' * there.level} {there.text} {{#{there.id}}}"
            hint = "Die Abschnitte haben in jeder Sprache dieselbe Reihenfolge und gleich viele #."
            yield Problem(page.name, here.line, message, hint, rests_on=rests_on)
            return


def _inside(page: PageFile, source: PageFile, told: Told) -> Iterator[Problem]:
    for field in ("title", "goal"):
        german, here = getattr(source.front, field) or "", getattr(page.front, field) or ""
        line = page.head.text_line(field)
        if (page.name, line) not in told and (source.name, source.head.text_line(field)) not in told:
            yield from _problems(page, source, differences(german, here, "title"), line, line)
    if page.sections != source.sections:
        return  # a name stands twice, which is told where it stands
    for there, section in zip(sections(source), sections(page), strict=True):
        if any(
            (path, line) in told for path, part in ((source.name, there), (page.name, section)) for line in part.lines
        ):
            continue
        if there.heading and section.heading:
            found = differences(there.heading.text, section.heading.text, "title")
            yield from _problems(page, source, found, section.top, section.top)
        yield from _problems(page, source, differences(there.text, section.text, "section"), section.line, section.top)


def _problems(page: PageFile, source: PageFile, found: Iterable[Difference], first: int, top: int) -> Iterator[Problem]:
    for difference in found:
        line = top if difference.offset is None else first + difference.offset
        yield Problem(page.name, line, difference.message, difference.hint, rests_on=(page.name, source.name))


def _gap(page: PageFile, source: PageFile, anchor: str) -> int:
    """The line of the translation before which the section `anchor` has to stand."""
    after = source.sections[source.sections.index(anchor) + 1 :]
    end = page.body_line + page.body.count("\n")
    return next((heading.line for heading in page.headings if heading.id in after), end)
