#!/usr/bin/env python3
"""kill -9 in the middle of a letter to many: the next worker goes on; nobody gets two letters, and nobody none."""
import contextlib
import random
import re
import sqlite3
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Server, Tap, Visitor, account_of, demo, unclean  # noqa: E402

RESIDENTS, KILLS, SECONDS = 1200, 3, 90
chance = random.Random(7)


def ask(database, query, *values):
    with contextlib.closing(sqlite3.connect(database, timeout=20)) as connection, connection:
        return connection.execute(query, values).fetchall()


def submit(visitor, path, address, **fields):
    """Sends a form with the token of the page that it stands on; where the answer leads to."""
    _, _, page = visitor.ask("GET", path)
    token = re.search(r'name="_token" value="([^"]+)"', page.decode())[1]
    body = urllib.parse.urlencode({**fields, "_token": token})
    status, headers, _ = visitor.ask("POST", address, body, {"Content-Type": "application/x-www-form-urlencoded"})
    assert status == 303, (address, status)
    return headers["Location"]


def written(database):
    return ask(database, "SELECT COUNT(*) FROM mailing_member WHERE letter <> 0")[0][0]


def state(database):
    return ask(database, "SELECT state FROM mailing_batch")[0][0]


def let_leases_run_out(database):
    """As if the minutes had passed after which another worker may take the work over."""
    ask(database, "UPDATE mailing_batch SET leased_until = 0")
    ask(database, "UPDATE job_job SET leased_until = 0")


def write_on(database, until):
    """A server that works until what is asked holds, or the time is over; then it is killed."""
    with Server(database) as server:
        end = time.monotonic() + SECONDS
        while not until() and time.monotonic() < end:
            time.sleep(0.01)
        server.kill()


def test_kill(database, accounts, tap):
    with Server(database) as server:
        desk = Visitor.log_in(server.port, *account_of(accounts, "desk"))
        batch = submit(desk, "/batches", "/batches", who="all", sort="announcement", subject="Wij verhuizen",
                       words="Vanaf 1 juli vindt u ons in het gemeentehuis.")
        submit(desk, batch, f"{batch}/start")
        server.kill()
    total = ask(database, "SELECT COUNT(*) FROM mailing_member")[0][0]
    middles = []
    for _ in range(KILLS):
        let_leases_run_out(database)
        wanted = written(database) + chance.randrange(1, 100)
        write_on(database, lambda wanted=wanted: written(database) >= wanted)
        middles.append(written(database))
    # on a busy machine the last of them may come after the last letter
    tap.say(f"a server was killed in the middle (at {middles} of {total} letters)", [] if 0 < middles[0] < total else ["in none"])
    let_leases_run_out(database)
    write_on(database, lambda: state(database) == "ready")
    check(database, total, tap)


def check(database, total, tap):
    skipped = ask(database, "SELECT COUNT(*) FROM mailing_member WHERE skipped <> ''")[0][0]
    lost = ask(database, "SELECT person FROM mailing_member WHERE letter = 0 AND skipped = ''")
    twice = ask(database, "SELECT person, COUNT(*) FROM document_letter WHERE copy_of = 0 AND subject = 'Wij verhuizen'"
                          " GROUP BY person HAVING COUNT(*) > 1")
    letters = ask(database, "SELECT COUNT(*) FROM document_letter WHERE copy_of = 0 AND subject = 'Wij verhuizen'")[0][0]
    counted = ask(database, "SELECT written, skipped FROM mailing_batch")[0]
    tap.say("the next worker goes on until it is done", [] if state(database) == "ready" else [state(database)])
    tap.say("nobody is lost", [f"{len(lost)} people have no letter"] if lost else [])
    tap.say("nobody gets two letters", [str(row) for row in twice])
    tap.say("every letter is counted once", [] if letters + skipped == total and counted == (letters, skipped) else [
        f"{letters} letters and {skipped} passed over of {total}; the page says {counted}"])
    tap.say("and the register is whole", unclean(database))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder, "batch.sqlite"))
        test_kill(database, demo(database, RESIDENTS), tap)
    return tap.end()


sys.exit(main())
