#!/usr/bin/env python3
"""kill -9 at any moment, a full disk, four writers at once: nothing acknowledged is lost, and what is left is whole.

The moments are chosen by chance; SEED repeats them as far as the machine allows.
"""
import contextlib
import http.client
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import PROGRAM, TODAY, Server, Tap, Visitor, account_of, demo, run, unclean  # noqa: E402

SEED = int(os.environ.get("SEED", "1"))
ROUNDS, WRITERS, FACTS_EACH, MOST_REFUSALS = 5, 4, 25, 20
DEMO_RESIDENTS, RESIDENTS = 300, 20
DEMO_DISK, SERVER_DISK = "2m", "32m"
chance = random.Random(SEED)


def address_of(database):
    """A postcode and house number that lie in the scheme's area."""
    if "://" in database:
        told = subprocess.run(["psql", "-XqAt", "-F", " ", "-d", database, "-c",
                               "SELECT postcode, house_number FROM person_vault LIMIT 1"], capture_output=True, text=True, check=True)
        return told.stdout.split()
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT postcode, house_number FROM person_vault LIMIT 1").fetchone()


def facts_in(database):
    """The numbers of all facts in the journal."""
    if "://" in database:
        told = subprocess.run(["psql", "-XqAt", "-d", database, "-c", "SELECT fact FROM journal_fact"], capture_output=True,
                              text=True, check=True)
        return {int(word) for word in told.stdout.split()}
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return {row[0] for row in connection.execute("SELECT fact FROM journal_fact")}


def report(address, number):
    return {"who": {"surname": f"Proef{number}", "born": "1941-02-28", "postcode": str(address[0]),
                    "house_number": int(address[1])},
            "asked": "Hulp in huis.", "channel": "phone", "received_on": TODAY}


class Writer(threading.Thread):
    """Posts reports until it is told to stop or has done so many; remembers what was acknowledged and the longest wait."""

    def __init__(self, visitor, address, most):
        super().__init__(daemon=True)
        self.visitor, self.address, self.most = visitor, address, most
        self.acknowledged, self.others, self.worst_ms = [], [], 0.0
        self.is_stopped = threading.Event()

    def run(self):
        with contextlib.suppress(OSError, http.client.HTTPException):
            while len(self.acknowledged) < self.most and len(self.others) < MOST_REFUSALS and not self.is_stopped.is_set():
                began = time.monotonic()
                status, answer = self.visitor.append("report_received", **report(self.address, len(self.acknowledged)))
                self.worst_ms = max(self.worst_ms, 1000 * (time.monotonic() - began))
                if status == 201:
                    self.acknowledged.append(answer["id"])
                else:
                    self.others.append((status, answer))
                    time.sleep(0.02)


