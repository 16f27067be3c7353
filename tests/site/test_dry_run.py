"""`course dry-run` on the real course: what would go live, what stops it, and nothing touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT, run
from tests.unit.git_course import commit, git

Change = Callable[[str, str, str], None]


def test_staff_see_what_would_be_published_and_what_stops_it(project: Path, change: Change) -> None:
    (project / ".gitignore").write_text((ROOT / ".gitignore").read_text("utf-8") + "/node_modules\n", "utf-8")
    git(project, "init", "--quiet", "--initial-branch=main")
    commit(project)
    change("docs/de/mietrecht/kaution.md", "## Wie hoch? {#wie-hoch}", "## Wie hoch ist sie? {#wie-hoch}")
    before = git(project, "status", "--porcelain"), git(project, "rev-parse", "HEAD")
    done = run("course", "dry-run", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "So würde es veröffentlicht:" in done.stdout
    assert "vom 03.11.2026, „x“" in done.stdout
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["geändert", "Deutsch", "Kaution", "und", "Einzug", "http://127.0.0.1:8000/mietrecht/kaution/"] in lines
    assert sum(line[:1] == ["veraltet"] for line in lines) == 2
    assert "Fragen: keine Änderung" in done.stdout
    assert "Noch nicht in git gespeichert:\n  docs/de/mietrecht/kaution.md" in done.stdout
    assert "Wie hoch ist sie?" in (project / ".cache/dry-run/mietrecht/kaution/index.html").read_text("utf-8")
    assert not (project / "site").exists()
    assert (git(project, "status", "--porcelain"), git(project, "rev-parse", "HEAD")) == before

    change("quizzes/de/mietrecht/kaution.yml", "section: raten", "section: ratn")
    stopped = run("course", "dry-run", cwd=project)
    assert stopped.returncode == 1
    assert "Meinten Sie „raten“?" in stopped.stderr
    assert "Noch offen" not in stopped.stderr
    assert stopped.stderr.endswith("So würde es nicht veröffentlicht. Die Seite im Netz bliebe, wie sie ist.\n")
    assert "Traceback" not in stopped.stderr

    # What the guide forbids in a question.
    change("quizzes/de/mietrecht/kaution.yml", "section: ratn", "section: raten")
    change(
        "quizzes/de/mietrecht/kaution.yml",
        "Höchstens 1.950 Euro",
        "Alle Antworten",
    )
    stopped = run("course", "dry-run", cwd=project)
    assert stopped.returncode == 1
    assert "kaution-hoehe" in stopped.stderr

    # What only the built site shows stops it, too.
    change("quizzes/de/mietrecht/kaution.yml", "Alle Antworten", "Höchstens 1.950 Euro")
    change("docs/de/mietrecht/kaution.md", "Zahlen Sie auch die letzten Mieten.", "[Mehr](gibt-es-nicht.md).")
    stopped = run("course", "dry-run", cwd=project)
    assert stopped.returncode == 1
    assert "gibt-es-nicht" in stopped.stderr
    assert "So würde es nicht veröffentlicht." in stopped.stderr
