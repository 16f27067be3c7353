"""Releases on a server: ten are kept, the live one always, and what an opened page asks for stays."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import brotli
import pytest
from coursekit.server.compress import compress_site
from coursekit.server.home import Home, RefusedError, read_home
from coursekit.server.releases import (
    Release,
    add,
    find,
    keep_times,
    link_older,
    live,
    prune,
    releases,
    switch,
    write_release,
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(tmp_path, "https://kurs.example/", tmp_path / "environments", keep=10)
    found.builds.mkdir(parents=True)
    return found


def release(home: Home, number: int) -> Release:
    """A release of second `number`, taken in but not live."""
    ready = home.builds / "release"
    (ready / "site/assets").mkdir(parents=True)
    (ready / "site/index.html").write_text(f"Seite {number}")
    (ready / f"site/assets/page.{number:08}.css").write_text(f"/* {number} */")
    write_release(ready, f"{number:040x}", f"Nummer {number}", "programme")
    facts = json.loads((ready / "release.json").read_text())
    facts["built"] = f"2026-11-22T22:00:{number:02}+01:00"
    (ready / "release.json").write_text(json.dumps(facts))
    return add(home, ready)


def test_the_last_ten_are_kept_and_the_live_one_always(home: Home) -> None:
    first = release(home, 1)
    switch(home, first)
    assert live(home) == first
    for number in range(2, 14):
        newest = release(home, number)
        prune(home)
    assert [kept.subject for kept in releases(home)] == [f"Nummer {n}" for n in range(13, 3, -1)] + ["Nummer 1"]
    assert live(home) == first
    switch(home, newest)
    prune(home)
    assert len(releases(home)) == 10
    assert live(home) == newest
    assert newest.name == "20261122-210013-000000000000"


def test_a_release_is_found_by_its_name_or_the_beginning_of_its_commit(home: Home) -> None:
    ready = home.builds / "release"
    for second in (1, 2):
        (ready / "site").mkdir(parents=True)
        (ready / "site/index.html").touch()
        write_release(ready, "abcd" + "0" * 36, f"Mal {second}", "programme")
        facts = json.loads((ready / "release.json").read_text()) | {"built": f"2026-11-22T22:00:0{second}+01:00"}
        (ready / "release.json").write_text(json.dumps(facts))
        add(home, ready)
    older = releases(home)[1]
    assert find(home, "abcd") == releases(home)[0], "the newest of the same commit"
    assert find(home, older.name) == older
    assert find(home, "abc") is None, "too short to be meant"
    assert find(home, "ffff") is None


def test_the_live_one_is_known_also_where_the_way_there_is_a_link(home: Home, tmp_path: Path) -> None:
    switch(home, release(home, 1))
    beside = tmp_path.with_name(f"{tmp_path.name}-link")
    beside.symlink_to(tmp_path)
    linked = Home(beside, home.address, home.environments, keep=1)
    newer = release(linked, 2)
    prune(linked)
    assert live(linked) in releases(linked)
    switch(linked, newer)
    prune(linked)
    assert releases(linked) == [newer] == [live(linked)]


def test_half_a_release_is_none(home: Home) -> None:
    whole = release(home, 1)
    (home.releases / "20261122-220000-half/site").mkdir(parents=True)
    damaged = release(home, 2)
    (damaged.folder / "release.json").write_text("{")
    without_page = release(home, 3)
    (without_page.site / "index.html").unlink()
    assert releases(home) == [whole]


def test_sheets_and_scripts_of_kept_releases_stay_reachable(home: Home) -> None:
    old, new = release(home, 1), release(home, 2)
    switch(home, new)
    link_older(home)
    assert {path.name for path in home.older.rglob("*.css")} == {"page.00000001.css", "page.00000002.css"}
    assert not list(home.older.rglob("*.html"))
    os.rename(old.folder, home.builds / "gone")
    link_older(home)
    assert {path.name for path in home.older.rglob("*.css")} == {"page.00000002.css"}


def test_a_file_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    for side in ("old", "new"):
        (tmp_path / side / "ro").mkdir(parents=True)
        (tmp_path / side / "ro/same.html").write_text("x")
        (tmp_path / side / "other.html").write_text(side)
        os.utime(tmp_path / side / "ro/same.html", (1_700_000_000 + len(side), 1_700_000_000))
    os.utime(tmp_path / "old/ro/same.html", (1, 1_600_000_000))
    os.utime(tmp_path / "old/other.html", (1, 1_600_000_000))
    (tmp_path / "new/fresh.html").write_text("x")
    keep_times(tmp_path / "old", tmp_path / "new")
    assert (tmp_path / "new/ro/same.html").stat().st_mtime == 1_600_000_000
    assert (tmp_path / "new/other.html").stat().st_mtime > 1_700_000_000
    assert (tmp_path / "new/fresh.html").stat().st_mtime > 1_700_000_000


def test_only_texts_that_get_smaller_have_compressed_copies_and_always_the_same(tmp_path: Path) -> None:
    (tmp_path / "ro").mkdir()
    (tmp_path / "ro/index.html").write_text("Locuință " * 200, "utf-8")
    (tmp_path / "tiny.txt").write_text("x")
    (tmp_path / "photo.jpg").write_bytes(b"x" * 2000)
    assert compress_site(tmp_path) == 2
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"index.html", "index.html.gz", "index.html.br", "tiny.txt", "photo.jpg"}
    packed = {suffix: (tmp_path / f"ro/index.html{suffix}").read_bytes() for suffix in (".gz", ".br")}
    text = (tmp_path / "ro/index.html").read_bytes()
    assert gzip.decompress(packed[".gz"]) == brotli.decompress(packed[".br"]) == text
    os.utime(tmp_path / "ro/index.html", (1, 1))
    compress_site(tmp_path)
    assert packed == {suffix: (tmp_path / f"ro/index.html{suffix}").read_bytes() for suffix in (".gz", ".br")}


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (None, "ist kein Server eingerichtet"),
        ("address = 1 2", "ist nicht zu lesen"),
        ('address = "x"', "ist nicht zu lesen"),
    ],
)
def test_a_folder_that_is_no_server_says_so(tmp_path: Path, settings: str | None, told: str) -> None:
    if settings:
        (tmp_path / "settings.toml").write_text(settings)
    with pytest.raises(RefusedError, match=told):
        read_home(tmp_path)
