#!/usr/bin/env python3
"""A sealed mark is read by nobody but its assessor: not through any route of the table as any role, nor in the database, its state, its
logs or an export, on SQLite and PostgreSQL; a what-if by nobody before the freeze; an award, a letter or a mark by nobody with an
interest. And what is published of the tender, out and in again. Prints TAP."""
import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from service import TOP, Server, Tap, Visitor, demo, run, unclean  # noqa: E402

TENDER, DAY, LATER = "ronde-1", "2019-03-04", "2019-04-01"
CRITERIA = ("client-centraal", "samenwerking", "visie", "uitvoering", "innovatie")
ASSESSORS = ("coen", "dirk", "bente")
MARKS = (9, 8.5, 8, 7.5, 6, 9)
SECRET = "Zqgeheime reden"
ROUTE = re.compile(r'\{ HTTP_(GET|POST), "([^"]+)"')
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
    """(method, path) of every route of the table, with this tender where a path names one."""
    table = (TOP / "src/app/routes.c").read_text(encoding="utf-8")
    found = ROUTE.findall(table)
    if len(found) != table.count("{ HTTP_"):
        raise RuntimeError("a route is written otherwise")
    for method, path in found:
        if "logout" not in path:
            yield method, path.replace("{tender}", TENDER)


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
        for method, path in routes():
            for bid in bids if "{bid}" in path else (0,):
                asked = re.sub(r"\{\w+\}", "1", path.replace("{bid}", str(bid)))
                status, headers, body = visitor.ask(method, asked)
                if secret.encode() in body or secret in str(headers):
                    yield f"{account}: {method} {asked} ({status})"


def exports(folder, database):
    """What commands write of a database, and what it holds itself where that is no file."""
    made = folder / "exports"
    made.mkdir(exist_ok=True)
    for name, arguments in {"known": ("rebuild", "--database", database, "--until", DAY, "--into", made / "known.sqlite"),
                            "backup": ("backup", "--database", database, made / "backup"),
                            "ocds": ("ocds", "export", "--database", database, "--tender", TENDER)}.items():
        code, told, complaint = run(*arguments)
        (made / f"{name}.txt").write_text(f"{told}{complaint}", encoding="utf-8")
        if code != 0:
            yield f"{name} ended with {code}: {complaint}"
    if str(database).startswith("postgresql:"):
        dumped = subprocess.run(["pg_dump", "--inserts", str(database)], capture_output=True, check=True).stdout
        (made / "dump.sql").write_bytes(dumped)


def test_sealed(tap, folder, database, visitors, server):
    coen = visitors["coen"]
    for account in ASSESSORS:
        bring(coen, "assessor_named", tender=TENDER, account=account)
    for account in ASSESSORS:
        bring(visitors[account], "conflict_declared", tender=TENDER, sort="none")
    bids = bids_of(coen)
    said = str(bring(visitors["dirk"], "mark_given", tender=TENDER, bid=bids[0], criterion="visie", mark="8.123456", reason="Fijn"))
    tap.say("a mark with more decimals than was announced is refused, in words", [] if "mark-given-tenth" in said and "7,5" in said else [said])
    given = [bring(visitors["dirk"], "mark_given", tender=TENDER, bid=bid, criterion=criterion, mark=str(mark), reason=f"{SECRET} {bid}")
             for criterion in CRITERIA for bid, mark in zip(bids, MARKS)]
    tap.say("marks are given", [each for each in given if not isinstance(each, int)] + ([] if len(bids) == 6 else [bids]))
    _, own = get(visitors["dirk"], f"/tenders/{TENDER}/marks")
    tap.say("the assessor reads the own marks", [] if SECRET in own else ["not on the page"])
    tap.say(f"no other role reads one through any of {len(list(routes()))} routes", list(walk(visitors, bids, "dirk", SECRET)))
    tap.say("it is exported", exports(folder, database))
    tap.say("nor does the database, its state, an export or a log have one", files_with(folder, SECRET) + [
        line for line in server.said().splitlines() if SECRET in line])
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
    said = str(bring(visitors["dirk"], "consensus_reached", tender=TENDER, bid=bids[0], criterion="visie", mark="8,25", motivation="Fijn"))
    tap.say("so is one that is agreed on", [] if "consensus-tenth" in said else [said])
    for criterion in CRITERIA:
        for bid, mark in zip(bids, MARKS):
            bring(visitors["dirk"], "consensus_reached", tender=TENDER, bid=bid, criterion=criterion, mark=str(mark), motivation=f"Zqmotief {bid}.")
    told = [bring(visitors["coen"], "marks_frozen", tender=TENDER),
            bring(visitors["coen"], "award_decided", tender=TENDER, characteristics="Concreet", send_on=DAY)]
    told += [bring(visitors["coen"], "award_letter_sent", tender=TENDER, bid=bid, sent_on=DAY, how="post") for bid in bids]
    _, page = get(visitors["coen"], f"/tenders/{TENDER}/what-if?threshold=7")
    rows = re.findall(r'<th scope="row">([^<]+?)(?: <span[^<]*niemand blijft</span>)?</th><td data-label="Cliënten nu">(\d+)</td>\s*'
                      r'<td data-label="Houden hun aanbieder">(\d+)</td>', page)
    kept = re.search(r'data-shows="kept">(\d+)<', page)
    tap.say("what a threshold does is told for each neighbourhood, also where the scheme is one area", [] if (
        {"Binnenstad", "Stadshagen"} <= {row[0] for row in rows} and kept and sum(int(row[2]) for row in rows) == int(kept[1])
    ) else [rows, kept and kept[1]])
    tap.say("frozen, awarded and told", [each for each in told if not isinstance(each, int)])


