#!/usr/bin/env python3
"""Claims through the folders: what claims make makes is approved, what it spoils is refused with a code on its line, and
whenever the exchange is killed the same folder gives the same answers, once, and the tables are what the facts say."""
import contextlib
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import PROGRAM, Tap, demo, run, unclean  # noqa: E402

SCHEME, RESIDENTS, LINES, KILLS, PARTS = "westerkwartier", 60, 1200, 6, 3
SEED = int(os.environ.get("SEED", "1"))
MIXED = {"9321", "9338", "9339", "9340", "9346", "9387"}  # the rules that --spoil breaks
chance = random.Random(SEED)


def rows(database, query, *values):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


def codes(path):
    return re.findall(r"<RetourCode>(\w+)<", path.read_text(encoding="utf-8"))


class Town:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.database = str(self.folder / "town.sqlite")
        self.accounts = demo(self.database, RESIDENTS, "--scheme", SCHEME)
        self.places = {name: self.folder / name for name in ("in", "out", "made")}
        for place in self.places.values():
            place.mkdir()
        self.exchange()  # the orders of the demonstration leave

    def command(self):
        return ["exchange", "--database", self.database, "--in", str(self.places["in"]), "--out", str(self.places["out"])]

    def exchange(self):
        code, told, complaint = run(*self.command())
        if code != 0:
            raise RuntimeError(f"exchange ended with {code}: {told}{complaint}")

    def make(self, month, *options):
        """The files of a month, and what the command says of them."""
        code, told, complaint = run("claims", "make", "--database", self.database, "--month", month, "--lines", str(LINES),
                                    "--out", str(self.places["made"]), *options)
        if code != 0:
            raise RuntimeError(f"claims make ended with {code}: {told}{complaint}")
        files = sorted(self.places["made"].glob(f"claims-{month}-*.xml"))
        for path in files:
            shutil.copy(path, self.places["in"] / path.name)
        return files, dict(reversed(part.split(" ")) for part in told.strip().split("\t"))

    def answers(self):
        return {path.name: path.read_bytes() for path in sorted(self.places["out"].glob("WMO325-*.xml"))}

    def proof(self):
        return [words for words in run("rebuild", "--prove", "--database", self.database)[1].split("\n") if words]


def test_made(tap, town):
    files, told = town.make("2023-02")
    town.exchange()
    answers = town.answers()
    tap.say("what is made is approved whole", [] if [codes(town.places["out"] / name) for name in answers] == [["0200", "8001"]] * len(files)
            else [codes(town.places["out"] / name)[:20] for name in answers])
    tap.say("every line that was asked is there", [] if rows(town.database, "SELECT COUNT(*) FROM claim_line") == [(LINES,)] else [told])
    return answers


def test_spoiled(tap, town, before):
    _, told = town.make("2023-03", "--spoil", "10")
    town.exchange()
    new = set(town.answers()) - set(before)
    found = [code for name in new for code in codes(town.places["out"] / name) if code != "0200"]
    tap.say("what is spoiled is refused, one code a line", [] if str(len(found)) == told["spoiled"] and set(found) == MIXED
            else [told, len(found), set(found)])
    claim = rows(town.database, "SELECT lines, refused, claimed, granted FROM claim_claim ORDER BY fact DESC LIMIT 1")[0]
    refused = rows(town.database, "SELECT SUM(amount) FROM claim_line WHERE codes <> ''")[0][0]
    tap.say("the refused lines are what was not granted", [] if claim[:2] == (LINES, len(found)) and claim[2] - claim[3] == refused else [claim, refused])
    tap.say("a rebuild gives the same tables", town.proof())


