#!/usr/bin/env python3
"""A day that a royal decree equates with a holiday: recount brings a fact for each open term that moves, with its new sum; what
is closed keeps its day, the work list follows, and verify says so while the list and the terms differ."""
import contextlib
import json
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Server, Tap, counts, demo, run, unclean  # noqa: E402

RESIDENTS = 200
TODAY = "2023-05-15"
OPEN = ("SELECT about, term, due_on FROM term_term WHERE valid_until = '9999-12-31' AND closed_on IS NULL"
        " AND term IN ('investigation', 'decision')")
CLOSED = "SELECT person, about, term, due_on, sum FROM term_term WHERE closed_on IS NOT NULL ORDER BY 1, 2, 3"
FACTS = "SELECT body FROM journal_fact WHERE kind = 'term_recounted' ORDER BY fact"


def ask(database, query):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def day_to_equate(database):
    """The day on which most open terms end."""
    return ask(database, f"SELECT due_on FROM ({OPEN} AND due_on >= '{TODAY}') GROUP BY due_on ORDER BY COUNT(*) DESC, due_on LIMIT 1")[0][0]


def with_day(folder, day):
    """The list of holidays with one more day in it."""
    header, *days = (TOP / "data/holidays.csv").read_text(encoding="utf-8").splitlines()
    path = Path(folder, "holidays.csv")
    path.write_text("\n".join([header, *sorted([*days, f"{day},Extra vrije dag,Stb. 2023-1"])]) + "\n", encoding="utf-8")
    return str(path)


def test_decree(tap, database, folder):
    day = day_to_equate(database)
    before, closed = {row[:2]: row[2] for row in ask(database, OPEN)}, ask(database, CLOSED)
    moved = [key for key, due in before.items() if due == day]
    code, told, complaint = run("recount", "--database", database, "--holidays", with_day(folder, day))
    facts = [json.loads(body) for body, in ask(database, FACTS)]
    tap.say("an open term that ends on the new holiday is counted again", [
        "" if code == 0 else complaint, "" if moved and f"\t{len(facts)} counted again" in told else told])
    known = {(fact["about"], fact["term"]): fact for fact in facts}
    tap.say("each of them has a fact with the day before, the day now and the sum", [
        key for key in moved if key not in known or known[key]["before"] != day or known[key]["due_on"] <= day
        or "Extra vrije dag" not in [step.get("name") for step in known[key]["steps"]]])
    now = {row[:2]: row[2] for row in ask(database, OPEN)}
    tap.say("no other open investigation or decision moved", [key for key in before if key not in moved and now[key] != before[key]])
    tap.say("what is closed keeps its day and its sum", [] if ask(database, CLOSED) == closed else ["a closed term changed"])
    late = ask(database, "SELECT c.report, c.due_on, t.due_on FROM caseload_case c JOIN term_term t ON t.about = c.report"
                         " AND t.valid_until = '9999-12-31' AND t.term = CASE c.status WHEN 'reported' THEN 'investigation'"
                         " WHEN 'applied' THEN 'decision' END WHERE c.due_on <> t.due_on")
    tap.say("the work list has the days of the terms", late)
    return len(facts)


def test_back(tap, database, facts):
    code, told, _ = run("verify", "--database", database)
    tap.say("verify counts terms that differ from the list of the program", [] if code == 1 and counts(told)[6] > 0 else [told])
    code, told, complaint = run("recount", "--database", database)
    again = len(ask(database, FACTS))
    tap.say("recounted by the program's own list they move back, each with a fact", [
        "" if code == 0 else complaint, "" if again == 2 * facts else f"{again} facts after {facts}"])
    tap.say("then all promises hold, and the tables follow from the facts", unclean(database))
    code, told, _ = run("recount", "--database", database)
    tap.say("counting again without a change brings nothing", [] if "\t0 counted again" in told and code == 0 else [told])


def test_job(tap, database, folder, day):
    """A server counts again by itself when the list of the program is another than the one that was counted by."""
    code, _, complaint = run("recount", "--database", database, "--holidays", with_day(folder, day))
    before, closed = len(ask(database, FACTS)), ask(database, CLOSED)
    with Server(database) as server:
        wait_for(lambda: len(ask(database, FACTS)) > before)
        server.stop()
    moved = len(ask(database, FACTS)) - before
    tap.say("a server counts the open terms again when the list of holidays is another", [
        "" if code == 0 else complaint, "" if moved else "no term was counted again", *unclean(database)])
    tap.say("and what is closed keeps its day", [] if ask(database, CLOSED) == closed else ["a closed term changed"])
    with Server(database) as server:
        time.sleep(3)
        server.stop()
    again = len(ask(database, FACTS)) - before - moved
    tap.say("once: a server that starts later counts nothing", [] if again == 0 else [f"{again} facts"])


def wait_for(is_done, seconds=20):
    until = time.monotonic() + seconds
    while not is_done() and time.monotonic() < until:
        time.sleep(0.2)
    time.sleep(1)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder, "recount.sqlite"))
        demo(database, RESIDENTS)
        day = day_to_equate(database)
        test_back(tap, database, test_decree(tap, database, folder))
        test_job(tap, database, folder, day)
        code, _, complaint = run("recount", "--database", database, "--holidays", str(TOP / "README.md"))
        tap.say("a file that is no list of holidays is refused in words", [] if code == 3 and "line 1" in complaint else [code, complaint])
    return tap.end()


sys.exit(main())
