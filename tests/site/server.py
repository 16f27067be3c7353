"""A real server of one's own on this machine: git, SSH and nginx on free ports, in a folder that goes away."""

from __future__ import annotations

import getpass
import http.client
import os
import shutil
import socket
import ssl
import stat
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from coursekit.server.environments import environment_name

from tests.conftest import ROOT, copy_project
from tests.unit.git_course import git
from tests.unit.golden import MINI

# What the server asks of a course, beside what a build reads.
RECIPE = ("Makefile", "pyproject.toml", "requirements.lock", "package.json", "package-lock.json", ".npmrc", "LICENSE")
PACKAGES = ("git", "nginx", "libnginx-mod-http-brotli-static", "openssh-server", "openssh-client", "openssl")
_PROGRAMS = {"course": "from coursekit.cli import main; main()", "mkdocs": "from mkdocs.__main__ import cli; cli()"}
_NGINX = """{user}pid {folder}/nginx.pid;
error_log {folder}/error.log;
include /etc/nginx/modules-enabled/*.conf;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/sites-enabled/*;
}}
"""


def need_packages() -> None:
    """Installs what the tests start, as root; fails with the line that installs it otherwise."""
    asked = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *PACKAGES]
    there = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    missing = [name for name in PACKAGES if f"{name} installed" not in there]
    if not missing:
        return
    line = f"apt-get install --yes --no-install-recommends {' '.join(missing)}"
    assert os.getuid() == 0, f"Für die Tests fehlen Programme. Bitte ausführen: sudo {line}"
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "--quiet"], check=True, capture_output=True, env=env)
    subprocess.run(line.split(), check=True, capture_output=True, env=env)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def make_environment(folder: Path) -> None:
    """An environment as set-up would make it, out of the packages of the one that runs the tests."""
    python = _python_for_all()
    subprocess.run([python, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    packages = next((folder / ".venv").glob("lib/python3*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    for name, code in _PROGRAMS.items():
        program = folder / ".venv/bin" / name
        program.write_text(f"#!{folder}/.venv/bin/python\n{code}\n")
        program.chmod(0o755)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / ".venv/.ready").touch()


def _python_for_all() -> Path:
    """A Python of this version that every user of the machine may run."""
    for path in (Path(sys.base_prefix) / "bin/python3", Path("/usr/bin/python3")):
        if path.exists() and all(above.stat().st_mode & stat.S_IXOTH for above in (path, *path.resolve().parents)):
            done = subprocess.run([path, "--version"], capture_output=True, text=True, check=True)
            if done.stdout.split()[1].split(".")[:2] == [str(part) for part in sys.version_info[:2]]:
                return path
    return Path(sys.base_prefix) / "bin/python3"


def mini_sources(target: Path) -> Path:
    """The mini course with the real code around it: it builds in two seconds."""
    copy_project(target)
    for name in ("data", "docs", "quizzes"):
        if name != "data":
            shutil.rmtree(target / name)
        shutil.copytree(MINI / name, target / name, dirs_exist_ok=True)
    shutil.copytree(ROOT / "data/words", target / "data/words", dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs/assets", target / "docs/assets", dirs_exist_ok=True)
    text = (target / "mkdocs.yml").read_text("utf-8")
    begin, end = text.index("nav:\n"), text.index("\ntheme:")
    nav = (MINI / "mkdocs.yml").read_text("utf-8").partition("\n\n")[0] + "\n"
    (target / "mkdocs.yml").write_text(text[:begin] + nav + text[end:], "utf-8")
    add_recipe(target)
    return target


def add_recipe(target: Path) -> None:
    """What set-up and the server read beside the course itself; `target` becomes a repository with one commit."""
    (target / "node_modules").unlink()
    for name in RECIPE:
        shutil.copy(ROOT / name, target / name)
    (target / ".gitignore").write_text("/.venv/\n/node_modules/\n/site/\n/.cache/\n__pycache__/\n")
    git(target, "init", "--quiet", "--initial-branch=main")
    commit(target, "Der Kurs steht")


def commit(clone: Path, subject: str) -> str:
    """Saves everything in the clone; the commit."""
    git(clone, "add", "--all", ".")
    git(clone, "commit", "--quiet", "--allow-empty", "--message", subject)
    return git(clone, "rev-parse", "HEAD").strip()


def write_sentence(clone: Path, sentence: str) -> str:
    """Adds a sentence to the German start page and commits it under that name; the commit."""
    page = clone / "docs/de/index.md"
    page.write_text(page.read_text("utf-8") + f"\n{sentence}\n", "utf-8")
    return commit(clone, sentence)


@dataclass(slots=True)
class Server:
    """The place, its ports, and what one asks of it."""

    home: Path
    nginx: Path
    environments: Path
    http: int
    https: int
    ssh: int
    user: str
    env: dict[str, str] = field(default_factory=dict)

    def setup(self, *more: str) -> subprocess.CompletedProcess[str]:
        words = ["--user", self.user, "--home", str(self.home), "--host", "127.0.0.1", "--nginx", str(self.nginx)]
        words += ["--http-port", str(self.http), "--https-port", str(self.https)]
        words += ["--environments", str(self.environments), *more]
        before = self._workers()
        done = subprocess.run([ROOT / "deploy/setup", *words], capture_output=True, text=True, check=False)
        if done.returncode == 0:  # nginx lets its former workers finish
            self.until(lambda: not before & self._workers(), "the new configuration of nginx")
        return done

    def _workers(self) -> set[str]:
        pid = self.nginx / "nginx.pid"
        master = pid.read_text().strip() if pid.exists() else ""
        if not master:  # nginx -t lays an empty file
            return set()
        return set(Path(f"/proc/{master}/task/{master}/children").read_text().split())

    def start_push(self, clone: Path, ref: str = "main", *more: str, ssh: bool = False) -> subprocess.Popen[str]:
        where = f"ssh://{self.user}@127.0.0.1:{self.ssh}{self.home}/course.git" if ssh else f"{self.home}/course.git"
        words = ["git", "push", *more, where, ref]
        return subprocess.Popen(
            words, cwd=clone, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=self._env()
        )

    def push(self, clone: Path, ref: str = "main", *more: str, ssh: bool = False) -> tuple[int, str]:
        """How `git push` ended, and what the terminal showed."""
        with self.start_push(clone, ref, *more, ssh=ssh) as push:
            told, _ = push.communicate(timeout=120)
        return push.returncode, told

    def course(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([self.home / "course", *words], capture_output=True, text=True, check=False)

    def over_ssh(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [*self._env()["GIT_SSH_COMMAND"].split(), "-p", str(self.ssh), f"{self.user}@127.0.0.1", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)

    def get(self, path: str, tls: bool = False, method: str = "GET", **headers: str) -> Answer:
        """What nginx answers, as it was sent."""
        connection: http.client.HTTPConnection
        if tls:
            trusting = ssl._create_unverified_context()
            connection = http.client.HTTPSConnection("127.0.0.1", self.https, timeout=10, context=trusting)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", self.http, timeout=10)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def page(self, path: str = "/") -> str:
        answer = self.get(path)
        assert answer.status == 200, (path, answer.status)
        return answer.body.decode()

    def main(self) -> str:
        return git(self.home, f"--git-dir={self.home}/course.git", "rev-parse", "main").strip()

    def live(self) -> str:
        """The name of the release that is live."""
        return (self.home / "www/current").resolve().name

    def until(self, there: Callable[[], bool], what: str) -> None:
        for _ in range(3000):
            if there():
                return
            time.sleep(0.02)
        raise AssertionError(f"it never came: {what}")

    def at_work(self, folder: str) -> Callable[[], bool]:
        """Whether a push has come so far that this folder is there: `course` is being built, `release` being packed."""
        return lambda: any((self.home / "work/builds" / folder).glob("*"))

    def processes(self) -> list[int]:
        """What runs for this place: hooks and all they started."""
        found = []
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and f"COURSE_HOME={self.home}\0" in (entry / "environ").read_text("utf-8"):
                    found.append(int(entry.name))
            except (OSError, UnicodeDecodeError):
                continue
        return found

    def git_env(self, *options: str) -> dict[str, str]:
        """What git is started with here, its SSH with more of its options."""
        env = self._env()
        return env | {"GIT_SSH_COMMAND": " ".join([env["GIT_SSH_COMMAND"], *(f"-o {option}" for option in options)])}

    def _env(self) -> dict[str, str]:
        plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
        plain["GIT_SSH_COMMAND"] = (
            f"ssh -F none -i {self.nginx}/key -o IdentitiesOnly=yes -o StrictHostKeyChecking=no "
            f"-o UserKnownHostsFile={self.nginx}/known -o LogLevel=ERROR -o BatchMode=yes"
        )
        return os.environ | plain | self.env


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@contextmanager
def running(home: Path | None = None, user: str | None = None, *more: str, strict: str = "no") -> Iterator[Server]:
    """A server, set up by deploy/setup, with nginx and sshd running, until the end; nothing of it is left."""
    need_packages()
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="course-server-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o755)
        server = Server(
            home or folder / "home", folder / "nginx", folder / "environments",
            free_port(), free_port(), free_port(), user or getpass.getuser(),
        )  # fmt: skip
        make_environment(server.environments / environment_name(ROOT))
        server.nginx.mkdir()
        (server.nginx / "sites-enabled").mkdir()
        (server.nginx / "nginx.conf").write_text(
            _NGINX.format(folder=server.nginx, user="user www-data;\n" if os.getuid() == 0 else "")
        )
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", server.nginx / "key"], check=True)
        done = server.setup("--key", f"{server.nginx}/key.pub", *more)
        assert done.returncode == 0, done.stdout + done.stderr
        subprocess.run(["nginx", "-c", server.nginx / "nginx.conf"], check=True, capture_output=True)
        stack.callback(_stop, server.nginx / "nginx.pid")
        _start_sshd(server, strict)
        stack.callback(_stop, server.nginx / "sshd.pid")
        yield server


def _start_sshd(server: Server, strict: str) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", server.nginx / "host"], check=True)
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    config = server.nginx / "sshd_config"
    config.write_text(
        f"Port {server.ssh}\nListenAddress 127.0.0.1\nHostKey {server.nginx}/host\nPidFile {server.nginx}/sshd.pid\n"
        f"AuthorizedKeysFile {server.home}/.ssh/authorized_keys\nPermitRootLogin prohibit-password\n"
        f"PasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\nStrictModes {strict}\n"
    )
    subprocess.run([shutil.which("sshd", path="/usr/sbin:/usr/bin") or "sshd", "-f", config], check=True)
    server.until((server.nginx / "sshd.pid").exists, "sshd")


def _stop(pid: Path) -> None:
    if pid.exists():
        os.kill(int(pid.read_text()), 15)
        for _ in range(200):
            if not pid.exists():
                return
            time.sleep(0.02)
