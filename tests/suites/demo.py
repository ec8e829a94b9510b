#!/usr/bin/env python3
"""The demonstrations of all schemes: each register on its own day with its own people, the promises kept, and messages to
and from the parties of every scheme."""
import os
import re
import sqlite3
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Server, Tap, Visitor, demo, run, unclean  # noqa: E402

RESIDENTS = 660
DAYS = {1969: "2023-05-15", 193: "2019-03-04", 484: "2022-06-01", 995: "2016-03-01"}
# Who takes part in each register, and what for; nobody else, and nothing else.
COMBINATION = {("huishoudelijke-ondersteuning", name) for name in ("wijdezorg", "thuiszorg-izo", "axxicom")}
FIVE = {("huishoudelijke-ondersteuning", f"aanbieder-{number}") for number in range(2, 6)}
TOM = {(product, party) for product in ("individuele-begeleiding", "dagbesteding", "wijkcoach")
       for party in ("kwintes", "wmo-maatwerk", "partner-3", "partner-4", "partner-5", "partner-6")}
AIDS = {("hulpmiddel", "tom-in-de-buurt"), ("hulpmiddel", "huidige-aanbieder")}


def rows(database, query):
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_choice(folder, tap):
    code, told, complaint = run("demo", "--database", Path(folder, "none.sqlite"), "--scheme", "nergens")
    names = ("westerkwartier", "zwolle", "alphen", "tom-in-de-buurt", "lelystad")
    tap.say("an unknown scheme is refused, with those that there are",
            [] if code == 2 and not told and all(name in complaint for name in ("all", *names)) else [f"{code} {complaint}"])
    for name, register in zip(names, (1969, 193, 484, 484, 995)):
        database = str(Path(folder, f"{name}.sqlite"))
        demo(database, 12, "--scheme", name)
        found = rows(database, "SELECT register_id, demo_day FROM journal_register")
        tap.say(f"the demonstration of {name} is the register that has it, on its own day",
                [] if found == [(register, DAYS[register])] else found)
    database = str(Path(folder, "today.sqlite"))
    demo(database, 12, "--scheme", "all", "--today", "2020-02-03")
    days = {day for _, day in rows(database, "SELECT register_id, demo_day FROM journal_register")}
    tap.say("--today is every register's day", [] if days == {"2020-02-03"} else days)
    tap.say("and the promises are kept on it", unclean(database, "--on", "2020-02-03"))


def test_registers(database, accounts, tap):
    roles = {}
    for register, account, role in rows(database, "SELECT register_id, account, role FROM access_account"):
        roles.setdefault(register, set()).add(role)
        if account not in accounts:
            roles[register].add(f"{account} is not told")
    tap.say("every account is told, and no name stands twice",
            [] if sum(1 for _ in rows(database, "SELECT 1 FROM access_account")) == len(accounts) else ["another number"])
    tap.say("each register has all roles of the first", [f"{register}: {its}" for register, its in roles.items()
                                                         if its != roles[1969]])
    people = dict(rows(database, "SELECT register_id, COUNT(*) FROM person_vault GROUP BY register_id"))
    tap.say("the residents are spread over the registers, and nobody is lost",
            [] if sum(people.values()) == RESIDENTS and people[484] > people[193] > people[1969] > people[995] else [people])