def test_rounds(tap, visitors):
    """Own marks of an earlier round can be looked at again, by who gave them."""
    told = bring(visitors["coen"], "reassessment_ordered", tender=TENDER, ground="own", reason="Het moet zorgvuldiger.")
    tap.say("a new round begins", [] if isinstance(told, int) else [told])
    now, before, other = (get(visitors[account], f"/tenders/{TENDER}/marks{asked}")[1] for account, asked in (
        ("dirk", ""), ("dirk", "?round=1"), ("bente", "?round=1")))
    tap.say("its marks are new, and lead to the earlier ones", [] if SECRET not in now and f"/tenders/{TENDER}/marks?round=1" in now else ["not so"])
    tap.say("those of the round before are shown to who gave them, and are not changed", [] if (
        SECRET in before and SECRET not in other and 'name="mark_' not in before) else ["not so"])


def test_interest(tap, visitors, bids, asked=""):
    """Who declares an interest in a bidder, here once all are told, reads no more of its bid and marks, nor the award or a letter."""
    coen, of = visitors["coen"], bids[0]
    pages = [page + asked for page in ("award", "print", "print.csv", "what-if", f"letters/{bids[5]}", f"letters/{bids[5]}/pdf")]
    tap.say("who has none reads the award", [page for page in pages if get(coen, f"/tenders/{TENDER}/{page}")[0] != 200])
    told = bring(coen, "conflict_declared", tender=TENDER, sort="interest", bid=of, words="Mijn zus werkt er.")
    tap.say("an interest is declared", [] if isinstance(told, int) else [told])
    tap.say("the award, its letters and another threshold are refused, in words", [page for page in pages if (
        lambda answer: answer[0] != 403 or "verklaarde een belang" not in answer[1])(get(coen, f"/tenders/{TENDER}/{page}"))])
    tap.say("through no route the motivation of its marks is read", list(walk({"coen": coen}, bids, "", f"Zqmotief {of}.")))
    tap.say("nor what it wrote", [] if get(coen, f"/bids/{of}")[0] == 403 else ["the bid is shown"])


def agreements(database):
    """party -> (bid, whether it came into the scheme), of the tender."""
    with closing(sqlite3.connect(database)) as connection:
        return dict(connection.execute(
            "SELECT m.party, m.valid_from FROM agreement_made m WHERE m.tender = ? ORDER BY m.made", (TENDER,)))


