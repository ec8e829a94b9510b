#!/usr/bin/env python3
"""Goes over every route with the accounts of providers, on a demonstration of all registers: each answers 403 or 404, or
with what is the party's own. Whose client somebody is, the database says."""
import re
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from service import TOP, Server, Tap, Visitor, demo, unclean  # noqa: E402

ROUTE = re.compile(r'\{ HTTP_(GET|POST), "([^"]+)", ([\w| ]+), ([\w| ]+), \d+,\s+(\w+) \}')
KIND = re.compile(r'const struct journal_kind \w+ = \{\n\t\.name = "(\w+)".*?\.permission = ([\w| ]+),', re.S)
RESIDENTS = 400
EACH = 6  # numbers of somebody else that are tried in each place
# Routes that say nothing of any client, for whoever is logged in or not.
OF_NOBODY = {"/", "/login", "/logout", "/language/{language}", "/site.css", "/site.js", "/favicon.svg", "/openapi.json", "/scheme",
             "/mine/enter", "/invitation", "/follow", "/login/code", "/account"}

# What everybody with an account reads: what is bought and why, and what one was asked to judge.
OF_ALL = {"/tenders", "/programmes", "/assessments"}
# Each role of a party: the pages that are theirs, and what they may.
OF_PROVIDERS = OF_ALL | {"/deliveries", "/deliveries/past", "/incidents", "/tariffs", "/tariffs.csv", "/api/tariffs", "/claims", "/claims.csv", "/claims/own", "/messages/all",
                         "/messages/all.csv", "/orders/own", "/meetings"}
OF_LEADS = OF_PROVIDERS | {"/combination", "/budgets", "/budgets.csv", "/budgets/year", "/budgets/year.csv", "/budgets/year.xlsx", "/budgets/quarter",
                           "/budgets/quarter.pdf"}
PAGES = {"helper": OF_ALL | {"/visits"}, "provider": OF_PROVIDERS, "lead": OF_LEADS,
         "bidder": OF_ALL}
MAY = {"helper": {"MAY_VISIT", "MAY_LOG_IN"}, "provider": {"MAY_DELIVER", "MAY_LOG_IN"}, "bidder": {"MAY_BID", "MAY_LOG_IN"},
       "lead": {"MAY_DELIVER", "MAY_LOG_IN", "MAY_RUN_COMBINATION"}}


def routes():
    text = (TOP / "src/app/routes.c").read_text(encoding="utf-8")
    return [(method, path) for method, path, *_ in ROUTE.findall(text)]


def kinds():
    """kind -> the permissions that may bring it."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((TOP / "src").rglob("*.c"))
             if not path.name.endswith("_test.c"))
    return {name: permission for text in texts for name, permission in KIND.findall(text)}


class Clients:
    """Who delivers to whom today, from the tables."""

    def __init__(self, database):
        with closing(sqlite3.connect(database)) as connection:
            self.days = dict(connection.execute("SELECT register_id, demo_day FROM journal_register"))
            self.party = {account: (register, party, role) for register, account, party, role in connection.execute(
                "SELECT register_id, account, party, role FROM access_account WHERE party <> ''")}
            self.deliveries = list(connection.execute(
                "SELECT d.register_id, d.person, d.assignment, d.deliverer, v.surname, d.valid_until FROM assignment_delivery d "
                "JOIN person_vault v ON v.register_id = d.register_id AND v.person = d.person"))
            self.others = {"person": [row[0] for row in connection.execute("SELECT person FROM person_vault LIMIT 50")],
                           "letter": [row[0] for row in connection.execute("SELECT letter FROM document_letter LIMIT 50")],
                           "decision": [row[0] for row in connection.execute("SELECT decision FROM decision_decision LIMIT 50")]}

    def own(self, account):
        """(assignments, surnames) that the account's party has or had."""
        register, party, _ = self.party[account]
        mine = [row for row in self.deliveries if row[0] == register and row[3] == party]
        running = {row[2] for row in mine if row[5] > self.days[register]}
        return running, {row[4] for row in mine}

    def numbers(self, place):
        if place in ("assignment", "order"):
            return [row[2] for row in self.deliveries]
        return self.others.get(place, [0, 1])


def addresses(path, clients, account):
    """The path with each place filled in, with numbers that are not the account's own first."""
    places = re.findall(r"\{(\w+)\}", path)
    if not places:
        return [path]
    own, _ = clients.own(account)
    values = {place: [number for number in clients.numbers(place) if number not in own][:EACH] or [1] for place in places}
    return [re.sub(r"\{(\w+)\}", lambda match: str(values[match[1]][at % len(values[match[1]])]), path)
            for at in range(EACH)]


