"""Claims: the exchange that reads, judges, books and answers them, and xmllint that only looks at their structure.

The schemas of the standard lie beside this folder in ../shared/iwmo/xsd, or in SHARED/iwmo/xsd. Without them xmllint reads
the file without a schema, and the line says so.
"""
import os
import shutil
import subprocess
import time
from pathlib import Path

import service

MONTH = "2023-04"
SCHEMAS = Path(os.environ.get("SHARED", service.TOP / "../shared")) / "iwmo/xsd"


def timed(command):
    """(milliseconds, MiB at most) of a command."""
    began = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command}: {process.stderr.read()}")
    return 1000 * (time.monotonic() - began), usage.ru_maxrss / 1024


class Town:
    """A register with claims that were made and not brought yet."""

    def __init__(self, folder, lines, database=None):
        self.folder, self.lines = Path(folder), lines
        self.folder.mkdir()
        self.database = database or str(self.folder / "town.sqlite")
        service.demo(self.database, 60, "--scheme", "westerkwartier")
        for name in ("in", "out", "made"):
            (self.folder / name).mkdir()
        self.run("exchange", "--in", self.folder / "in", "--out", self.folder / "out")
        began = time.monotonic()
        self.run("claims", "make", "--month", MONTH, "--lines", lines, "--out", self.folder / "made")
        self.made_seconds = time.monotonic() - began
        self.files = sorted((self.folder / "made").glob("*.xml"))

    def run(self, *command):
        code, _, complaint = service.run(command[0], *(command[1:2] if command[0] == "claims" else ()), "--database", self.database,
                                         *command[2 if command[0] == "claims" else 1:])
        if code:
            raise RuntimeError(complaint)

    def book(self):
        """(milliseconds, MiB): all files, each in its transaction, with their answers."""
        for path in self.files:
            shutil.copy(path, self.folder / "in" / path.name)
        return timed([service.PROGRAM, "exchange", "--database", self.database, "--in", self.folder / "in", "--out", self.folder / "out"])


class Booking:
    def __init__(self, folder, sizes, say, ratios):
        self.folder, (self.lines, self.growth), self.say, self.ratios = folder / "booking", sizes, say, ratios
        self.folder.mkdir()
        schema = SCHEMAS / "WMO323.xsd"
        self.schema = ["--schema", schema] if schema.exists() else []

    def xmllint(self, path):
        return timed(["xmllint", *self.schema, "--stream", "--noout", path])[0]

    def measure(self, pairs):
        self.say(f"\nClaims: {self.lines:,} lines in one message")
        ours, theirs, peaks = [], [], []
        for number in range(pairs):
            town = Town(self.folder / f"one-{number}", self.lines)
            theirs.append(self.xmllint(town.files[0]))
            took, peak = town.book()
            ours.append(took)
            peaks.append(peak)
            size = town.files[0].stat().st_size / 1024 / 1024
            shutil.rmtree(town.folder)
        self.say(f"all levels, booked in SQLite with full durability, answered ({size:.1f} MiB)", ours, "ms")
        self.say("xmllint --stream" + ("" if self.schema else " without a schema: a stand-in"), theirs, "ms")
        self.say("ours / xmllint", self.ratios(ours, theirs), "", 2)
        self.say("memory at most", peaks, "MiB")
        self.postgres(pairs)
        for lines in self.growth:
            self.grow(lines)

    def postgres(self, pairs):
        url = os.environ.get("TEST_POSTGRES")
        if not url:
            self.say("  in PostgreSQL: TEST_POSTGRES names no empty database, so not measured")
            return
        town = Town(self.folder / "postgres", self.lines, url)
        self.say("the same in PostgreSQL, once", [town.book()[0]], "ms")

    def grow(self, lines):
        town = Town(self.folder / f"grow-{lines}", lines)
        took, peak = town.book()
        self.say(f"{lines:,} lines in {len(town.files)} files: made", [town.made_seconds], "s", 1)
        self.say("booked and answered", [took / 1000], "s", 2)
        self.say("a second", [lines / took * 1000], "lines")
        self.say("memory at most", [peak], "MiB")
        shutil.rmtree(town.folder)
