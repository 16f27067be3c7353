"""The page that says what is live since when, and what became of the last push: for people and, as JSON, for programs."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from markupsafe import Markup

from coursekit.server.home import Home
from coursekit.server.releases import ZONE, Release, live, live_since
from coursekit.server.repository import head, holds

_LAST = "last-push.json"


@dataclass(frozen=True, slots=True)
class Push:
    """What became of a push to main. Who sent it is not kept."""

    at: str
    commit: str
    subject: str
    published: bool


def remember_push(home: Home, commit: str, subject: str, published: bool) -> None:
    """Keeps the result of the last push for the page."""
    push = Push(datetime.now(ZONE).isoformat(timespec="seconds"), commit, subject, published)
    _write(home.work / _LAST, json.dumps(asdict(push), ensure_ascii=False) + "\n")


def write_status(home: Home) -> None:
    """Writes the page and its JSON anew, each in one step; before the first release there is nothing to say."""
    now, push = live(home), _last_push(home)
    if now is None:
        return
    since = live_since(home)
    earlier = not holds(home, now.commit, head(home))
    values = {
        "live": {
            "release": now.name,
            "commit": now.commit,
            "subject": now.subject,
            "since": since.isoformat(timespec="seconds"),
            "earlier": earlier,
        },
        "last_push": asdict(push) if push else None,
    }
    home.status.mkdir(parents=True, exist_ok=True)
    _write(home.status / "status.json", json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    _write(home.status / "index.html", status_page(now, since, earlier, push))


def status_page(now: Release, since: datetime, earlier: bool, push: Push | None) -> str:
    """The page in plain German, dressed in the sheet of the live release."""
    sheet = next((now.site / "assets").glob("page.*.css"), None)
    dress = Markup('<link rel="stylesheet" href="/assets/{}">').format(sheet.name) if sheet else ""
    back = Markup("<p>Das ist ein früherer Stand. Jemand hat ihn zurückgeholt.</p>\n") if earlier else ""
    last = ""
    if push:
        told = (
            "Sie ist veröffentlicht."
            if push.published
            else "Sie ist nicht veröffentlicht. Die Seite blieb, wie sie war."
        )
        last = Markup(
            "<h2>Die letzte Änderung, die jemand geschickt hat</h2>\n<p>{}, {}: „{}“ (Commit {})</p>\n<p>{}</p>\n"
        ).format(_day(datetime.fromisoformat(push.at)), _clock(datetime.fromisoformat(push.at)), push.subject, push.commit[:12], told)  # fmt: skip
    return Markup(
        '<!doctype html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        "<title>Stand der Seite</title>\n"
        '<meta name="robots" content="noindex">\n<meta name="color-scheme" content="light dark">\n{dress}\n</head>\n'
        '<body class="page">\n<main class="wrap">\n<h1>Stand der Seite</h1>\n'
        "<p>Im Netz steht jetzt: „{subject}“</p>\n<p>Commit: {commit}</p>\n<p>Seit: {day}, {clock}</p>\n"
        '{back}{last}<p><a href="/">Zur Startseite</a></p>\n</main>\n</body>\n</html>\n'
    ).format(
        dress=dress, subject=now.subject, commit=now.commit[:12], day=_day(since), clock=_clock(since),
        back=back, last=last,
    )  # fmt: skip


def _last_push(home: Home) -> Push | None:
    try:
        return Push(**json.loads((home.work / _LAST).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _day(at: datetime) -> str:
    return f"{at.astimezone(ZONE):%d.%m.%Y}"


def _clock(at: datetime) -> str:
    return f"{at.astimezone(ZONE):%H:%M} Uhr"


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, "utf-8")
    os.replace(fresh, path)