def strangers(body, clients, account):
    """Surnames on a page that are no client's of the account's party."""
    _, mine = clients.own(account)
    shown = set(re.findall(r">[A-Z][A-Z.]* ?(?:[a-z' ]+ )?([^<>]+)</a>", body))
    others = {row[4] for row in clients.deliveries} - mine
    return sorted(shown & others)


def look(visitor, account, clients, own_pages):
    """What was wrong with a look at each route of the table."""
    for method, path in routes():
        if path in OF_NOBODY or "{kind}" in path:
            continue
        for address in addresses(path, clients, account):
            status, _, body = visitor.ask(method, address)
            if status in (403, 404) or (status == 200 and path in own_pages):
                wrong = strangers(body.decode(errors="replace"), clients, account)
                if wrong:
                    yield f"{method} {address} shows {wrong}"
            else:
                yield f"{method} {address} answers {status}"


def look_at_own(visitor, account, clients):
    """Each delivery of the register is there for whose it is, and for nobody else."""
    register, _, role = clients.party[account]
    running, _ = clients.own(account)
    for row in clients.deliveries:
        if row[0] != register or row[5] <= clients.days[register]:
            continue
        status = visitor.ask("GET", f"/deliveries/{row[2]}")[0]
        if status != (403 if role == "helper" else 200 if row[2] in running else 404):
            yield f"/deliveries/{row[2]} answers {status}"


def bring(visitor, may):
    """Facts that a provider's account may not bring are refused before their body is read."""
    for kind, permission in kinds().items():
        is_allowed = any(part.strip() in may for part in permission.split("|"))
        status = visitor.ask("POST", f"/api/facts/{kind}", b"{", {"Content-Type": "application/json"})[0]
        if (status == 403) == is_allowed:
            yield f"POST /api/facts/{kind} answers {status}"
        status = visitor.ask("GET", f"/facts/{kind}")[0]
        if (status == 403) == is_allowed:
            yield f"GET /facts/{kind} answers {status}"


ROW = re.compile(r'<th scope="row">Gemeente ([^<]+)</th>\s*<td[^>]*>([^<]*)</td>\s*<td[^>]*>([^<]*)</td>\s*<td[^>]*>(\d+)</td>')


def homes():
    """The municipality of each postcode, from the scheme's file."""
    text = (TOP / "schemes/tom-in-de-buurt.yaml").read_text(encoding="utf-8")
    found = re.findall(r"  - name: ([^\n]+)\n    label: Gemeente .*?postcodes: \[(.*?)\]", text, re.S)
    return {code: name for name, codes in found for code in re.findall(r"\b\d{4}\b", codes)}


def look_at_municipalities(visitor, database, today):
    """One consortium, three municipalities: clients and share of each, as the tables and the file say."""
    where, expected = homes(), Counter()
    with closing(sqlite3.connect(database)) as connection:
        for postcode, party in connection.execute(
                "SELECT v.postcode, a.party FROM assignment_assignment a JOIN person_vault v ON v.register_id = a.register_id "
                "AND v.person = a.person WHERE a.register_id = 484 AND a.valid_until > ?", (today,)):
            expected[where[postcode[:4]]] += party == "tom-in-de-buurt"
    rows = ROW.findall(visitor.ask("GET", "/parties")[2].decode())
    shown = {name: (share, int(count)) for name, party, share, count in rows if party == "Tom in de buurt"}
    for name, share in (("Alphen aan den Rijn", "65%"), ("Kaag en Braassem", "17%"), ("Nieuwkoop", "18%")):
        if shown.get(name) != (share, expected[name]):
            yield f"{name} is {shown.get(name)}, and {share} of {expected[name]} clients"
    if min(expected.values(), default=0) == 0:
        yield "a municipality has no client in this demonstration"


def main():
    tap, tried = Tap(), set()
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/party.sqlite"
        accounts = demo(database, RESIDENTS, "--scheme", "all")
        clients = Clients(database)
        with Server(database) as server:
            for account, (register, party, role) in sorted(clients.party.items()):
                visitor = Visitor.log_in(server.port, account, accounts[account][0])
                own_pages, may = PAGES[role], MAY[role]
                tap.say(f"{account} of {party} in {register} sees no client of another party",
                        [*look(visitor, account, clients, own_pages),
                         *(look_at_own(visitor, account, clients) if role not in ("helper", "bidder") else ())],
                        shows=["ALP-I2"])
                if role not in tried:
                    tap.say(f"{account}, a {role}, brings no facts but its own", list(bring(visitor, may)))
                tried.add(role)
            visitor = Visitor.log_in(server.port, "chris", accounts["chris"][0])
            tap.say("one consortium's clients and amount stand apart for each of three municipalities",
                    list(look_at_municipalities(visitor, database, clients.days[484])), shows=["TOM-I5"])
            server.stop()
            tap.say("what was read is in order afterwards", unclean(database))
    return tap.end()


sys.exit(main())
