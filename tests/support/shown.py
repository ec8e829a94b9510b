"""Which test showed which row of data/requirements.csv.

A test says `# shows ALP-31 ALP-32` for an assertion that passed, before its own line "ok"; it counts when that line
follows. The program reads what was counted from a file beside itself: a row, the suite and the test on each line.
"""
import re
from pathlib import Path

ROWS, FILE = Path("data/requirements.csv"), Path("build/thuisregie.shown")
LINE = re.compile(r"^# shows (.*)$")
ID = r"(?:ALP|ZWO|TOM|LEL|WES|X)-I?\d+"
MARK = re.compile(rf"(.*\S)\s+\[({ID}(?:, {ID})*)\]$")
DATABASE = re.compile(r" \((?:sqlite|postgres)\)")


def rows():
    """The ids, in order."""
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    return [line.partition(",")[0] for line in lines[1:]]


def split_marks(text):
    """('status 422', ('ZWO-43',)) of 'status 422 [ZWO-43]'."""
    found = MARK.fullmatch(text)
    return (found[1], tuple(found[2].split(", "))) if found else (text, ())


def mark_line(ids):
    """What a test prints for an assertion that passed."""
    return f"# shows {' '.join(ids)}"


def test_name(job, words):
    """The same on both databases, so that failing on one is failing."""
    return DATABASE.sub("", f"{job}: {words}")


class Shown:
    """(row, suite, test) of the tests that passed, and the names of those that failed."""

    def __init__(self):
        self.found, self.failed = set(), set()

    def add(self, suite, outcome):
        self.found |= {(row, suite, test) for test, row in outcome.shown}
        self.failed |= set(outcome.failed)

    def write(self, suites, path=FILE):
        """Takes the place of the lines of these suites; what failed has none in any suite."""
        kept = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        kept = {tuple(line.split("\t")) for line in kept}
        found = self.found | {line for line in kept if line[1] not in suites}
        order = {row: number for number, row in enumerate(rows())}
        lines = sorted((line for line in found if line[2] not in self.failed and line[0] in order),
                       key=lambda line: (order[line[0]], line[2], line[1]))
        path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
