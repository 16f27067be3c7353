"""Compressed copies beside the originals, as nginx sends them without compressing anything itself."""

from __future__ import annotations

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

# Text in any form; pictures and sound are compressed already.
_TEXT = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}


def compress_site(site: Path) -> int:
    """Writes `.gz` and `.br` beside every text where they are smaller; the same text gives the same bytes. How many texts."""
    texts = [path for path in sorted(site.rglob("*")) if path.suffix in _TEXT and path.is_file()]
    # Both libraries let other threads work while they compress.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(_compress, texts))
    return len(texts)


def _compress(path: Path) -> None:
    text = path.read_bytes()
    for suffix, packed in (
        (".gz", gzip.compress(text, 9, mtime=0)),
        (".br", brotli.compress(text, mode=brotli.MODE_TEXT, quality=11)),
    ):
        copy = path.with_name(path.name + suffix)
        if len(packed) < len(text):
            copy.write_bytes(packed)
        else:
            copy.unlink(missing_ok=True)
