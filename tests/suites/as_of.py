#!/usr/bin/env python3
"""Every page on another day: each route takes ?on=, says which day it shows, offers nothing to record and refuses a day
that does not exist; and what lists count on a day is what the journal's own facts say of that day."""
import html
import json
import re
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Server, Tap, Visitor, account_of, demo  # noqa: E402

RESIDENTS = 200
TODAY, PAST, BEFORE, FUTURE = "2023-05-15", "2023-03-01", "2000-01-01", "2030-01-01"
DAYS = ("2021-10-01", "2022-06-15", PAST, "2023-04-30", TODAY, "2023-06-01", FUTURE)
WRONG = ("2023-02-30", "gisteren", "1-3-2023", "2023-03-01x", "0000-01-01")
ROLES = ("social_worker", "decider", "contract_manager", "policy_adviser", "desk", "provider", "lead", "objection_officer",
         "safety_officer", "supervisor", "finance", "administrator", "helper")
# What one waits for, or gets, is not there on every day.
PASSING = ("/clients/{person}/assign/{decision}/{line}", "/deliveries/{assignment}")
ROUTE = re.compile(r'\{ HTTP_GET, "([^"]+)", [\w| ]+, ([\w| ]+), \d+, \w+ \}')
PLACE = re.compile(r"\{(\w+)\}")
LABELS = {"onderzoek te doen": "reported", "wacht op aanvraag": "investigated", "besluit te nemen": "applied",
          "wacht op aanbieder": "waiting", "wacht op start": "assigned", "ondersteuning begonnen": "in_care",
          "tijdelijk gestopt": "paused", "ondersteuning gestopt": "stopped", "afgesloten zonder besluit": "closed",
          "afgewezen": "refused", "beëindigd": "ended", "te verzenden": "placed", "verzonden": "sent", "begonnen": "started", "gestopt": "stopped",
          "niet aangenomen": "declined"}
# What a notice makes of care of one assignment.
GAPS = {"care_paused": "paused", "care_resumed": "", "care_stopped": "stopped"}
FOR_CASES = {"assignment_made", "assignment_ended", "care_started", *GAPS}
# What a fact makes of an order.
ORDERS = {"order_sent": "sent", "start_reported": "started", "order_declined": "declined", "pause_reported": "paused",
          "resume_reported": "started", "stop_reported": "stopped"}
TILE = re.compile(r'th-tile__number">(\d+)</span><span class="th-tile__label">([^<]*)<')


def day_of(seconds):
    return datetime.fromtimestamp(seconds, ZoneInfo("Europe/Amsterdam")).strftime("%Y-%m-%d")


