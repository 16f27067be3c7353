"""Staff push: a good change is live, a bad one is told line by line, and nothing is ever lost."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from coursekit.server.environments import environment_name

from tests.site.server import Server, commit, mini_sources, running, write_sentence
from tests.unit.git_course import git

pytestmark = pytest.mark.xdist_group("server")

PAGE = "docs/de/mietrecht/kaution.md"
QUIZ = "quizzes/ro/mietrecht/kaution.yml"


def break_two_files(clone: Path) -> str:
    """Two mistakes as people make them, in two files."""
    page = (clone / PAGE).read_text("utf-8")
    (clone / PAGE).write_text(page + "\nEs sind {{ fact.kaution-maks }} Monate.\n", "utf-8")
    quiz = (clone / QUIZ).read_text("utf-8")
    (clone / QUIZ).write_text(quiz.replace("text:", "txt:", 1), "utf-8")
    return commit(clone, "Zwei Fehler")


def test_a_good_change_is_live_when_the_push_returns(server: Server, clone: Path) -> None:
    paths = ("/", "/ro/mietrecht/kaution/", "/bg/mietrecht/")
    before = {path: server.get(path, Accept_Encoding="br").headers["ETag"] for path in paths}
    made = write_sentence(clone, "Das ist neu seit heute.")
    code, told = server.push(clone)
    assert code == 0, told
    assert re.search(r"remote: Veröffentlicht nach \d+ Sekunden: http://127\.0\.0\.1", told)
    assert "Das ist neu seit heute." in server.page()
    assert server.main() == made
    assert server.live().endswith(made[:12])
    # What did not change is not loaded a second time: only the start page is new.
    known = {path: server.get(path, Accept_Encoding="br", If_None_Match=tag).status for path, tag in before.items()}
    assert known == dict(zip(paths, (200, 304, 304), strict=True))


@pytest.mark.parametrize("ssh", [False, True], ids=["file", "ssh"])
def test_a_bad_change_is_told_with_every_line_and_nothing_moves(server: Server, clone: Path, ssh: bool) -> None:
    before = (server.live(), server.main(), server.page())
    break_two_files(clone)
    code, told = server.push(clone, ssh=ssh)
    assert code != 0
    line = (clone / PAGE).read_text("utf-8").splitlines().index("Es sind {{ fact.kaution-maks }} Monate.") + 1
    assert re.search(rf"^remote: {PAGE}:{line}: .*kaution-maks", told, re.MULTILINE), told
    assert "Meinten Sie „kaution-max“?" in told
    assert re.search(rf"^remote: {QUIZ}:\d+: .*txt", told, re.MULTILINE), told
    assert "Stellen sind zu ändern." in told
    assert "remote: Nicht veröffentlicht. Die Seite im Netz bleibt, wie sie war." in told
    assert "main -> main (nicht veröffentlicht)" in told
    assert "Traceback" not in told
    assert (server.live(), server.main(), server.page()) == before


def test_what_only_the_built_site_shows_stops_a_push_too(server: Server, clone: Path) -> None:
    before = (server.live(), server.main())
    template = clone / "overrides/partials/footer.html"
    template.write_text(template.read_text("utf-8") + '<p style="color:red"></p>\n', "utf-8")
    commit(clone, "Rot")
    code, told = server.push(clone)
    assert code != 0
    assert "remote: site/index.html:1: Auf der Seite steht ein Stil" in told
    assert "Traceback" not in told
    assert (server.live(), server.main()) == before


def test_a_link_that_leads_nowhere_is_told_with_its_line(server: Server, clone: Path) -> None:
    before = (server.live(), server.main())
    page = clone / "docs/de/index.md"
    line = len(page.read_text("utf-8").splitlines()) + 2
    bad = ("[weg](nix.md)", "[Stelle](mietrecht/kaution.md#nirgends)", "[Ordner](/mietrecht/)")
    page.write_text(page.read_text("utf-8") + "".join(f"\n{link}\n" for link in bad), "utf-8")
    commit(clone, "Tote Links")
    code, told = server.push(clone)
    assert code != 0
    shown = [text.removeprefix("remote: ").rstrip() for text in told.splitlines() if text.startswith("remote: ")]
    assert shown[0] == "Prüfen und bauen ..."
    assert shown[1:-2:2] == [
        f"docs/de/index.md:{line}: Der Link „nix.md“ führt ins Leere.",
        f"docs/de/index.md:{line + 2}: Der Link „mietrecht/kaution.md#nirgends“ führt ins Leere.",
        f"docs/de/index.md:{line + 4}: Der Link „/mietrecht/“ führt ins Leere.",
    ]
    assert all(hint.startswith("    → ") for hint in shown[2:-2:2])
    assert shown[-2:] == ["3 Stellen sind zu ändern.", "Nicht veröffentlicht. Die Seite im Netz bleibt, wie sie war."]
    assert (server.live(), server.main()) == before


def test_a_program_that_breaks_is_told_in_a_sentence(server: Server, clone: Path) -> None:
    before = (server.live(), server.main())
    hook = clone / "hooks/site_hook.py"
    hook.write_text(hook.read_text("utf-8") + "\nraise RuntimeError('kaputt')\n", "utf-8")
    commit(clone, "Ein Programmfehler")
    code, told = server.push(clone)
    assert code != 0
    assert "remote: Das Programm ist abgebrochen: RuntimeError: kaputt" in told
    assert "Traceback" not in told
    assert (server.live(), server.main()) == before


def test_another_branch_is_kept_checked_and_not_published(server: Server, clone: Path) -> None:
    before = (server.live(), server.main())
    git(clone, "switch", "--quiet", "--create", "entwurf")
    made = break_two_files(clone)
    code, told = server.push(clone, "entwurf")
    assert code == 0, told
    assert "remote: entwurf ist gespeichert. Veröffentlicht wird nur main." in told
    assert re.search(rf"^remote: {PAGE}:\d+: ", told, re.MULTILINE), told
    assert made in git(clone, "ls-remote", f"{server.home}/course.git", "refs/heads/entwurf")
    git(clone, "revert", "--no-edit", "HEAD")
    code, told = server.push(clone, "entwurf")
    assert code == 0, told
    assert "remote: Die Prüfung hat nichts gefunden." in told
    code, told = server.push(clone, "entwurf", "--delete")
    assert code == 0, told
    assert (server.live(), server.main()) == before


def test_main_can_neither_be_deleted_nor_taken_back_by_force(server: Server, clone: Path) -> None:
    before = (server.live(), server.main())
    code, told = server.push(clone, "main", "--delete")
    assert code != 0
    assert "remote: main bleibt: Aus main entsteht die Seite im Netz." in told
    git(clone, "commit", "--quiet", "--amend", "--message", "Alles noch einmal von vorn")
    code, told = server.push(clone, "main", "--force")
    assert code != 0
    assert "remote: Inzwischen hat jemand anderes etwas veröffentlicht" in told
    assert (server.live(), server.main()) == before


def test_pushes_at_once_wait_their_turn_and_the_newest_is_live(server: Server, clone: Path, tmp_path: Path) -> None:
    """While one push builds, a person sends the next change on top of it and another a change beside it."""
    git(tmp_path, "clone", "--quiet", f"{server.home}/course.git", "other")
    before, answers, stop = server.page(), [], threading.Event()

    def read() -> None:
        while not stop.is_set():
            answers.append(server.get("/"))

    reader = threading.Thread(target=read)
    write_sentence(clone, "Der erste Satz.")
    with server.start_push(clone) as first:
        server.until(server.at_work("course"), "the first build")
        reader.start()
        newest = write_sentence(clone, "Der zweite Satz.")
        with server.start_push(clone) as second:
            write_sentence(tmp_path / "other", "Ein anderer Satz.")
            with server.start_push(tmp_path / "other") as third:
                beside = third.communicate(timeout=60)[0]
            after = second.communicate(timeout=60)[0]
        told = first.communicate(timeout=60)[0]
    stop.set()
    reader.join()
    assert first.returncode == 0, told
    assert "eine andere Änderung" not in told
    assert "remote: Gerade wird eine andere Änderung veröffentlicht." in after
    assert second.returncode == 0, after
    assert "remote: Gerade wird eine andere Änderung veröffentlicht." in beside
    assert third.returncode != 0
    assert "git pull --rebase" in beside
    assert server.main() == newest
    assert server.live().endswith(newest[:12])
    assert "Der zweite Satz." in server.page()
    assert "Ein anderer Satz." not in server.page()
    # Whoever read meanwhile always got a whole page, and never an older one after a newer.
    assert {answer.status for answer in answers} == {200}
    texts = [answer.body.decode() for answer in answers]
    stages = [("Der erste Satz." in text) + ("Der zweite Satz." in text) for text in texts]
    assert texts[0] == before
    assert stages == sorted(stages)
    assert all(text.rstrip().endswith("</html>") for text in texts)


def test_a_killed_build_changes_nothing_and_the_next_push_works(server: Server, clone: Path) -> None:
    before = (server.live(), server.main(), server.page())
    kept = sorted(path.name for path in (server.home / "www/releases").iterdir())
    write_sentence(clone, "Beim dritten Mal.")
    for moment in ("course", "release"):
        with server.start_push(clone) as push:
            server.until(server.at_work(moment), moment)
            os.kill(min(server.processes()), signal.SIGKILL)
            told = push.communicate(timeout=60)[0]
        assert push.returncode != 0, told
        server.until(lambda: not server.processes(), "the end of everything it had started")
        assert (server.live(), server.main(), server.page()) == before
        assert sorted(path.name for path in (server.home / "www/releases").iterdir()) == kept
        assert server.at_work("")(), "a killed push cannot clean up"
    code, told = server.push(clone)
    assert code == 0, told
    assert "Beim dritten Mal." in server.page()
    assert not server.at_work("")()


def test_a_broken_lock_file_leaves_site_and_programs_as_they_were(server: Server, clone: Path) -> None:
    before = (server.live(), server.main(), sorted(server.environments.iterdir()))
    lock = clone / "requirements.lock"
    lock.write_text("<<<<<<< HEAD\n" + lock.read_text("utf-8"), "utf-8")
    commit(clone, "Ein Rest von einem Konflikt")
    code, told = server.push(clone)
    assert code != 0
    assert "remote: requirements.lock:1: Die Programme zum Bauen lassen sich nicht einrichten" in told
    assert "make lock" in told
    assert "<<<<<<< HEAD" in told
    assert "Traceback" not in told
    assert (server.live(), server.main(), sorted(server.environments.iterdir())) == before


def test_new_versions_get_an_environment_of_their_own_beside_the_old(server: Server, clone: Path) -> None:
    old = server.environments / environment_name(clone)
    lock = clone / "requirements.lock"
    lock.write_text(lock.read_text("utf-8") + "# neu\n", "utf-8")
    # What make does is the commit's own affair; here it borrows what is there instead of asking a registry.
    makefile = clone / "Makefile"
    recipe = makefile.read_text("utf-8")
    makefile.write_text(f".venv/.ready:\n\tcp -r {old}/.venv .venv\n\tln -s {old}/node_modules node_modules\n")
    commit(clone, "Neue Fassungen")
    code, told = server.push(clone)
    assert code == 0, told
    assert "remote: Die Programme zum Bauen werden eingerichtet" in told
    new = server.environments / environment_name(clone)
    assert new != old
    assert {old, new} <= set(server.environments.iterdir())
    # The next push with the same versions makes nothing anew.
    made = (new / ".venv/.ready").stat().st_mtime_ns
    makefile.write_text(recipe, "utf-8")
    write_sentence(clone, "Nach den neuen Fassungen.")
    code, told = server.push(clone)
    assert code == 0, told
    assert "werden eingerichtet" not in told
    assert (new / ".venv/.ready").stat().st_mtime_ns == made


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB. Where a container may mount nothing, the small one that it has for shared memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m,mode=755", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode == 0:
        tmp_path.chmod(0o755)
        yield folder
        subprocess.run(["umount", "--lazy", folder], check=True)
        return
    shared = Path("/dev/shm")
    assert shutil.disk_usage(shared).total < 2**28, "Für diesen Test muss man ein Dateisystem einhängen dürfen: sudo"
    folder = shared / f"course-{os.getpid()}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def test_a_full_disk_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    with running(small_disk / "home") as server:
        clone = mini_sources(tmp_path / "mini")
        assert server.push(clone)[0] == 0
        link = (server.live(), server.main())
        made = write_sentence(clone, "Kein Platz.")
        page = (server.home / "www/current/site/index.html").read_bytes()
        with (small_disk / "ballast").open("wb") as ballast:
            ballast.write(bytes(max(0, shutil.disk_usage(small_disk).free - 700_000)))
        code, told = server.push(clone)
        assert code != 0
        assert "remote: Auf dem Server ist kein Platz mehr." in told, told
        assert "Traceback" not in told
        assert (server.live(), server.main()) == link
        assert (server.home / "www/current/site/index.html").read_bytes() == page
        assert not server.at_work("")()
        (small_disk / "ballast").unlink()
        code, told = server.push(clone)
        assert code == 0, told
        assert server.main() == made
