#!/usr/bin/env python3
"""A sealed mark is read by nobody but its assessor: not through any route as any role, nor in the database, its state or its logs; a
what-if by nobody before the freeze. And what is published of the tender, out and in again. Prints TAP."""
import csv
import io
import json
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from service import TOP, Server, Tap, Visitor, demo, run, unclean  # noqa: E402

TENDER, DAY = "ronde-1", "2019-03-04"
CRITERIA = ("client-centraal", "samenwerking", "visie", "uitvoering", "innovatie")
ASSESSORS = ("coen", "dirk", "bente")
MARKS = (9, 8.5, 8, 7.5, 6, 9)
SECRET = "Zqgeheime reden"
ROUTE = re.compile(r'\{ HTTP_GET, "([^"]+)"')
SCHEMA = Path(os.environ.get("THUISREGIE_OCDS", TOP.parent / "shared/ocds/eu-profile"))


def get(visitor, path):
    """(status, body)"""
    status, _, body = visitor.ask("GET", path)
    return status, body.decode(errors="replace")


def bring(visitor, kind, **fields):
    """The number of the fact, or what was found."""
    status, _, body = visitor.ask("POST", f"/api/facts/{kind}", json.dumps(fields), {"Content-Type": "application/json"})
    return json.loads(body)["id"] if status == 201 else body.decode()


def routes():
    """Every GET route, with this tender and what it has where a path names one."""
    for path in ROUTE.findall((TOP / "src/app/routes.c").read_text(encoding="utf-8")):
        yield path.replace("{tender}", TENDER)


def bids_of(visitor):
    _, body = get(visitor, f"/tenders/{TENDER}/marks")
    return [int(number) for number in re.findall(r'id="mark_(\d+)"', body)]


def files_with(folder, secret):
    return [str(path) for path in sorted(folder.rglob("*")) if path.is_file() and secret.encode() in path.read_bytes()]


def walk(visitors, bids, but, secret):
    """Which pages of which roles have the secret; of one account none is asked."""
    for account, visitor in visitors.items():
        if account == but:
            continue
        for path in routes():
            for bid in bids if "{bid}" in path else (0,):
                asked = re.sub(r"\{\w+\}", "1", path.replace("{bid}", str(bid)))
                status, body = get(visitor, asked)
                if secret in body:
                    yield f"{account}: {asked} ({status})"


def test_sealed(tap, folder, visitors):
    coen = visitors["coen"]
    for account in ASSESSORS:
        bring(coen, "assessor_named", tender=TENDER, account=account)
    for account in ASSESSORS:
        bring(visitors[account], "conflict_declared", tender=TENDER, sort="none")
    bids = bids_of(coen)
    given = [bring(visitors["dirk"], "mark_given", tender=TENDER, bid=bid, criterion=criterion, mark=str(mark), reason=f"{SECRET} {bid}")
             for criterion in CRITERIA for bid, mark in zip(bids, MARKS)]
    tap.say("marks are given", [each for each in given if not isinstance(each, int)] + ([] if len(bids) == 6 else [bids]))
    _, own = get(visitors["dirk"], f"/tenders/{TENDER}/marks")
    tap.say("the assessor reads the own marks", [] if SECRET in own else ["not on the page"])
    tap.say("no other role reads one through any route", list(walk(visitors, bids, "dirk", SECRET)))
    tap.say("nor does the database, its state or a log have one", files_with(folder, SECRET))
    tap.say("nobody sees what another threshold would do", [
        account for account, visitor in visitors.items() if get(visitor, f"/tenders/{TENDER}/what-if")[0] != 403], ("ZWO-54",))
    return bids


def test_award(tap, visitors, bids):
    for account in ("bente", "coen"):
        for criterion in CRITERIA:
            for bid, mark in zip(bids, MARKS):
                bring(visitors[account], "mark_given", tender=TENDER, bid=bid, criterion=criterion, mark=str(mark), reason="Goed")
    _, body = get(visitors["coen"], f"/tenders/{TENDER}/consensus")
    tap.say("they open to the assessors with the last one", [] if SECRET in body else ["not on the page"])
    others = {account: visitor for account, visitor in visitors.items() if account not in ASSESSORS}
    tap.say("and to nobody else", list(walk(others, bids, "", SECRET)))
    for criterion in CRITERIA:
        for bid, mark in zip(bids, MARKS):
            bring(visitors["dirk"], "consensus_reached", tender=TENDER, bid=bid, criterion=criterion, mark=str(mark), motivation="Zqmotief")
    told = [bring(visitors["coen"], "marks_frozen", tender=TENDER),
            bring(visitors["coen"], "award_decided", tender=TENDER, characteristics="Concreet", send_on=DAY)]
    told += [bring(visitors["coen"], "award_letter_sent", tender=TENDER, bid=bid, sent_on=DAY, how="post") for bid in bids]
    tap.say("frozen, awarded and told", [each for each in told if not isinstance(each, int)])