class Facts:
    """What the journal alone says of a day; no table that the program derives from it is read."""

    def __init__(self, database):
        connection = sqlite3.connect(database)
        self.facts = [(fact, person, kind, valid_on, day_of(recorded_at), json.loads(body))
                      for fact, person, kind, valid_on, recorded_at, body in connection.execute(
                          "SELECT fact, person, kind, valid_on, recorded_at, body FROM journal_fact ORDER BY fact")]
        self.names = dict(connection.execute("SELECT account, name FROM access_account"))
        connection.close()
        self.steps, self.contacts, self.orders = defaultdict(list), {}, {}
        self.follow()

    def add_step(self, report, status, day):
        """A step never comes before the one before it."""
        before = self.steps[report][-1][1] if self.steps[report] else day
        self.steps[report].append((status, max(day, before)))

    def follow(self):
        granted, done, case_of, started, at_once = {}, defaultdict(list), {}, defaultdict(dict), set()
        for fact, person, kind, valid_on, recorded_on, body in self.facts:
            if kind in FOR_CASES and body.get("assignment", body.get("decision")) in at_once:
                at_once.add(fact)  # help at once leaves the case where it is
            elif kind == "urgent_help_given":
                at_once.add(fact)
            elif kind == "report_received":
                self.contacts[fact] = body["contact"]
                self.add_step(fact, "reported", valid_on)
            elif kind == "investigation_concluded":
                self.add_step(body["report"], "investigated", valid_on)
            elif kind == "application_received":
                self.add_step(body["report"], "applied", valid_on)
            elif kind == "decision_taken":
                in_kind = len(body.get("lines", [])) - len(body.get("budgets", []))
                granted[fact] = (body["report"], in_kind)
                status = "waiting" if in_kind else "in_care" if body.get("lines") else "refused"
                self.add_step(body["report"], status, valid_on)
            elif kind == "assignment_made":
                case_of[fact] = body["decision"]
                self.reach(granted[body["decision"]], "assigned", done, min(valid_on, recorded_on))
            elif kind == "care_started":
                self.reach(granted[case_of[body["assignment"]]], "in_care", done, valid_on)
                started[granted[case_of[body["assignment"]]][0]][body["assignment"]] = ""
            elif kind in GAPS:
                report = granted[case_of[body["assignment"]]][0]
                started[report][body["assignment"]] = GAPS[kind]
                gaps = set(started[report].values())
                self.add_step(report, "in_care" if "" in gaps else "stopped" if gaps == {"stopped"} else "paused", valid_on)
            elif kind == "assignment_ended" and body["because"] in ("moved", "declined", "stopped"):
                report = granted[case_of[body["assignment"]]][0]
                del done[report, "assigned"][-1:]
                if started[report].pop(body["assignment"], None) is not None:
                    del done[report, "in_care"][-1:]
                self.add_step(report, "waiting", min(valid_on, recorded_on))
            elif kind == "decision_changed":  # what goes on waits for who delivers it
                self.add_step(body["report"], "waiting", body["ends_from"])
            elif kind in ("decision_ended", "decision_withdrawn"):  # the demonstration ends the only product of a case
                self.add_step(body["report"], "ended", body["ends_from"])
            elif kind == "case_closed":
                self.add_step(body["report"], "closed", valid_on)
            elif kind == "order_placed":
                self.orders[body["assignment"]] = [("placed", valid_on)]
            elif kind in ORDERS:
                self.orders[body["assignment"]].append((ORDERS[kind], valid_on))

    def reach(self, granted, status, done, day):
        """A case goes on when the last of its products does."""
        report, lines = granted
        done[report, status].append(day)
        if len(done[report, status]) == lines:
            self.add_step(report, status, max(done[report, status]))

    def cases(self, day, contact=None):
        statuses = [[status for status, since in steps if since <= day][-1:] for report, steps in self.steps.items()
                    if contact in (None, self.contacts[report])]
        return Counter(status for found in statuses for status in found)

    def order_counts(self, day):
        return Counter(state for steps in self.orders.values() for state in [s for s, since in steps if since <= day][-1:])

    def clients(self, day):
        return {person for _, person, kind, valid_on, _, _ in self.facts if kind == "report_received" and valid_on <= day}


def tiles(page):
    return {LABELS[label]: int(number) for number, label in TILE.findall(html.unescape(page)) if int(number)}


def routes():
    return [match.groups() for match in ROUTE.finditer((TOP / "src/app/routes.c").read_text(encoding="utf-8"))]


def places(database):
    """What stands in the places of an address: things that were there on the past day already, where there is such."""
    connection = sqlite3.connect(database)

    def one(query, *values):
        row = connection.execute(query, values).fetchone()
        return row[0] if row else 1

    found = {"kind": "report_received", "language": "nl",
             "person": one("SELECT MIN(person) FROM desk_report WHERE received_on <= ?", PAST),
             "letter": one("SELECT MIN(letter) FROM document_letter WHERE dated <= ?", PAST),
             "order": one("SELECT MIN(assignment) FROM exchange_order WHERE sent_on <= ?", PAST),
            "scheme": one("SELECT MIN(scheme) FROM scheme_version"), "fact": one("SELECT MIN(fact) FROM scheme_version"),
            "agreement": re.search(r"^agreements:\n  - name: (\S+)", one("SELECT text FROM scheme_version"), re.M)[1]}
    # What belongs to one person, or to one party, goes together.
    waiting = connection.execute("SELECT person, decision, line FROM assignment_waiting").fetchone()
    chosen = connection.execute("SELECT person, assignment FROM assignment_assignment WHERE valid_from <= ?", (PAST,)).fetchone()
    delivery = one("SELECT MIN(d.assignment) FROM assignment_delivery d JOIN access_account a ON a.party = d.deliverer "
                   "WHERE a.role = 'provider' AND d.valid_from <= ? AND d.valid_until > ?", PAST, TODAY)
    together = {"/clients/{person}/assign/{decision}/{line}": dict(zip(("person", "decision", "line"), waiting or ())),
                "/clients/{person}/why/{assignment}": dict(zip(("person", "assignment"), chosen or ())),
                "/deliveries/{assignment}": {"assignment": delivery}}
    connection.close()
    return found, together


