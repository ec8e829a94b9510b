#!/usr/bin/env python3
"""The command award as others call it: its answers beside golden files, its exit codes, and that a finding means no award. Prints TAP."""
import json
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Tap, run  # noqa: E402

SCHEME, MARKS, CLIENTS = "schemes/zwolle.yaml", "tests/award/zwolle.csv", "tests/award/clients.csv"
GOLDEN = TOP / "tests/golden/award"
HEADER = "bidder,lot,criterion,assessor,mark\n"
CRITERIA = ("client-centraal", "samenwerking", "visie", "uitvoering", "innovatie")


def award(*arguments):
    code, told, complaint = run("award", "--scheme", SCHEME, *arguments)
    return code, told, complaint


def rows(bidder, marks, assessors=("1",)):
    return "".join(f"{bidder},zwolle,{criterion},{assessor},{mark}\n"
                   for criterion, mark in zip(CRITERIA, marks) for assessor in assessors)


def same_as_golden(name, told):
    path = GOLDEN / name
    found = json.dumps(json.loads(told), indent=1, ensure_ascii=False) + "\n"
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if sys.argv[1:] == ["--write"]:
        path.write_text(found, encoding="utf-8")
        return []
    return [] if found == expected else [f"{name} differs; see it with tests/suites/award.py --write and git diff"]


def reckoned(threshold):
    """Who reaches a threshold on each criterion, reckoned here with fractions."""
    given = {}
    for line in (TOP / MARKS).read_text(encoding="utf-8").splitlines()[1:]:
        bidder, _, criterion, _, mark = line.split(",")
        given.setdefault(bidder, {}).setdefault(criterion, []).append(Fraction(mark))
    return [bidder for bidder, marks in given.items()
            if all(sum(each) / len(each) >= threshold for each in marks.values())]


def test_answers(tap):
    code, told, _ = award("--marks", MARKS, "--json")
    [lot] = json.loads(told)["lots"]
    tap.say("of 128 bids 29 remain", [] if (code, len(lot["awarded"]), len(lot["rejected"])) == (0, 29, 99) else [told],
            ("ZWO-55", "ZWO-50", "ZWO-I1"))
    tap.say("they are those that fractions name", [] if lot["awarded"] == reckoned(8) else [lot["awarded"]])
    tap.say("who is rejected was below on the criterion that is named", [
        each for each in lot["rejected"] if not each["mark"] < 8 or each["criterion"] not in CRITERIA or not each["why"]])
    tap.say("the whole answer", same_as_golden("zwolle.json", told))
    code, told, _ = award("--marks", MARKS, "--what-if", "5.0..10.0", "--clients", CLIENTS, "--json")
    steps = json.loads(told)["steps"]
    tap.say("a what-if has 51 steps", [] if code == 0 and len(steps) == 51 else [told], ("ZWO-54", "ZWO-I2"))
    tap.say("each step awards whom fractions award", [
        step["threshold"] for at, step in enumerate(steps) if step["awarded"] != len(reckoned(5 + Fraction(at, 10)))])
    tap.say("every client keeps a provider or moves", [
        step for step in steps if step["clients_kept"] + step["clients_moved"] != 3500])
    tap.say("the whole what-if", same_as_golden("what-if.json", told))


def test_refused(tap, folder):
    good = HEADER + rows("a", (8, 8, 8, 8, 8), "12") + rows("b", (9, 9, 9, 9, 7), "12")
    lines = good.splitlines(keepends=True)
    bad = {
        "a mark of 11": (good.replace("a,zwolle,visie,2,8", "a,zwolle,visie,2,11"), 7),
        "a missing assessor": ("".join(lines[:6] + lines[7:]), 6),
        "a bidder twice": (good + rows("a", (9, 9, 9, 9, 9), "12"), 22),
        "a lot without bids": (HEADER, 1),
        "an empty file": ("", 1),
        "an unknown criterion": (good.replace("visie", "visies"), 6),
        "an unknown lot": (good.replace("b,zwolle", "b,deventer"), 12),
    }
    for words, (text, line) in {"nothing": (good, None), **bad}.items():
        path = Path(folder, "marks.csv")
        path.write_text(text, encoding="utf-8")
        code, told, _ = award("--marks", path, "--json")
        found = json.loads(told)
        if line is None:
            tap.say("a right file is awarded", [] if code == 0 and found["lots"][0]["awarded"] == ["a"] else [told])
            continue
        tap.say(f"{words} is a finding with its line, and no award", [
            "" if code == 1 and "lots" not in found else told,
            "" if any(each["line"] == line and each["words"] for each in found["findings"]) else told])
        code, told, _ = award("--marks", path)
        tap.say(f"{words} in words", [] if code == 1 and f"marks.csv:{line}: " in told else [told])
    path.write_text("\ufeff" + good.replace(",", ";").replace(";8\n", ";8,0\n"), encoding="utf-8")
    code, told, _ = award("--marks", path, "--json")
    tap.say("a byte order mark, semicolons and decimal commas are no mistake",
            [] if code == 0 and json.loads(told)["lots"][0]["awarded"] == ["a"] else [told])


def test_wrong_use(tap):
    for arguments in (("--threshold", "11"), ("--threshold", "acht"), ("--rule", "some"), ("--what-if", "10..5"),
                      ("--what-if", "5..11")):
        code, told, complaint = award("--marks", MARKS, *arguments)
        tap.say(f"{' '.join(arguments)} is wrong use", [] if code == 2 and complaint and not told else [code, told])
    code, _, complaint = award("--marks", "nowhere.csv")
    tap.say("a file that is not there", [] if code == 3 and complaint else [code])
    code, told, _ = run("award", "--scheme", "schemes/alphen.yaml", "--marks", MARKS)
    tap.say("a scheme without criteria awards nothing", [] if code == 1 and "criteria" in told else [code, told])


def main():
    tap = Tap()
    test_answers(tap)
    with tempfile.TemporaryDirectory() as folder:
        test_refused(tap, folder)
    test_wrong_use(tap)
    return tap.end()


sys.exit(main())