def schema_errors(package):
    """What the schema of the EU profile has against it; None where it or jsonschema is not there."""
    try:
        from jsonschema import Draft4Validator
    except ImportError:
        return None
    if not (SCHEMA / "release-schema.json").exists():
        return None
    outer, inner = (json.loads((SCHEMA / name).read_text(encoding="utf-8")) for name in ("release-package-schema.json", "release-schema.json"))
    outer["properties"].pop("releases")
    return [error.message for error in Draft4Validator(outer).iter_errors({**package, "releases": []})] + [
        f"{list(error.path)}: {error.message}" for release in package["releases"] for error in Draft4Validator(inner).iter_errors(release)]


def test_ocds(tap, folder, database):
    code, told, complaint = run("ocds", "export", "--database", database, "--tender", TENDER)
    package = json.loads(told) if code == 0 else {}
    release = package.get("releases", [{}])[0]
    tap.say("a tender goes out as OCDS", [] if code == 0 and len(release.get("awards", ())) == 4 else [code, told, complaint], ("TOM-17",))
    errors = schema_errors(package)
    if errors is None:
        tap.skip("it is valid by the schema of the EU profile", "the schema or jsonschema is not here")
    else:
        tap.say("it is valid by the schema of the EU profile", errors)
    losers = ("Wijkhulp Voorbeeld", "Buurtmensen Voorbeeld")
    tap.say("nothing of a bid or a mark is in it, nor who lost", [word for word in (SECRET, "Zqmotief", "huisarts", "amount", *losers) if word in told])
    code, table, _ = run("ocds", "export", "--database", database, "--tender", TENDER, "--csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    tap.say("and as CSV, a row for each award", [] if code == 0 and len(rows) == 4 and rows[0]["tender"] == TENDER else [table])
    copy, file = folder / "leeg.db", folder / "publicatie.json"
    file.write_text(told, encoding="utf-8")
    run("migrate", "--database", copy)
    code, counted, complaint = run("ocds", "import", "--database", copy, file)
    again = run("ocds", "export", "--database", copy, "--tender", TENDER)
    tap.say("it comes in to an empty database, and goes out the same", [] if code == 0 and again[1] == told else [code, counted, complaint, *again])
    code, told, _ = run("ocds", "import", "--database", copy, file)
    tap.say("the same is not taken in twice", [] if code == 1 and ("newer" in told or "nieuwere" in told) else [code, told])
    for name, text in (("leeg", "{}"), ("geen", '{"releases":[{"ocid":"x"}]}'), ("kapot", "{"), ("zonder", json.dumps(
            {"releases": [{"ocid": "a", "id": "1", "date": "2024", "tag": ["tender"], "initiationType": "tender", "buyer": {"name": "B"}}]}))):
        file.write_text(text, encoding="utf-8")
        code, told, complaint = run("ocds", "import", "--database", copy, file)
        tap.say(f"a bad file is refused: {name}", [] if code == 1 and told else [code, told, complaint])
    for wrong in (["export"], ["export", "--tender", "bestaat-niet"], ["import"], ["verkeerd"]):
        tap.say(f"wrong use: {' '.join(wrong)}", [] if run("ocds", *wrong, "--database", copy)[0] == 2 else ["another code"])
    tap.say("both databases are whole", [*unclean(database), *unclean(copy)])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = folder / "demo.db"
        accounts = demo(database, 40, "--scheme", "zwolle")
        with Server(database) as server:
            visitors = {account: Visitor.log_in(server.port, account, password) for account, (password, role) in accounts.items()
                        if role not in ("resident", "representative")}
            bids = test_sealed(tap, folder, visitors)
            test_award(tap, visitors, bids)
            server.stop()
        test_ocds(tap, folder, database)
    return tap.end()


sys.exit(main())
