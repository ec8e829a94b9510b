#!/usr/bin/env python3
"""The whole loop of messages between a municipality and a provider with a register of its own, through two folders.

Every message that is written is held against the schemas of the standard, which lie beside this folder in
../shared/iwmo/xsd, or in SHARED/iwmo/xsd; without them that is skipped.
"""
import contextlib
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import PROGRAM, Server, Tap, Visitor, demo, run, unclean  # noqa: E402

SCHEMAS = Path(os.environ.get("SHARED", TOP / "../shared")) / "iwmo/xsd"
SCHEME, PARTY, PLANNER, RESIDENTS, KILLS = "westerkwartier", "miep", "pim", 300, 4
chance = random.Random(1)


def rows(database, query, *values):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


def facts(database):
    return rows(database, "SELECT MAX(fact) FROM journal_fact")[0][0]


class Loop:
    """Two registers, and the network between them, which brings each message to whom it is for."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.town, self.provider = str(self.folder / "town.sqlite"), str(self.folder / "provider.sqlite")
        demo(self.town, RESIDENTS, "--scheme", SCHEME)
        self.accounts = demo(self.provider, 0, "--scheme", SCHEME)
        self.places = {name: self.folder / name for name in ("to-town", "from-town", "to-provider", "from-provider", "sent")}
        for place in self.places.values():
            place.mkdir()
        text = (TOP / f"schemes/{SCHEME}.yaml").read_text(encoding="utf-8")
        self.agb = re.search(rf'name: {PARTY}\n(?: +\w.*\n)*? +agb: "(\d{{8}})"', text)[1]

    def carry(self, origin, target):
        """Of what left: what is for or from the provider goes on; a copy of each stays."""
        for path in sorted(self.places[origin].glob("*.xml")):
            shutil.copy(path, self.places["sent"] / path.name)
            if f">{self.agb}<" in path.read_text(encoding="utf-8"):
                shutil.copy(path, self.places[target] / path.name)
            path.unlink()

    def town_command(self):
        return ["exchange", "--database", self.town, "--in", str(self.places["to-town"]), "--out", str(self.places["from-town"])]

    def provider_command(self):
        return ["exchange", "--database", self.provider, "--as", PARTY, "--in", str(self.places["to-provider"]),
                "--out", str(self.places["from-provider"])]

    def exchange(self, command):
        code, told, complaint = run(*command)
        if code != 0:
            raise RuntimeError(f"exchange ended with {code}: {told}{complaint}")
        return told.split("\t")

    def once_around(self):
        """Out of the town, through the provider, and back; what each said of messages that it refused."""
        town = self.exchange(self.town_command())
        self.carry("from-town", "to-provider")
        provider = self.exchange(self.provider_command())
        self.carry("from-provider", "to-town")
        return town, provider

    def settle(self):
        """Until everything has been answered."""
        for _ in range(3):
            self.once_around()

    def refused(self):
        return [path.read_text(encoding="utf-8") for name in ("to-town", "to-provider")
                for path in (self.places[name] / "refused").glob("*.reason.txt")]


def in_state(database, state):
    return rows(database, "SELECT person, assignment, started_on FROM exchange_order WHERE party = ? AND state = ? "
                "AND ended_on IS NULL ORDER BY assignment",
                PARTY, state)


def open_orders(loop):
    """Those of which neither side has heard more than the order; the provider's register knows nothing of before it began."""
    in_town = {row[1] for row in in_state(loop.town, "sent")}
    return [row for row in in_state(loop.provider, "sent") if row[1] in in_town]


def report(loop, kind, order, **fields):
    person, assignment = order[0], order[1]
    with Server(loop.provider) as server:
        planner = Visitor.log_in(server.port, PLANNER, loop.accounts[PLANNER][0])
        status, answer = planner.append(kind, person=person, assignment=assignment, **fields)
    return "" if status == 201 else f"{kind}: {status} {answer}"


def test_orders(loop, tap):
    loop.settle()
    ordered = {row[1] for row in in_state(loop.provider, "sent")}
    answered = {row[0] for row in rows(loop.town, "SELECT assignment FROM exchange_order WHERE answered_on IS NOT NULL AND party = ?", PARTY)}
    tap.say("orders arrive at the provider, and its answers at the town", [
        "" if ordered else "no order arrived", "" if ordered <= answered else f"{ordered - answered} were not answered", *loop.refused()])
    return open_orders(loop)[0][1]


