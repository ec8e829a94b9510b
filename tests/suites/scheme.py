#!/usr/bin/env python3
"""The commands `scheme diff` and `scheme adopt`: words, clients touched, exit codes, what is refused. Prints TAP."""
import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from service import Tap, account_of, demo, unclean  # noqa: E402

PROGRAM = os.environ.get("THUISREGIE", "build/thuisregie")
SCHEME = Path("schemes/westerkwartier.yaml")
LEAD = """    areas: [Leek, Marum, Zuidhorn]
    parties: miep
    from: 2023-03-01
  - name: vanaf-75-dnzt
"""
OTHER_LEAD = """    areas: [Leek, Zuidhorn]
    parties: miep
    from: 2023-03-01
  - {name: marum-1, how: area_lead, agreement: hoofdaanbieders, products: huishoudelijke-hulp,
     target_group: vanaf-18, areas: Marum, parties: miep, from: 2023-03-01, until: 2023-07-01}
  - {name: marum-2, how: area_lead, agreement: hoofdaanbieders, products: huishoudelijke-hulp,
     target_group: vanaf-18, areas: Marum, parties: dnzt, from: 2023-07-01}
  - name: vanaf-75-dnzt
"""
MARUM = "('9361', '9362', '9363', '9364', '9365', '9366', '9367', '9824', '9825')"
COUNT = f"""SELECT COUNT(DISTINCT person), COUNT(DISTINCT CASE WHEN deliverer = 'miep' THEN person END) FROM (
    SELECT person, product, deliverer, valid_from, valid_until FROM assignment_assignment
    UNION ALL SELECT person, product, '', valid_from, valid_until FROM assignment_waiting)
    JOIN person_vault USING (person) WHERE product = 'huishoudelijke-hulp'
    AND valid_from <= '2023-07-01' AND valid_until > '2023-07-01' AND SUBSTR(postcode, 1, 4) IN {MARUM}"""


def run(*arguments, language="nl"):
    done = subprocess.run([PROGRAM, "scheme", *map(str, arguments)], capture_output=True, text=True, check=False,
                          env={**os.environ, "LC_ALL": language})
    return done.returncode, done.stdout, done.stderr


def differences(expected, found):
    return [] if expected == found else [f"expected {expected!r}", f"found {found!r}"]


def counted(database):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(COUNT).fetchone()


def diffs(tap, folder, database):
    new = folder / "new.yaml"
    new.write_text(SCHEME.read_text(encoding="utf-8").replace(LEAD, OTHER_LEAD), encoding="utf-8")
    sentence = "Vanaf 1 juli 2023 levert De Nieuwe Zorg Thuis (DNZT) hulp bij het huishouden in Marum; tot die dag MIEP."
    tap.say("what changes is said in a sentence", differences((0, sentence + "\n", ""), run("diff", SCHEME, new)))
    english = "From 1 July 2023 De Nieuwe Zorg Thuis (DNZT) delivers hulp bij het huishouden in Marum; until that day MIEP."
    tap.say("and in English", differences((0, english + "\n", ""), run("diff", SCHEME, new, language="en_GB.UTF-8")))
    tap.say("nothing changes in a file beside itself",
            differences((0, "Er verandert niets.\n", ""), run("diff", SCHEME, SCHEME)))
    code, said, _ = run("diff", SCHEME, new, "--database", database, "--json")
    told = json.loads(said)
    [change] = told["changes"]
    clients, lost = counted(database)
    tap.say("the clients are those that SQL counts",
            differences((0, clients, lost, "2023-07-01"), (code, change["clients"], change["lost"], change["on"])))
    tap.say("there are some", [] if clients > 2 and lost > 2 else [f"{clients} and {lost}"])
    tap.say("all together each counts once", differences((clients, lost, ["2023-07-01"]),
                                                         (told["clients"], told["lost"], told["days"])))
    code, said, _ = run("diff", SCHEME, new, "--database", database)
    lines = said.split("\n")
    tap.say("the number stands behind the sentence",
            [] if lines[0].startswith(f"{sentence} {clients} cliënten: van {lost} mag de aanbieder niet meer leveren")
            and lines[1].startswith(f"In totaal {clients} van de ") else lines)
    code, said, _ = run("diff", SCHEME, new, "--database", database, "--today", "2023-09-01", "--json")
    tap.say("a day that has passed is asked about today", differences("2023-09-01", json.loads(said)["changes"][0]["on"]))