def test_parts(tap, town):
    """Ended after each part of a claim, and before its fact: nothing of it counts, and it is booked whole when it comes again."""
    copy = town.folder / "parts"
    for place in ("in", "out", "made"):
        (copy / place).mkdir(parents=True)
    shutil.copy(town.database, copy / "town.sqlite")
    shutil.copytree(f"{town.database}.state", copy / "town.sqlite.state")
    database = str(copy / "town.sqlite")
    run("claims", "make", "--database", database, "--month", "2023-04", "--lines", str(PARTS * 1000 + 10), "--spoil", "1", "--out", str(copy / "in"))
    sums = "SELECT SUM(counted), SUM(amount), COUNT(*), (SELECT COUNT(*) FROM claim_claim), (SELECT MAX(fact) FROM journal_fact) FROM claim_sum"
    before = rows(database, sums)
    wrong, command = [], ["exchange", "--database", database, "--in", str(copy / "in"), "--out", str(copy / "out")]
    for number in range(PARTS + 1):
        with contextlib.closing(sqlite3.connect(database)) as connection:
            connection.execute("CREATE TRIGGER stop BEFORE " + (f"UPDATE ON claim_open WHEN NEW.lines > {1000 * number}" if number < PARTS
                                                                else "INSERT ON claim_claim") + " BEGIN SELECT RAISE(ABORT, 'stopped'); END")
        code, _, complaint = run(*command)
        with contextlib.closing(sqlite3.connect(database)) as connection:
            connection.execute("DROP TRIGGER stop")
        left = rows(database, "SELECT COALESCE(SUM(lines), 0) FROM claim_open")[0][0]
        proof = run("rebuild", "--prove", "--database", database)[1].strip()
        if (code, left, proof, rows(database, sums)) != (3, 1000 * number, "", before) or "stopped" not in complaint:
            wrong.append([number, code, left, proof, rows(database, sums), before, complaint])
    tap.say("a claim that was put down in part counts for nothing, wherever it stopped", wrong)
    code = run(*command)[0]
    after = rows(database, "SELECT lines, (SELECT COUNT(*) FROM claim_line l WHERE l.claim = c.claim), (SELECT COUNT(*) FROM claim_open)"
                 " FROM claim_claim c ORDER BY fact DESC LIMIT 1")
    refused = [found for path in (copy / "out").glob("WMO325-*.xml") for found in codes(path) if found in MIXED]
    tap.say("and is booked whole in the end", [] if code == 0 and after == [(PARTS * 1000 + 10, PARTS * 1000 + 10, 0)] and refused
            and not run("rebuild", "--prove", "--database", database)[1].strip() else [code, after, refused])


