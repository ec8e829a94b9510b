#!/usr/bin/env python3
"""A backup is whole whatever happens meanwhile, and a restore makes the same register or nothing at all."""
import os
import random
import resource
import shutil
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
RESIDENTS, REPORTS, ROUNDS = 120, 150, 4
chance = random.Random(SEED)


def backup(database, file, *arguments):
    code, told, complaint = run("backup", "--database", database, str(file), *arguments)
    return [f"backup: {code} {told} {complaint}"] if code else []


def restore(file, database, *arguments):
    code, told, complaint = run("restore", str(file), "--database", database, *arguments)
    return code, told, complaint


def restored(file, database, *arguments):
    code, told, complaint = restore(file, database, *arguments)
    return [f"restore: {code} {told} {complaint}"] if code else [*unclean(database)]


def same(one, other, folder, words):
    """Two databases have the same backup, whichever engines they are on, but for the order of their rows."""
    lines = []
    for number, database in enumerate((one, other)):
        file = Path(folder, f"same-{words}-{number}")
        complaints = backup(database, file)
        if complaints:
            return complaints
        tables = file.read_bytes().rpartition(b"\nE ")[0].split(b"\nT ")[1:]
        lines.append({table.split(b"\nR ")[0]: sorted(table.split(b"\nR ")) for table in tables})
    return [f"other rows: {head[:80]}" for head, rows in lines[0].items() if lines[1].get(head) != rows]


def nothing_left(folder, name):
    return [f"{path.name} was left" for path in Path(folder).iterdir() if path.name.startswith(name)]


def test_round_trips(folder, tap):
    first, file = str(Path(folder, "first.sqlite")), Path(folder, "first.backup")
    demo(first, RESIDENTS, "--scheme", "all")
    tap.say("a backup is made", backup(first, file))
    second = str(Path(folder, "second.sqlite"))
    tap.say("and restored it is the same register, proved whole", [*restored(file, second), *same(first, second, folder, "sqlite")])
    if "TEST_POSTGRES" in os.environ:
        url = os.environ["TEST_POSTGRES"]
        tap.say("to PostgreSQL too", [*restored(file, url), *same(first, url, folder, "postgres")])
        back, third = Path(folder, "back.backup"), str(Path(folder, "third.sqlite"))
        tap.say("and from there back to SQLite", [*backup(url, back), *restored(back, third), *same(first, third, folder, "back")])
        code, _, complaint = restore(file, url)
        tap.say("a PostgreSQL database that is not empty is refused", ["" if code == 2 and "empty" in complaint else f"{code} {complaint}"])
    else:
        tap.skip("PostgreSQL", "none here")
    return file


