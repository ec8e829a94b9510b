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
from datetime import date, timedelta
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import PROGRAM, Server, Tap, Visitor, account_of, demo, run, unclean  # noqa: E402

SCHEMAS = Path(os.environ.get("SHARED", TOP / "../shared")) / "iwmo/xsd"
SCHEME, PARTY, PLANNER, RESIDENTS, KILLS = "westerkwartier", "miep", "pim", 300, 4
chance = random.Random(1)


def rows(database, query, *values):
    if database.startswith("postgresql"):
        told = subprocess.run(["psql", "-XAtF", "\t", "-d", database, "-c", query], capture_output=True, text=True, check=True).stdout
        return [tuple(line.split("\t")) for line in told.splitlines()]
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


def facts(database):
    return rows(database, "SELECT MAX(fact) FROM journal_fact")[0][0]


class Loop:
    """Two registers, and the network between them, which brings each message to whom it is for."""

    def __init__(self, folder, town=None, residents=RESIDENTS):
        self.folder = Path(folder)
        self.town, self.provider = town or str(self.folder / "town.sqlite"), str(self.folder / "provider.sqlite")
        self.workers = demo(self.town, residents, "--scheme", SCHEME)
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
    asked = {row[0] for row in rows(loop.town, "SELECT o.assignment FROM exchange_order o JOIN exchange_asked a ON a.person = o.person WHERE a.reference LIKE 'D-%'")}
    return [row for row in in_state(loop.provider, "sent") if row[1] in in_town - asked]


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


def bring(database, accounts, account, *facts):
    """Facts by one account, one after another; what was not taken."""
    told = []
    with Server(database) as server:
        visitor = Visitor.log_in(server.port, account, accounts[account][0])
        for kind, fields in facts:
            status, answer = visitor.append(kind, **fields)
            told += [] if status == 201 else [f"{kind}: {status} {answer}"]
    return told


def ask(loop, kind, **fields):
    return bring(loop.provider, loop.accounts, PLANNER, (kind, fields))


def answer(loop, kind, person, **fields):
    """By somebody of the town who may look into the file: it was not theirs."""
    opened = ("file_opened_in_need", {"person": person, "reason": "absent", "words": "Het hele team is op scholing.", "is_urgent": True})
    worker = account_of(loop.workers, "social_worker")[0]
    return [words for words in bring(loop.town, loop.workers, worker, opened, (kind, {"person": person, **fields}))
            if not words.startswith("file_opened_in_need")]


def asked(loop):
    """What both sides have of each request: its reference and where it stands."""
    here = rows(loop.provider, "SELECT reference, state, refusal FROM exchange_asking ORDER BY asking")
    there = rows(loop.town, "SELECT reference, CASE state WHEN 'open' THEN 'sent' ELSE state END, refusal FROM exchange_asked WHERE reference LIKE 'V-%' ORDER BY request")
    return here, there


def cut_off(loop):
    """Both sides are cut off somewhere on the way, and then go on."""
    killed(loop.provider_command(), chance.uniform(0, 0.06))
    loop.exchange(loop.provider_command())
    loop.carry("from-provider", "to-town")
    killed(loop.town_command(), chance.uniform(0, 0.06))
    loop.exchange(loop.town_command())
    loop.carry("from-town", "to-provider")
    killed(loop.provider_command(), chance.uniform(0, 0.06))
    loop.settle()


