"""A real Werkplaats in a process of its own, on a free port, with a data folder of its own."""

import os
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

REPOSITORY = Path(__file__).parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Running:
    """`start()` and `stop()` may be repeated: the data stays."""

    home: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def env(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("WERKPLAATS_", "DJANGO_"))}
        return kept | {
            "WERKPLAATS_DATA": str(self.data),
            "WERKPLAATS_KEY_DIR": str(self.home / "keys"),
            "WERKPLAATS_PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
        }

    def start(self, seconds: float = 60) -> "Running":
        self.home.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "werkplaats", "serve"], cwd=REPOSITORY, env=self.env, stdout=log, stderr=log
            )
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise RuntimeError(f"serve stopped:\n{self.log.read_text()}")
            try:
                httpx.get(self.url + "/begin/", timeout=5)
                return self
            except httpx.TransportError:
                time.sleep(0.05)
        raise RuntimeError(f"serve does not answer:\n{self.log.read_text()}")

    def stop(self) -> int:
        """Ends the server as Ctrl+C would; returns its exit code."""
        if self.process is None:
            return 0
        self.process.terminate()
        code = self.process.wait(15)
        self.process = None
        return code

    def command(self, *arguments: str, **options) -> subprocess.CompletedProcess:
        """Runs `werkplaats ARGUMENTS` on the same data."""
        return subprocess.run(
            [sys.executable, "-m", "werkplaats", *arguments],
            cwd=REPOSITORY,
            env=self.env,
            capture_output=True,
            text=True,
            check=options.pop("check", True),
            **options,
        )

    def link(self) -> str:
        """A fresh one-time link that signs the coordinator of the example network in."""
        return re.search(r"http\S+/begin/#\S+", self.command("begin").stdout)[0]


@pytest.fixture(scope="session")
def assets():
    """Fonts, CSS and scripts as the server sends them."""
    subprocess.run(["make", "-s", "build/.static"], cwd=REPOSITORY, check=True, capture_output=True)


@pytest.fixture(scope="session")
def server(assets, tmp_path_factory):
    """One Werkplaats for the whole run; tests make gatherings of their own in it."""
    running = Running(tmp_path_factory.mktemp("werkplaats")).start()
    yield running
    running.stop()


@pytest.fixture
def own_server(assets, tmp_path):
    """A Werkplaats for this test alone: it may be stopped, killed, and its files read."""
    running = Running(tmp_path).start()
    yield running
    running.stop()
