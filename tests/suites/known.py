#!/usr/bin/env python3
"""What was known at a moment: a database made by rebuild --until has the facts of then, keeps the promises, opens what was
sealed without a copy of the key, and takes nothing more; a maker that died is followed by another."""
import contextlib
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Server, Tap, Visitor, account_of, demo, run, unclean  # noqa: E402

RESIDENTS = 150
UNTIL, LAST_SECOND = "2022-12-31", "2022-12-31T22:59:59"  # as lived in the Netherlands, and in Greenwich
BSN = re.compile(rb"(?<![0-9a-f])9999\d{5}(?![0-9a-f])")
SECONDS = 20


def ask(database, query):
    """The rows, from either engine, as texts."""
    if "://" in database:
        told = subprocess.run(["psql", database, "-AtF", "\t", "-c", query], capture_output=True, text=True, check=True).stdout
        return [tuple(line.split("\t")) for line in told.splitlines()]
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return [tuple(str(value) for value in row) for row in connection.execute(query)]


def count(database, query):
    return int(ask(database, query)[0][0])


def facts_by(database, moment):
    seconds = int(time.mktime(time.strptime(f"{moment} UTC", "%Y-%m-%dT%H:%M:%S %Z"))) - time.timezone
    return count(database, f"SELECT COUNT(*) FROM journal_fact WHERE recorded_at <= {seconds}")


def test_file(tap, database, snapshot):
    code, told, complaint = run("rebuild", "--database", database, "--until", UNTIL, "--into", snapshot)
    tap.say("a database of what was known is made", [] if code == 0 and "facts" in told else [code, told, complaint], ["X-16"])
    expected, all_facts = facts_by(database, LAST_SECOND), count(database, "SELECT COUNT(*) FROM journal_fact")
    found = count(snapshot, "SELECT COUNT(*) FROM journal_fact")
    tap.say("it has the facts recorded by then", [] if 0 < expected == found < all_facts else [f"{found} of {expected}"])
    tap.say("it keeps all promises, and its tables follow from its facts", unclean(snapshot))
    same = "SELECT register_id, name, demo_day FROM journal_register"
    tap.say("it has the registers", [] if ask(snapshot, same) == ask(database, same) else [ask(snapshot, same)])
    same = "SELECT account, role, password_hash FROM access_account ORDER BY account"
    tap.say("it has the accounts, and no sessions", [
        "" if ask(snapshot, same) == ask(database, same) else "other accounts",
        "" if count(snapshot, "SELECT COUNT(*) FROM access_session") == 0 else "it has sessions"])
    people = count(snapshot, "SELECT COUNT(*) FROM person_vault")
    named = count(snapshot, "SELECT COUNT(DISTINCT person) FROM journal_fact WHERE person <> 0")
    tap.say("it has the people that its facts are about, and no others", [] if people == named else [people, named])
    key = Path(f"{snapshot}.state/key")
    tap.say("the key is pointed at, not copied", [] if key.is_symlink() and key.stat().st_size == 32 else [key])
    tap.say("no BSN stands in it in the clear", BSN.findall(Path(snapshot).read_bytes())[:3])
    tap.say("only its owner can read it", [] if Path(snapshot).stat().st_mode & 0o77 == 0 else [oct(Path(snapshot).stat().st_mode)])


def test_refusals(tap, database, snapshot, folder):
    before = Path(snapshot).read_bytes()
    code, _, complaint = run("rebuild", "--database", database, "--until", UNTIL, "--into", snapshot)
    tap.say("a file that is there stays as it is", [] if code == 2 and Path(snapshot).read_bytes() == before else [code, complaint])
    for arguments in (["--until", UNTIL], ["--into", f"{folder}/x"], [], ["--prove", "--until", UNTIL, "--into", f"{folder}/x"],
                      ["--until", "2022-13-01", "--into", f"{folder}/x"], ["--until", "gisteren", "--into", f"{folder}/x"]):
        code, _, complaint = run("rebuild", "--database", database, *arguments)
        tap.say(f"rebuild {' '.join(arguments).replace(str(folder), '')} is refused",
                [] if code == 2 and complaint and not Path(folder, "x").exists() else [code, complaint])
    code, _, complaint = run("rebuild", "--database", database, "--until", UNTIL, "--into", f"{folder}/nowhere/x")
    tap.say("a folder that is not there is named", [] if code == 3 and "nowhere" in complaint else [code, complaint])
    for name in ("in", "out"):
        Path(folder, name).mkdir(exist_ok=True)
    head = ask(snapshot, "SELECT * FROM journal_head")
    code, told, complaint = run("exchange", "--database", snapshot, "--in", f"{folder}/in", "--out", f"{folder}/out")
    tap.say("nothing is added to it, the words say why, and no exchange begins", [] if code == 3 and "nothing can be added" in complaint and
            told == "" and ask(snapshot, "SELECT * FROM journal_head") == head and not list(Path(folder, "out").glob("*.xml")) else [code, complaint])


