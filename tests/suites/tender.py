#!/usr/bin/env python3
"""A bid that was submitted is read by nobody before it is opened. This is the one place where the whole promise is tested, on SQLite
and PostgreSQL: no role, no route of the table (copies of drafts, exports and the API too), no log, no export of a command, and no
file of the database or its state, in clear or as base64, hexadecimal or UTF-16. One second late it stays closed; and kill -9 leaves submitting and opening
whole or not begun. The sealed marks of assessors stand in assessment.py."""
import base64
import contextlib
import http.client
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Server, Tap, Visitor, demo, run, unclean  # noqa: E402

TODAY, LAST_DAY, AFTER = "2019-03-04", "2019-04-15", "2019-04-16"
RUNNING, LOT = "ronde-3", "zwolle"
CRITERIA = ("client-centraal", "samenwerking", "visie", "uitvoering", "innovatie")
ROUTE = re.compile(r'\{ HTTP_(GET|POST), "([^"]+)"')
MARK = "Zqinschrijving"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ROUNDS = 4


class People:
    """The accounts of a demonstration, each with a session on a server."""

    def __init__(self, accounts):
        self.accounts, self.cookies = accounts, {}

    def at(self, server, account):
        if account not in self.cookies:
            self.cookies[account] = Visitor.log_in(server.port, account, self.accounts[account][0]).cookie
        return Visitor(server.port, self.cookies[account])


def send(visitor, path, **fields):
    """The status of a form, with the token of the page that it stands on, and the page after it."""
    token = re.search(r'name="_token" value="(\w+)"', visitor.ask("GET", "/tenders")[2].decode())[1]
    status, _, body = visitor.ask("POST", path, urllib.parse.urlencode({"_token": token, **fields}), FORM)
    return status, body.decode(errors="replace")


def begin_bid(visitor):
    status, answer = visitor.append("bid_begun", tender=RUNNING, lot=LOT)
    if status != 201:
        raise RuntimeError(f"no bid was begun: {answer}")
    return answer["id"]


def write_bid(visitor, bid, mark):
    for criterion in CRITERIA:
        status, body = send(visitor, f"/bids/{bid}/{criterion}", base=0, answer=f"{mark} {criterion}", how=f"{mark} hoe",
                            **{"with": f"{mark} wie"})
        if status != 303:
            raise RuntimeError(f"{criterion} was not kept: {status} {body[-500:]}")


def forms_of(mark):
    """A text as it may stand in a file: in clear, in UTF-16, in hexadecimal, and in base64 wherever it begins."""
    plain = mark.encode()
    forms = {plain, mark.encode("utf-16-le"), plain.hex().encode(), plain.hex().upper().encode()}
    for before in range(3):
        whole = base64.b64encode(b"x" * before + plain)
        sure = whole[4 if before else 0:-4]  # what does not depend on what stands around it
        forms |= {sure, sure.translate(bytes.maketrans(b"+/", b"-_"))}
    return forms


def bytes_with(folder, mark):
    """The files in which a text stands, in whatever form."""
    forms = forms_of(mark)
    files = {path.name: path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()}
    return [name for name, content in files.items() if any(form in content for form in forms)]


def test_forms(tap, folder):
    """The search finds what it must: else nothing found says nothing."""
    folder = Path(folder, "forms")
    folder.mkdir()
    texts = {"clear": MARK, "hex": MARK.encode().hex(), "wide": MARK.encode("utf-16-le").decode("latin-1"),
             **{f"base64-{n}": base64.b64encode((n * "y" + f"{MARK} en meer").encode()).decode() for n in range(3)}}
    for name, text in texts.items():
        Path(folder, name).write_bytes(text.encode("latin-1"))
    missed = sorted(set(texts) - set(bytes_with(folder, MARK)))
    for name in texts:
        Path(folder, name).unlink()
    tap.say("a text is found in every form in which it may be hidden", missed)


def addresses(bid):
    """Every route, its places filled in with this tender and bid, or with what is there."""
    places = {"tender": RUNNING, "bid": bid, "criterion": "visie", "lot": LOT, "kind": "bid_submitted", "agreement":
              "integrale-thuisondersteuning", "party": "aanbieder-03", "language": "nl", "programme": "thuisondersteuning"}
    table = (TOP / "src/app/routes.c").read_text(encoding="utf-8")
    found = ROUTE.findall(table)
    if len(found) != table.count("{ HTTP_"):
        raise RuntimeError("a route is written otherwise")
    for method, path in found:
        if "logout" not in path:
            yield method, re.sub(r"\{(\w+)\}", lambda match: str(places.get(match[1], bid)), path)


def walk(server, people, bid, mark):
    """Which account saw the mark, where; how many pages were asked."""
    seen, asked = set(), 0
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)):
        for account in sorted(people.accounts):
            visitor = people.at(server, account)
            for method, path in addresses(bid):
                asked += 1
                _, headers, body = visitor.ask(method, path)
                if mark.encode() in body or mark in str(headers):
                    seen.add((account, path))
    return seen, asked


