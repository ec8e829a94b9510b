#!/usr/bin/env python3
"""A provider claims what it delivered, in a register of its own and through two folders: what is granted and what is refused
comes back line by line, is corrected, and is never paid twice; then the same on the municipality's page, without software.

Every claim and answer is held against the schemas of the standard, in ../shared/iwmo/xsd or SHARED/iwmo/xsd.
"""
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
from service import Server, Tap, Visitor, account_of, demo, run, unclean  # noqa: E402

SCHEMAS = Path(os.environ.get("SHARED", TOP / "../shared")) / "iwmo/xsd"
SCHEME, PARTY, PLANNER, BELOW, RESIDENTS = "westerkwartier", "miep", "pim", "dnzt", 300
MAY, JUNE = ("--today", "2023-06-05"), ("--today", "2023-07-05")  # when these months are claimed
HOUR = 3240  # cents: the demonstration's tariff of help at home


def rows(database, query, *values):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


def orders(database):
    """Help at home that began by the middle of May and goes on, by number."""
    return rows(database, "SELECT assignment, person, amount FROM exchange_order WHERE party = ? AND product = 'huishoudelijke-hulp'"
                " AND sent_on IS NOT NULL AND state NOT IN ('declined', 'stopped') AND ended_on IS NULL AND valid_from <= '2023-05-15'"
                " AND valid_until > '2023-07-01' AND changed = 0 ORDER BY assignment", PARTY)


class Loop:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.town, self.provider = str(self.folder / "town.sqlite"), str(self.folder / "provider.sqlite")
        self.town_accounts = demo(self.town, RESIDENTS, "--scheme", SCHEME)
        self.accounts = demo(self.provider, 0, "--scheme", SCHEME)
        self.places = {name: self.folder / name for name in ("to-town", "from-town", "to-provider", "from-provider", "sent")}
        for place in self.places.values():
            place.mkdir()
        self.today = MAY
        self.agb = re.search(rf'name: {PARTY}\n(?: +\w.*\n)*? +agb: "(\d{{8}})"', (TOP / f"schemes/{SCHEME}.yaml").read_text(encoding="utf-8"))[1]

    def carry(self, origin, target):
        for path in sorted(self.places[origin].glob("*.xml")):
            shutil.copy(path, self.places["sent"] / path.name)
            if f">{self.agb}<" in path.read_text(encoding="utf-8"):
                shutil.copy(path, self.places[target] / path.name)
            path.unlink()

    def exchange(self, database, inward, outward, *options):
        code, told, complaint = run("exchange", "--database", database, "--in", str(self.places[inward]), "--out", str(self.places[outward]), *self.today, *options)
        if code != 0:
            raise RuntimeError(f"exchange ended with {code}: {told}{complaint}")

    def around(self, spoil=None):
        """What the provider has leaves, the town answers, and the provider reads that, after what spoil made of it."""
        self.exchange(self.provider, "to-provider", "from-provider", "--as", PARTY)
        self.carry("from-provider", "to-town")
        self.exchange(self.town, "to-town", "from-town")
        self.carry("from-town", "to-provider")
        if spoil:
            spoil(self)
        self.exchange(self.provider, "to-provider", "from-provider", "--as", PARTY)
        self.carry("from-provider", "to-town")

    def complaints(self):
        return [path.read_text(encoding="utf-8") for path in (self.places["to-town"] / "refused").glob("*.reason.txt")]

    def last(self):
        return rows(self.provider, "SELECT fact, lines, refused, total, granted, answered_on IS NOT NULL FROM billing_claim ORDER BY fact DESC LIMIT 1")[0]

    def refusals(self):
        return rows(self.provider, "SELECT l.assignment, r.codes FROM billing_refusal r JOIN billing_line l ON l.fact = r.claim AND l.reference = r.reference"
                    " ORDER BY r.fact, l.number")