def test_withdrawn(loop, tap):
    """What left in a message is deleted by a message (status 3), and reported anew; what had not left is told to nobody."""
    order = open_orders(loop)[0]
    there = "SELECT state, started_on FROM exchange_order WHERE assignment = ?"
    complaint = [report(loop, "start_reported", order, started_on="2023-05-10")]
    loop.settle()
    complaint += [report(loop, "report_withdrawn", order)]
    cut_off(loop)
    gone = rows(loop.town, there, order[1])
    complaint += [report(loop, "start_reported", order, started_on="2023-05-11")]
    cut_off(loop)
    again = rows(loop.town, there, order[1])
    complaint += [report(loop, "pause_reported", order, last_day="2023-05-12", reason="hospital"), report(loop, "report_withdrawn", order)]
    before = len(list(loop.places["sent"].glob("WMO307-*.xml")))
    loop.settle()
    complaint += [report(loop, "stop_reported", order, last_day="2023-05-12", reason="21")]
    loop.settle()
    complaint += [report(loop, "report_withdrawn", order)]
    loop.settle()
    answers = rows(loop.provider, "SELECT sort, answer FROM exchange_report WHERE assignment = ? AND undoes <> '' ORDER BY fact", order[1])
    after = len(list(loop.places["sent"].glob("WMO307-*.xml")))
    tap.say("a start and a stop that left are deleted by a message, and reported anew", [
        *complaint, "" if gone == [("sent", None)] else gone, "" if again == [("started", "2023-05-11")] else again,
        "" if rows(loop.town, there, order[1]) == again else rows(loop.town, there, order[1]),
        "" if answers == [("withdrawn", "accepted")] * 2 else answers,
        "" if after == before + 2 else f"{after - before} messages about a stop", *loop.refused()])


def refused_by(loop, tap, rule, text, name):
    """The message, with an identification of its own, is refused with that rule's code, and nothing changes."""
    text = re.sub("<iwmo:Identificatie>.*?<", f"<iwmo:Identificatie>{name}<", text, count=1)
    (loop.places["to-provider"] / f"{name}.xml").write_text(text, encoding="utf-8")
    before = asked(loop)
    loop.exchange(loop.provider_command())
    reason = loop.places["to-provider"] / "refused" / f"{name}.xml.reason.txt"
    told = reason.read_text(encoding="utf-8") if reason.exists() else "it was taken"
    tap.say(f"{rule}: refused with its code, and nothing changes", ["" if f"({rule})" in told else told, "" if asked(loop) == before else asked(loop)])
    for path in (*(loop.places["to-provider"] / "refused").iterdir(), *loop.places["from-provider"].iterdir()):
        path.unlink()


def test_asked(loop, tap):
    """A request and what is said to it, on both sides the same: looked into, refused, granted; cut off at each step."""
    person, number = open_orders(loop)[-1][:2]
    as_it_is = {"order": number, "amount": rows(loop.provider, "SELECT amount FROM exchange_order WHERE assignment = ?", number)[0][0],
                "from": "2023-06-01", "reason": "1"}
    until = rows(loop.town, "SELECT person, valid_until FROM exchange_order WHERE assignment = ?", number)[0]
    last_day = (date.fromisoformat(until[1]) - timedelta(days=1)).isoformat()
    complaint = ask(loop, "change_asked", person=person, **{**as_it_is, "amount": 17}, last_day=last_day)
    cut_off(loop)
    tap.say("a request for change is there once", [*complaint, "" if asked(loop)[0] == asked(loop)[1] and len(asked(loop)[1]) == 1 else asked(loop),
                                                    *loop.refused()])
    refused = ask(loop, "change_asked", person=person, **as_it_is, last_day=last_day)
    tap.say("TR374: no second request while one is open", [] if "TR374" in str(refused) else refused)
    request = rows(loop.town, "SELECT request FROM exchange_asked ORDER BY request DESC")[0][0]
    for kind, fields, state in (("asking_considered", {}, "considered"), ("asking_refused", {"refusal": "7", "words": "Het kan anders."}, "refused")):
        complaint = answer(loop, kind, until[0], request=request, **fields)
        cut_off(loop)
        here, there = asked(loop)
        tap.say(f"what was asked is {state} on both sides", [*complaint, "" if here == there and here[0][1] == state else (here, there), *loop.refused()])
        if state == "considered":
            told = next(loop.places["sent"].glob("WMO319-*.xml")).read_text(encoding="utf-8")
            refused_by(loop, tap, "TR360", told, "Y1")
    complaint = ask(loop, "change_asked", person=person, **as_it_is, last_day=last_day)
    cut_off(loop)
    request = rows(loop.town, "SELECT request FROM exchange_asked ORDER BY request DESC")[0][0]
    complaint += answer(loop, "asking_granted", until[0], request=request)
    cut_off(loop)
    here, there = asked(loop)
    marked = rows(loop.provider, "SELECT COUNT(*) FROM exchange_order WHERE reference = ?", here[-1][0])[0][0]
    tap.say("what was asked is granted: the order says so, once", [*complaint, "" if here == there and here[-1][1] == "granted" else (here, there),
                                                                    "" if marked else "no order has its reference", *loop.refused()])


