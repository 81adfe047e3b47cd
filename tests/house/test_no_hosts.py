"""No lock file, log or page names a package host, a mirror, or a path of someone's machine."""

import re
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
HOSTS = re.compile(
    r"pypi\.|pythonhosted|registry\.(npmjs|yarnpkg)|npmmirror|artifactory|jsdelivr|unpkg|googleapis|gstatic"
    r"|\"resolved\"\s*:|--(extra-)?index-url|--find-links"
)
MACHINE = re.compile(r"(?<![\w.])/(root|home/\w+|Users/\w+|work)/")
HERE = Path(__file__).relative_to(REPOSITORY)


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        path = REPOSITORY / name
        if Path(name) != HERE and path.is_file() and path.stat().st_size < 2_000_000:
            try:
                yield name, path.read_text()
            except UnicodeDecodeError:
                continue


def test_nothing_names_a_package_host_or_a_machine():
    found = [name for name, text in tracked() if HOSTS.search(text) or MACHINE.search(text)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        '"resolved": "https://somewhere/x.tgz"',
        "--index-url https://somewhere",
        '<link href="https://fonts.googleapis.com/css">',
    ],
)
def test_a_host_is_caught(line):
    assert HOSTS.search(line)


@pytest.mark.parametrize("line", ["see /root/x", "in /home/anna/x", "at /work/x"])
def test_a_machine_is_caught(line):
    assert MACHINE.search(line)


def test_requirements_are_hashed():
    for path in (REPOSITORY / "requirements").glob("*.txt"):
        lines = [line for line in path.read_text().splitlines() if line and not line.startswith((" ", "#"))]
        assert lines
        assert [line for line in lines if "==" not in line or not line.endswith("\\")] == [], path.name