def one_of_each_role(accounts):
    """As many people as are needed to look in each role, and everybody who bids or holds a key."""
    chosen, roles = {}, set()
    for name, (password, role) in sorted(accounts.items()):
        if role not in roles or role == "bidder" or name in ("coen", "saar", "dirk"):
            chosen[name] = (password, role)
            roles.add(role)
    return chosen


def exports(database, folder):
    """What commands write of a database, in files of their own."""
    made = Path(folder, "exports")
    made.mkdir()
    for name, arguments in {"known": ("rebuild", "--database", database, "--until", TODAY, "--into", made / "known.sqlite"),
                            "backup": ("backup", "--database", database, made / "backup"),
                            "ocds": ("ocds", "export", "--database", database, "--tender", RUNNING),
                            "verify": ("verify", "--database", database)}.items():
        code, told, complaint = run(*arguments)
        (made / f"{name}.txt").write_text(f"{code}\n{told}{complaint}", encoding="utf-8")
    if database.startswith("postgresql:"):
        dump(database, made / "dump.sql")


def dump(database, file):
    """What a database on PostgreSQL holds, as a file to search in; bytes stand there in hexadecimal."""
    file.write_bytes(subprocess.run(["pg_dump", "--inserts", database], capture_output=True, check=True).stdout)


def test_sight(tap, database, folder, people):
    with Server(database, "--processes", "1", "--today", TODAY) as server:
        inge = people.at(server, "inge")
        bid = begin_bid(inge)
        write_bid(inge, bid, MARK)
        draft, _ = walk(server, people, bid, MARK)
        tap.say("a draft is read by who writes it alone", sorted(seen for seen in draft if seen[0] != "inge") +
                ([] if draft else ["not even by who writes it: the walk sees nothing"]))
        tap.say("it stands in clear in no file", bytes_with(folder, MARK))
        status, answer = inge.append("bid_submitted", bid=bid, agrees=True)
        tap.say("it is submitted", [] if status == 201 else [answer])
        submitted, asked = walk(server, people, bid, MARK)
        tap.say(f"what was submitted nobody reads in {asked} requests, who wrote it neither", sorted(submitted))
        server.stop()
        said = server.said()
    exports(database, folder)
    kept = Path(folder, "exports/verify.txt").read_text(encoding="utf-8")
    tap.say("the exports are made", [] if kept.startswith("0") and (Path(folder, "exports/known.sqlite").exists()) else [kept])
    tap.say("it stands in no file of the database, no log and no export", bytes_with(folder, MARK) + ([said] if MARK in said else []))
    if not database.startswith("postgresql:"):
        with contextlib.closing(sqlite3.connect(database)) as base:
            kept = base.execute("SELECT COUNT(*) FROM procurement_draft WHERE bid = ?", (bid,)).fetchone()[0]
        tap.say("and its versions are gone", [] if kept == 0 else [kept])
    return bid


def codes_of(server, people):
    """The holders of the demonstration's own tender have codes that come from their names; here each makes a new key."""
    codes = {}
    for account in ("coen", "saar", "dirk"):
        status, body = send(people.at(server, account), "/tenders/dichtbij/key")
        found = re.search(r"<code>([0-9A-Z-]+)</code>", body)
        codes[account] = found[1] if found else f"{status}"
    return codes


def announce(server, people, name):
    return people.at(server, "coen").append(
        "tender_announced", name=name, title="Proef", scheme="zwolle", why="Een proef", without_programme="Een proef", questions_until="2019-03-25",
        bids_day=LAST_DAY, bids_time="12:00", holder_1="coen", holder_2="saar", holder_3="dirk")


def kill_soon(server, chance_ms):
    threading.Timer(chance_ms / 1000, server.kill).start()


def state_of(database, bid):
    with contextlib.closing(sqlite3.connect(database)) as base:
        state = base.execute("SELECT state FROM procurement_bid WHERE bid = ?", (bid,)).fetchone()[0]
        shares = base.execute("SELECT COUNT(*) FROM procurement_share WHERE bid = ?", (bid,)).fetchone()[0]
        drafts = base.execute("SELECT COUNT(*) FROM procurement_draft WHERE bid = ?", (bid,)).fetchone()[0]
    return state, shares, drafts