def test_signing(tap, database, accounts, bids):
    """After the standstill: under which party somebody signs, and what follows."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE journal_register SET demo_day = ?", (LATER,))
    with Server(database) as server:
        coen = Visitor.log_in(server.port, "coen", accounts["coen"][0])

        def sign(place, **fields):
            return bring(coen, "agreement_signed", tender=TENDER, bid=bids[place], signed_on=LATER, **fields)

        told = sign(0)
        tap.say("who is in no scheme is asked under which party", [] if "signing-party" in str(told) else [told])
        told = sign(0, party="bestaat-niet")
        tap.say("that must be one of the scheme", [] if "signing-party-known" in str(told) else [told])
        told = sign(0, agb="99000401")
        tap.say("and a new one has a code of its own", [] if "signing-agb" in str(told) else [told])
        told = [sign(0, agb="99000999"), sign(1, party="aanbieder-02")]
        tap.say("two sign: a new organisation, and one as a party that is there", [each for each in told if not isinstance(each, int)])
        made = agreements(database)
        tap.say("each has its agreement from that day", [] if made == {"thuis-samen": LATER, "aanbieder-02": LATER} else [made])
        _, page = get(coen, "/agreements/integrale-thuisondersteuning")
        tap.say("the agreement says who signed", [word for word in (
            "Getekend na een aanbesteding", "Thuis Samen treedt toe", "heeft getekend", "31 december 2021") if word not in page])
        _, page = get(coen, "/facts/agreement_signed?tender=" + TENDER + f"&bid={bids[2]}")
        tap.say("the form asks the party", [] if 'name="party"' in page else ["no such field"])
        _, page = get(coen, "/tasks")
        due = re.search(r"/facts/ending_begun\?due=(\d+)", page)
        _, form = get(coen, due[0]) if due else (0, "")
        tap.say("who had an agreement and did not win waits to be seen off, all filled in", [
            word for word in ('value="2018-06-01"', "huidige-aanbieder", "Niet gekozen in de nieuwe inkoop.") if word not in form])
        told = bring(coen, "ending_begun", agreement="losse-producten", parties=["huidige-aanbieder"], ends_on="2018-06-01", why="lost",
                     reason="Niet gekozen.", due=int(due[1]))
        _, page = get(coen, "/agreements/losse-producten/work")
        tap.say("one act begins it: the steps are there, the task is gone", [word for word in (
            "Maak de lijst van cliënten", "Draag de dossiers over", "Reken af") if word not in page] + (
                ["the task is still there"] if "/facts/ending_begun?due=" in get(coen, "/tasks")[1] else []))
        told = bring(coen, "party_admitted", agreement="integrale-thuisondersteuning", label="Later", agb="99000998", ground="new",
                     **{"from": LATER}, reason="Wil ook meedoen.")
        tap.say("the closed contract stays closed for others", [] if "admission-closed" in str(told) else [told])
        server.stop()


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


def test_money(tap, folder, database, accounts):
    """While the money stage of a tender is closed, no text of a release about it brings an amount in."""
    with Server(database) as server:
        people = {name: Visitor.log_in(server.port, name, accounts[name][0]) for name in ("bente", "coen")}
        groups = [{"name": sort, "sort": sort, "speaker": account} for sort, account in (
            ("providers", "petra"), ("teams", "saar"), ("participation", "pleun"))]
        told = [bring(people["bente"], "programme_begun", title="Eerst inhoud", scheme="zwolle", aim="Rust.", reason="Het loopt af.", groups=groups),
                bring(people["coen"], "tender_announced", name="eerst-2019", title="Hulp", scheme="zwolle", why="Een proef.", programme="eerst-inhoud",
                      questions_until="2019-04-15", bids_day="2019-05-15", bids_time="12:00", holder_1="coen", holder_2="saar", holder_3="dirk")]
        tap.say("a tender of a programme with its money stage closed", [each for each in told if not isinstance(each, int)])
        server.stop()
    _, told, _ = run("ocds", "export", "--database", database, "--tender", "eerst-2019")
    file = folder / "geld.json"
    for where, change in (("releases.0.tender.description", lambda release: release["tender"].update(description="Wij betalen 31,50 per uur.")),
                          ("releases.0.tender.lots.0.title", lambda release: release["tender"]["lots"][0].update(title="Voor € 31")),
                          ("releases.0.tender.title", lambda release: (release["tender"].update(title="Voor 31 euro", id="x"), release.update(ocid="ander-eerst-2019")))):
        package = json.loads(told)
        change(package["releases"][0])
        file.write_text(json.dumps(package), encoding="utf-8")
        code, said, _ = run("ocds", "import", "--database", database, file)
        tap.say(f"an amount is refused, with file and field: {where}", [] if code == 1 and f"{file}: {where}: " in said else [code, said], ("ZWO-68",))
    file.write_text(told, encoding="utf-8")
    code, said, complaint = run("ocds", "import", "--database", database, file)
    tap.say("without an amount it comes in", [] if code == 0 else [code, said, complaint])


def test_ocds(tap, folder, database):
    code, told, complaint = run("ocds", "export", "--database", database, "--tender", TENDER)
    package = json.loads(told) if code == 0 else {}
    release = package.get("releases", [{}])[0]
    tap.say("a tender goes out as OCDS", [] if code == 0 and len(release.get("awards", ())) == 4 else [code, told, complaint], ("TOM-17",))
    tap.say("with the contracts that were signed", [] if len(release.get("contracts", ())) == 2 and release["tag"] == [
        "tender", "award", "contract"] else [release.get("contracts"), release.get("tag")])
    errors = schema_errors(package)
    if errors is None:
        tap.skip("it is valid by the schema of the EU profile", "the schema or jsonschema is not here")
    else:
        tap.say("it is valid by the schema of the EU profile", errors)
    losers = ("Wijkhulp Voorbeeld", "Buurtmensen Voorbeeld")
    tap.say("nothing of a bid or a mark is in it, nor who lost", [word for word in (SECRET, "Zqmotief", "huisarts", "amount", *losers) if word in told])
    code, table, _ = run("ocds", "export", "--database", database, "--tender", TENDER, "--csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    tap.say("and as CSV, a row for each award", [] if code == 0 and len(rows) == 4 and rows[0]["tender"] == TENDER and sum(bool(row["signed"]) for row in rows) == 2 else [table])
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
    file.write_text('{"releases":\n[}', encoding="utf-8")
    code, told, complaint = run("ocds", "import", "--database", copy, file)
    tap.say("what is no JSON is told in a sentence, with the line", [] if code == 1 and f"{file.name}:2: " in told and ": :" not in told else [code, told, complaint])
    for wrong in (["export"], ["export", "--tender", "bestaat-niet"], ["import"], ["verkeerd"]):
        tap.say(f"wrong use: {' '.join(wrong)}", [] if run("ocds", *wrong, "--database", copy)[0] == 2 else ["another code"])
    tap.say("both databases are whole", [*unclean(database), *unclean(copy)])


def log_in(server, accounts):
    """Everybody who works here, and one resident and one who acts for another."""
    one = {role: account for account, (_, role) in accounts.items() if role in ("resident", "representative")}
    return {account: Visitor.log_in(server.port, account, password) for account, (password, role) in accounts.items()
            if one.get(role, account) == account}


def on_postgres(tap, folder):
    """The same seal there: what a file has in SQLite, a dump has there."""
    url, state = os.environ["TEST_POSTGRES"], folder / "postgres"
    os.environ["THUISREGIE_STATE"] = str(state)
    state.mkdir()
    accounts = demo(url, 20, "--scheme", "zwolle")
    with Server(url) as server:
        visitors = log_in(server, accounts)
        bids = test_sealed(tap, state, url, visitors, server)
        test_award(tap, visitors, bids)
        test_rounds(tap, visitors)
        test_interest(tap, visitors, bids, "?round=1")
        server.stop()


def test_prepared(tap, folder, database):
    """A tender as an office's CSV, out by the command and in again, also as a spreadsheet of an office saves it."""
    file, by = folder / "aanbesteding.csv", ("--database", database, "--scheme", "zwolle", "--title", "Nog eens")
    code, told, complaint = run("tender", "export", "--database", database, "--tender", TENDER)
    rows = list(csv.DictReader(io.StringIO(told)))
    tap.say("a tender goes out as CSV", [] if code == 0 and [row["naam"] for row in rows if row["soort"] == "criterium"] == list(CRITERIA) else [
        code, told, complaint])
    office = io.StringIO()
    csv.writer(office, delimiter=";").writerows(csv.reader(io.StringIO(told)))
    for name, text in (("as it went", told), ("with a byte order mark and semicolons", "\ufeff" + office.getvalue())):
        file.write_text(text, encoding="utf-8", newline="")
        code, number, complaint = run("tender", "import", *by, file)
        tap.say(f"it comes in again {name}", [] if code == 0 and number.strip().isdigit() else [code, number, complaint])
        with closing(sqlite3.connect(database)) as base:
            kept = base.execute("SELECT name, words, weight FROM procurement_prepared_line WHERE prepared = ? ORDER BY place", (int(number or 0),)).fetchall()
        tap.say(f"and is the same {name}", [] if kept == [(row["naam"], row["tekst"], int(row["gewicht"] or 0)) for row in rows] else [kept])
    file.write_text(told.replace('"criterium","visie"', '"criterium","samenwerking"'), encoding="utf-8", newline="")
    code, found, complaint = run("tender", "import", *by, file)
    tap.say("what is wrong is said at its line, and nothing is kept", [] if code == 1 and "aanbesteding.csv:5: " in found else [code, found, complaint])
    for wrong in (["export"], ["export", "--tender", "bestaat-niet"], ["import"], ["import", "--scheme", "nergens", "--title", "X", file], ["verkeerd"]):
        tap.say(f"wrong use: tender {' '.join(map(str, wrong[:2]))}", [] if run("tender", *wrong, "--database", database)[0] == 2 else ["another code"])
    tap.say("with what was prepared it is whole", unclean(database))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = folder / "demo.db"
        accounts = demo(database, 40, "--scheme", "zwolle")
        with Server(database) as server:
            visitors = log_in(server, accounts)
            bids = test_sealed(tap, folder, database, visitors, server)
            test_award(tap, visitors, bids)
            server.stop()
        test_signing(tap, database, accounts, bids)
        test_money(tap, folder, database, accounts)
        test_ocds(tap, folder, database)
        if "TEST_POSTGRES" in os.environ:
            on_postgres(tap, folder)
        else:
            tap.skip("the seal on PostgreSQL", "TEST_POSTGRES is not set")
        test_prepared(tap, folder, database)
    return tap.end()


sys.exit(main())
