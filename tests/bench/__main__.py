"""Prints the figures of design section 6 beside a plain mkdocs-material build of the same pages."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.broken import mutation_table, slowest_check
from tests.bench.browser import Visit, visits
from tests.bench.builds import check_seconds, grown_course, per_page, plain_material, seconds
from tests.bench.publishing import push_to_live
from tests.conftest import copy_project, run

LESSON = "mietrecht/kaution/"


def main() -> None:
    """Builds both sites, visits both, prints one row a figure: what, ours, Material, limit."""
    with tempfile.TemporaryDirectory() as folder:
        ours = copy_project(Path(folder) / "ours")
        plain = plain_material(Path(folder) / "plain")
        for project in (ours, plain):
            done = run("mkdocs", "build", cwd=project)
            assert done.returncode == 0, done.stderr
        rows = [*_weights(ours / "site", plain / "site"), *_builds(ours, plain, Path(folder))]
    width = max(len(row[0]) for row in rows)
    for what, mine, other, limit in rows:
        print(f"{what:<{width}}  {mine:>12}  {other:>12}  {limit}")


def _weights(ours: Path, plain: Path) -> list[tuple[str, str, str, str]]:
    rows = [("figure", "ours", "Material", "limit")]
    for language in ("", "ro/", "bg/"):
        mine, other = visits(ours, f"{language}{LESSON}"), visits(plain, f"{language}{LESSON}")
        name = language.rstrip("/") or "de"
        rows += [
            (
                f"first lesson with quiz ({name}), KB gzip",
                _kb(mine.weight),
                _kb(other.weight),
                "30, better 24 (Material: no quiz)",
            ),
            (f"next lesson ({name}), KB gzip", _kb(mine.page), _kb(other.page), "14"),
        ]
        if not language:
            rows += _visit_rows(mine, other)
    rows.append(
        (
            "largest sheet, KB gzip",
            _kb(max(visits(ours, page).sheet for page in ("", LESSON, "hilfe/"))),
            _kb(other.sheet),
            "5",
        )
    )
    return rows


def _visit_rows(mine: Visit, other: Visit) -> list[tuple[str, str, str, str]]:
    return [
        ("requests of a lesson", str(mine.requests), str(other.requests), "8"),
        ("first paint at 64 kbit/s, 300 ms, s", f"{mine.paint:.1f}", f"{other.paint:.1f}", "3.2, better 2.5"),
        ("layout shift", f"{mine.shift:.3f}", f"{other.shift:.3f}", "0.02"),
        ("blocking time at 6x slower CPU, ms", f"{mine.blocking:.0f}", f"{other.blocking:.0f}", "150"),
    ]


def _builds(ours: Path, plain: Path, folder: Path) -> list[tuple[str, str, str, str]]:
    mine, other = seconds(ours), seconds(plain)
    grown = grown_course(folder / "small", lessons=30, languages=3)
    small = per_page(grown)
    large = per_page(grown_course(folder / "large", lessons=300, languages=10))
    return [
        ("build of today's course, s", f"{mine:.2f}", f"{other:.2f}", "1.5 x Material"),
        ("  as a ratio", f"{mine / other:.2f}", "1", "1.5"),
        ("check of today's course, s", f"{check_seconds(ours):.2f}", "", "5"),
        ("  with spelling, s", f"{check_seconds(ours, '--spelling'):.2f}", "", "20"),
        ("check of 30 lessons, s", f"{check_seconds(grown):.2f}", "", "5"),
        ("  with spelling, s", f"{check_seconds(grown, '--spelling'):.2f}", "", "20"),
        ("slowest check of a broken course, against the unbroken one", f"{slowest_check():.2f}", "", "2"),
        ("a page at 300 lessons x 10 languages, ms", f"{large * 1000:.1f}", "", ""),
        ("  against a page of 30 lessons x 3", f"{large / small:.2f}", "", "1.3"),
        ("push to live, s", f"{push_to_live(folder / 'pushed'):.1f}", "", "60"),
    ]


def _kb(size: int) -> str:
    return f"{size / 1024:.1f}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["mutations"]:
        print(mutation_table())
    else:
        main()