def test_arrangements(database, tap):
    served = "SELECT DISTINCT product, deliverer FROM assignment_assignment WHERE register_id = "
    old = [("thuisondersteuning", "huidige-aanbieder")]
    found = rows(database, f"{served} 193 AND valid_from < '2018-06-01'")
    tap.say("before the cut-over the present provider goes on", [] if found == old else found)
    found = rows(database, f"{served} 193 AND valid_from >= '2018-06-01'")
    tap.say("after it residents choose among the new ones", [] if len(found) > 20 and not set(found) & set(old) else found)
    found = rows(database, "SELECT COUNT(*) FROM assignment_assignment WHERE register_id = 193 AND deliverer = 'huidige-aanbieder' "
                           "AND valid_from <= '2019-03-04' AND valid_until > '2019-03-04'")
    tap.say("and some clients still wait for their turn", [] if found[0][0] > 3 else found)
    found = set(rows(database, f"{served} 484"))
    tap.say("one register has the parties of two schemes", [] if found & COMBINATION and found & FIVE and found & TOM
            and found & AIDS and not found - COMBINATION - FIVE - TOM - AIDS else found)
    found = rows(database, "SELECT DISTINCT v.place FROM assignment_assignment a JOIN person_vault v ON v.register_id = 484 AND "
                           "v.person = a.person WHERE a.register_id = 484 AND a.product = 'huishoudelijke-ondersteuning' AND "
                           "SUBSTR(v.postcode, 1, 4) IN ('2421', '2431', '2441', '2461', '2371', '2374', '2451', '2481')")
    tap.say("the other two municipalities have no domestic support of the first", found)
    found = rows(database, "SELECT DISTINCT authority FROM decision_decision WHERE register_id = 484")
    tap.say("each municipality's own college decides",
            [] if {name for name, in found} == {"Alphen aan den Rijn", "Kaag en Braassem", "Nieuwkoop"} else found)
    found = rows(database, "SELECT COUNT(DISTINCT deliverer) FROM assignment_assignment WHERE register_id = 995 AND "
                           "deliverer NOT LIKE 'hoofdaannemer-%'")
    tap.say("the main contractors serve, and not who works for them", [] if found == [(0,)] else found)


def orders_of(database, party):
    """A sent order without a start, and one that waits to be sent, at a party; None where there is none."""
    found = {}
    for state in ("sent", "placed"):
        order = rows(database, f"SELECT MAX(assignment) FROM exchange_order WHERE register_id = 484 AND party = '{party}' AND "
                               f"state = '{state}' AND started_on IS NULL")
        found[state] = order[0][0]
    return found


def test_messages(database, accounts, folder, tap):
    incoming, outgoing = Path(folder, "in"), Path(folder, "out")
    incoming.mkdir()
    outgoing.mkdir()
    with Server(database) as server:
        manager = Visitor.log_in(server.port, "chris", accounts["chris"][0])
        started = {}
        for party in ("tom-in-de-buurt", "wijdezorg-combinatie", *(f"aanbieder-{number}" for number in range(2, 6))):
            order = orders_of(database, party)["sent"]
            if order is not None:
                started[party] = order
                (incoming / f"{party}.xml").write_bytes(manager.ask("GET", f"/orders/{order}/start")[2])
    code, told, complaint = run("exchange", "--database", database, "--in", incoming, "--out", outgoing)
    tap.say("the parties of all schemes of a register can report", [] if code == 0 and len(started) > 1
            and f"\t{len(started)} received\t0 refused" in told else [code, told, complaint])
    tap.say("before iWmo 3.2 the orders leave in it, and that is said", [] if complaint.count("iWmo 3.2") == 3 else [complaint])
    codes = {re.sub(r"\D", "", match[1]) for path in outgoing.glob("WMO301-0484-*.xml")
             for match in [re.search(r"<Ontvanger>(.*?)</Ontvanger>", path.read_text(encoding="utf-8"))]}
    tap.say("orders leave for the parties of both schemes", [] if "99000601" in codes
            and codes & {"99000501", "99000502", "99000503", "99000504", "99000505"} else codes)
    begun = {order for order, in rows(database, "SELECT assignment FROM exchange_order WHERE register_id = 484 AND "
                                                "started_on IS NOT NULL")}
    tap.say("and their starts are known", set(started.values()) - begun)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        test_choice(folder, tap)
        database = str(Path(folder, "all.sqlite"))
        accounts = demo(database, RESIDENTS, "--scheme", "all")
        tap.say("the demonstration of all schemes keeps all promises", unclean(database))
        test_registers(database, accounts, tap)
        test_arrangements(database, tap)
        test_messages(database, accounts, folder, tap)
        tap.say("also after the messages", unclean(database))
        if "TEST_POSTGRES" in os.environ:
            demo(os.environ["TEST_POSTGRES"], RESIDENTS, "--scheme", "all")
            tap.say("the demonstration of all schemes keeps all promises (postgres)", unclean(os.environ["TEST_POSTGRES"]))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
