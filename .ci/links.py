"""Every address of another host in the content that does not answer, one line each as Markdown; always exit status 0."""

from __future__ import annotations

import re
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent
ADDRESS = re.compile(r"https?://[^\s\"'<>()\[\]{}|`]+[^\s\"'<>()\[\]{}|`.,;:!?“”]")


def addresses() -> dict[str, list[str]]:
    """Each address with the places (file:line) where it stands."""
    found: dict[str, list[str]] = {}
    for folder, ending in (("data", "yml"), ("docs", "md"), ("quizzes", "yml")):
        for path in sorted((ROOT / folder).rglob(f"*.{ending}")):
            name = path.relative_to(ROOT).as_posix()
            for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), start=1):
                for address in ADDRESS.findall(line):
                    found.setdefault(address, []).append(f"{name}:{number}")
    return found


def fault(address: str) -> str:
    """Why the address is no good, in German, or nothing. Who only refuses programs (403, 429 …) is there."""
    agent = {"User-Agent": "Mozilla/5.0 (link check of a course; once a month)"}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=agent), timeout=20):  # noqa: S310
            return ""
    except urllib.error.HTTPError as error:
        return f"Antwort {error.code}" if error.code in (404, 410) or error.code >= 500 else ""
    except (OSError, ValueError):
        return "keine Antwort"


def main() -> None:
    found = addresses()
    with ThreadPoolExecutor(max_workers=4) as pool:
        for address, why in zip(found, pool.map(fault, found), strict=True):
            if why:
                print(f"- <{address}>: {why} ({', '.join(found[address])})")


if __name__ == "__main__":
    main()
