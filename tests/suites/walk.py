#!/usr/bin/env python3
"""Runs the commands of docs/howto/walk-the-road.md as a newcomer would, on SQLite and on PostgreSQL.

A block of shell is followed by what it prints; the sign for "and so on" there stands for anything.
"""
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import PROGRAM, Tap  # noqa: E402

DOCUMENT = TOP / "docs/howto/walk-the-road.md"
SCHEMAS = Path(os.environ.get("SHARED", TOP / "../shared")) / "iwmo/xsd"
BLOCK = re.compile(r"^```sh\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", re.M | re.S)
HEADING = re.compile(r"^## (.*)$", re.M)
MARK = "--- the end of a block ---"
SECONDS = 120


def blocks(document):
    """(the heading above it, the commands, what they print or None) of each block."""
    for match in BLOCK.finditer(document):
        yield HEADING.findall(document[:match.start()])[-1], match[1], match[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def script_of(found, settings):
    """All blocks as one script; the settings take the place of the document's own."""
    script = "set -eu\n"
    for _, commands, _ in found:
        for name, value in settings.items():
            commands = re.sub(rf"^{name}=.*$", f"{name}='{value}'", commands, flags=re.M)
        script += commands.replace("build/thuisregie", PROGRAM) + f"echo; echo '{MARK}'\n"
    return script


def run(script):
    """(what each block printed, what it complained about); ends what the script leaves behind."""
    process = subprocess.Popen(["bash", "-c", script], cwd=TOP, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        said, complained = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        said, complained = process.communicate()
        complained += f"it took more than {SECONDS} seconds"
    try:
        os.killpg(process.pid, signal.SIGTERM)
    except ProcessLookupError:
        pass
    return said.split(MARK)[:-1], complained


def prints(said, expected):
    pattern = ".*".join(re.escape(part) for part in expected.strip().split("…"))
    return re.fullmatch(pattern, said.strip(), re.S)


def invalid(folder):
    """What the schemas have against the messages that left."""
    for path in sorted(Path(folder, "out").glob("*.xml")):
        kind = re.search(r"WMO3\d\d", path.read_text(encoding="utf-8"), re.I)
        schema = SCHEMAS / f"{kind[0].upper()}.xsd" if kind else None
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, path], capture_output=True, text=True,
                              check=False) if kind else None
        if done is None or done.returncode != 0:
            yield f"{path.name}: {done.stderr if done else 'is no message'}"


def walk(tap, label, folder, database):
    found = list(blocks(DOCUMENT.read_text(encoding="utf-8")))
    said, complained = run(script_of(found, {"PORT": free_port(), "FOLDER": folder, "DATABASE": database}))
    for number, (heading, _, expected) in enumerate(found):
        words = f"{heading}, block {number + 1} ({label})"
        if number >= len(said):
            tap.say(words, [f"it did not come to an end: {complained}"])
        else:
            tap.say(words, [] if prints(said[number], expected or "") else [f"it printed: {said[number]}", complained])
    if SCHEMAS.is_dir():
        tap.say(f"what left is valid ({label})", invalid(folder))
    else:
        tap.skip(f"what left is valid ({label})", "the schemas are not here")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as top:
        walk(tap, "sqlite", f"{top}/sqlite", f"{top}/sqlite/walk.sqlite")
        if os.environ.get("TEST_POSTGRES"):
            walk(tap, "postgres", f"{top}/postgres", os.environ["TEST_POSTGRES"])
        else:
            tap.skip("the road on PostgreSQL", "TEST_POSTGRES is not set")
    return tap.end()


sys.exit(main())