def ask(visitor, path, on):
    status, headers, body = visitor.ask("GET", f"{path}{'&' if '?' in path else '?'}on={on}")
    return status, body.decode(errors="replace") if "text/" in (headers.get("Content-Type") or "") else ""


def visitor_for(visitors, path):
    """Whoever may see the page, or nobody."""
    return next((visitor for visitor in visitors if visitor.ask("GET", path)[0] not in (403, 404)), None)


def complaints_about(visitor, path, is_passing=False):
    is_form, plain = path.startswith(("/facts/", "/scheme/propose")), visitor.ask("GET", path)[0]
    for on in (PAST, FUTURE):
        status, page = ask(visitor, path, on)
        if status != (409 if is_form else plain) and not (is_passing and status == 404):
            yield f"?on={on} answers {status}, and {plain} without"
        if status == 200 and "<html" in page:
            yield from offers(page, on)
    status, _ = ask(visitor, path, BEFORE)
    if status not in (plain, 404, 409):
        yield f"?on={BEFORE} answers {status}"
    for on in WRONG:
        status, page = ask(visitor, path, on)
        if status != 400 or "geen bestaande datum" not in page:
            yield f"?on={on} answers {status}"


def offers(page, on):
    day = f"{int(on[8:])} {'maart' if on == PAST else 'januari'} {on[:4]}"
    if f"U kijkt naar {day}." not in page:
        yield f"on {on} the page does not say which day it shows"
    if re.search(r'<form[^>]*method="post"(?![^>]*action="/(?:logout|known)[/"])', page):
        yield f"on {on} the page has a form that brings something"
    if re.search(r'href="/facts/', page):
        yield f"on {on} the page leads to a form"
    for address in re.findall(r'<a [^>]*href="(/[^"#]*)"', page):
        if f"on={on}" not in address and not address.startswith("/language/"):
            if "data-as-is" not in page[page.index(f'href="{address}"'):][:len(address) + 40]:
                yield f"on {on} the link {address} loses the day"


def test_routes(tap, visitors, found, together):
    for path, flags in routes():
        if "HTTP_OPEN" in flags or path == "/":
            continue
        address = PLACE.sub(lambda place: str({**found, **together.get(path, {})}.get(place[1], 1)), path)
        address += f"?with={found['fact']}" if path.endswith("/diff") else ""
        visitor = visitor_for(visitors, address)
        if visitor is None:
            tap.skip(f"{path} on another day", f"nobody finds {address} in this demonstration")
            continue
        tap.say(f"{path} on another day", complaints_about(visitor, address, path in PASSING), ["X-16"])


def test_work(tap, worker, account, facts):
    for day in DAYS:
        _, page = ask(worker, "/work?whose=all", day)
        tap.say(f"the work list of {day} is what the facts say",
                [] if tiles(page) == facts.cases(day) else [tiles(page), facts.cases(day)], ["X-16"])
        _, page = ask(worker, "/work?whose=mine", day)
        expected = facts.cases(day, account)
        tap.say(f"so is that of one contact person on {day}", [] if tiles(page) == expected else [tiles(page), expected])


