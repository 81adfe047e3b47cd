"""The two commands on a bare machine: what `make` says when something lacks, and what it must not undo."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent


def program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def make(folder, *arguments, **environment):
    env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "WERKPLAATS_"))}
    env |= environment
    return subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True, env=env)


@pytest.fixture
def clone(tmp_path):
    """A copy of the Makefile with an environment whose uv only notes what it is asked."""
    shutil.copy(REPOSITORY / "Makefile", tmp_path)
    (tmp_path / "werkplaats").mkdir()
    (tmp_path / "requirements").mkdir()
    for name in ("uv", "run", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").touch()
    program(tmp_path / ".venv/bin/uv", f'echo "$@" >> {tmp_path}/asked')
    for stamp in (".made", ".uv"):
        (tmp_path / ".venv" / stamp).touch()
    return tmp_path


def asked(folder):
    lines = (folder / "asked").read_text().splitlines() if (folder / "asked").exists() else []
    (folder / "asked").unlink(missing_ok=True)
    return [line.split()[-1] for line in lines]


def test_an_old_python_is_told(tmp_path):
    shutil.copy(REPOSITORY / "Makefile", tmp_path)
    program(tmp_path / "old", "exit 1")
    told = make(tmp_path, ".venv/.made", "PYTHON=./old")
    assert told.returncode != 0
    assert "Python 3.11 or newer" in told.stdout


def test_a_python_without_venv_is_told_what_to_install(tmp_path):
    shutil.copy(REPOSITORY / "Makefile", tmp_path)
    program(tmp_path / "bare", 'case "$2" in *ensurepip*) exit 1 ;; esac')
    told = make(tmp_path, ".venv/.made", "PYTHON=./bare")
    assert told.returncode != 0
    assert "sudo apt install python3-venv" in told.stdout


def test_a_first_run_takes_what_running_needs(clone):
    make(clone, ".venv/.run")
    assert asked(clone) == ["requirements/run.txt"]
    make(clone, ".venv/.run")
    assert asked(clone) == []


def test_a_run_after_a_test_keeps_the_development_packages(clone):
    make(clone, ".venv/.dev")
    assert asked(clone) == ["requirements/dev.txt"]
    make(clone, ".venv/.run")
    assert asked(clone) == []
    later = (clone / ".venv/.dev").stat().st_mtime + 5
    for name in ("run", "dev"):
        os.utime(clone / "requirements" / f"{name}.txt", (later, later))
    make(clone, ".venv/.run")
    assert asked(clone) == ["requirements/dev.txt"]


def test_every_package_that_runs_is_in_the_development_lock_at_the_same_version():
    def pinned(name):
        lines = (REPOSITORY / "requirements" / f"{name}.txt").read_text().splitlines()
        return dict(line.split(" ")[0].split("==") for line in lines if "==" in line and not line.startswith(" "))

    run, dev = pinned("run"), pinned("dev")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize(
    ("typed", "environment", "taken"),
    [
        ([], {}, "8000 127.0.0.1 data"),
        (["PORT=8001", "HOST=0.0.0.0", "DATA=/tmp/x"], {}, "8001 0.0.0.0 /tmp/x"),
        ([], {"HOST": "laptop", "PORT": "80", "DATA": "/"}, "8000 127.0.0.1 data"),
        ([], {"WERKPLAATS_PORT": "8002"}, "8002 127.0.0.1 data"),
        (["PORT=8001"], {"WERKPLAATS_PORT": "8002", "PORT": "80"}, "8001 127.0.0.1 data"),
    ],
)
def test_what_is_typed_wins_and_a_shells_own_names_do_not_count(tmp_path, typed, environment, taken):
    shutil.copy(REPOSITORY / "Makefile", tmp_path)
    show = "show:;@echo $$WERKPLAATS_PORT $$WERKPLAATS_HOST $$WERKPLAATS_DATA"
    told = make(tmp_path, "--eval", show, "show", *typed, **environment)
    assert told.stdout.strip() == taken
