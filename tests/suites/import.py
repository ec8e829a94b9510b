#!/usr/bin/env python3
"""A municipality begins with CSV files: dirty ones, the same one twice, thousands of rows, and one that is killed halfway."""
import contextlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import PROGRAM, Server, Tap, Visitor, run, unclean  # noqa: E402

SEED = int(os.environ.get("SEED", "1"))
SCHEME = "westerkwartier"
COLUMNS = "bsn,surname,prefix,first_names,born,sex,street,house_number,postcode,place,died"
MANY, ROUNDS = 3000, 3
chance = random.Random(SEED)


def bsns():
    """Numbers that pass the eleven test, all beginning with 9999."""
    for number in range(99990000, 99999999):
        check = sum((9 - place) * int(digit) for place, digit in enumerate(f"{number:08}")) % 11
        if check < 10:
            yield f"{number:08}{check}"


BSN = [bsn for bsn, _ in zip(bsns(), range(MANY + 100))]


def row(bsn="", **values):
    plain = {"surname": "Voorbeeld", "prefix": "", "first_names": "Jo", "born": "19500213", "sex": "V", "street": "Dorpsstraat",
             "house_number": "12", "postcode": "9351 AB", "place": "Leek", "died": ""}
    return ",".join([bsn, *{**plain, **values}.values()])


class Town:
    """A database, and what an import into it told."""

    def __init__(self, database):
        self.database = database

    def bring(self, content, sort="residents"):
        with tempfile.NamedTemporaryFile(suffix=".csv") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
            file.flush()
            code, told, complaint = run("import", sort, "--database", self.database, "--scheme", SCHEME, file.name, "--json")
        try:
            return code, json.loads(told), complaint
        except ValueError:
            return code, told, complaint


def wanted(answer, accepted, *findings):
    """What is wrong with an answer: findings are (line, column)."""
    code, told, complaint = answer
    if not isinstance(told, dict):
        return [f"{code} {told} {complaint}"]
    got = [(finding["line"], finding["column"]) for finding in told["findings"]]
    return ["" if told["accepted"] == accepted else told, "" if got == list(findings) else f"{got} {told}",
            "" if code == (1 if told["refused"] else 0) else f"exit code {code}",
            "" if set(told) == {"accepted", "refused", "findings"} else sorted(told)]


def test_what_is_accepted(folder, tap):
    town = Town(str(Path(folder, "accepted.sqlite")))
    cases = [
        ("unknown parts of a birthday", [{"born": "19950200"}, {"born": "19950000"}, {"born": "00000000"}, {"born": "19960229"}]),
        ("a name of 200 characters", [{"surname": "ë" * 200, "first_names": "x" * 200}]),
        ("no first names", [{"first_names": ""}]),
        ("the deceased", [{"died": "20200101"}, {"died": "20200000"}, {"died": "00000000"}]),
        ("diacritics", [{"surname": "Müller-Øster", "first_names": "Zoë Ægir", "place": "Gstaad-Ÿ"}]),
        ("an address with letters", [{"house_number": "12a"}, {"house_number": "12-3"}, {"house_number": "12 bis"}]),
        ("a postcode in either way", [{"postcode": "9351ab"}, {"postcode": "9351 AB"}]),
        ("any sex", [{"sex": "m"}, {"sex": "O"}, {"sex": ""}]),
        ("no address", [{"street": "", "house_number": "", "postcode": "", "place": ""}]),
        ("blanks around", [{"surname": "  Blank ", "born": " 19500213 "}]),
        ("quotation marks and a line end", [{"surname": '"Komma, ""aan""\nhaling"'}]),
    ]
    number = 0
    for words, rows in cases:
        lines = [COLUMNS]
        for values in rows:
            lines.append(row(BSN[number], **values))
            number += 1
        tap.say(f"accepted: {words}", wanted(town.bring("\n".join(lines)), len(rows)))
    tap.say("what was accepted is whole", unclean(town.database))