class Planner:
    """The administration of the provider, in one of the two registers."""

    def __init__(self, database, accounts, today=MAY):
        self.server = Server(database, *today)
        self.accounts = accounts

    def __enter__(self):
        self.visitor = Visitor.log_in(self.server.__enter__().port, PLANNER, self.accounts[PLANNER][0])
        return self

    def __exit__(self, *what):
        return self.server.__exit__(*what)

    def deliver(self, order, day, amount, **more):
        status, answer = self.visitor.append("care_delivered", person=order[1], assignment=order[0], day=day, amount=amount, **more)
        return [] if status == 201 else [f"care_delivered: {status} {answer}"]

    def approve(self, month, **more):
        status, answer = self.visitor.append("claim_approved", month=f"{month}-01", **more)
        return [] if status == 201 else [f"claim_approved: {status} {answer}"]

    def page(self, address):
        return self.visitor.ask("GET", address)[2].decode()


# An answer that is not about the claim as it was sent: the rule, and what is changed in it.
WRONG_ANSWERS = (("TR337", r"(<DeclaratieIdentificatie>\s*<iwmo:Identificatie>)[^<]*", r"\g<1>323999999999"),
                 ("TR371", r"(<XsdVersieDeclaratie>\s*<iwmo:BasisschemaXsdVersie>)[^<]*", r"\g<1>0.9.0"),
                 ("TR376", r"(<DeclaratieNummer>)[^<]*", r"\g<1>D1"),
                 ("TR366", r"(<iwmo:ReferentieNummer>)[^<]*", r"\g<1>9999-9"),
                 ("TR367", r"(<GeleverdVolume>)[^<]*", r"\g<1>1"),
                 ("TR342", r"(<TotaalToegekendBedrag>\s*<iwmo:TotaalBedrag>)[^<]*", r"\g<1>1"))


def lay_wrong_answers(loop):
    """Beside the answer, and read before it: the same with one thing wrong, each under an identification of its own."""
    text = next(loop.places["to-provider"].glob("WMO325-*.xml")).read_text(encoding="utf-8")
    for place, (rule, old, new) in enumerate(WRONG_ANSWERS):
        wrong = re.sub(r"(<BerichtIdentificatie>\s*<iwmo:Identificatie>)[^<]*", rf"\g<1>X{place}", re.sub(old, new, text, count=1))
        (loop.places["to-provider"] / f"A-{rule}.xml").write_bytes(wrong.encode())


def wrong_answers_refused(loop):
    for rule, _, _ in WRONG_ANSWERS:
        reason = loop.places["to-provider"] / "refused" / f"A-{rule}.xml.reason.txt"
        told = reason.read_text(encoding="utf-8") if reason.exists() else "it was taken"
        yield "" if rule in told else f"{rule}: {told}"


def test_first(tap, loop):
    """Two lines of which one is too much, and one that a subcontractor took a part of."""
    good, much, shared = orders(loop.provider)[:3]
    with Planner(loop.provider, loop.accounts) as planner:
        wrong = [complaint for order, amounts in ((good, (60, 90)), (much, (1440, 1440))) for day, amount in zip((16, 23), amounts)
                 for complaint in planner.deliver(order, f"2023-05-{day:02}", amount)]
        wrong += planner.deliver(shared, "2023-05-17", 60) + planner.deliver(shared, "2023-05-24", 61, deliverer=BELOW)
        page = planner.page("/claims/own?month=2023-05")
        tap.say("the page says what would go, and what is against it", wrong + [words for words in (
            "2880 minuten", "Dit is meer dan er in deze periode is toegekend.", "Het begin van de hulp is nog niet gemeld.") if words not in page])
        wrong = planner.approve("2023-05")
        loop.around(lay_wrong_answers)
        tap.say("an answer that is not about the claim as it was sent is refused, rule by rule", list(filter(None, wrong_answers_refused(loop))))
        fact, lines, refused, total, granted, answered = loop.last()
        tap.say("what is too much is refused, and the rest is granted", wrong + ([] if (lines, refused, answered) == (3, 1, 1) and total == (150 + 2880 + 121) * HOUR // 60
                and granted == round((150 + 121) * HOUR / 60) and loop.refusals() == [(much[0], "9321")] else [loop.last(), loop.refusals()]))
        page = planner.page(f"/claims/own/{fact}")
        parts = re.findall(r'<tr><th scope="row">([^<]+)</th><td data-label="Regels">\d+</td><td data-label="Geleverd">(\d+)</td><td data-label="Deel">[^0-9]*([\d.,]+)', page)
        cents = sum(int(part[2].replace(".", "").replace(",", "")) for part in parts)
        tap.say("the refusal is told in words, with what to do", [words for words in (
            "Het volume is groter dan in deze periode is toegewezen.", "Klopt die, vraag de gemeente dan om meer.") if words not in page], shows=["TOM-34"])
        tap.say("whose part it is adds up to what was granted, to the cent", [] if cents == granted and [part[1] for part in sorted(parts, key=lambda part: part[1])] == ["210", "61"]
                else [parts, granted], shows=["TOM-24"])
        tap.say("what was refused and is the same does not go by itself", [] if "Deze regel is geweigerd en nog hetzelfde." in planner.page("/claims/own?month=2023-05") else ["it does"])
    return good, much, shared


