"""What is live: going back and forth, what readers of an opened page still find, and the page that says it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.site.server import Server, commit, write_sentence
from tests.unit.git_course import git

pytestmark = pytest.mark.xdist_group("server")


def assets(html: str) -> set[str]:
    return set(re.findall(r'(?:href|src)="([^"]+\.[A-Z0-9]{8}\.(?:css|js))"', html))


def test_back_to_an_earlier_release_and_forward_with_the_next_push(server: Server, clone: Path) -> None:
    old, old_page, old_commit = server.live(), server.page(), server.main()
    old_assets = assets(old_page)
    sheet = clone / "overrides/components/base/base.css"
    sheet.write_text(sheet.read_text("utf-8") + "\n.new{color:inherit}\n", "utf-8")
    subject = "Ein Satz mit < & „Zeichen“."
    new_commit = write_sentence(clone, subject)
    code, told = server.push(clone)
    assert code == 0, told
    new_page = server.page()
    assert assets(new_page).isdisjoint({name for name in old_assets if name.endswith(".css")})

    # A page that was opened before the switch finds its sheet and script; so does the new one.
    for name in assets(new_page) | old_assets:
        assert server.get(f"/{name}").status == 200, name
    status = server.page("/status/")
    assert "Ein Satz mit &lt; &amp; „Zeichen“." in status
    assert new_commit[:12] in status
    assert "Sie ist veröffentlicht." in status
    assert "früherer Stand" not in status

    told = server.course("rollback").stdout
    assert re.search(rf"^im Netz → {server.live()}  \d\d\.\d\d\.\d{{4}} \d\d:\d\d  Ein Satz mit", told, re.MULTILINE)
    assert re.search(rf"^ +{old}  ", told, re.MULTILINE)
    assert told.count("im Netz") == 1

    done = server.course("rollback", old_commit[:7])
    assert done.returncode == 0, done.stderr
    assert f"Im Netz steht jetzt wieder {old}" in done.stdout
    assert server.live() == old
    assert server.page() == old_page
    assert server.main() == new_commit, "what was sent is not lost"
    status = server.page("/status/")
    assert "Das ist ein früherer Stand." in status
    assert old_commit[:12] in status
    assert "ist schon im Netz" in server.course("rollback", old).stdout
    for name in assets(new_page) | old_assets:
        assert server.get(f"/{name}").status == 200, name

    # Built once more, as the clock of the server does it: what somebody brought back stays, and nobody has pushed.
    done = server.course("publish")
    assert done.returncode == 0, done.stderr
    assert server.live() != old
    assert server.page() == old_page
    assert server.main() == new_commit
    again = server.page("/status/")
    assert "Das ist ein früherer Stand." in again
    assert again[again.index("<h2>") :] == status[status.index("<h2>") :]

    write_sentence(clone, "Und weiter.")
    code, told = server.push(clone)
    assert code == 0, told
    assert "Und weiter." in server.page()
    assert "früherer Stand" not in server.page("/status/")


def test_an_unknown_release_is_answered_with_those_there_are(server: Server) -> None:
    done = server.course("rollback", "abcdef0")
    assert done.returncode == 1
    assert "Den Stand „abcdef0“ gibt es nicht. Es gibt:" in done.stderr
    assert server.live() in done.stderr


def test_the_status_page_tells_of_a_failed_push_and_of_nobody(server: Server, clone: Path) -> None:
    live = server.live()
    page = clone / "docs/ro/index.md"
    page.write_text(page.read_text("utf-8") + "\n{{ fact.nix }}\n", "utf-8")
    bad = commit(clone, "Ein Versuch")
    assert server.push(clone)[0] != 0
    status, values = server.page("/status/"), json.loads(server.page("/status/status.json"))
    assert "„Ein Versuch“" in status
    assert "Sie ist nicht veröffentlicht. Die Seite blieb, wie sie war." in status
    assert values["last_push"]["commit"] == bad
    assert values["last_push"]["published"] is False
    assert values["live"]["release"] == live
    assert values["live"]["commit"].startswith(live.split("-")[2])
    assert '<meta name="robots" content="noindex">' in status
    assert "<script" not in status
    assert "style=" not in status
    assert re.search(r"Seit: \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr", status)
    for sheet in assets(status):
        assert server.get(sheet).status == 200
    assert assets(status)
    author = git(clone, "log", "-1", "--format=%an%n%ae").split()
    assert not any(re.search(rf"\b{name}\b", status + json.dumps(values)) for name in author)
