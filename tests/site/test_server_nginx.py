"""What nginx sends: compressed, cached by hash, with its headers, in three languages where nothing is, and noted nowhere."""

from __future__ import annotations

import gzip
import re
import subprocess
from pathlib import Path

import brotli
import pytest

from tests.site.server import Server

pytestmark = pytest.mark.xdist_group("server")

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def hashed(server: Server) -> list[str]:
    """Scripts and sheets of the start page."""
    found = re.findall(r'(?:href|src)="([^"]+\.[A-Z0-9]{8}\.(?:css|js))"', server.page())
    assert {name.rpartition(".")[2] for name in found} == {"css", "js"}
    return [f"/{name}" for name in found]


def test_every_answer_carries_the_security_headers(server: Server) -> None:
    for path, status in {"/": 200, "/ro/mietrecht/kaution/": 200, "/nix/da/": 404, "/status/": 200, "/status": 301,
                         "/assets/": 404, "/mietrecht": 301, "/sitemap.xml": 200, hashed(server)[0]: 200}.items():  # fmt: skip
        answer = server.get(path)
        assert answer.status == status, path
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, path
        policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["frame-ancestors"] == "'self'"
        assert set(policy.values()) <= {"'none'", "'self'"}, "nothing unsafe, no other host"
        assert answer.headers["Permissions-Policy"].count("=()") == answer.headers["Permissions-Policy"].count("=")
        assert answer.headers["Server"] == "nginx", "no version"
        assert "Strict-Transport-Security" not in answer.headers, "only where TLS is"


def test_no_script_asks_for_what_the_policy_forbids(server: Server) -> None:
    scripts = b"".join(server.get(path).body for path in hashed(server) if path.endswith(".js"))
    forbidden = {"camera": b"getUserMedia", "geolocation": b"geolocation", "payment": b"PaymentRequest"}
    for feature, word in forbidden.items():
        if f"{feature}=()" in server.get("/").headers["Permissions-Policy"]:
            assert word not in scripts, feature


def test_texts_come_compressed_as_the_release_holds_them(server: Server) -> None:
    for path in ("/", "/bg/mietrecht/kaution/", "/sitemap.xml", *hashed(server)):
        plain = server.get(path)
        assert "Content-Encoding" not in plain.headers
        for encoding, unpack in (("gzip", gzip.decompress), ("br", brotli.decompress)):
            packed = server.get(path, Accept_Encoding=encoding)
            assert packed.headers["Content-Encoding"] == encoding, path
            assert packed.headers["Vary"] == "Accept-Encoding"
            assert unpack(packed.body) == plain.body
            assert len(packed.body) < len(plain.body)
        # What a browser of today says.
        assert server.get(path, Accept_Encoding="gzip, deflate, br").headers["Content-Encoding"] == "br"
    folder = server.home / "www/current/site"
    assert (folder / "index.html.br").read_bytes() == server.get("/", Accept_Encoding="br").body


def test_a_hash_in_the_name_is_kept_for_a_year_and_the_rest_asked_for_anew(server: Server) -> None:
    for path in hashed(server):
        assert server.get(path).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    for path in ("/", "/ro/", "/sitemap.xml", "/assets/icon.svg", "/status/"):
        first = server.get(path, Accept_Encoding="br")
        assert first.headers["Cache-Control"] == "no-cache", path
        again = server.get(path, Accept_Encoding="br", If_None_Match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b""), path
        assert again.headers["Content-Security-Policy"]
    missing = server.get("/assets/page.ZZZZZZZZ.css")
    assert (missing.status, missing.headers["Cache-Control"]) == (404, "no-cache")


@pytest.mark.parametrize("path", ["/nix", "/ro/mietrecht/gibt/es/nicht/", "/404.html", "/assets/", "/bg/nix.js?a=b"])
def test_where_nothing_is_three_languages_say_so(server: Server, path: str) -> None:
    for accepted in ("identity", "gzip"):
        answer = server.get(path, Accept_Encoding=accepted)
        text = (gzip.decompress(answer.body) if accepted == "gzip" else answer.body).decode()
        assert answer.status == 404
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert all(f'<section lang="{language}">' in text for language in ("de", "ro", "bg"))
        links = re.findall(r'(?:href|src)="([^"]+)"', text)
        assert {"/", "/ro/", "/bg/"} <= {link.removesuffix(".") for link in links}
        for link in links:
            assert link.startswith("/"), "right in every folder"
            assert server.get(link).status == 200, link


@pytest.mark.parametrize("path", ["/.git/config", "/.htaccess", "/ro/.env", "/../release.json", "/%2e%2e/release.json"])
def test_nothing_is_served_that_is_not_meant_for_readers(server: Server, path: str) -> None:
    (server.home / "www/current/site/.htaccess").write_text("x")
    (server.home / "www/current/site/ro/.env").write_text("x")
    try:
        assert server.get(path).status in (400, 404)
    finally:
        (server.home / "www/current/site/.htaccess").unlink()
        (server.home / "www/current/site/ro/.env").unlink()


def test_a_visit_is_written_down_nowhere(server: Server) -> None:
    """docs/de/datenschutz.md: the page counts no visits; the address is known for as long as the answer takes."""
    marks = ("/besuch-von-irgendwem/", "/ro/?besuch-von-irgendwem")
    for mark in marks:
        server.get(mark)
    server.get("/besuch-von-irgendwem/", method="POST")
    server.get("/" + "besuch-von-irgendwem" * 500)
    for path in (path for folder in (server.nginx, server.home) for path in folder.rglob("*")):
        if path.is_file() and "tool" not in path.parts:
            content = path.read_bytes()
            assert b"besuch-von-irgendwem" not in content, path
            assert b"client: 127.0.0.1" not in content, path
    assert (server.nginx / "error.log").exists(), "nginx itself may write down its own start"


def test_with_a_certificate_everything_goes_over_tls(server: Server) -> None:
    key, certificate = server.nginx / "tls.key", server.nginx / "tls.crt"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    done = server.setup("--certificate", str(certificate), "--certificate-key", str(key))
    assert done.returncode == 0, done.stderr
    assert f"https://127.0.0.1:{server.https}/" in done.stdout
    answer = server.get("/ro/mietrecht/?a=b")
    assert answer.headers["Location"] == f"https://127.0.0.1:{server.https}/ro/mietrecht/?a=b"
    answer = server.get("/", tls=True, Accept_Encoding="br")
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert answer.headers["Content-Encoding"] == "br"
    assert server.get("/nix/", tls=True).headers["Strict-Transport-Security"]
    proof = server.home / "acme/.well-known/acme-challenge"
    proof.mkdir(parents=True)
    (proof / "zeichen").write_text("ja")
    assert server.get("/.well-known/acme-challenge/zeichen").body == b"ja"
    done = server.setup("--certificate", "", "--certificate-key", "")
    assert done.returncode == 0, done.stderr
    assert server.get("/").status == 200


def test_settings_that_nginx_refuses_change_nothing(server: Server, tmp_path: Path) -> None:
    broken = tmp_path / "broken.crt"
    broken.write_text("x")
    before = (server.nginx / f"sites-available/{server.user}.conf").read_text()
    options = (server.home / "options").read_text()
    done = server.setup("--certificate", str(broken), "--certificate-key", str(broken))
    assert done.returncode == 1
    assert "nginx nimmt die Einstellungen nicht an. Es bleibt bei den alten." in done.stderr
    assert (server.nginx / f"sites-available/{server.user}.conf").read_text() == before
    assert (server.home / "options").read_text() == options
    assert server.get("/").status == 200