def test_moments(tap, database, folder):
    """More is known later; by the last moment everything."""
    known = []
    for until in ("2021-01-01", "2022-06-30", "2023-03-01T09:30", "2023-05-15"):
        code, _, complaint = run("rebuild", "--database", database, "--until", until, "--into", f"{folder}/{until}.sqlite")
        known.append(count(f"{folder}/{until}.sqlite", "SELECT COUNT(*) FROM journal_fact") if code == 0 else complaint)
    tap.say("later more is known", [] if known == sorted(set(known)) and known[0] == 0 else [known])
    head = "SELECT register_id, fact, chain FROM journal_head"
    tap.say("by the last day all is known", [] if ask(f"{folder}/2023-05-15.sqlite", head) == ask(database, head) else [known])


def test_served(tap, accounts, snapshot):
    with Server(snapshot) as server:
        worker = Visitor.log_in(server.port, *account_of(accounts, "social_worker"))
        manager = Visitor.log_in(server.port, *account_of(accounts, "contract_manager"))
        pages = {path: worker.ask("GET", path) for path in ("/work?whose=all", "/clients?name=de", "/radar", "/scheme", "/tasks")}
        tap.say("its pages are served, and say of when", [path for path, (status, _, body) in pages.items()
                                                           if status != 200 or "Zoals bekend op 31 december 2022" not in body.decode()])
        status, answer = worker.append("report_received", asked="x")
        tap.say("a form is refused with 409 and words", [] if status == 409 and "vroeger moment" in answer["detail"] else [status, answer])
        order = ask(snapshot, "SELECT MIN(assignment) FROM exchange_order WHERE state <> 'placed'")[0][0]
        status, _, body = manager.ask("GET", f"/orders/{order}/start")
        tap.say("what was sealed is opened for a message", [] if status == 200 and BSN.search(body) else [status, body[:300]])
        server.stop()
    tap.say("having been read it keeps all promises", unclean(snapshot))


def test_followed(tap, database, accounts):
    """A maker that died left half a file and its lease."""
    register, until = ask(database, "SELECT MIN(register_id) FROM journal_register")[0][0], 1672527599
    folder = Path(f"{database}.state", "known")
    folder.mkdir(exist_ok=True)
    Path(folder, f"{register}-1.sqlite").write_bytes(b"half")
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("INSERT INTO known_snapshot VALUES (?, 1, ?, ?, 'x', 'making', 5, 10, 2, '')",
                           (register, until, int(time.time())))
    with Server(database):
        state, deadline = "making", time.monotonic() + SECONDS
        while state in ("making", "asked") and time.monotonic() < deadline:
            time.sleep(0.2)
            [(state, facts, fault)] = ask(database, "SELECT state, facts, fault FROM known_snapshot")
    found = count(str(Path(folder, f"{register}-1.sqlite")), "SELECT COUNT(*) FROM journal_fact") if state == "ready" else 0
    tap.say("another maker takes over", [] if state == "ready" and found == int(facts) > 0 else [state, facts, found, fault])


def test_database(tap, database, folder):
    accounts, snapshot = demo(database, RESIDENTS), f"{folder}/known.sqlite"
    test_file(tap, database, snapshot)
    test_refusals(tap, database, snapshot, folder)
    test_moments(tap, database, folder)
    test_served(tap, accounts, snapshot)
    if "://" not in database:
        test_followed(tap, database, accounts)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        test_database(tap, f"{folder}/demo.sqlite", folder)
    if os.environ.get("TEST_POSTGRES"):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["THUISREGIE_STATE"] = f"{folder}/state"
            test_database(tap, os.environ["TEST_POSTGRES"], folder)
    else:
        tap.skip("the same on PostgreSQL", "TEST_POSTGRES names no database")
    return tap.end()


sys.exit(main())
