#!/usr/bin/env python3
"""Every violation in tests/plants is counted by verify, at the promises that its first line names and at no others."""
import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Tap, counts, demo, run, unclean  # noqa: E402

PLANTS = sorted((TOP / "tests/plants").glob("*.sql"))
RESIDENTS = 200
# Facts are the ground of a rebuild, and the read log is none of its business.
OUTSIDE_REBUILD = ("journal_fact", "journal_head", "access_read", "person_vault")


# Rows of data/requirements.csv: that what breaks them is found.
SHOWS = {"promise1_gap": ["LEL-I1", "LEL-I2"], "promise1_nobody": ["LEL-27", "LEL-28", "LEL-I1"], "promise1_stranger": ["LEL-I2"],
         "promise1_overlap": ["LEL-I1"], "promise2_ends_early": ["X-2"], "promise2_nowhere": ["X-2"],
         "promise2_two_providers": ["ZWO-16", "WES-I6"]}


def promises_of(plant):
    first = plant.read_text(encoding="utf-8").split("\n", 1)[0]
    return {int(number) for number in re.fullmatch(r"-- promise ([\d ]+): .+", first)[1].split()}


def is_derived(plant):
    return re.search(r"(?:UPDATE|INTO|FROM) (\w+)", plant.read_text(encoding="utf-8"))[1] not in OUTSIDE_REBUILD


def plant_in_sqlite(database, plant):
    connection = sqlite3.connect(database)
    connection.executescript(plant.read_text(encoding="utf-8"))
    changes = connection.total_changes
    connection.commit()
    connection.close()
    return changes


def copy_sqlite(database, folder):
    copy = str(Path(folder, "copy.sqlite"))
    for path in Path(folder).glob("copy.sqlite*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    source, target = sqlite3.connect(database), sqlite3.connect(copy)
    source.backup(target)
    source.close()
    target.close()
    shutil.copytree(f"{database}.state", f"{copy}.state", dirs_exist_ok=True)
    return copy


def complaints_about(database, plant):
    """What is wrong with what verify and rebuild say after the planting."""
    code, told, complaint = run("verify", "--database", database)
    found = {number for number, violations in counts(told).items() if violations}
    if code != 1 or found != promises_of(plant):
        yield f"verify ended with {code} and found {sorted(found)}\n{told}{complaint}"
    if is_derived(plant):
        code, told, complaint = run("rebuild", "--database", database, "--prove")
        if code != 1 or not told:
            yield f"rebuild --prove ended with {code}\n{told}{complaint}"


def test_sqlite(folder, tap):
    database = str(Path(folder, "demo.sqlite"))
    demo(database, RESIDENTS)
    tap.say("a demonstration keeps all promises", unclean(database))
    for day in ("2000-01-01", "2023-03-01", "2030-01-01"):
        tap.say(f"on {day} too", unclean(database, "--on", day))
    for plant in PLANTS:
        copy = copy_sqlite(database, folder)
        changes = plant_in_sqlite(copy, plant)
        complaints = [*complaints_about(copy, plant), "" if changes else "it changes nothing"]
        tap.say(f"{plant.stem} is found", complaints, SHOWS.get(plant.stem, ()))
    test_log_files(copy_sqlite(database, folder), tap)
    test_unreadable_fact(copy_sqlite(database, folder), tap)
    test_heads(database, folder, tap)


def test_log_files(database, tap):
    reads = Path(f"{database}.state", "reads")
    reads.mkdir(exist_ok=True)
    Path(reads, "planted").write_text("no line of a log\n", encoding="utf-8")
    code, told, complaint = run("verify", "--database", database)
    tap.say("a log file that cannot be read is found", [] if (code, counts(told).get(8)) == (1, 1) else [told, complaint])
    Path(reads, "planted").unlink()


def test_unreadable_fact(database, tap):
    for words, change in (("of an unknown kind", "kind = 'iets-anders'"), ("that is no JSON any more", "body = '{'")):
        with contextlib.closing(sqlite3.connect(database)) as connection, connection:
            connection.execute(f"UPDATE journal_fact SET {change} WHERE fact = (SELECT MAX(fact) FROM journal_fact)")
        code, told, complaint = run("rebuild", "--database", database, "--prove")
        tap.say(f"a fact {words} is a difference", [] if code == 1 and told.count("\n") == 1 else [f"{code}\n{told}{complaint}"])


def head_of(database):
    connection = sqlite3.connect(database)
    [row] = connection.execute("SELECT register_id, fact, chain FROM journal_head").fetchall()
    connection.close()
    return row


def test_heads(database, folder, tap):
    """Whoever can write the database can also make its chain fit again; not the head that somebody else keeps."""
    register, fact, chain = head_of(database)
    copy, kept = copy_sqlite(database, folder), Path(folder, "kept")

    def verify_against(words, expected):
        kept.write_text(words, encoding="utf-8")
        code, told, complaint = run("verify", "--database", copy, "--head", kept)
        return [] if code == expected else [f"{code}\n{told}{complaint}"]

    tap.say("a journal meets its own head", verify_against(f"{register} {fact} {chain}\n", 0))
    tap.say("another chain value is found", verify_against(f"{register} {fact} {'0' * 64}\n", 1))
    tap.say("a head beyond the journal's end is found", verify_against(f"{register} {fact + 1} {chain}\n", 1))
    tap.say("a register that is gone is found", verify_against(f"{register} {fact} {chain}\n404 1 {chain}\n", 1))
    tap.say("nonsense is no head", verify_against("nonsense\n", 2))
    tap.say("an empty file is no head", verify_against("", 2))
    code, _, complaint = run("verify", "--database", copy, "--head", Path(folder, "nowhere"))
    tap.say("a head that is not there is said", [] if code in (2, 3) and complaint else [f"{code} {complaint}"])
    connection = sqlite3.connect(copy)
    connection.executescript(f"""
        DELETE FROM journal_fact WHERE fact = {fact};
        UPDATE journal_head SET fact = {fact - 1}, chain = (SELECT chain FROM journal_fact WHERE fact = {fact - 1});""")
    connection.close()
    _, told, _ = run("verify", "--database", copy)
    tap.say("a journal cut short fits by itself", [] if counts(told).get(9) == 0 else [told])
    tap.say("and does not meet the head that was kept", verify_against(f"{register} {fact} {chain}\n", 1))


def psql(url, *arguments):
    return subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, *arguments], capture_output=True,
                          text=True, check=False)


def test_postgres(url, tap):
    demo(url, RESIDENTS)
    tap.say("a demonstration keeps all promises (postgres)", unclean(url))
    server, name = url.rsplit("/", 1)
    seen = set()
    for plant in PLANTS:
        if promises_of(plant) <= seen:
            continue
        seen |= promises_of(plant)
        made = psql(f"{server}/postgres", "-c", f'CREATE DATABASE "{name}_copy" TEMPLATE "{name}"')
        planted = psql(f"{url}_copy", "-f", str(plant))
        tap.say(f"{plant.stem} is found (postgres)", [made.stderr, planted.stderr, *complaints_about(f"{url}_copy", plant)])
        psql(f"{server}/postgres", "-c", f'DROP DATABASE "{name}_copy"')


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        test_sqlite(folder, tap)
        if os.environ.get("TEST_POSTGRES"):
            os.environ["THUISREGIE_STATE"] = str(Path(folder, "state"))
            test_postgres(os.environ["TEST_POSTGRES"], tap)
        else:
            tap.skip("plants in PostgreSQL", "TEST_POSTGRES is not set")
    return tap.end()


sys.exit(main())
