"""One change at a time on a server, also after the one before was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from coursekit.server.home import Home, alone

from tests.unit.golden import ROOT

_PUSH = """
from pathlib import Path
from coursekit.server.home import alone, read_home, run
home = read_home(Path.cwd())
with alone(home, lambda: None):
    run(["sh", "-c", "(sleep 0.5; touch done) & touch started; wait"], home.folder)
"""


def test_what_a_killed_push_had_started_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(f'address = "x"\nenvironments = "{tmp_path}"\nkeep = 10\n')
    env = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    with subprocess.Popen([sys.executable, "-c", _PUSH], cwd=tmp_path, env=env) as push:
        while not (tmp_path / "started").exists():
            assert push.poll() is None
            time.sleep(0.01)
        push.send_signal(signal.SIGKILL)
        push.wait()
    waited: list[str] = []
    with alone(Home(tmp_path, "x", tmp_path, 10), lambda: waited.append("told")):
        assert (tmp_path / "done").exists()
    assert waited == ["told"]
    with alone(Home(tmp_path, "x", tmp_path, 10), lambda: waited.append("told again")):
        assert waited == ["told"]
