"""A page in its sections: what stands below each heading, with the lines of the file."""

from __future__ import annotations

from dataclasses import dataclass

from coursekit.sources.page_file import Heading, PageFile


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it up to the next heading of any level.

    What stands before the first heading is a section without one. `line` is that of the first line of `text`.
    """

    heading: Heading | None
    text: str
    line: int

    @property
    def id(self) -> str:
        return self.heading.id if self.heading else ""

    @property
    def top(self) -> int:
        """The line where people look for the section: that of its heading."""
        return self.heading.line if self.heading else self.line

    @property
    def lines(self) -> range:
        """Its lines in the file, the heading's among them."""
        return range(self.top, self.line + self.text.count("\n") + 1)


def sections(page: PageFile) -> tuple[Section, ...]:
    """The sections of `page` in order; the first is what stands before any heading, and may be empty."""
    lines = page.body.split("\n")
    starts = [heading.line - page.body_line for heading in page.headings]
    ends = [*starts[1:], len(lines)] if starts else []
    found = [Section(None, "\n".join(lines[: starts[0] if starts else len(lines)]), page.body_line)]
    for heading, start, end in zip(page.headings, starts, ends, strict=True):
        found.append(Section(heading, "\n".join(lines[start + 1 : end]), heading.line + 1))
    return tuple(found)