def test_care(loop, tap, number):
    """What the provider's planner enters in its own register happens in the town's, step by step."""
    steps = (("start_reported", {"started_on": "2023-05-10"}, "started"),
             ("pause_reported", {"last_day": "2023-05-11", "reason": "hospital"}, "paused"),
             ("resume_reported", {"resumed_on": "2023-05-13"}, "started"),
             ("stop_reported", {"last_day": "2023-05-14", "reason": "21"}, "stopped"))
    order = next(row for row in in_state(loop.provider, "sent") if row[1] == number)
    for kind, fields, state in steps:
        complaint = report(loop, kind, order, **fields)
        loop.settle()
        there = rows(loop.town, "SELECT state FROM exchange_order WHERE assignment = ?", number)[0][0]
        answer = rows(loop.provider, "SELECT answer FROM exchange_report WHERE assignment = ? ORDER BY fact DESC LIMIT 1", number)[0][0]
        tap.say(f"{kind}: the town knows that the order is {state}, and says so", [
            complaint, "" if there == state else f"it is {there}", "" if answer == "accepted" else f"the answer is {answer}", *loop.refused()])


def test_again(loop, tap):
    """Everything that was ever sent, once more, in any order."""
    before = facts(loop.town), facts(loop.provider)
    sent = sorted(loop.places["sent"].glob("*.xml"))
    chance.shuffle(sent)
    for number, path in enumerate(sent):
        is_for_town = path.name.startswith(("WMO302", "WMO305", "WMO307"))
        if f">{loop.agb}<" in path.read_text(encoding="utf-8"):
            shutil.copy(path, loop.places["to-town" if is_for_town else "to-provider"] / f"{number}-{path.name}")
    loop.settle()
    tap.say("what comes again counts once", ["" if (facts(loop.town), facts(loop.provider)) == before else "facts were added", *loop.refused()])


def killed(command, moment):
    process = subprocess.Popen([PROGRAM, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(moment)
    process.kill()
    process.wait()


def test_kill(loop, tap):
    """Reports leave and come in once, however often either side is cut off."""
    begun = {row[0] for row in rows(loop.provider, "SELECT assignment FROM exchange_order WHERE valid_from <= '2023-05-12'")}
    for number, order in enumerate([order for order in open_orders(loop) if order[1] in begun][:KILLS]):
        complaint = report(loop, "start_reported", order, started_on="2023-05-12")
        killed(loop.provider_command(), chance.uniform(0, 0.06))
        loop.exchange(loop.provider_command())
        loop.carry("from-provider", "to-town")
        killed(loop.town_command(), chance.uniform(0, 0.06))
        loop.settle()
        state = rows(loop.town, "SELECT state FROM exchange_order WHERE assignment = ?", order[1])[0][0]
        reports = rows(loop.town, "SELECT COUNT(*) FROM exchange_report WHERE assignment = ? AND sort = 'started'", order[1])[0][0]
        tap.say(f"cut off on both sides, round {number + 1}: the start is there once", [
            complaint, "" if (state, reports) == ("started", 1) else f"{state}, {reports} times", *loop.refused()])


def test_refused(loop, tap):
    """A start of an order that was taken back: each side has an entry that says why, and a task."""
    order = rows(loop.provider, "SELECT person, assignment FROM exchange_order WHERE change_reason = '13' ORDER BY assignment")[0]
    complaint = report(loop, "start_reported", order, started_on="2023-05-12")
    loop.settle()
    answer = rows(loop.provider, "SELECT answer FROM exchange_report WHERE assignment = ?", order[1])
    tasks = rows(loop.provider, "SELECT COUNT(*) FROM journal_task WHERE code = 'report-refused' AND about = ? AND done_on = '9999-12-31'", order[1])
    listed = rows(loop.town, "SELECT sort, reasons FROM exchange_refused WHERE settled_on IS NULL")
    tap.say("a start of an order that was taken back is refused, and both sides know why", [
        complaint, "" if answer == [("9019",)] else answer, "" if tasks == [(1,)] else tasks,
        "" if len(listed) == 1 and listed[0][0] == "WMO305" and "9019 (TR019)" in listed[0][1] else listed])


def test_schemas(loop, tap):
    kinds = sorted({path.name[:6] for path in loop.places["sent"].glob("*.xml")})
    if not SCHEMAS.is_dir():
        tap.skip("every message is valid", "schemas are not here")
        return
    for kind in kinds:
        files = sorted(loop.places["sent"].glob(f"{kind}-*.xml"))
        told = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / f"{kind}.xsd", *files], capture_output=True, text=True, check=False)
        tap.say(f"{len(files)} messages {kind} are valid", [told.stderr] if told.returncode else [])
    tap.say("six kinds of messages went around", ["" if len(kinds) == 6 else " ".join(kinds)])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="thuisregie-loop-") as folder:
        loop = Loop(folder)
        test_care(loop, tap, test_orders(loop, tap))
        test_again(loop, tap)
        test_kill(loop, tap)
        test_refused(loop, tap)
        test_schemas(loop, tap)
        tap.say("the town's register is whole", unclean(loop.town))
        tap.say("the provider's register is whole", unclean(loop.provider))
    return tap.end()


sys.exit(main())