def test_what_is_refused(folder, tap):
    town = Town(str(Path(folder, "refused.sqlite")))
    number = iter(BSN[50:])
    for column, value in [("born", "19501332"), ("born", "20230229"), ("born", "19500013"), ("born", "1950-02-13"), ("born", ""),
                          ("born", "99990101"), ("died", "19500230"), ("died", "19490101"), ("died", "99990101"), ("sex", "X"),
                          ("surname", ""), ("surname", "x" * 201), ("postcode", "935 AB"), ("house_number", "a12"),
                          ("house_number", "123456"), ("prefix", "x" * 11)]:
        tap.say(f"refused: {column} {value[:12]!r}", wanted(
            town.bring("\n".join([COLUMNS, row(next(number), **{column: value}), row(next(number))])), 1, (2, column)))
    for bsn in ("999990018", "000000000", "99999001", "9999900190", "abcdefghi"):
        tap.say(f"refused: the BSN {bsn}", wanted(town.bring(f"{COLUMNS}\n{row(bsn)}\n"), 0, (2, "bsn")))
    twice = next(number)
    tap.say("refused: the second of a doubled BSN", wanted(
        town.bring("\n".join([COLUMNS, row(twice), row(twice, surname="Ander")])), 1, (3, "bsn")))
    tap.say("refused: a BSN that is in the register", wanted(town.bring(f"{COLUMNS}\n{row(twice)}"), 0, (2, "bsn")))
    tap.say("refused: the second of a doubled person without a BSN", wanted(
        town.bring("\n".join([COLUMNS, row(surname="Zonder"), row(surname="Zonder"), row(surname="Anders")])), 2, (3, "bsn")))
    tap.say("what was refused changed nothing", unclean(town.database))


def test_dirty_files(folder, tap):
    town = Town(str(Path(folder, "dirty.sqlite")))
    number = iter(BSN[100:])
    good = [row(next(number)) for _ in range(40)]
    take = iter(good)
    semicolons = "\ufeff" + "\r\n".join(line.replace(",", ";") for line in (COLUMNS, next(take), next(take)))
    tap.say("a byte order mark, semicolons, CRLF", wanted(town.bring(semicolons), 2))
    tap.say("only the header", wanted(town.bring(COLUMNS + "\n"), 0))
    shuffled = sorted(COLUMNS.split(","))
    values = dict(zip(COLUMNS.split(","), next(take).split(",")))
    tap.say("columns in another order", wanted(
        town.bring(",".join(shuffled) + "\n" + ",".join(values[name] for name in shuffled)), 1))
    tap.say("an unknown column is said", wanted(town.bring(f"{COLUMNS},hobby\n{next(take)},schaken"), 1, (1, "hobby")))
    tap.say("too few and too many values", wanted(
        town.bring("\n".join([COLUMNS, "1,2,3", next(take), next(take) + ",meer"])), 1, (2, ""), (4, "")))
    tap.say("lines are physical lines", wanted(
        town.bring("\n".join([COLUMNS, "", row(next(number), street='"een\ntwee\ndrie"'), row("1"), row("2")])), 1,
        (6, "bsn"), (7, "bsn")))
    tap.say("Latin-1 and NUL keep to their row", wanted(
        town.bring("\n".join([COLUMNS, next(take)]).encode() + b"\n" + row(next(number), surname="Caf\xe9").encode("latin-1")
                   + b"\n" + row(next(number), place="Le\0ek").encode() + b"\n" + next(take).encode()), 2,
        (3, "surname"), (4, "place")))
    tap.say("an open quotation mark keeps to its line", wanted(
        town.bring("\n".join([COLUMNS, row(next(number), surname='"open'), next(take)])), 1, (2, "surname")))
    for name in COLUMNS.split(","):
        code, told, complaint = town.bring(",".join(column for column in COLUMNS.split(",") if column != name) + "\n")
        tap.say(f"the column {name} is missing", ["" if code == 2 and name in complaint and not told else f"{code} {told} {complaint}"])
    for words, content in (("an empty file", b""), ("UTF-16", "bsn".encode("utf-16")), ("a doubled column", (COLUMNS + ",bsn\n").encode())):
        code, told, complaint = town.bring(content)
        tap.say(words, ["" if code == 2 and not told and complaint else f"{code} {told} {complaint}"])
    for words, arguments in (("no such file", ("residents", "--scheme", SCHEME, "/nowhere.csv")),
                             ("no such sort", ("neighbours", "--scheme", SCHEME, __file__)),
                             ("no such scheme", ("residents", "--scheme", "nowhere", __file__)),
                             ("no file", ("residents", "--scheme", SCHEME))):
        code, _, complaint = run("import", *arguments, "--database", town.database)
        tap.say(words, ["" if code == 2 and complaint else f"{code} {complaint}"])
    tap.say("what came of it is whole", unclean(town.database))