def test_killed(tap, town):
    """Killed at moments of chance, then left to end: as if nothing had happened."""
    town.make("2023-04", "--spoil", "10")
    copy = town.folder / "copy"
    copy.mkdir()
    for name in ("town.sqlite", "town.sqlite.state"):
        source = town.folder / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
    shutil.copytree(town.places["in"], copy / "in")
    (copy / "out").mkdir()
    other = ["exchange", "--database", str(copy / "town.sqlite"), "--in", str(copy / "in"), "--out", str(copy / "out")]
    began = time.monotonic()
    code = run(*other)[0]
    self_timed = time.monotonic() - began
    whole = {path.name: path.read_bytes() for path in (copy / "out").glob("WMO325-*.xml")}
    before = set(town.answers())
    killed = 0
    for _ in range(KILLS):
        process = subprocess.Popen([PROGRAM, *town.command()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=TOP)
        time.sleep(chance.uniform(0, self_timed))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
    town.exchange()
    answers = {name: text for name, text in town.answers().items() if name not in before}
    tap.say("killed at any moment, the same answer, once", [] if code == 0 and answers == whole and len(whole) == 1
            else [killed, sorted(answers), sorted(whole)])
    months = rows(town.database, "SELECT month, COUNT(*), SUM(lines) FROM claim_claim GROUP BY month ORDER BY month")
    kept = rows(town.database, "SELECT COUNT(*) FROM claim_line")[0][0]
    tap.say("nothing is booked by half, nothing twice", [] if [month[1:] for month in months] == [(1, LINES)] * 3 and kept == 3 * LINES
            else [months, kept])
    tap.say("and a rebuild gives the same tables again", town.proof())
    for path in town.places["made"].glob("*.xml"):
        shutil.copy(path, town.places["in"] / path.name)
    facts = rows(town.database, "SELECT MAX(fact) FROM journal_fact")
    sent = town.answers()
    town.exchange()
    tap.say("messages that come again change nothing, and are answered as before",
            [] if rows(town.database, "SELECT MAX(fact) FROM journal_fact") == facts and town.answers() == sent else ["something changed"])


def test_cut_off(tap, town):
    """A file of which the end is missing, at whatever place: refused with its reason, and nothing is booked."""
    whole = sorted(town.places["made"].glob("claims-2023-04-*.xml"))[0].read_bytes()
    sent = town.answers()
    claims = rows(town.database, "SELECT COUNT(*), SUM(lines) FROM claim_claim")
    for number in range(4):
        (town.places["in"] / f"cut-{number}.xml").write_bytes(whole[:chance.randrange(1, len(whole) - 20)])
    town.exchange()
    refused = town.places["in"] / "refused"
    left = [f"cut-{number}" for number in range(4)
            if not (refused / f"cut-{number}.xml").exists() or not (refused / f"cut-{number}.xml.reason.txt").exists()]
    tap.say("a claim that is cut off is refused", [] if not left and town.answers() == sent
            and rows(town.database, "SELECT COUNT(*), SUM(lines) FROM claim_claim") == claims else [left])


def test_old_month(tap, town):
    """What is made is clean on all levels, so nothing is made of before the standard's own first day (CS100)."""
    code, told, complaint = run("claims", "make", "--database", town.database, "--month", "2020-12", "--lines", "5", "--out", str(town.folder / "old"))
    tap.say("a month before 2021 is refused", [] if code == 2 and "2021-01" in complaint and not list((town.folder / "old").glob("*.xml"))
            else [code, told, complaint])


def test_one_scheme_of_a_register(tap, folder):
    """In a register of three municipalities claims are made of clients whose municipality has the provider's products."""
    database, out = str(folder / "three.sqlite"), folder / "three"
    day = ["--today", "2024-03-15"]
    made = run("demo", "--database", database, "--scheme", "alphen", "--residents", "20", *day)[0]
    code, told, complaint = run("claims", "make", "--database", database, "--month", "2024-02", "--lines", "40", "--out", str(out), *day)
    tap.say("a register of three municipalities has claims", [] if made == code == 0 and told.startswith("1 files\t40 lines") else [made, code, told, complaint])
    tap.say("what they stand on breaks no promise", list(unclean(database)))
    code, _, complaint = run("claims", "make", "--database", database, "--scheme", "nowhere", "--month", "2024-02", "--lines", "1", "--out", str(out), *day)
    tap.say("a scheme that no register has is refused", [] if code == 2 and "nowhere" in complaint else [code, complaint])


def test_full_disk(tap, town):
    """Where no file may grow beyond a few hundred kilobytes nothing is booked, and it is said; with room it is."""
    copy = town.folder / "full"
    copy.mkdir()
    shutil.copy(town.database, copy / "town.sqlite")
    shutil.copytree(f"{town.database}.state", copy / "town.sqlite.state")
    for place in ("in", "out", "made"):
        (copy / place).mkdir()
    database = str(copy / "town.sqlite")
    code, told, complaint = run("claims", "make", "--database", database, "--month", "2023-04", "--lines", "500", "--out", str(copy / "in"))
    command = ["exchange", "--database", database, "--in", str(copy / "in"), "--out", str(copy / "out")]
    small = (150_000, 150_000)
    process = subprocess.run([PROGRAM, *command], capture_output=True, text=True, check=False, cwd=TOP, restore_signals=False,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, small))
    claims = rows(database, "SELECT COUNT(*) FROM claim_claim")
    tap.say("on a disk without room a claim is not booked, and that is said",
            [] if code == 0 and process.returncode == 3 and process.stderr.startswith("thuisregie ") and claims == rows(town.database, "SELECT COUNT(*) FROM claim_claim")
            else [code, told, complaint, process.returncode, process.stderr, claims])
    code = run(*command)[0]
    answers = [codes(path) for path in (copy / "out").glob("WMO325-*.xml")]
    tap.say("with room it is booked whole", [] if code == 0 and answers == [["0200", "8001"]] else [code, answers])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        town = Town(folder)
        before = test_made(tap, town)
        test_spoiled(tap, town, before)
        test_old_month(tap, town)
        test_full_disk(tap, town)
        test_one_scheme_of_a_register(tap, town.folder)
        test_parts(tap, town)
        test_killed(tap, town)
        test_cut_off(tap, town)
    sys.exit(tap.end())


main()
