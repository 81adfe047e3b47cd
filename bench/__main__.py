"""`make bench`, or `python -m bench PART ...`: each part prints its own table. Without a part: starts and page weights."""

import argparse
import importlib
import os
import subprocess

PARTS = {
    "web": "starts and page weights (needs the web part and a browser)",
    "polis": "the method of Polis against red-dwarf 0.4.0 (needs the environment of the bench)",
    "groups": "the default method with its shuffles and retakes: time and memory",
    "patterns": "patterns in stories against a loop over the tests of scipy",
    "size": "cost against the number of people and of statements; draws docs/statistics/speed.svg",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="; ".join(f"{k}: {v}" for k, v in PARTS.items()))
    # One thread on both sides; read when numpy is first imported.
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    parts = parser.parse_args().part or ["web"]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    print(f"\nWerkplaats {commit}")
    for part in parts:
        importlib.import_module(f"bench.{part}").main()


if __name__ == "__main__":
    main()