def test_rejected(loop, tap):
    """A request that breaks a rule on its way: the town refuses the message, and for the provider it counts as not sent (OP286)."""
    person, number = open_orders(loop)[-1][:2]
    wish = {"person": person, "order": number, "amount": 17, "from": "2023-06-01", "last_day": "2024-05-31", "reason": "2"}
    before = asked(loop)[1]
    complaint = ask(loop, "change_asked", **wish)
    loop.exchange(loop.provider_command())
    for path in loop.places["from-provider"].glob("WMO317-*.xml"):
        path.write_text(path.read_text(encoding="utf-8").replace(f"<ToewijzingNummer>{number}<", "<ToewijzingNummer>999999<"), encoding="utf-8")
    loop.carry("from-provider", "to-town")
    cut_off(loop)
    here, there = asked(loop)
    codes = rows(loop.provider, "SELECT codes FROM exchange_asking ORDER BY asking DESC")[0][0]
    tasks = rows(loop.provider, "SELECT COUNT(*) FROM journal_task WHERE code = 'asking-rejected' AND done_on = '9999-12-31'")
    tap.say("a message that is rejected counts as not sent, and is work", [
        *complaint, "" if here[-1][1] == "rejected" else here, "" if there == before else there, "" if "9351" in codes else codes,
        "" if tasks == [(1,)] else tasks])
    for path in (loop.places["to-town"] / "refused").iterdir():
        path.unlink()
    for path in loop.places["sent"].glob("WMO317-*.xml"):
        if ">999999<" in path.read_text(encoding="utf-8"):
            path.unlink()


def test_newcomer(loop, tap):
    """Somebody whom the town does not know: the request is refused at once, and nobody is kept there."""
    people = rows(loop.town, "SELECT COUNT(*) FROM person_vault")
    product = rows(loop.provider, "SELECT product FROM exchange_order LIMIT 1")[0][0]
    complaint = ask(loop, "newcomer_asked", product=product, amount=60, last_day="2024-05-31", **{"from": "2023-06-01"},
                    who={"surname": "Nieuw", "born": "1941-02-03", "sex": "f", "postcode": "9351 AB", "house_number": 1, "bsn": "999999990"})
    cut_off(loop)
    here, there = asked(loop)
    tap.say("who is new to the town is to be reported there first", [
        *complaint, "" if here == there and here[-1][1:] == ("refused", "1") else (here, there),
        "" if rows(loop.town, "SELECT COUNT(*) FROM person_vault") == people else "somebody was kept", *loop.refused()])


def test_replies_refused(loop, tap):
    """What the town says once more in other words, or of what was never asked, is refused with the rule's code: TR355, TR359, TR365;
    and an order that names a request which is none, TR379, or a number that is another client's, TR332."""
    replies = sorted(loop.places["sent"].glob("WMO319-*.xml"))
    granted = rows(loop.provider, "SELECT reference FROM exchange_asking WHERE state = 'granted'")[0][0]
    considered, refused = replies[0].read_text(encoding="utf-8"), replies[1].read_text(encoding="utf-8")
    reference = re.search("<ReferentieAanbieder>(.*?)<", considered)[1]
    orders = [path.read_text(encoding="utf-8") for path in sorted(loop.places["sent"].glob("WMO301-*.xml"))]
    order = next(text for text in reversed(orders) if f">{loop.agb}<" in text)
    other = next(text for text in orders if f">{loop.agb}<" in text and re.search("<Bsn>(.*?)<", text)[1] != re.search("<Bsn>(.*?)<", order)[1])
    number = re.search("<ToewijzingNummer>(.*?)<", other)[1]
    examples = [("TR355", considered.replace(reference, "V-000")), ("TR359", considered.replace(reference, granted)),
                ("TR365", refused.replace(">7<", ">9<")), ("TR365", considered),
                ("TR379", re.sub("(</ToewijzingNummer>)", r"\1<ReferentieAanbieder>V-000</ReferentieAanbieder>",
                                 re.sub("<ReferentieAanbieder>.*?</ReferentieAanbieder>", "", order))),
                ("TR332", re.sub("<ToewijzingNummer>.*?<", f"<ToewijzingNummer>{number}<", order, count=1))]
    for place, (rule, text) in enumerate(examples):
        refused_by(loop, tap, rule, text, f"X{place}")