def test_today(tap, worker):
    """What stands now is read from other tables than a day is."""
    address = "/work?whose=all&status=in_care"
    now, as_of = worker.ask("GET", address)[2].decode(), ask(worker, address, TODAY)[1]
    tap.say("today asked for is today", [] if tiles(now) == tiles(as_of) else [tiles(now), tiles(as_of)])


def test_lines(tap, worker, facts):
    """A list has as many lines as its number says, page after page."""
    for status in ("reported", "in_care"):
        address, seen = f"/work?whose=all&status={status}", []
        while address:
            _, page = ask(worker, address, PAST)
            seen += re.findall(r'th-work__what">\s*<a [^>]*href="/clients/(\d+)', page)
            following = re.search(r'th-pages.*?href="([^"]+)"', page, re.S)
            address = html.unescape(following[1]).replace(f"&on={PAST}", "") if following else ""
        tap.say(f"each {status} case of {PAST} has its line",
                [] if len(seen) == facts.cases(PAST)[status] else [f"{len(seen)} lines", facts.cases(PAST)])


def test_clients(tap, worker, database, facts):
    connection = sqlite3.connect(database)
    names = dict(connection.execute("SELECT person, surname FROM person_vault"))
    connection.close()
    for day in (PAST, "2022-06-15"):
        known, wrong = facts.clients(day), []
        for person in sorted(names)[::20]:
            _, page = ask(worker, f"/clients?name={names[person].split()[0]}", day)
            if (f'href="/clients/{person}?on={day}"' in page) != (person in known):
                wrong.append(f"{person} is found, or is not")
            _, page = ask(worker, f"/clients/{person}", day)
            if ("nog geen cliënt" in page) == (person in known):
                wrong.append(f"the file of {person} says otherwise")
        tap.say(f"who was a client on {day}", wrong)


def test_file(tap, worker, account, facts):
    """A client's file has no letter, decision or event of after the day."""
    days = defaultdict(list)
    for _, person, kind, valid_on, _, _ in facts.facts:
        days[person, kind].append(valid_on)
    person = next(person for person, kind in days if kind == "care_started" and min(days[person, kind]) > PAST
                  and min(days[person, "decision_taken"]) <= PAST and facts.contacts.get(person) == account)
    decided = [valid_on for _, p, kind, valid_on, _, _ in facts.facts if p == person and kind == "decision_taken"]
    dated = [body["dated"] for _, p, kind, _, _, body in facts.facts if p == person and kind == "letter_written"]
    for day in (PAST, TODAY):
        _, page = ask(worker, f"/clients/{person}", day)
        letters, decisions = page.count("PDF van"), page.count("Besloten door ")
        tap.say(f"the file of {day} has the letters and decisions of until then", [
            "" if letters == sum(on <= day for on in dated) else f"{letters} letters of {dated}",
            "" if decisions == sum(on <= day for on in decided) else f"{decisions} decisions of {decided}"])
    _, page = ask(worker, f"/clients/{person}", PAST)
    tap.say("care that began later has not begun", ["it says that it has"] if "begonnen op" in page else [])


def test_orders(tap, manager, facts):
    for day in DAYS:
        _, page = ask(manager, "/orders", day)
        expected = facts.order_counts(day)
        tap.say(f"the orders of {day} are what the facts say", [] if tiles(page) == expected else [tiles(page), expected])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/as_of.sqlite"
        accounts = demo(database, RESIDENTS)
        facts = Facts(database)
        with Server(database) as server:
            visitors = {role: Visitor.log_in(server.port, *account_of(accounts, role)) for role in ROLES}
            worker, account = visitors["social_worker"], account_of(accounts, "social_worker")[0]
            test_routes(tap, list(visitors.values()), *places(database))
            test_work(tap, worker, account, facts)
            test_today(tap, worker)
            test_lines(tap, worker, facts)
            test_clients(tap, worker, database, facts)
            test_file(tap, worker, account, facts)
            test_orders(tap, visitors["contract_manager"], facts)
            tap.say("the server says nothing of it", [line for line in server.said().splitlines() if "listening" not in line])
            server.stop()
    return tap.end()


sys.exit(main())