def test_refusals(folder, file, tap):
    there = str(Path(folder, "first.sqlite"))
    code, _, complaint = restore(file, there)
    tap.say("a database that is there is refused", ["" if code == 2 and "already" in complaint else f"{code} {complaint}", *unclean(there)])
    whole = file.read_bytes()
    for words, content in [("cut short", whole[:len(whole) // 2]), ("cut at the end", whole[:-1]), ("with more behind it", whole + b"x"),
                           ("one bit changed", whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:]), ("empty", b""),
                           ("something else", b"SQLite format 3\0" * 100)]:
        damaged, target = Path(folder, "damaged"), "damaged-target.sqlite"
        damaged.write_bytes(content)
        code, told, complaint = restore(damaged, str(Path(folder, target)))
        tap.say(f"a backup that is {words} is refused and leaves nothing", [
            "" if code == 3 and "backup" in complaint and not told else f"{code} {told} {complaint}", *nothing_left(folder, target)])
    code, _, complaint = restore(Path(folder, "nowhere"), str(Path(folder, "x.sqlite")))
    tap.say("a backup that is not there", ["" if code == 2 and complaint else f"{code} {complaint}"])


def test_keys(folder, file, tap):
    alone, target = Path(folder, "alone.backup"), str(Path(folder, "alone.sqlite"))
    shutil.copy(file, alone)
    code, told, complaint = restore(alone, target)
    tap.say("without its key it says so", ["" if code == 0 and "key" in told else f"{code} {told} {complaint}", *unclean(target)])
    other, target = Path(folder, "other.key"), "otherkey.sqlite"
    other.write_bytes(bytes(32))
    code, _, complaint = restore(file, str(Path(folder, target)), "--key", other)
    tap.say("another key is refused and leaves nothing", [
        "" if code == 2 and "not the one" in complaint else f"{code} {complaint}", *nothing_left(folder, target)])
    key = Path(f"{file}.key")
    tap.say("the key stands apart and is nobody else's to read", [
        "" if key.read_bytes() not in file.read_bytes() else "the backup has the key", "" if key.stat().st_mode & 0o077 == 0 else "mode",
        "" if file.stat().st_mode & 0o077 == 0 else "the backup's mode"])


def test_while_it_is_in_use(folder, tap):
    database = str(Path(folder, "used.sqlite"))
    accounts = demo(database, RESIDENTS)
    with Server(database) as server:
        visitor = Visitor.log_in(server.port, *account_of(accounts, "desk"))
        ended, strange = threading.Event(), []

        def write():
            for number in range(REPORTS):
                status, answer = visitor.append(
                    "report_received", who={"surname": f"Proef{number}", "born": "1941-02-28", "postcode": "9801AB", "house_number": 1},
                    asked="Hulp in huis.", channel="phone", received_on=TODAY)
                if status != 201:
                    strange.append((status, answer))
            ended.set()

        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        made = 0
        while not ended.is_set() or made == 0:
            file, target = Path(folder, f"used-{made}.backup"), str(Path(folder, f"used-{made}.sqlite"))
            tap.say(f"backup {made} of a database in use is whole", [*backup(database, file), *restored(file, target)])
            made += 1
        writer.join(30)
    tap.say("and nobody had to wait for it in vain", strange)


def test_full(folder, tap):
    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))

    code, told, complaint = run("backup", "--database", str(Path(folder, "first.sqlite")), str(Path(folder, "full.backup")),
                                preexec_fn=small)
    tap.say("a backup for which there is no room ends in words and leaves nothing", [
        "" if code == 3 and complaint and not told else f"{code} {told} {complaint}", *nothing_left(folder, "full.backup")])


def test_swept(folder, file, tap):
    """What a killed process left is gone after the next one; what somebody else put there is not."""
    dead = subprocess.Popen(["true"])
    dead.wait()
    left = [f"swept.backup.part-{dead.pid}", f"swept.backup.key.part-{dead.pid}", f"swept.sqlite.restoring-{dead.pid}-wal"]
    kept = ["swept.backup.20230515", f"swept.backup.part-{os.getpid()}", "swept.backup.part-x"]
    for name in [*left, *kept]:
        Path(folder, name).write_text("x")
    state = Path(folder, f"swept.sqlite.restoring-{dead.pid}.state")
    (state / "reads").mkdir(parents=True)
    (state / "reads" / "2023").write_text("x")
    complaints = [*backup(str(Path(folder, "first.sqlite")), Path(folder, "swept.backup")),
                  *restored(Path(folder, "swept.backup"), str(Path(folder, "swept.sqlite")))]
    tap.say("what a killed backup or restore left is swept away by the next one, and nothing else is", [
        *complaints, *(f"{name} was left" for name in [*left, state.name] if Path(folder, name).exists()),
        *(f"{name} is gone" for name in kept if not Path(folder, name).exists())])


def test_killed(folder, file, tap):
    began = time.monotonic()
    restore(file, str(Path(folder, "timed.sqlite")))
    seconds = time.monotonic() - began
    for number in range(ROUNDS):
        name = f"killed-{number}.sqlite"
        moment = chance.uniform(0.02, 0.9) * seconds
        process = subprocess.Popen([PROGRAM, "restore", str(file), "--database", str(Path(folder, name))], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.kill()
        process.wait()
        is_there = Path(folder, name).exists()
        tap.say(f"a restore killed after {moment:.2f} s of {seconds:.2f} s left all of it or nothing", [
            *(unclean(str(Path(folder, name))) if is_there else restored(file, str(Path(folder, name))))])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        file = test_round_trips(folder, tap)
        test_refusals(folder, file, tap)
        test_keys(folder, file, tap)
        test_while_it_is_in_use(folder, tap)
        test_full(folder, tap)
        test_swept(folder, file, tap)
        test_killed(folder, file, tap)
    return tap.end()


sys.exit(main())