def many(start=0):
    return "\n".join([COLUMNS, *(row(BSN[start + number], surname=f"Naam{number % 500}", first_names=f"Voor{number}",
                                     born=f"19{number % 90 + 10}{number % 12 + 1:02}{number % 28 + 1:02}")
                                 for number in range(MANY))])


def test_twice(database, tap):
    town = Town(database)
    answer = town.bring(many())
    tap.say(f"{MANY} residents at once ({'PostgreSQL' if '://' in database else 'SQLite'})", wanted(answer, MANY))
    code, told, _ = town.bring(many())
    tap.say("the same file again is refused whole, every row with its line", [
        "" if code == 1 and told["accepted"] == 0 and told["refused"] == MANY else f"{code} {str(told)[:200]}",
        "" if [finding["line"] for finding in told["findings"]] == list(range(2, MANY + 2)) else "lines are missing"])
    tap.say("and leaves the register whole", unclean(database))


WORKERS = "account,name,role,team,party"
DECISIONS = "bsn,person,number,decided_on,decided_by,product,amount,from,last_day,reasons,contact"
ASSIGNMENTS = "bsn,person,product,provider,from,since,choice,order,started_on"
STAFF = [WORKERS, "anna,Anna de Proef,social_worker,team-leek,", "bert,Bert Proef,desk,,", "carla,Carla Proef,provider,,dnzt"]


def decision(bsn, **values):
    plain = {"person": "", "number": "B-1", "decided_on": "20240301", "decided_by": "D. Beslisser", "product": "huishoudelijke-hulp",
             "amount": "120", "from": "20240310", "last_day": "20280309", "reasons": "", "contact": ""}
    return ",".join([bsn, *{**plain, **values}.values()])


def assignment(bsn, **values):
    plain = {"person": "", "product": "huishoudelijke-hulp", "provider": "miep", "from": "20240315", "since": "", "choice": "",
             "order": "M-1", "started_on": "20240318"}
    return ",".join([bsn, *{**plain, **values}.values()])


def test_running_cases(database, tap):
    """Workers, residents, decisions, assignments, in that order; after each every promise holds."""
    town = Town(database)
    whole = lambda: unclean(database)  # noqa: E731
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "staff.csv")
        file.write_text("\n".join(STAFF), encoding="utf-8")
        code, told, complaint = run("import", "workers", "--database", database, "--scheme", SCHEME, file, "--json")
        codes = Path(f"{file}.codes")
        tap.say("workers come in, each with a code that only the file's owner reads", [
            complaint if code or json.loads(told)["accepted"] != 3 else "", "" if codes.stat().st_mode & 0o077 == 0 else "mode",
            "" if len(codes.read_text(encoding="utf-8").splitlines()) == 3 else "codes", *whole()])
        file = Path(folder, "wrong.csv")
        file.write_text("\n".join([*STAFF, "dirk,D,provider,,niemand", "Eva,E,desk,,", "x1,X,koning,,", "x2,X,social_worker,,",
                                   "x3,X,desk,,dnzt", "x4,,desk,,", "x5,X,social_worker,team-nergens,"]), encoding="utf-8")
        _, told, _ = run("import", "workers", "--database", database, "--scheme", SCHEME, file, "--json")
        tap.say("workers who are there already, or cannot be", ["" if [
            (finding["line"], finding["column"]) for finding in json.loads(told)["findings"]] == [
                (2, "account"), (3, "account"), (4, "account"), (5, "party"), (6, "account"), (7, "role"), (8, "team"), (9, "party"),
                (10, "name"), (11, "team")] else told])
        visit_with_code(database, codes.read_text(encoding="utf-8").splitlines()[0].split(";"), tap)
    town.bring("\n".join([COLUMNS, *(row(bsn) for bsn in BSN[:5]), row(BSN[5], postcode="")]))
    lines = [DECISIONS, *(decision(bsn, contact="anna" if bsn == BSN[0] else "") for bsn in BSN[:5])]
    tap.say("running decisions come in, and their clients have an owner and a contact person", [
        *wanted(town.bring("\n".join(lines), "decisions"), 5), *whole()], shows=["X-2"])
    tap.say("decisions a second time, and what cannot be", [*wanted(town.bring("\n".join([*lines[:2], *(decision(BSN[0], **values) for values in (
        {"product": "soep"}, {"product": "individuele-begeleiding", "amount": "x"}, {"product": "individuele-begeleiding", "last_day": ""},
        {"product": "individuele-begeleiding", "last_day": "20240315"}, {"product": "individuele-begeleiding", "decided_on": "20240200"},
        {"product": "individuele-begeleiding", "decided_by": ""})), decision(BSN[5]), decision(BSN[50]), decision("")]), "decisions"), 0,
        (2, "product"), (3, "product"), (4, "amount"), (5, "last_day"), (6, "last_day"), (7, "decided_on"), (8, "decided_by"), (9, "bsn"),
        (10, "bsn"), (11, "bsn")), *whole()])
    lines = [ASSIGNMENTS, assignment(BSN[0]), assignment(BSN[1], started_on=""), assignment(BSN[2], provider="dnzt", since="20200101"),
             assignment(BSN[3], provider="dnzt"), assignment(BSN[4], started_on="20240230")]
    tap.say("running assignments come in, those of who may deliver", [
        *assigned(town, lines), *whole()])