def test_again(loop, tap):
    """Everything that was ever sent, once more, in any order."""
    before = facts(loop.town), facts(loop.provider)
    sent = sorted(loop.places["sent"].glob("*.xml"))
    chance.shuffle(sent)
    for number, path in enumerate(sent):
        is_for_town = path.name.startswith(("WMO302", "WMO305", "WMO307", "WMO315", "WMO317", "WMO320"))
        if f">{loop.agb}<" in path.read_text(encoding="utf-8"):
            shutil.copy(path, loop.places["to-town" if is_for_town else "to-provider"] / f"{number}-{path.name}")
    loop.settle()
    tap.say("what comes again counts once", ["" if (facts(loop.town), facts(loop.provider)) == before else "facts were added", *loop.refused()])


def test_register(loop, tap):
    """Every message that passed stands in the register, with its answer; what left leaves again byte for byte, and so does an answer."""
    passed = [path.name.removesuffix(".xml").split("-") for path in loop.places["sent"].glob("*.xml")]
    listed = {(sort, name) for sort, name in rows(loop.town, "SELECT sort, identification FROM exchange_message")}
    alone = rows(loop.town, "SELECT COUNT(*) FROM exchange_message WHERE state = 'answer' AND pair = 0")[0][0]
    tap.say("every message of the town stands in its register, and every answer with what it answers", [
        *(f"{sort} {name} is not there" for sort, _, name in passed
          if sort not in ("WMO302", "WMO320") and (sort, name) not in listed),  # an answer that came in is named after what it answers
        "" if alone == 0 else f"{alone} answers alone"])
    name = rows(loop.town, "SELECT identification FROM exchange_message m JOIN document_kept k ON k.fact = m.message / 2 AND k.place = 0 "
                "WHERE m.sort = 'WMO301' AND m.state = 'waiting' AND m.party <> ? ORDER BY m.message LIMIT 1", PARTY)[0][0]
    code, told, complaint = run("exchange", "--database", loop.town, "--out", str(loop.places["from-town"]), "--again", name)
    again = [path.read_bytes() for path in loop.places["from-town"].glob(f"*{name}*")]
    first = [path.read_bytes() for path in loop.places["sent"].glob(f"*{name}.xml")]
    tap.say("a message that was not answered leaves again, byte for byte", ["" if code == 0 else f"{told}{complaint}", "" if again == first != [] else "the bytes differ"])
    answered = rows(loop.town, "SELECT identification FROM exchange_message WHERE sort = 'WMO301' AND state = 'answered' LIMIT 1")[0][0]
    for what, words in ((answered, "antwoord gekomen"), ("bestaat-niet", "Er is geen bericht bestaat-niet")):
        code, told, complaint = run("exchange", "--database", loop.town, "--out", str(loop.places["from-town"]), "--again", what)
        tap.say(f"{what} does not", ["" if code == 1 and words in told + complaint else f"{code} {told}{complaint}"])
    for path in loop.places["from-town"].glob("*.xml"):
        path.unlink()
    start = sorted(loop.places["sent"].glob("WMO305-*.xml"))[0]
    before = facts(loop.town)
    shutil.copy(start, loop.places["to-town"] / "once-more.xml")
    loop.exchange([*loop.town_command(), "--today", "2023-06-20"])
    answers = [path for path in loop.places["from-town"].glob("WMO306-*.xml")]
    same = [path.read_bytes() == (loop.places["sent"] / path.name).read_bytes() for path in answers]
    tap.say("what comes again on another day gets the same answer, byte for byte, and changes nothing", [
        "" if same == [True] else f"{len(answers)} answers, equal: {same}",
        *(kind for kind, in rows(loop.town, "SELECT kind FROM journal_fact WHERE fact > ? AND kind NOT IN ('order_sent', 'term_recounted')", before)
          if kind.endswith(("reported", "started")))])
    times = rows(loop.town, "SELECT MAX(k.times) FROM document_kept k JOIN exchange_message m ON m.message = 2 * k.fact WHERE m.sort = 'WMO305'")
    tap.say("and it is known that it came again", ["" if times[0][0] > 1 else times])
    for path in loop.places["from-town"].glob("*.xml"):
        path.unlink()


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
        "" if "9019 (TR019)" in str([reasons for sort, reasons in listed if sort == "WMO305"]) else listed])