def test_crash(tap, database, people):
    """A bid is begun and written with no more than five versions, or submitted with three shares and none."""
    with Server(database, "--processes", "1", "--today", TODAY) as server:
        announced, _ = announce(server, people, "dichtbij")
        codes = codes_of(server, people)
        ivo = people.at(server, "ivo")
        _, answer = ivo.append("bid_begun", tender="dichtbij", lot=LOT)
        bid = answer["id"]
        write_bid(ivo, bid, MARK)
    tap.say("a second tender is there, with three keys", [] if announced == 201 and len(codes) == 3 else [announced, codes])
    torn, acknowledged = [], False
    for attempt in range(ROUNDS):
        with Server(database, "--processes", "1", "--today", TODAY) as server:
            ivo = people.at(server, "ivo")
            kill_soon(server, 2 + 3 * attempt)
            with contextlib.suppress(OSError, http.client.HTTPException):
                acknowledged = ivo.append("bid_submitted", bid=bid, agrees=True)[0] == 201 or acknowledged
            time.sleep(0.05)
        if state_of(database, bid) not in (("begun", 0, 5), ("submitted", 3, 0)):
            torn.append(state_of(database, bid))
        if acknowledged and state_of(database, bid)[0] != "submitted":
            torn.append("acknowledged, and lost")
    tap.say("kill -9 while it is submitted leaves it whole or not at all", torn)
    with Server(database, "--processes", "1", "--today", TODAY) as server:
        if state_of(database, bid)[0] == "begun":
            people.at(server, "ivo").append("bid_submitted", bid=bid, agrees=True)
    return bid, codes


def test_late(tap, database, people):
    """After the last day nobody submits; what was written is kept sealed, and not opened with the others."""
    with Server(database, "--processes", "1", "--today", TODAY) as server:
        inge = people.at(server, "inge")
        _, answer = inge.append("bid_begun", tender="dichtbij", lot=LOT)
        bid = answer["id"]
        write_bid(inge, bid, MARK)
    with Server(database, "--processes", "1", "--today", AFTER) as server:
        status, answer = people.at(server, "inge").append("bid_submitted", bid=bid, agrees=True)
        words = str(answer)
        tap.say("who is late is told until when it could", [] if status == 422 and "15 april 2019 om 12:00 uur" in words else [words])
        tap.say("the bid is kept, sealed", [] if state_of(database, bid) == ("late", 3, 0) else [state_of(database, bid)])
    return bid


def test_opening(tap, database, folder, people, bid, late, codes):
    torn = []
    with Server(database, "--processes", "1", "--today", AFTER) as server:
        first = send(people.at(server, "dirk"), "/tenders/dichtbij/open", code=codes["dirk"])
        tap.say("one key opens nothing", [] if first[0] == 303 and state_of(database, bid)[0] == "submitted" else [first])
    for attempt in range(ROUNDS):
        with Server(database, "--processes", "1", "--today", AFTER) as server:
            coen = people.at(server, "coen")
            token = re.search(r'name="_token" value="(\w+)"', coen.ask("GET", "/tenders")[2].decode())[1]
            kill_soon(server, 2 + 4 * attempt)
            with contextlib.suppress(OSError, http.client.HTTPException):
                coen.ask("POST", "/tenders/dichtbij/open", urllib.parse.urlencode({"_token": token, "code": codes["coen"]}), FORM)
            time.sleep(0.05)
        with contextlib.closing(sqlite3.connect(database)) as base:
            opened = base.execute("SELECT opened_on FROM procurement_tender WHERE tender = 'dichtbij'").fetchone()[0]
        if (opened is not None) != (state_of(database, bid)[0] == "opened"):
            torn.append((opened, state_of(database, bid)))
    tap.say("kill -9 while the vault opens leaves it open or shut", torn)
    with Server(database, "--processes", "1", "--today", AFTER) as server:
        if state_of(database, bid)[0] != "opened":
            send(people.at(server, "coen"), "/tenders/dichtbij/open", code=codes["coen"])
        unsaid = people.at(server, "coen").ask("GET", f"/bids/{bid}")[2].decode()
        tap.say("who did not say what interests there are reads none of it", [] if MARK not in unsaid else ["it is on the page"])
        people.at(server, "coen").append("conflict_declared", tender="dichtbij", sort="none")
        page = people.at(server, "coen").ask("GET", f"/bids/{bid}")[2].decode()
        closed = people.at(server, "coen").ask("GET", f"/bids/{late}")[0]
        tap.say("two keys open what was in time", [] if MARK in page else [state_of(database, bid)])
        tap.say("what was late stays closed", [] if closed == 403 and state_of(database, late)[0] == "late" else [closed])
    tap.say("what was opened stands in no file in clear either", bytes_with(folder, f"{MARK} visie"))
    tap.say("all promises hold, and a rebuild is the same", unclean(database))


def on_postgres(tap, folder):
    folder.mkdir()
    url, os.environ["THUISREGIE_STATE"] = os.environ["TEST_POSTGRES"], str(folder)
    test_sight(tap, url, folder, People(one_of_each_role(demo(url, 20, "--scheme", "zwolle"))))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder, "tender.sqlite"))
        accounts = demo(database, 20, "--scheme", "zwolle")
        people = People(one_of_each_role(accounts))
        test_forms(tap, folder)
        test_sight(tap, database, folder, people)
        bid, codes = test_crash(tap, database, people)
        late = test_late(tap, database, people)
        test_opening(tap, database, folder, people, bid, late, codes)
        if "TEST_POSTGRES" in os.environ:
            on_postgres(tap, Path(folder, "postgres"))
        else:
            tap.skip("the walk on PostgreSQL", "TEST_POSTGRES is not set")
    return tap.end()


sys.exit(main())