def assigned(town, lines):
    code, told, complaint = town.bring("\n".join(lines), "assignments")
    refused = [(finding["line"], finding["column"]) for finding in told["findings"]] if isinstance(told, dict) else complaint
    yield "" if code == 1 and (6, "started_on") in refused and (2, "provider") not in refused else f"{code} {told}"
    again = town.bring("\n".join(lines), "assignments")[1]
    yield "" if again["accepted"] == 0 else again


def visit_with_code(database, invited, tap):
    account, _, code = invited
    with Server(database) as server:
        visitor = Visitor(server.port, "")
        words = {"account": account, "code": code, "password": "een hele zin als wachtwoord", "again": "een hele zin als wachtwoord"}
        form = (urllib.parse.urlencode(words), {"Content-Type": "application/x-www-form-urlencoded"})
        status, headers, _ = visitor.ask("POST", "/invitation", *form)
        second, _, _ = visitor.ask("POST", "/invitation", *form)
        Visitor.log_in(server.port, account, words["password"])
    tap.say("whoever has the code chooses a password with it, once", [
        "" if status == 303 and headers["Location"] == "/login" else status, "" if second == 422 else second])


def people(database):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT COUNT(*) FROM person_vault").fetchone()[0]


def test_killed(folder, tap):
    path = Path(folder, "many.csv")
    path.write_text(many(), encoding="utf-8")
    for number in range(ROUNDS):
        database = str(Path(folder, f"killed-{number}.sqlite"))
        moment = chance.uniform(0.02, 0.25)
        process = subprocess.Popen([PROGRAM, "import", "residents", "--database", database, "--scheme", SCHEME, str(path)],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.kill()
        process.wait()
        code, _, complaint = run("migrate", "--database", database)
        half = people(database)
        again = Town(database).bring(many())
        tap.say(f"an import killed after {moment:.2f} s left whole chunks ({half}), and again brings the rest",
                [complaint if code else "", "" if half % 1000 == 0 else half,
                 "" if again[1]["accepted"] == MANY - half and people(database) == MANY else again[1]["accepted"], *unclean(database)])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        test_what_is_accepted(folder, tap)
        test_what_is_refused(folder, tap)
        test_dirty_files(folder, tap)
        test_twice(str(Path(folder, "twice.sqlite")), tap)
        test_twice(os.environ["TEST_POSTGRES"], tap) if "TEST_POSTGRES" in os.environ else tap.skip("PostgreSQL", "none here")
        test_killed(folder, tap)
        test_running_cases(str(Path(folder, "cases.sqlite")), tap)
    return tap.end()


sys.exit(main())
