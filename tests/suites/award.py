#!/usr/bin/env python3
"""The commands award, districts and real-price as others call them: its answers beside golden files, its exit codes, and that a finding means no award. Prints
TAP."""
import json
import os
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
                      ("--what-if", "5.0..10.0", "--threshold", "8"),
                      ("--what-if", "5..11")):
        code, told, complaint = award("--marks", MARKS, *arguments)
        tap.say(f"{' '.join(arguments)} is wrong use", [] if code == 2 and complaint and not told else [code, told])
    code, _, complaint = award("--marks", "nowhere.csv")
    tap.say("a file that is not there", [] if code == 3 and complaint else [code])
    code, told, _ = run("award", "--scheme", "schemes/alphen.yaml", "--marks", MARKS)
    tap.say("a scheme without criteria awards nothing", [] if code == 1 and "criteria" in told else [code, told])


BIDS = ("bidder,area,score\nh1,stadsdeel-1,9\nh1,stadsdeel-2,9\nh1,stadsdeel-3,9\nh1,stadsdeel-4,9\nh2,stadsdeel-1,8\n"
        "h2,stadsdeel-2,7.5\nh2,stadsdeel-3,6\nh3,stadsdeel-3,7\nh3,stadsdeel-4,8.5\n")
STUCK = BIDS.replace("h1,stadsdeel-3,9\nh1,stadsdeel-4,9\n", "").replace("h3,", "h2,").replace("h2,stadsdeel-3,6\n", "")


def districts(folder, bids, *arguments, language="nl"):
    path = Path(folder, "bids.csv")
    path.write_text(bids, encoding="utf-8")
    code, told, complaint = run("districts", "--scheme", "schemes/lelystad.yaml", "--bids", path, *arguments,
                                env={**os.environ, "LC_ALL": language, "TMPDIR": str(folder)})
    return code, json.loads(told) if "--json" in arguments and told else told, complaint


def test_districts(tap, folder):
    code, told, complaint = districts(folder, BIDS, "--json")
    areas = {each["area"]: each["parties"] for each in told["plan"]}
    tap.say("the scheme's cap holds and every district is covered", [
        "" if code == 0 and told["optimal"] is True and told["value"] == 34.5 else told, "" if len(areas) == 4 else areas,
        "" if max(sum(name in parties for parties in areas.values()) for name in ("h1", "h2", "h3")) <= 2 else areas], ("LEL-17",))
    tap.say("it says what the next best plan lacks", [] if "0,5 minder" in told["why"][-1] else told["why"])
    code, told, _ = districts(folder, BIDS, "--json", "--max-per-party", "4")
    tap.say("another cap is another plan", [] if code == 0 and told["value"] == 36 and told["concentration"] == 10000 else [told])
    code, told, _ = districts(folder, BIDS, "--json", "--per-area", "2", "--max-per-party", "4")
    tap.say("each district gets so many", [] if code == 0 and {len(each["parties"]) for each in told["plan"]} == {2} else [told])
    code, told, _ = districts(folder, STUCK, "--json", "--max-per-party", "1")
    tap.say("what cannot be is said", [] if code == 1 and told["infeasible"] is True and "zodra h2 er 1 heeft" in told["why"][0]
            else [told], ("LEL-I3",))
    code, told, _ = districts(folder, STUCK, "--json", "--max-per-party", "1", language="en_GB.UTF-8")
    tap.say("also in English", [] if "has no bidder once h2 has 1" in told["why"][0] else [told])
    code, told, _ = districts(folder, BIDS.replace("stadsdeel-4", "stadsdeel-9"))
    tap.say("an unknown district is a finding", [] if code == 1 and "bids.csv:5: " in told else [told])
    code, told, complaint = districts(folder, BIDS, "--per-area", "0")
    tap.say("no parties at all is wrong use", [] if code == 2 and complaint else [told])
    code, _, complaint = run("districts", "--scheme", "schemes/lelystad.yaml", "--bids", Path(folder, "bids.csv"),
                             env={**os.environ, "PATH": str(folder)})
    tap.say("without the solver it says which package it needs", [] if code == 3 and "glpk-utils" in complaint else [complaint])
    tap.say("the solver leaves nothing behind", [name for name in os.listdir(folder) if name.startswith("thuisregie-solver")])


def test_price(tap, folder):
    example = Path("tests/award/real-price.yaml").read_text(encoding="utf-8")
    path = Path(folder, "price.yaml")
    code, told, _ = run("real-price", "--input", "tests/award/real-price.yaml", "--json")
    found = json.loads(told)
    tap.say("the example is its lines added up", [] if code == 0 and found["cents"] == 3488 == sum(
        line["cents"] for element in found["elements"] for line in element["lines"]) else [told])
    tap.say("the whole price", same_as_golden("real-price.json", told))
    path.write_text(example.replace("cents: 3500", "cents: 3400"), encoding="utf-8")
    code, told, _ = run("real-price", "--input", path, "--json")
    found = json.loads(told)
    tap.say("a tariff below it is a finding beside the sum", [] if code == 1 and found["enough"] is False and
            "0,88" in found["findings"][0]["words"] and found["findings"][0]["line"] else [told])
    path.write_text(example.replace("element: overhead", "element: indexation"), encoding="utf-8")
    code, told, _ = run("real-price", "--input", path)
    tap.say("without an element nothing is reckoned", [] if code == 1 and "overheadkosten" in told and "€" not in told else [told])


def main():
    tap = Tap()
    test_answers(tap)
    with tempfile.TemporaryDirectory() as folder:
        test_refused(tap, folder)
        test_districts(tap, folder)
        test_price(tap, folder)
    test_wrong_use(tap)
    return tap.end()


sys.exit(main())