def test_again(tap, loop, good, much):
    """The refused line corrected, and a granted one: taken back, and claimed as it is."""
    with Planner(loop.provider, loop.accounts) as planner:
        wrong = planner.deliver(much, "2023-05-16", 60) + planner.deliver(much, "2023-05-23", 60) + planner.deliver(good, "2023-05-23", 45)
        wrong += planner.approve("2023-05")
    loop.around()
    lines = rows(loop.town, "SELECT assignment, volume, is_credit, codes FROM claim_line WHERE claim = (SELECT claim FROM claim_claim ORDER BY fact DESC LIMIT 1) ORDER BY number")
    wanted = sorted([(good[0], 150, 1, ""), (good[0], 105, 0, ""), (much[0], 120, 0, "")], key=lambda line: (line[0], -line[2]))
    tap.say("a correction is a credit and a new debit, and what was refused goes again", wrong + ([] if lines == wanted and loop.last()[2:3] == (0,) else [lines, loop.last()]))


def test_later(tap, loop, good, much):
    """In the claim of a later month: a credit without a debit, and a line corrected over the end of a month."""
    loop.today = JUNE
    with Planner(loop.provider, loop.accounts, JUNE) as planner:
        wrong = planner.deliver(good, "2023-05-16", 0) + planner.deliver(good, "2023-05-23", 0) + planner.deliver(much, "2023-06-20", 60)
        wrong += planner.deliver(much, "2023-05-30", 15) + planner.approve("2023-06")
    loop.around()
    first = dict(rows(loop.provider, "SELECT assignment, valid_from FROM exchange_order"))
    lines = rows(loop.town, "SELECT assignment, first_day, volume, is_credit, codes FROM claim_line WHERE claim = (SELECT claim FROM claim_claim ORDER BY fact DESC LIMIT 1) ORDER BY number")
    tap.say("a month later: what was not delivered after all goes back, and an earlier month is corrected", wrong + ([] if sorted(lines) == sorted([
        (good[0], first[good[0]], 105, 1, ""), (much[0], first[much[0]], 120, 1, ""), (much[0], first[much[0]], 135, 0, ""),
        (much[0], "2023-06-01", 60, 0, "")]) else lines))
    here, there = (sum(row[0] for row in rows(database, query)) for database, query in (
        (loop.provider, "SELECT granted FROM billing_claim"), (loop.town, "SELECT granted FROM claim_claim WHERE number LIKE 'D0%'")))
    tap.say("both sides know the same sum", [] if here == there > 0 else [here, there])


def test_twice(tap, loop):
    """The same message, the same lines in another message, and the same care under new references: for ever."""
    sent = sorted(loop.places["sent"].glob("WMO323-*.xml"))
    facts = rows(loop.town, "SELECT MAX(fact) FROM journal_fact")
    for path in sent:
        shutil.copy(path, loop.places["to-town"] / path.name)
    loop.exchange(loop.town, "to-town", "from-town")
    tap.say("the same messages again change nothing", [] if rows(loop.town, "SELECT MAX(fact) FROM journal_fact") == facts else ["facts were added"])
    text = sent[0].read_text(encoding="utf-8")
    again = re.sub(r"(?<=Identificatie>)323\d+", "323999999991", re.sub(r"(?<=DeclaratieNummer>)D\d+", "DNOG1", text))
    for name, words in (("same", again), ("other", re.sub(r"(?<=ReferentieNummer>)(\d+-\d+)", r"9\1", again).replace("999999991", "999999992").replace("DNOG1", "DNOG2"))):
        (loop.places["to-town"] / f"again-{name}.xml").write_bytes(words.encode())
    loop.exchange(loop.town, "to-town", "from-town")
    codes = [row[0] for row in rows(loop.town, "SELECT l.codes FROM claim_line l JOIN claim_claim c ON c.claim = l.claim WHERE c.fact > ? ORDER BY c.fact, l.number", facts[0][0])]
    tap.say("the same lines in another message are refused: 8021, and 9389 under other names too", [] if len(codes) == 6 and all("9389" in code for code in codes)
            and [("8021" in code) for code in codes] == [False] * 3 + [True] * 3 else [codes, loop.complaints()])


