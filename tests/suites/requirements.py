#!/usr/bin/env python3
"""A row of data/requirements.csv counts as shown only by an assertion that ran and passed."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(TOP / "tests/http"), str(TOP / "tests/support")]
from case import read_cases  # noqa: E402
from service import PROGRAM, Tap  # noqa: E402
from shown import Shown, rows, split_marks  # noqa: E402
from tap import Job, count  # noqa: E402

ROW_COUNT = 352
NAMES = ("ALP", "ZWO", "TOM", "LEL", "WES", "X")
# What a program said, and what counts of it.
SAID = (
    ("a mark in a test that passes", "# shows ALP-1 ALP-2\nok 1 - a\n1..1", [("t: a", "ALP-1"), ("t: a", "ALP-2")], 0),
    ("a mark in a test that fails", "# shows ALP-1\nnot ok 1 - a\n1..1", [], 1),
    ("a mark of the test before is not of this one", "# shows ALP-1\nnot ok 1 - a\nok 2 - b\n1..2", [], 1),
    ("a mark in a test that is skipped", "# shows ALP-1\nok 1 - a # SKIP no\n1..1", [], 0),
    ("a mark behind the last test", "ok 1 - a\n# shows ALP-1\n1..1", [], 0),
    ("a mark of a program that died", "1..1\n# shows ALP-1\n", [], 1),
    ("a row that does not exist", "# shows ALP-1 ALP-99\nok 1 - a\n1..1", [("t: a", "ALP-1")], 1),
)


def test_rows(tap):
    known = rows()
    tap.say(f"there are {ROW_COUNT} rows, each once", [] if len(known) == len(set(known)) == ROW_COUNT else [len(known)])
    order = [NAMES.index(row.partition("-")[0]) for row in known]
    tap.say("they stand in the order of the sources", [] if order == sorted(order) else [known])


def test_honest(tap):
    """No mark of a C test sits on an assertion that cannot fail."""
    empty = re.compile(r'SHOWS\([^,]+,\s*assert_(?:true\((?:true|1)\)|false\((?:false|0)\))')
    sources = [path for path in sorted((TOP / "src").rglob("*_test.c")) if empty.search(path.read_text(encoding="utf-8"))]
    tap.say("no mark sits on what is always true", sources)


def test_said(tap):
    for words, said, shown, failures in SAID:
        outcome = count(Job("t", []), 0, said)
        is_right = sorted(outcome.shown) == sorted(shown) and len(outcome.failures) == failures
        tap.say(words, [] if is_right else [outcome])


def outcome_of(job, said):
    return count(Job(job, []), 0, said)


def test_file(folder, tap):
    path = folder / "shown"

    def written(suites, *outcomes):
        shown = Shown()
        for suite, outcome in outcomes:
            shown.add(suite, outcome)
        shown.write(suites, path)
        return path.read_text(encoding="utf-8")

    first = written(("unit", "http"), ("unit", outcome_of("t", "# shows ZWO-1 ALP-2\nok 1 - a\n")),
                    ("http", outcome_of("h (sqlite)", "# shows X-1\nok 1 - c (sqlite)\n")))
    wanted = "ALP-2\tunit\tt: a\nZWO-1\tunit\tt: a\nX-1\thttp\th: c\n"
    tap.say("a run writes its lines in the order of the rows", [] if first == wanted else [first])
    second = written(("unit",), ("unit", outcome_of("t", "# shows ALP-2\nok 1 - a\n")))
    wanted = "ALP-2\tunit\tt: a\nX-1\thttp\th: c\n"
    tap.say("a run of one suite takes the place of that suite's lines", [] if second == wanted else [second])
    third = written(("unit",), ("unit", outcome_of("t", "# shows ALP-2\nnot ok 1 - a\n")))
    tap.say("a test that fails takes its lines away", [] if third == "X-1\thttp\th: c\n" else [third])
    fourth = written(("http",), ("http", outcome_of("h (sqlite)", "# shows X-1\nok 1 - c (sqlite)\n")),
                     ("http", outcome_of("h (postgres)", "not ok 1 - c (postgres)\n")))
    tap.say("passing on one database and failing on the other is failing", [] if fourth == "" else [fourth])


def test_cases(folder, tap):
    path = folder / "marks.case"
    path.write_text("case marks\nGET /\nstatus 200 [ALP-1, X-1]\nhas words [ALP-2]\nhas [not-a-mark]\n", encoding="utf-8")
    [case] = read_cases(path)
    tap.say("a case has the marks of its expectations", [] if case.marks() == ["ALP-1", "X-1", "ALP-2"] else [case])
    wanted = [("status", "200"), ("has", "words"), ("has", "[not-a-mark]")]
    found = [(verb, words) for _, verb, words in case.steps[0].wanted]
    tap.say("and expects what stands before them", [] if found == wanted else [found])
    tap.say("brackets around no row are text", [] if split_marks("a [b]") == ("a [b]", ()) else [split_marks("a [b]")])


# A story that is right but for its last line, and what is said of it.
STORY = "# Een\n\n## Twee\n\nOp 2018-06-01\nWat staat er in de regeling?\n  er zijn 4 gebieden [LEL-18]\n"
BAD_STORIES = (
    ("an unknown step", "Er gebeurt iets\n", "this sentence is not known"),
    ("an unknown expectation", "  er gebeurt iets\n", "this sentence is not known"),
    ("a mark without an expectation", "Op 2018-06-01 [LEL-18]\n", "a mark belongs to something that must be true"),
    ("a truth that is not true", "  er zijn 5 gebieden\n", "there are 4"),
    ("a step that fails", "Opdracht check nowhere\n", "cannot open nowhere"),
    ("a key that no item has", "  bij gebied stadsdeel-1 staat kleur rood\n", "there is no kleur in name"),
)


def test_scenarios(folder, tap):
    path = folder / "lelystad" / "story.txt"
    path.parent.mkdir()

    def play(words):
        path.write_text(words, encoding="utf-8")
        done = subprocess.run([TOP / "tests/scenarios/run", path], capture_output=True, text=True, check=False, cwd=TOP,
                              env={**os.environ, "TEST_DATABASE": str(folder / "unused.sqlite")})
        return done.returncode, done.stdout

    code, told = play(STORY)
    tap.say("a scenario that is true shows its rows", [] if code == 0 and "\n# shows LEL-18\nok" in f"\n{told}" else [told])
    for words, line, complaint in BAD_STORIES:
        code, told = play(STORY + line)
        tap.say(f"{words} fails a scenario", [] if code == 1 and complaint in told and "shows" not in told else [told])


def test_program(folder, tap):
    program = Path(shutil.copy(PROGRAM, folder / "program"))
    lines = folder / "program.shown"

    def ask(*arguments):
        done = subprocess.run([program, "requirements", *arguments], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def say(words, is_right, *told):
        tap.say(words, [] if is_right else told)

    code, told, complaint = ask("--json")
    found = json.loads(told)["rows"]
    say("without a run no row is shown, and it says so", code == 0 and "./check" in complaint and
        [row["id"] for row in found] == rows() and not any(row["tests"] for row in found), code, told, complaint)
    say("each row has its words", all(row["words"].endswith(".") for row in found), told)
    lines.write_text("ALP-2\tunit\tt: a\nALP-2\tsanitized\tt: a\nALP-2\thttp\th: c\n", encoding="utf-8")
    code, told, complaint = ask("--json")
    shown = {row["id"]: row["tests"] for row in json.loads(told)["rows"] if row["tests"]}
    say("a test is named once", (code, shown, complaint) == (0, {"ALP-2": ["t: a", "h: c"]}, ""), code, shown, complaint)
    code, told, _ = ask("--json", "--missing")
    missing = [row["id"] for row in json.loads(told)["rows"]]
    say("--missing names the others", code == 0 and missing == [row for row in rows() if row != "ALP-2"], code, told)
    code, told, _ = ask("--missing")
    say("the table counts", code == 0 and told.endswith(f"\n1 of {ROW_COUNT} rows are shown by a test.\n"), code, told)
    for words, bad in (("a row that does not exist", "ALP-99\tunit\ta\n"), ("a line without a test", "ALP-1\tunit\n"),
                       ("a line with more", "ALP-1\tunit\ta\tb\n")):
        lines.write_text(bad, encoding="utf-8")
        code, told, complaint = ask()
        say(f"{words} is no line of ours", code == 3 and complaint and not told, code, told, complaint)


def main():
    tap = Tap()
    test_rows(tap)
    test_honest(tap)
    test_said(tap)
    with tempfile.TemporaryDirectory() as name:
        test_file(Path(name), tap)
        test_cases(Path(name), tap)
        test_scenarios(Path(name), tap)
        test_program(Path(name), tap)
    return tap.end()


sys.exit(main())
