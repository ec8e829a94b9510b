#!/usr/bin/env python3
"""A year in money: the spreadsheet is opened here by its parts and says what the command settle says; what looks like a formula is a
text; and nothing that grants can ask what is left of a budget. Prints TAP."""
import io
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Server, Tap, Visitor, demo, run  # noqa: E402

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MONEY = re.compile(r"\b(funding_|budget_run|budget_spent|ceiling_)")


def sheet(file, number):
    """The rows of a sheet: texts, and numbers as cents."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        shared = ["".join(node.itertext()) for node in ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))]
        tree = ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
    formulas = len(list(tree.iter(f"{MAIN}f")))
    return [[shared[int(cell.find(f"{MAIN}v").text)] if cell.get("t") == "s" else round(float(cell.find(f"{MAIN}v").text) * 100)
             for cell in row] for row in tree.iter(f"{MAIN}row")], formulas


def wrong_totals(parties):
    """What the parts say is what the whole says, and areas are the balance to the cent."""
    return [party["party"] for party in parties
            if sum(area["due_cents"] for area in party["areas"]) != party["due_cents"]
            or sum(area["balance_cents"] for area in party["areas"]) != party["balance_cents"]
            or party["party_bears_cents"] + party["municipality_bears_cents"] != party["result_cents"]
            or party["balance_cents"] != party["due_cents"] - party["paid_cents"] or not party["because"]]


def test_settle(tap, database):
    told = run("settle", "--database", database, "--scheme", "lelystad", "--year", 2015, "--json")[1]
    parties = json.loads(told)["parties"]
    tap.say("areas, and who bears what, are the whole to the cent", wrong_totals(parties), ("LEL-14",))
    with closing(sqlite3.connect(database)) as base:
        facts = {fact: kind for fact, kind in base.execute("SELECT fact, kind FROM journal_fact")}
    first = parties[0]
    kinds = {name: facts.get(first["facts"][name]) for name in ("budget", "statement", "settlement")}
    tap.say("every figure is followed to its facts", [] if kinds == {"budget": "budget_run_made", "statement": "year_stated",
            "settlement": "settlement_made"} and facts.get(first["facts"]["advances"]["first"]) == "payment_made" else [kinds])
    again = run("settle", "--database", database, "--scheme", "lelystad", "--year", 2015, "--json")[1]
    tap.say("the same facts give the same bytes", [] if again == told else [again], ("LEL-I5",))
    for arguments, code in ((("--scheme", "niets", "--year", 2015), 2), (("--scheme", "lelystad", "--year", 1999), 1),
                            (("--scheme", "lelystad", "--year", "x"), 2), (("--scheme", "lelystad"), 2)):
        answered = run("settle", "--database", database, *arguments)[0]
        tap.say(f"settle {' '.join(map(str, arguments))} ends with {code}", [] if answered == code else [answered])
    return parties


def test_files(tap, visitor, parties):
    status, headers, file = visitor.ask("GET", "/budgets/year.xlsx?year=2015")
    rows, formulas = sheet(file, 1)
    ends, _ = sheet(file, 2)
    tap.say("a spreadsheet has the amounts of the command", [
        "" if status == 200 and "attachment" in headers.get("Content-Disposition", "") else headers,
        "" if [row[3] for row in rows if row[0] == "partij"] == [party["commitment_cents"] for party in parties] else rows,
        "" if [row[3] for row in ends[1:]] == [party["due_cents"] for party in parties] else ends])
    texts = [cell for row in rows for cell in row if isinstance(cell, str)]
    tap.say("what looks like a formula is a text with an apostrophe", [
        "" if "'=1+1" in texts else texts, "formulas" if formulas else "", "" if not any(text[:1] in "=+@" for text in texts) else texts])
    body = visitor.ask("GET", "/budgets/year.csv?year=2015")[2].decode()
    tap.say("so it is among values with commas", [] if "\"'=1+1\"" in body and '"=' not in body else [body])
    same = visitor.ask("GET", "/budgets/year.xlsx?year=2015")[2]
    tap.say("the same year is the same file", [] if same == file else ["it differs"])


def test_claims(tap, folder):
    """By the unit: what is due is what was approved."""
    database, out = f"{folder}/claims.sqlite", f"{folder}/claims"
    Path(out).mkdir()
    Path(f"{folder}/answers").mkdir()
    demo(database, 100, "--scheme", "alphen")
    settle = ("settle", "--database", database, "--scheme", "alphen", "--year", 2022, "--json")
    run("exchange", "--database", database, "--in", out, "--out", f"{folder}/answers")
    run("claims", "make", "--database", database, "--month", "2022-04", "--lines", 300, "--out", out)
    run("exchange", "--database", database, "--in", out, "--out", f"{folder}/answers")
    parties = json.loads(run(*settle)[1])["parties"]
    with closing(sqlite3.connect(database)) as base:
        claims = {party: (claimed, granted) for party, claimed, granted in base.execute(
            "SELECT party, SUM(claimed), SUM(granted) FROM claim_claim GROUP BY party")}
    by_unit = [party for party in parties if party["form"] == "price_quantity"]
    tap.say("what is due by the unit is what was approved", [
        "" if sum(party["due_cents"] for party in by_unit) > 0 else claims,
        *[party for party in by_unit if party["due_cents"] != party["approved_cents"]
          or (party["claimed_cents"], party["approved_cents"]) != claims.get(party["party"], (0, 0))], *wrong_totals(parties)], ("ZWO-132",))


def test_no_way_back(tap):
    """Promise 5: what grants, assigns and begins care cannot see a budget, whatever it would do with it."""
    asked = [f"{path.relative_to(TOP)}:{number}" for corner in ("practice", "common") for path in sorted((TOP / "src" / corner).rglob("*.*"))
             if path.suffix in (".c", ".h", ".sql") and not path.name.endswith("_test.c")
             for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if MONEY.search(line) and "include" not in line]
    allowed = [place for place in asked if not place.startswith(("src/common/scheme/", "src/common/access/"))]
    tap.say("nothing in practice asks a budget or a ceiling", allowed, ("ZWO-78",))
    rows = (TOP / "src/app/reactions.c").read_text(encoding="utf-8")
    follows = re.findall(r"\{ &(?:budget_spent|ceiling_signalled)_kind, &(\w+)_kind", rows)
    tap.say("a ceiling brings a signal for a talk and nothing else", [] if follows == ["ceiling_signalled"] else [follows], ("ZWO-78",))


def main():
    tap = Tap()
    test_no_way_back(tap)
    with tempfile.TemporaryDirectory() as folder:
        test_claims(tap, folder)
        database = f"{folder}/money.sqlite"
        accounts = demo(database, 30, "--scheme", "lelystad")
        parties = test_settle(tap, database)
        with closing(sqlite3.connect(database)) as base:
            base.execute("UPDATE scheme_version SET text = replace(text, 'label: Stadsdeel 1 (naam niet bekend)', 'label: =1+1')")
            base.commit()
        with Server(database) as server:
            test_files(tap, Visitor.log_in(server.port, "fons", accounts["fons"][0]), parties)
            server.stop()
    return tap.end()


sys.exit(main())
