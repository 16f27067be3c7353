"""The releases: the last ones are kept, one of them is live, and which one changes in a single step."""

from __future__ import annotations

import filecmp
import json
import os
import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from coursekit.server.home import Home

ZONE = ZoneInfo("Europe/Berlin")
# A file whose name holds the hash of its content (publish.bundles), and its compressed copies.
_HASHED = re.compile(r"\.[A-Z0-9]{8}\.(css|js)(\.gz|\.br)?$")


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """A built site in `folder / "site"`, whose name is the time of its making (UTC) and its commit."""

    name: str
    folder: Path
    commit: str
    subject: str
    built: datetime
    environment: str

    @property
    def site(self) -> Path:
        return self.folder / "site"


def releases(home: Home) -> list[Release]:
    """All that are kept, newest first."""
    found = (_read(folder) for folder in home.releases.iterdir()) if home.releases.is_dir() else ()
    return sorted((release for release in found if release), reverse=True)


def live(home: Home) -> Release | None:
    """The release that is live, or nothing before the first."""
    return _read(home.releases / home.current.readlink().name) if home.current.is_symlink() else None


def live_since(home: Home) -> datetime:
    """When the live release went live: the link is made at that moment."""
    return datetime.fromtimestamp(home.current.lstat().st_mtime, ZONE)


def find(home: Home, wanted: str) -> Release | None:
    """The release of that name, or the newest whose commit begins so (four signs at least)."""
    for release in releases(home):
        if wanted == release.name or (len(wanted) >= 4 and release.commit.startswith(wanted)):
            return release
    return None


def write_release(folder: Path, commit: str, subject: str, environment: str) -> None:
    """Says beside the built site in `folder` what it is; the folder can now be taken in by `add`."""
    facts = {
        "commit": commit,
        "subject": subject,
        "built": datetime.now(ZONE).isoformat(),
        "environment": environment,
    }
    (folder / "release.json").write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", "utf-8")


def add(home: Home, folder: Path) -> Release:
    """Takes a finished folder in among the releases, on the same disk, in one step."""
    facts = json.loads((folder / "release.json").read_text("utf-8"))
    built = datetime.fromisoformat(facts["built"]).astimezone(ZoneInfo("UTC"))
    home.releases.mkdir(parents=True, exist_ok=True)
    target = home.releases / f"{built:%Y%m%d-%H%M%S}-{facts['commit'][:12]}"
    os.rename(folder, target)
    release = _read(target)
    assert release
    return release


def keep_times(old: Path, new: Path) -> None:
    """Gives files that did not change the time they had: nginx makes the ETag of it, and phones load nothing twice."""
    for path in new.rglob("*"):
        before = old / path.relative_to(new)
        if path.is_file() and before.is_file() and filecmp.cmp(path, before, shallow=False):
            times = before.stat()
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def link_older(home: Home, *coming: Path) -> None:
    """Collects the scripts and sheets of all kept releases and of the sites `coming`."""
    sites = [*coming, *(release.site for release in releases(home))]
    wanted = {path.relative_to(site): path for site in sites for path in site.rglob("*") if _HASHED.search(path.name)}
    for name, path in wanted.items():
        target = home.older / name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, target)
    for path in home.older.rglob("*"):
        if path.is_file() and path.relative_to(home.older) not in wanted:
            path.unlink()


def switch(home: Home, release: Release) -> None:
    """Makes the release live, in one step: whoever asks gets the one or the other, never a mixture or nothing."""
    fresh = home.current.with_name("current.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path("releases") / release.name)
    os.replace(fresh, home.current)


def prune(home: Home) -> None:
    """Removes all but the newest ones that are to be kept; never the live one."""
    now = live(home)
    for release in releases(home)[home.keep :]:
        if release != now:
            # First away from its name, so that half a release never stands among the whole ones.
            rubbish = home.builds / release.name
            rubbish.parent.mkdir(parents=True, exist_ok=True)
            os.rename(release.folder, rubbish)
            shutil.rmtree(rubbish, ignore_errors=True)


def _read(folder: Path) -> Release | None:
    try:
        facts = json.loads((folder / "release.json").read_text("utf-8"))
        if not (folder / "site" / "index.html").is_file():
            return None
        built = datetime.fromisoformat(facts["built"])
        return Release(folder.name, folder, facts["commit"], facts["subject"], built, facts["environment"])
    except (OSError, ValueError, KeyError):
        return None