def test_schemas(loop, tap):
    kinds = sorted({path.name[:6] for path in loop.places["sent"].glob("*.xml")})
    if not SCHEMAS.is_dir():
        tap.skip("every message is valid", "schemas are not here")
        return
    for kind in kinds:
        files = sorted(loop.places["sent"].glob(f"{kind}-*.xml"))
        told = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / f"{kind}.xsd", *files], capture_output=True, text=True, check=False)
        tap.say(f"{len(files)} messages {kind} are valid", [told.stderr] if told.returncode else [])
    tap.say("twelve kinds of messages went around", ["" if len(kinds) == 12 else " ".join(kinds)])


def test_postgres(tap):
    """The same with a town in PostgreSQL: a request, cut off on the way there and back, is there once, and so is what is said to it."""
    if "TEST_POSTGRES" not in os.environ:
        tap.skip("a town in PostgreSQL, cut off", "no TEST_POSTGRES")
        return
    with tempfile.TemporaryDirectory(prefix="thuisregie-loop-") as folder:
        loop = Loop(folder, os.environ["TEST_POSTGRES"], 100)
        loop.settle()
        here = rows(loop.provider, "SELECT person, assignment, amount FROM exchange_order WHERE ended_on IS NULL AND change_reason = '' ORDER BY assignment DESC")
        busy = {row[0] for row in rows(loop.town, "SELECT o.assignment FROM exchange_order o JOIN exchange_asked a ON a.person = o.person")}
        person, number, amount = next(row for row in here if str(row[1]) not in busy)
        complaint = ask(loop, "change_asked", person=person, order=number, amount=amount + 1, reason="1", last_day="2023-12-31", **{"from": "2023-06-01"})
        cut_off(loop)
        [(request, client)] = rows(loop.town, "SELECT request, person FROM exchange_asked WHERE reference LIKE 'V-%'")
        complaint += answer(loop, "asking_refused", int(client), request=int(request), refusal="7", words="Het kan anders.")
        cut_off(loop)
        here, there = asked(loop)
        tap.say("a town in PostgreSQL, cut off: a request and its answer are there once on both sides", [
            *complaint, "" if here == there and [row[1] for row in here] == ["refused"] else (here, there), *loop.refused(), *unclean(loop.town)])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="thuisregie-loop-") as folder:
        loop = Loop(folder)
        test_care(loop, tap, test_orders(loop, tap))
        test_withdrawn(loop, tap)
        test_asked(loop, tap)
        test_newcomer(loop, tap)
        test_rejected(loop, tap)
        test_again(loop, tap)
        test_replies_refused(loop, tap)
        test_kill(loop, tap)
        test_refused(loop, tap)
        test_register(loop, tap)
        test_schemas(loop, tap)
        tap.say("the town's register is whole", unclean(loop.town))
        tap.say("the provider's register is whole", unclean(loop.provider))
    test_postgres(tap)
    return tap.end()


sys.exit(main())
