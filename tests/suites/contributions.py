#!/usr/bin/env python3
"""What the CAK is told: a change waits as long as there is no BSN and goes, once, after it is recorded; and the daily job finds
what changed without anybody asking. Prints TAP."""
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import TODAY, Server, Tap, Visitor, account_of, demo, run  # noqa: E402

RESIDENTS = 60
BSN = "999999989"  # of nobody
JOB_SECONDS = 20
SCHEME = ("--scheme", "westerkwartier", "--today", TODAY)
WAITING = "SELECT person FROM care_contribution_change WHERE state = 'open' GROUP BY person HAVING COUNT(*) = 1 ORDER BY person LIMIT 1"


def ask(database, statement, *values):
    connection = sqlite3.connect(database)
    rows = connection.execute(statement, values).fetchall()
    connection.commit()
    connection.close()
    return rows


def send(database, path):
    """The lines that went, and what was said."""
    code, told, complaint = run("contributions", "--database", database, *SCHEME, "--out", path)
    return (Path(path).read_text(encoding="utf-8").splitlines()[1:] if code == 0 else []), told + complaint


def test_bsn(database, accounts, folder, tap):
    run("contributions", "--database", database, *SCHEME)
    person = ask(database, WAITING)[0][0]
    ask(database, "UPDATE person_vault SET bsn_sealed = '', bsn_mark = NULL WHERE person = ?", person)
    lines, told = send(database, f"{folder}/first.csv")
    tap.say("without a BSN the change waits, and the others go", [
        "" if lines and "\t1 without BSN" in told else told,
        "" if ask(database, "SELECT state FROM care_contribution_change WHERE person = ? AND state = 'open'", person) else "it went"])
    with Server(database) as server:
        desk = Visitor.log_in(server.port, *account_of(accounts, "desk"))
        status, answer = desk.append("bsn_recorded", person=person, bsn=BSN)
        server.stop()
    tap.say("the BSN is recorded later", [] if status == 201 else [status, answer])
    lines, told = send(database, f"{folder}/second.csv")
    tap.say("then the change goes, alone", [] if len(lines) == 1 and f";{BSN};" in lines[0] else [lines, told])
    lines, told = send(database, f"{folder}/third.csv")
    tap.say("and only once", [] if lines == [] and "\t0 sent\t0 without BSN" in told else [lines, told])


def test_job(database, tap):
    """A demonstration stands on its day and is left alone; a register of now is looked at when the server starts."""
    count = "SELECT COUNT(*) FROM care_contribution_change"
    before = ask(database, count)[0][0]
    with Server(database) as server:
        time.sleep(2)
        server.stop()
    tap.say("of a demonstration nothing is found by itself", [] if ask(database, count)[0][0] == before else ["it was"])
    ask(database, "UPDATE journal_register SET demo_day = NULL")
    ask(database, "DELETE FROM job_job WHERE name = 'contributions'")
    with Server(database) as server:
        until = time.monotonic() + JOB_SECONDS
        while time.monotonic() < until and ask(database, count)[0][0] == before:
            time.sleep(0.2)
        said = server.said()
        server.stop()
    tap.say("of a register of now the job finds what changed", [] if ask(database, count)[0][0] > before else [before, said])
    by = ask(database, "SELECT DISTINCT account FROM journal_fact WHERE kind = 'contribution_changed' ORDER BY fact DESC LIMIT 1")
    tap.say("in the name of the round with the CAK", [] if by == [("cak",)] else [by])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        database, other = (str(Path(folder, name, "contributions.sqlite")) for name in ("first", "other"))
        Path(folder, "first").mkdir()
        accounts = demo(database, RESIDENTS)
        shutil.copytree(Path(folder, "first"), Path(folder, "other"))
        test_bsn(database, accounts, folder, tap)
        test_job(other, tap)
    return tap.end()


sys.exit(main())
