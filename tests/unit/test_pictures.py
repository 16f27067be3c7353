"""Pictures of screens: their size is read from the file, in every kind of WebP."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursekit.pictures import LIMIT, picture_html, picture_problems, read_picture

# The shortest files of each kind that programs write: lossy, lossless, extended; each 3 pixels wide and 2 high.
KINDS = {
    "lossy": b"VP8 \x10\0\0\0\x30\x01\0\x9d\x01\x2a\x03\0\x02\0\x02\0\x34\x25",
    "lossless": b"VP8L\x0a\0\0\0\x2f\x02\x40\0\0\0\x07\xd0\xff\xfe\xff",
    "extended": b"VP8X\x0a\0\0\0\x10\0\0\0\x02\0\0\x01\0\0",
}


def write(root: Path, data: bytes) -> None:
    folder = root / "docs/assets/redaktion"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bild.webp").write_bytes(data)


def webp(chunk: bytes, size: int = 0) -> bytes:
    body = b"WEBP" + chunk.ljust(max(size, 22), b"\0")
    return b"RIFF" + len(body).to_bytes(4, "little") + body


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_knows_how_large_a_picture_is(tmp_path: Path, kind: str) -> None:
    write(tmp_path, webp(KINDS[kind]))
    picture = read_picture(tmp_path, "redaktion/bild.webp")
    assert picture is not None
    assert (picture.width, picture.height) == (3, 2)
    assert list(picture_problems(tmp_path, "redaktion/bild.webp", "a.md", 1)) == []


def test_another_picture_has_another_address(tmp_path: Path) -> None:
    addresses = set()
    for chunk in (KINDS["lossy"], KINDS["lossy"] + b"x"):
        write(tmp_path, webp(chunk))
        picture = read_picture(tmp_path, "redaktion/bild.webp")
        assert picture is not None
        addresses.add(picture.address)
    assert len(addresses) == 2


def test_what_is_shown_keeps_its_place_and_its_words(tmp_path: Path) -> None:
    write(tmp_path, webp(KINDS["lossy"]))
    picture = read_picture(tmp_path, "redaktion/bild.webp")
    assert picture is not None
    html = picture_html(picture, "../assets/bild.webp", 'Ein „Bild“ mit <b> & "')
    assert 'width="3" height="2" loading="lazy"' in html
    assert 'alt="Ein „Bild“ mit &lt;b&gt; &amp; &quot;"' in html


def test_a_heavy_picture_is_refused(tmp_path: Path) -> None:
    write(tmp_path, webp(KINDS["lossy"], LIMIT))
    (problem,) = picture_problems(tmp_path, "redaktion/bild.webp", "a.md", 1)
    assert problem.message == "Das Bild ist zu groß: 60 Kilobyte."
    assert problem.path == "docs/assets/redaktion/bild.webp"