def test_page(tap, loop):
    """The same provider without software: the claim is judged in the municipality's own exchange."""
    order = [row for row in orders(loop.town) if not rows(loop.town, "SELECT 1 FROM claim_line WHERE assignment = ?", row[0])][0]
    with Planner(loop.town, loop.town_accounts, JUNE) as planner:
        wrong = planner.deliver(order, "2023-06-14", 60) + planner.approve("2023-06")
        loop.exchange(loop.town, "to-town", "from-town")
        claim = rows(loop.town, "SELECT total, granted, refused, answered_on IS NOT NULL FROM billing_claim")
        page = planner.page("/claims/own?month=2023-06")
    tap.say("a claim from the page is judged in the next exchange, and its answer stands on the page", wrong + (
        [] if claim == [(HOUR, HOUR, 0, 1)] and "Goedgekeurd" in page else [claim]), shows=["LEL-10"])


def test_overview(tap, loop):
    """What finance sees of it: sums, reasons and products, as a page and as a file; no client."""
    with Server(loop.town, *JUNE) as server:
        finance = Visitor.log_in(server.port, *account_of(loop.town_accounts, "finance"))
        page = finance.ask("GET", "/claims")[2].decode()
        wanted = ("Het volume is groter dan in deze periode is toegewezen. (9321)", "Deze debetregel is al ingediend en niet gecrediteerd. (9389)",
                  "(01A04)", "mei 2023", "juni 2023")
        tap.say("finance sees sums per month and provider, reasons and products", [words for words in wanted if words not in page], shows=["LEL-5"])
        month = finance.ask("GET", "/claims?month=2023-06")[2].decode()
        tap.say("a month can be chosen", [] if "mei 2023</td>" not in month and "juni 2023</td>" in month else ["another month is there too"])
        rows_of = finance.ask("GET", "/claims.csv")[2].decode().split("\r\n")
        claims = rows(loop.town, "SELECT COUNT(*) FROM claim_claim")[0][0]
        tap.say("the file has a row for each claim", [] if len(rows_of) == claims + 2 else rows_of)
        names = {name for (name,) in rows(loop.town, "SELECT v.surname FROM person_vault v JOIN exchange_order o ON o.person = v.person WHERE o.party = ?", PARTY)}
        refused = re.findall(r"/claims\?claim=\d+", page)
        told = "".join(finance.ask("GET", address)[2].decode() for address in sorted(set(refused)))
        tap.say("a refused line has its reason, and nobody's name or file", [] if refused and "/clients/" not in told and not any(f" {name}<" in told for name in names)
                else ["a client is named"], shows=["ZWO-132"])


def test_schemas(tap, loop):
    for kind in ("WMO323", "WMO325"):
        files = sorted(loop.places["sent"].glob(f"{kind}-*.xml"))
        if not SCHEMAS.is_dir():
            tap.skip(f"every {kind} is valid", "schemas are not here")
            continue
        told = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / f"{kind}.xsd", *files], capture_output=True, text=True, check=False)
        tap.say(f"{len(files)} messages {kind} are valid", [told.stderr] if told.returncode or len(files) < 3 else [])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="thuisregie-billing-") as folder:
        loop = Loop(folder)
        loop.exchange(loop.town, "to-town", "from-town")
        loop.carry("from-town", "to-provider")
        loop.around()
        good, much, _ = test_first(tap, loop)
        test_again(tap, loop, good, much)
        test_twice(tap, loop)
        test_later(tap, loop, good, much)
        test_schemas(tap, loop)
        test_page(tap, loop)
        test_overview(tap, loop)
        tap.say("the town's register is whole", unclean(loop.town))
        tap.say("the provider's register is whole", unclean(loop.provider))
    return tap.end()


sys.exit(main())