def writers_at(server, cookie, address, most=10 ** 9):
    writers = [Writer(Visitor(server.port, cookie), address, most) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    return writers


def lost(database, acknowledged):
    missing = sorted(set(acknowledged) - facts_in(database))
    return [f"{len(missing)} of {len(acknowledged)} acknowledged facts are gone, the first is {missing[0]}"] if missing else []


def test_kill_demo(folder, tap):
    began = time.monotonic()
    demo(str(Path(folder, "whole.sqlite")), DEMO_RESIDENTS)
    seconds = time.monotonic() - began
    for number in range(ROUNDS):
        database = str(Path(folder, f"killed-{number}.sqlite"))
        process = subprocess.Popen([PROGRAM, "demo", "--database", database, "--residents", str(DEMO_RESIDENTS)],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        moment = chance.uniform(0.05, 0.95) * seconds
        time.sleep(moment)
        process.kill()
        process.wait()
        code, _, complaint = run("migrate", "--database", database)
        tap.say(f"a demonstration killed after {moment:.2f} s of {seconds:.2f} s is whole",
                [complaint if code else "", *unclean(database)])


def test_kill_server(database, cookie, label, rounds, tap):
    address, acknowledged = address_of(database), []
    for _ in range(rounds):
        with Server(database) as server:
            writers = writers_at(server, cookie, address)
            moment = chance.uniform(0.05, 0.8)
            time.sleep(moment)
            server.kill()
            for writer in writers:
                writer.join()
        fresh = [number for writer in writers for number in writer.acknowledged]
        strange = [other for writer in writers for other in writer.others]
        acknowledged += fresh
        tap.say(f"a server killed after {moment:.2f} s loses nothing it acknowledged ({label}, {len(fresh)} facts)",
                [*lost(database, acknowledged), *strange, *unclean(database)])
    tap.say(f"facts were acknowledged at all ({label})", [] if acknowledged else ["none"])


class Reader(threading.Thread):
    """Opens a resident's file until the server is gone; counts the pages that came."""

    def __init__(self, visitor, person):
        super().__init__(daemon=True)
        self.visitor, self.person, self.pages, self.strange = visitor, person, 0, ""

    def run(self):
        with contextlib.suppress(OSError, http.client.HTTPException):
            while not self.strange:
                status, _, _ = self.visitor.ask("GET", f"/clients/{self.person}")
                self.pages += status == 200
                self.strange = "" if status == 200 else f"status {status}"


def read_lines(database, person):
    """The lines about somebody, each once, whether they are in the database already or still in a log file."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        lines = set(connection.execute("SELECT file, place FROM access_read WHERE person = ?", (person,)))
    for path in Path(f"{database}.state", "reads").iterdir():
        place = 0
        for line in path.read_bytes().split(b"\0", 1)[0].splitlines(keepends=True):
            if line.endswith(b"\n") and line.split()[1] == str(person).encode():
                lines.add((path.name, place))
            place += len(line)
    return lines


def test_kill_readers(database, cookie, tap):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        [person] = connection.execute("SELECT MIN(person) FROM person_vault").fetchone()
    pages = 0
    for _ in range(3):
        with Server(database) as server:
            readers = [Reader(Visitor(server.port, cookie), person) for _ in range(WRITERS)]
            for reader in readers:
                reader.start()
            time.sleep(chance.uniform(0.3, 2.5))  # the worker takes lines into the database once a second
            server.kill()
            for reader in readers:
                reader.join()
        pages += sum(reader.pages for reader in readers)
        lines = len(read_lines(database, person))
        tap.say(f"every page that was seen left its line ({pages} pages, {lines} lines)",
                ["lines are missing" if lines < pages or not pages else "", "too many" if lines > pages + 3 * WRITERS else "",
                 *[reader.strange for reader in readers], *unclean(database)])


def test_kill_one_process(database, cookie, tap):
    """The others go on, and another takes its place."""
    address = address_of(database)
    with Server(database) as server:
        writers = writers_at(server, cookie, address)
        for _ in range(3):
            time.sleep(0.3)
            children = server.children()
            if children:
                os.kill(chance.choice(children), signal.SIGKILL)
        for writer in writers:
            writer.is_stopped.set()
            writer.join()
        time.sleep(0.5)
        before = [number for writer in writers for number in writer.acknowledged]
        after = writers_at(server, cookie, address, 5)
        for writer in after:
            writer.join()
        tap.say("after one process was killed the others answer",
                [f"{len(writer.acknowledged)} of 5: {writer.others}" for writer in after if len(writer.acknowledged) != 5])
        tap.say("the server ends as asked all the same", [code for code in [server.stop()] if code])
    tap.say("what was acknowledged is there", [*lost(database, before), *unclean(database)])


def test_many_writers(database, cookie, label, tap):
    with Server(database) as server:
        began = time.monotonic()
        writers = writers_at(server, cookie, address_of(database), FACTS_EACH)
        for writer in writers:
            writer.join(120)
        seconds = time.monotonic() - began
        server.stop()
    done = [number for writer in writers for number in writer.acknowledged]
    print(f"# {label}: {len(done)} facts by {WRITERS} writers in {seconds:.2f} s, the longest wait was "
          f"{max(writer.worst_ms for writer in writers):.0f} ms")
    tap.say(f"{WRITERS} writers at once all get their turn ({label})",
            [f"{len(writer.acknowledged)} of {FACTS_EACH}: {writer.others[:3]}" for writer in writers
             if len(writer.acknowledged) != FACTS_EACH])
    tap.say(f"and none got another's number ({label})", [] if len(set(done)) == len(done) else ["a number was given twice"])


def test_kill_prove(database, tap):
    for _ in range(3):
        process = subprocess.Popen([PROGRAM, "rebuild", "--database", database, "--prove"], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.wait()
    left = [path.name for path in Path(f"{database}.state").glob("side-*")]
    tap.say("a killed rebuild leaves nothing behind", left)


def messages_in(database):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return {row[0] for row in connection.execute("SELECT message FROM exchange_order WHERE message <> ''")}


def test_kill_exchange(folder, tap):
    """Each order leaves in one file of one name, whole, however often the exchange was cut off."""
    whole = str(Path(folder, "whole.sqlite"))
    before = messages_in(whole)
    Path(folder, "in").mkdir()
    for number in range(ROUNDS):
        database, out = str(Path(folder, f"exchanged-{number}.sqlite")), Path(folder, f"out-{number}")
        copy_all(whole, database)
        out.mkdir()
        command = ["exchange", "--database", database, "--in", str(Path(folder, "in")), "--out", str(out)]
        process = subprocess.Popen([PROGRAM, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        moment = chance.uniform(0, 0.1)
        time.sleep(moment)
        process.kill()
        process.wait()
        sent = len(messages_in(database) - before)
        code, _, complaint = run(*command)
        names = {path.stem.rsplit("-", 1)[-1] for path in out.glob("*.xml")}
        torn = [path.name for path in out.glob("*.xml") if not path.read_text(encoding="utf-8").rstrip().endswith(">")]
        fresh = messages_in(database) - before
        tap.say(f"an exchange killed after {moment * 1000:.0f} ms, {sent} messages in, sends each message once",
                [f"{code}: {complaint}" if code else "", "" if names == fresh and fresh else f"{names ^ fresh} of {fresh}",
                 *torn, *unclean(database)])


@contextlib.contextmanager
def small_disk(folder, size):
    """A disk that is soon full, or None where nobody lets us make one."""
    place = Path(folder, f"disk-{size}")
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True, check=False)
    try:
        yield place if mounted.returncode == 0 else None
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "--lazy", place], check=False)


def copy_all(database, copy):
    """The file with what stands beside it."""
    for path in Path(database).parent.glob(f"{Path(database).name}*"):
        subprocess.run(["cp", "-a", path, str(path).replace(database, copy)], check=True)


def is_one_sentence(words):
    return words.count("\n") == 1 and words.startswith("thuisregie ")


def test_full_disk_of_demo(disk, folder, tap):
    database = str(Path(disk, "demo.sqlite"))
    code, _, complaint = run("demo", "--database", database, "--residents", DEMO_RESIDENTS)
    tap.say("a demonstration on a disk that fills up says so and ends with 3",
            [] if code == 3 and is_one_sentence(complaint) else [f"{code}: {complaint}"])
    roomy = str(Path(folder, "moved.sqlite"))
    copy_all(database, roomy)
    code, _, complaint = run("migrate", "--database", roomy)
    tap.say("and what it had done is whole", [complaint if code else "", *unclean(roomy)])


def fill(place):
    """Takes the last byte of the disk."""
    with Path(place, "ballast").open("wb", buffering=0) as ballast, contextlib.suppress(OSError):
        while True:
            ballast.write(b"\0" * 4096)


def test_full_disk_of_server(disk, small, cookie, tap):
    """Refused while the disk is full, taken again when it is not, and no answer in between is a lie."""
    database = str(Path(disk, "small.sqlite"))
    copy_all(small, database)
    address = address_of(database)
    with Server(database) as server:
        visitor = Visitor(server.port, cookie)
        status, answer = ask_to_append(visitor, address)
        tap.say("on a small disk facts are taken", [] if status == 201 else [f"{status}: {answer}"])
        fill(disk)
        answers = [ask_to_append(visitor, address) for _ in range(50)]
        refused = [status for status, _ in answers if status != 201]
        tap.say("a full disk refuses facts with an answer",
                [] if refused and all(status in (500, 503, 507) for status in refused) else [sorted(set(refused)), server.said()[-500:]])
        Path(disk, "ballast").unlink()
        status, answer = ask_to_append(visitor, address)
        tap.say("and with room again they are taken", [] if status == 201 else [f"{status}: {answer}\n{server.said()[-500:]}"])
        acknowledged = [answer["id"] for status, answer in [*answers, (status, answer)] if status == 201]
        server.stop()
    tap.say("no acknowledged fact is lost", [*lost(database, acknowledged), *unclean(database)])


def ask_to_append(visitor, address):
    try:
        return visitor.append("report_received", **report(address, 1))
    except (OSError, http.client.HTTPException) as error:
        return 0, {"body": str(error)}


def session_of(database, accounts):
    """The cookie of somebody at the desk."""
    with Server(database) as server:
        return Visitor.log_in(server.port, *account_of(accounts, "desk")).cookie


def test_full_disk(folder, tap):
    small = str(Path(folder, "small.sqlite"))
    cookie = session_of(small, demo(small, 1))
    with small_disk(folder, DEMO_DISK) as tiny, small_disk(folder, SERVER_DISK) as disk:
        if tiny is None or disk is None:
            tap.skip("a full disk", "a small disk can only be made as root")
            return
        test_full_disk_of_demo(tiny, folder, tap)
        test_full_disk_of_server(disk, small, cookie, tap)


def main():
    tap = Tap()
    print(f"# SEED={SEED}")
    with tempfile.TemporaryDirectory() as folder:
        test_kill_demo(folder, tap)
        test_kill_exchange(folder, tap)
        database = str(Path(folder, "served.sqlite"))
        cookie = session_of(database, demo(database, RESIDENTS))
        test_many_writers(database, cookie, "sqlite", tap)
        test_kill_server(database, cookie, "sqlite", ROUNDS, tap)
        test_kill_readers(database, cookie, tap)
        test_kill_one_process(database, cookie, tap)
        test_kill_prove(database, tap)
        test_full_disk(folder, tap)
        if os.environ.get("TEST_POSTGRES"):
            os.environ["THUISREGIE_STATE"] = str(Path(folder, "state"))
            database = os.environ["TEST_POSTGRES"]
            cookie = session_of(database, demo(database, RESIDENTS))
            test_many_writers(database, cookie, "postgres", tap)
            test_kill_server(database, cookie, "postgres", 2, tap)
        else:
            tap.skip("a killed server on PostgreSQL", "TEST_POSTGRES is not set")
    return tap.end()


sys.exit(main())
