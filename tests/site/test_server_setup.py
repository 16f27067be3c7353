"""One command makes the server, the same command again changes nothing, one takes it down. Run for real, with a user."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.server import Server, mini_sources, running

pytestmark = pytest.mark.xdist_group("server")

HERE = "tests/site/test_server_setup.py"


def remove(server: Server, *more: str, answer: str = "") -> subprocess.CompletedProcess[str]:
    words = [f"{ROOT}/deploy/remove", "--user", server.user, "--home", f"{server.home}", *more]
    return subprocess.run(words, capture_output=True, text=True, check=False, input=answer)


def everything(folder: Path) -> dict[str, tuple[int, int, int, bytes | str]]:
    """Owner, group, mode and content of all below; what git and a push write by themselves left out."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_uid,
            path.lstat().st_gid,
            path.lstat().st_mode,
            os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
        if path.suffix != ".pyc" and "objects" not in path.parts
    }


@pytest.fixture
def own() -> Iterator[Server]:
    """A server with a user and a home of its own, as on a real machine."""
    assert os.getuid() == 0, f"Dieser Test legt einen Benutzer an. Bitte ausführen: sudo .venv/bin/pytest {HERE}"
    user = f"course-test-{os.getpid()}"
    home = Path("/srv") / user
    try:
        with running(home, user, strict="yes") as server:
            yield server
    finally:
        subprocess.run(["userdel", user], capture_output=True, check=False)
        shutil.rmtree(home, ignore_errors=True)


def test_set_up_used_by_staff_set_up_again_and_taken_down(own: Server, tmp_path: Path) -> None:
    account = pwd.getpwnam(own.user)
    assert account.pw_shell.endswith("/git-shell")
    assert own.home.stat().st_uid == 0, "no push can change the keys"
    assert (own.home / ".ssh/authorized_keys").stat().st_uid == 0
    clone = mini_sources(tmp_path / "mini")
    code, told = own.push(clone, ssh=True)
    assert code == 0, told
    assert "Ein kleiner Kurs." in own.page("/")
    assert (own.home / "www/current/site/index.html").stat().st_uid == account.pw_uid
    assert "keep = 10" in (own.home / "settings.toml").read_text()

    # With the key comes git and the way back, and nothing else.
    done = own.over_ssh("rollback")
    assert done.returncode == 0, done.stderr
    assert own.live() in done.stdout
    assert own.over_ssh("ls", "/").returncode != 0
    shell = own.over_ssh()
    assert shell.returncode != 0
    assert "Hier geht nur git." in shell.stdout

    # A second person, and the same set-up once more: one line more, nothing else.
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "anna"], check=True)
    before = everything(own.home)
    keys = (own.home / ".ssh/authorized_keys").read_text()
    done = own.setup("--key", str(tmp_path / "anna.pub"))
    assert done.returncode == 0, done.stderr
    assert f"git remote add server {own.user}@127.0.0.1:course.git" in done.stdout
    both = (own.home / ".ssh/authorized_keys").read_text()
    assert both == keys + f"restrict {(tmp_path / 'anna.pub').read_text()}"
    assert own.setup("--key", str(tmp_path / "anna.pub")).returncode == 0
    assert (own.home / ".ssh/authorized_keys").read_text() == both
    after = everything(own.home)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed == {".ssh/authorized_keys"}
    assert "Ein kleiner Kurs." in own.page("/")

    # Taken down: asked first, and the repository stays.
    done = remove(own, answer="nein\n")
    assert done.returncode == 1
    assert "Nichts ist entfernt." in done.stderr
    assert everything(own.home) == after
    done = remove(own, answer="ja\n")
    assert done.returncode == 0, done.stderr
    assert "Es bleibt: das Repository" in done.stdout
    assert not (own.nginx / "sites-enabled" / f"{own.user}.conf").exists()
    assert [path.name for path in own.home.iterdir()] == ["course.git"]
    assert subprocess.run(["id", own.user], capture_output=True, check=False).returncode != 0

    # What stayed is enough to begin again, also without a push.
    done = own.setup("--key", f"{own.nginx}/key.pub")
    assert done.returncode == 0, done.stderr
    done = own.course("publish")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Veröffentlicht nach" in done.stdout
    assert "Ein kleiner Kurs." in own.page("/")
    done = remove(own, "--yes", "--all")
    assert done.returncode == 0, done.stderr
    assert not own.home.exists()
    assert own.environments.exists(), "environments that lie elsewhere are others' affair"
    assert "Es gibt nichts zu entfernen." in remove(own, "--yes").stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Unter welchem Namen ist die Seite zu erreichen?"),
        (["--host", "a b"], "In --host sind nur Buchstaben"),
        (["--hots", "x.de"], "Die Angabe --hots gibt es nicht."),
        (["--host", "x.de", "--keep", "0"], "sind Zahlen"),
        (["--host", "x.de", "--key", "/gibt/es/nicht.pub"], "Den Schlüssel „/gibt/es/nicht.pub“ gibt es nicht."),
        (["--host", "x.de", "--certificate", "/nix.pem"], "Das Zertifikat oder sein Schlüssel ist nicht zu lesen."),
        (["x.de"], "„x.de“ gehört nicht hierher."),
    ],
)
def test_a_wrong_option_is_told_before_anything_is_done(tmp_path: Path, words: list[str], told: str) -> None:
    home = ["--user", getpass.getuser(), "--home", str(tmp_path / "home"), "--nginx", str(tmp_path / "nginx")]
    done = subprocess.run([ROOT / "deploy/setup", *home, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert told in done.stderr
    assert not list(tmp_path.iterdir())