def adopted(database):
    """The body of the newest version, and who brought it for which day."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        body, account, valid_on = connection.execute(
            "SELECT body, account, valid_on FROM journal_fact WHERE kind = 'scheme_adopted' ORDER BY fact DESC").fetchone()
        return json.loads(body), account, valid_on


def adopts(tap, folder, database, accounts):
    new, account = folder / "new.yaml", account_of(accounts, "policy_adviser")[0]
    where = ("--database", database, "--account", account)
    code, said, error = run("adopt", new, *where, "--from", "2023-06-01", "--reason", "De raad besloot dit.")
    clients, lost = counted(database)
    body, by, valid_on = adopted(database)
    tap.say("a version is adopted for a later day", [] if code == 0 and not error and "geldt vanaf 2023-06-01" in said
            else [f"exit {code}", said, error])
    tap.say("in somebody's name", differences((account, "2023-06-01"), (by, valid_on)))
    [change] = body["changes"]
    tap.say("the fact keeps what it changes and for how many",
            differences(("2023-07-01", "2023-07-01", clients, clients, "De raad besloot dit."),
                        (change["from"], change["on"], change["clients"], body["clients"], body["reason"])))
    tap.say("in words", [] if change["words"].startswith("Vanaf 1 juli 2023 levert De Nieuwe Zorg Thuis")
            and f"van {lost} mag de aanbieder niet meer leveren" in change["clients_words"]
            and body["summary"].startswith(f"In totaal {clients} van de ") else [body])
    code, said, error = run("adopt", SCHEME, *where, "--from", "2023-05-20")
    tap.say("an earlier day withdraws it", [] if code == 0
            and "De versie die vanaf 1 juni 2023 zou gelden, vervalt hiermee." in said else [f"exit {code}", said, error])
    tap.say("the database is in order", list(unclean(database)))
    connie = account_of(accounts, "contract_manager")[0]
    rows = [
        ("the version that holds", ("adopt", SCHEME, *where, "--from", "2023-05-21"), 1, "Er verandert niets"),
        ("a day in the past", ("adopt", new, *where, "--from", "2023-05-14"), 1, "vandaag of later"),
        ("a day that does not exist", ("adopt", new, *where, "--from", "2023-02-30"), 2, "--from takes a date"),
        ("somebody who may not", ("adopt", new, "--database", database, "--account", connie), 2, "may not adopt"),
        ("somebody who is not there", ("adopt", new, "--database", database, "--account", "x"), 2, "no account x"),
        ("nobody", ("adopt", new, "--database", database), 2, "needs --database FILE|URL and --account"),
        ("no database", ("adopt", new, "--account", account), 2, "needs --database FILE|URL and --account"),
        ("another register", ("adopt", "schemes/zwolle.yaml", *where), 2, "no register 193"),
        ("a file that is not right", ("adopt", folder / "broken.yaml", *where), 1, "broken.yaml:1:1:"),
    ]
    for words, arguments, expected, part in rows:
        code, said, error = run(*arguments)
        tap.say(f"adopt, {words}: exit {expected}", [] if code == expected and part in error and not said
                else [f"exit {code}", said, error])


def refusals(tap, folder, database):
    broken, empty = folder / "broken.yaml", folder / "empty.yaml"
    broken.write_text("name: x\n", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    rows = [
        ("a file that is not right", ("diff", SCHEME, broken), 1, "broken.yaml:1:1:"),
        ("a file that is not right, first", ("diff", broken, SCHEME), 1, "broken.yaml:1:1:"),
        ("an empty file", ("diff", SCHEME, empty), 1, "empty.yaml:"),
        ("a file that is not there", ("diff", SCHEME, folder / "none.yaml"), 3, "none.yaml"),
        ("one file", ("diff", SCHEME), 2, "diff FILE FILE"),
        ("three files", ("diff", SCHEME, SCHEME, SCHEME), 2, "diff FILE FILE"),
        ("a database that is not there", ("diff", SCHEME, SCHEME, "--database", folder / "none"), 3, "none"),
        ("a register that the database has not", ("diff", SCHEME, "schemes/zwolle.yaml", "--database", database), 2,
         "no register 193"),
        ("another word", ("differ", SCHEME), 2, "diff FILE FILE"),
    ]
    for words, arguments, expected, part in rows:
        code, said, error = run(*arguments)
        tap.say(f"{words}: exit {expected}", [] if code == expected and part in error and not said
                else [f"exit {code}", said, error])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/demo.sqlite"
        accounts = demo(database, 400)
        diffs(tap, Path(folder), database)
        refusals(tap, Path(folder), database)
        adopts(tap, Path(folder), database, accounts)
    return tap.end()


sys.exit(main())
