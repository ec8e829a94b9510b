#!/usr/bin/env python3
"""Walks every route as every role, on a demonstration in which each kind of data has a mark of its own, and compares what
was seen with data/who_sees_what.csv. Lists, searches, exports, PDFs, findings and links that pages offer are walked too."""
import csv
import html
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse
from contextlib import closing
from fnmatch import fnmatch
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from service import TOP, Server, Tap, Visitor, demo, run  # noqa: E402

MATRIX = TOP / "data/who_sees_what.csv"
ROUTE = re.compile(r'\{ HTTP_(GET|POST), "([^"]+)", ([\w| ]+), ([\w| ]+), \d+,\s+(\w+) \}')
KIND = re.compile(r'const struct journal_kind \w+ = \{\n\t\.name = "(\w+)"')
LINK = re.compile(r'(?:href|action)="(/[^"#]*)')
MARK = re.compile(r"[Zz]q(\d\d)([abc])(\d+)x")
REGISTER, RESIDENTS, PAGES = 1969, 400, 1400
SEEN_SIGHTS = ("own", "part", "anyone", "full")
# Only where a demonstration runs, whose people are invented: the provider's answer that it plays, and who can be there.
OF_DEMONSTRATIONS = {"/orders/{order}/start", "/login"}
# Pages that say who works here, and nothing of whose contact they are or what they opened.
COLLEAGUES = {"/accounts": ("access_log",), "/facts/assessor_named": ("access_log", "contact")}
# Columns whose texts are codes, names of accounts and parties, or keys: no words about somebody.
CODES = re.compile(r"(account|kind|product|party|deliverer|choice|unit|frequency|status|team|channel|area|sort|state|step|outcome"
                   r"|explanation|because|told_how|how|whose|theme|old_area|new_area|from_member|to_member|owner|contact|page|ground|role"
                   r"|corner|code|file|verdict|checked_by|reason|mark|bsn_.*|search_name|sex|prefix|initials|postcode|authority|place"
                   r"|norm_set|body|salt|digest|chain|why|reaction|findings|.*_mark|message|refused|decided_by|network_helps|asked_by"
                   r"|passed_to|from_whom|taken_by|told|confirmed_by|born_unknown|died|form_token|known|house_addition|first_names"
                   r"|gap|change_reason|finding|turn|term|sum|topic|life_domain|relation|age_band|helps|holds|source|media_type|partner|consent|one_hand"
                   r"|norm_key|helper|contribution|form|mandate|without_notice|municipality|by_whom|skipped|letters|reference|reference_in|reply|refusal|direction|sender|codes"
                   r"|identification|kept|referrer|granted_in|undoes|.*_by)$")
PRICE = re.compile(r"price|tariff|cents|euro|ceiling|budget_amount", re.I)
# Rows for what a demonstration of this size need not have: the table, and a row for a register, a number and a person.
INSERTS = {
    "investigation_help": "INSERT INTO investigation_help VALUES ({0}, {1}, {2}, {2}, '2023-05-01', 'volunteers', '', '', '', '', "
                          "'2023-11-01', NULL, NULL, NULL)",
    "investigation_remark": "INSERT INTO investigation_remark VALUES ({0}, {1}, {2}, {2}, '2023-05-12', '', '')",
    "plan_plan": "INSERT INTO plan_plan VALUES ({0}, {2}, 1, {1}, {2}, '2023-05-01', '', 'yes', NULL, 0)",
    "safety_complaint": "INSERT INTO safety_complaint VALUES ({0}, {1}, {2}, 'miep', 'helper', '', '2023-05-01', '2023-06-12', "
                        "'2023-10-01', '2023-05-10', 'founded', '', '2023-05-12', 'better', '')",
    "safety_incident": "INSERT INTO safety_incident VALUES ({0}, {1}, {2}, 0, '{3}', 'incident', '', '2023-05-01', '2023-05-01', "
                       "'2023-05-04', '2023-06-12', '2023-05-10', 'unavoidable', '')",
    "document_file": "INSERT INTO document_file VALUES ({0}, {1}, {2}, 'plan', '', 'text/plain; charset=utf-8', 1, '00', '', '2023-05-01', "
                     "'2023-05-01', 'worker', 'bram', NULL)",
    "desk_plan": "INSERT INTO desk_plan SELECT register_id, report, {1}, person, 0, '2023-05-01', '2023-05-08', '' FROM desk_report "
                 "WHERE register_id = {0} AND person = {2}",
    "exchange_asked": "INSERT INTO exchange_asked VALUES ({0}, {1}, {2}, '{3}', '1969', 'assignment', 'V-1', '', '', '2023-05-01', "
                      "'2023-05-09', 'refused', NULL, '2023-05-08', '7', '', '', 0, '', NULL)",
    "term_penalty": "INSERT INTO term_penalty VALUES ({0}, {2}, {1}, {1}, '2023-05-01', 3, 1)",
    "safety_step": "INSERT INTO safety_step VALUES ({0}, {1}, 1, {2}, '2023-05-01', '', '', '', 'bram', {1})",
}
OF_CASES = ("safety_complaint", "safety_incident", "safety_step")  # C has none
# What a demonstration has, or the test plants, whatever else there is: without a mark the walk would say nothing of it.
ALWAYS = ("identity", "bsn", "question", "investigation", "arrangement", "reasons", "letter", "contact", "access_log", "contract",
          "complaint", "incident", "protocol")
# A figure of its own for every price that is stored: its cents, and how pages, files and programs write it.
PRICES = (("price", "tariff_line", ("cents",), "agreement = 'hoofdaanbieders'"), ("price", "tariff_proposed", ("cents",), "0 = 1"),
          ("price", "tariff_band", ("lowest_cents", "highest_cents", "lowest_before_cents", "highest_before_cents"), "1 = 1"),
          ("price", "agreement_price", ("tariff_cents", "real_cents", "kept_cents", "floor_cents", "paid_cents"), "0 = 1"),
          ("price", "tariff_indexed", ("before_cents", "after_cents", "replaced_cents"), "1 = 1"),
          ("price", "claim_claim", ("claimed", "granted"), "party = 'miep'"), ("price", "claim_line", ("tariff", "amount"), "0 = 1"),
          ("price", "claim_sum", ("amount",), "0 = 1"), ("price", "claim_paid", ("cents",), "claim = -1"),
          ("budget", "funding_run", ("total_cents",), "0 = 1"), ("budget", "funding_part", ("cents", "undamped_cents"), "party = 'miep'"),
          ("budget", "funding_before", ("cents",), "party = 'miep'"), ("budget", "funding_spent", ("cents",), "party = 'miep'"),
          ("own_claim", "billing_claim", ("total", "granted"), "party = 'miep'"), ("own_claim", "billing_line", ("tariff", "amount"), "fact = 900001"),
          ("settlement", "funding_statement", ("cents",), "party = 'miep'"), ("settlement", "funding_payment", ("cents",), "party = 'miep'"),
          ("settlement", "funding_settlement", ("committed_cents", "delivered_cents", "claimed_cents", "approved_cents", "stated_cents",
                                                "advance_cents", "paid_cents", "result_cents", "party_cents", "municipality_cents",
                                                "due_cents", "balance_cents"), "party = 'miep'"),
          ("settlement", "funding_settled_part", ("due_cents", "balance_cents"), "0 = 1"),
          ("share", "funding_member", ("percent",), "party = 'miep'"))
OF_MONEY = ("price", "budget", "own_claim", "settlement", "share")
OF_ITS_MAKER = ("billing_", "funding_member")  # what providers make of claims, and share, which nobody of the municipality sees
FIRST_PRICE, PRICE_STEP = 7_300_001, 137
A, B, C = "abc"  # of the workers and providers that look; decided, of others; not applied for, of others


class Matrix:
    """data/who_sees_what.csv; TABLE.* is every text of a table but codes, SLICE_*.* of all tables of a slice."""

    def expand(self, base):
        for table, column in list(text_columns(base)):
            kind = next((kind for tables, kind in self.of_tables.items() if fnmatch(table, tables)), None)
            if kind and not CODES.match(column):
                self.columns[kind].append(f"{table}.{column}")

    def __init__(self):
        with MATRIX.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.kinds = [row["data"] for row in rows]
        self.columns = {row["data"]: row["stands_on"].split() for row in rows}
        self.roles = [name for name in rows[0] if name not in ("data", "stands_on", "because")]
        self.of_tables = {column[:-2]: kind for kind, columns in self.columns.items() for column in columns if column.endswith(".*")}
        self.columns = {kind: [column for column in columns if not column.endswith(".*")] for kind, columns in self.columns.items()}
        self.sight = {(row["data"], role): row[role] for row in rows for role in self.roles}


def routes():
    return ROUTE.findall((TOP / "src/app/routes.c").read_text(encoding="utf-8"))


def kinds():
    texts = (path.read_text(encoding="utf-8") for path in sorted((TOP / "src").rglob("*.c"))
             if not path.name.endswith("_test.c"))
    return [name for text in texts for name in KIND.findall(text)]


def roles_in_code():
    text = (TOP / "src/common/access/access.c").read_text(encoding="utf-8")
    table = text[text.index("access_roles[] ="):text.index("};", text.index("access_roles[] ="))]
    return set(re.findall(r'^\t\{ "?(\w+)"?, WORDS', table, re.M))


class People:
    """Three clients, and who looks at them."""

    def __init__(self, base):
        def one(query, *values):
            row = base.execute(query, (REGISTER, *values)).fetchone()
            if row is None:
                raise RuntimeError(f"the demonstration has nobody for: {query}")
            return row
        decided = ("SELECT c.person, c.team, c.contact FROM caseload_case c JOIN assignment_delivery d ON d.register_id = c.register_id "
                   "AND d.person = c.person AND d.valid_until > '2023-05-15' AND d.valid_from <= '2023-05-15' "
                   "JOIN investigation_outcome i ON i.register_id = c.register_id AND i.person = c.person "
                   "WHERE c.register_id = ? AND c.status = 'in_care' AND d.deliverer {} AND (SELECT COUNT(*) FROM caseload_case x "
                   "WHERE x.register_id = c.register_id AND x.person = c.person) = 1 AND c.team {} ORDER BY c.person LIMIT 1")
        person, self.team, contact = one(decided.format("= 'miep'", "<> ''"))
        other = one(decided.format("NOT IN ('miep', 'dnzt')", "<> ?"), self.team)
        early = one("SELECT person, team, contact FROM caseload_case c WHERE register_id = ? AND status = 'investigated' AND team <> ? "
                    "AND (SELECT COUNT(*) FROM caseload_case x WHERE x.register_id = c.register_id AND x.person = c.person) = 1 "
                    "ORDER BY person LIMIT 1", self.team)
        self.person = {A: person, B: other[0], C: early[0]}
        self.contact = {A: contact, B: other[2], C: early[2]}
        self.worker = one("SELECT account FROM access_account WHERE register_id = ? AND team = ? AND account <> ?", self.team, contact)[0]

    def of_role(self, accounts, role):
        """The account that looks in this role."""
        if role == "social_worker":
            return self.worker
        with_role = [name for name, (_, its) in accounts.items() if its == role]
        return with_role[0]


def text_columns(base):
    """(table, column) of every text in a table about a person."""
    for (table,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        columns = base.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
        if any(name == "person" for name, _ in columns):
            yield from ((table, name) for name, kind in columns if kind.upper() == "TEXT")


def unnamed(base, matrix):
    """Texts and prices of which the matrix does not say who sees them."""
    known = {column for columns in matrix.columns.values() for column in columns}
    for table, column in text_columns(base):
        if f"{table}.{column}" not in known and not CODES.match(column):
            yield f"{table}.{column} is in no row of {MATRIX.name}"
    for (table,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for (column,) in base.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall():
            if PRICE.search(column) and f"{table}.{column}" not in known:
                yield f"{table}.{column} looks like a price and is in no row of {MATRIX.name}"


class Planted:
    """Marks in the tables: what each means, and which were planted at all."""

    def __init__(self, base, matrix, people):
        self.numbers, self.there, self.bsn = {}, set(), {}
        self.figures, self.prices = {}, {}  # cents -> where they stand; what is written -> cents
        for person in people.person.values():  # the desk reads what must still leave; with the code letter the resident came in
            base.execute("DELETE FROM document_dispatch WHERE register_id = ? AND person = ? AND letter NOT IN "
                         "(SELECT letter FROM document_letter WHERE sort = 'code')", (REGISTER, person))
            base.execute("INSERT INTO document_outbox SELECT register_id, letter, person, sort, dated, subject FROM document_letter "
                         "WHERE register_id = ? AND person = ? AND sort <> 'code' ON CONFLICT DO NOTHING", (REGISTER, person))
        for number, kind in enumerate(matrix.kinds):
            for place, column in enumerate(matrix.columns[kind]):
                for letter in (A, B, C):
                    if kind not in OF_MONEY:
                        self.plant(base, column, (number, kind, place, letter), people)
        self.plant_prices(base, matrix)
        base.commit()

    def plant_prices(self, base, matrix):
        """A of what the provider's own agreement pays, B of what it does not see."""
        known = {f"{table}.{column}" for _, table, columns, _ in PRICES for column in columns}
        named = {column for kind in OF_MONEY for column in matrix.columns[kind]}
        if known != named:
            raise RuntimeError(f"not every price is planted: {known ^ named}")
        base.execute("INSERT INTO tariff_indexation VALUES (?, -1, 'hoofdaanbieders', 2024, 'definitive', '2023-03-01', 0, 571, '', '', 'half_up')",
                     (REGISTER,))
        base.execute("INSERT INTO tariff_indexed VALUES (?, -1, 0, 'dagbesteding', '', 'hour', 0, 1, 1, 1, '9999-12-31')", (REGISTER,))
        base.execute("INSERT INTO agreement_price VALUES (?, -1, 'hoofdaanbieders', 'dagbesteding', '', 'hour', 'miep', 'dnzt', '2023-05-01', "
                     "1, 1, 1, 1, 1, '', '')", (REGISTER,))
        for number, party in enumerate(("miep", "aanbieder-18-75-01")):
            base.execute("INSERT INTO claim_claim VALUES (?, ?, ?, '1969', '', '', 'D1', '2023-04-01', '2023-05-10', 2, 1, 1, 1, 0)",
                         (REGISTER, -1 - number, party))
            base.execute("INSERT INTO claim_paid VALUES (?, ?, ?, 1, '2023-05-11')", (REGISTER, 900011 + number, -1 - number))
            base.execute("INSERT INTO billing_claim VALUES (?, ?, ?, '99000001', '1969', ?, '2023-04-01', '2023-05-10', 1, 1, 'x', '2023-05-10', "
                         "'2023-05-12', '', 0, 1)", (REGISTER, 900001 + number, party, f"D90000{number}"))
            base.execute("INSERT INTO funding_member VALUES (?, ?, 0, ?, '2023-05-01', 'dnzt', 1)", (REGISTER, 900001 + number, party))
            base.execute("INSERT INTO billing_line VALUES (?, ?, 1, 999999999, ?, '', '01', '01A04', '2023-04-01', '2023-04-30', 1, 1, 1, 1, 0)",
                         (REGISTER, 900001 + number, f"90000{number}-1"))
        for kind, table, columns, own in PRICES:
            keys = [row[0] for row in base.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0", (table,))]
            for *key, is_own in base.execute(f"SELECT {', '.join(keys)}, {own} FROM {table} WHERE register_id = ?", (REGISTER,)).fetchall():
                for column in columns:
                    value = FIRST_PRICE + PRICE_STEP * len(self.figures)
                    self.figures[value] = f"{table}.{column} {key}"
                    base.execute(f"UPDATE {table} SET {column} = ? WHERE {' AND '.join(f'{name} = ?' for name in keys)}", (value, *key))
                    euros = f"{value // 100_000}.{value // 100 % 1000:03}"
                    for form in (f"{euros},{value % 100:02}", f"{value // 100},{value % 100:02}", str(value)):
                        self.numbers[form] = (kind, A if is_own else B)
                        self.prices[form] = value
                    self.there.add((kind, A if is_own else B))

    def priced(self, text):
        """The prices in a text."""
        return {value for form, value in self.prices.items() if form in text}

    def plant(self, base, column, what, people):
        number, kind, place, letter = what
        person, mark = people.person[letter], f"Zq{number:02}{letter}{place}x"
        if column == "bsn":
            return
        table, _, name = column.partition(".")
        if table in OF_CASES and letter == C:
            return
        if table in INSERTS and not base.execute(f"SELECT 1 FROM {table} WHERE register_id = ? AND person = ?",
                                                 (REGISTER, person)).fetchone():
            base.execute(INSERTS[table].format(REGISTER, 900_000 + ord(letter), person, "miep" if letter == A else "aanbieder-18-75-01"))
        if column == "desk_contact.contact":
            done = base.execute("UPDATE access_account SET name = ? WHERE register_id = ? AND account = ?",
                                (mark, REGISTER, people.contact[letter]))
        elif column == "access_read.account":
            base.execute("INSERT INTO access_account (register_id, account, name, role, team, password_hash, party) VALUES "
                         "(?, ?, ?, 'desk', '', '', '')", (REGISTER, f"reader-{letter}", mark))
            done = base.execute("INSERT INTO access_read (register_id, person, read_at, file, place, account, page) VALUES "
                                "(?, ?, 1900000000, 'planted', ?, ?, 'client')", (REGISTER, person, ord(letter), f"reader-{letter}"))
        elif column == "access_opening.words":
            done = base.execute("INSERT INTO access_opening (register_id, opening, person, account, reason, words, is_urgent, opened_on, "
                                "verdict, checked_by, checked_on, remark) VALUES (?, ?, ?, 'bram', 'danger', ?, 0, '2023-05-12', ?, 'mia', ?, '')",
                                (REGISTER, -ord(letter), person, mark, *(("", None) if letter == A else ("right", "2023-05-13"))))
        elif table == "agreement_event":
            done = base.execute("INSERT INTO agreement_event VALUES (?, 'westerkwartier', ?, 'extended', '2023-05-01', 'hoofdaanbieders', "
                                "'', '', '', '', ?)", (REGISTER, ord(letter), mark))
        elif column == "transition_handover.reason":
            done = base.execute("INSERT INTO transition_handover (register_id, person, handover, assignment, handed_on, "
                                "from_member, to_member, told_on, told_how, reason) SELECT register_id, person, -assignment, assignment, '2023-05-02', "
                                "'miep', 'dnzt', '2023-05-01', 'phone', ? FROM assignment_assignment WHERE register_id = ? "
                                "AND person = ?", (mark, REGISTER, person))
        elif name == "cents":
            value = 90_011 + number * 100 + ord(letter) - ord("a")
            self.numbers[f"{value // 100},{value % 100:02}"] = (kind, letter)
            done = base.execute(f"UPDATE {table} SET {name} = ? WHERE register_id = ? AND person = ?", (value, REGISTER, person))
        elif name == "amount":
            value = 710_000 + number * 100 + place * 10 + ord(letter) - ord("a")
            self.numbers[str(value)] = (kind, letter)
            done = base.execute(f"UPDATE {table} SET amount = ? WHERE register_id = ? AND person = ?", (value, REGISTER, person))
        elif name == "content":
            for number, content in base.execute("SELECT letter, content FROM document_letter WHERE register_id = ? AND person = ?",
                                                (REGISTER, person)).fetchall():
                letter_now = {**json.loads(content), "blocks": [{"sort": "paragraph", "text": mark}]}
                done = base.execute("UPDATE document_letter SET content = ? WHERE register_id = ? AND letter = ?",
                                    (json.dumps(letter_now), REGISTER, number))
        elif "person" not in [row[0] for row in base.execute("SELECT name FROM pragma_table_info(?)", (table,))]:
            done = base.execute(f"UPDATE {table} SET {name} = ? WHERE register_id = ?", (mark, REGISTER))
        else:
            done = base.execute(f"UPDATE {table} SET {name} = ? WHERE register_id = ? AND person = ?", (mark, REGISTER, person))
        if column == "person_vault.surname":
            base.execute("UPDATE person_vault SET search_name = ? WHERE register_id = ? AND person = ?", (mark.lower(), REGISTER, person))
        if done.rowcount > 0:
            self.there.add((kind, letter))

    def seen(self, text, matrix):
        """(kind, letter) of each mark in a text."""
        found = {(matrix.kinds[int(number)], letter) for number, letter, _ in MARK.findall(text)}
        found |= {what for number, what in self.numbers.items() if number in text}
        return found | {what for bsn, what in self.bsn.items() if bsn in text}


class Places:
    """What stands in the places of paths."""

    def __init__(self, base, people):
        def numbers(query, person):
            return [row[0] for row in base.execute(query, (REGISTER, person))]
        self.of = {}
        for letter, person in people.person.items():
            self.of[letter] = {
                "person": [person],
                "letter": numbers("SELECT letter FROM document_letter WHERE register_id = ? AND person = ?", person),
                "file": numbers("SELECT file FROM document_file WHERE register_id = ? AND person = ?", person),
                "report": numbers("SELECT report FROM desk_report WHERE register_id = ? AND person = ?", person),
                "assignment": numbers("SELECT assignment FROM assignment_assignment WHERE register_id = ? AND person = ?", person),
                "order": numbers("SELECT assignment FROM exchange_order WHERE register_id = ? AND person = ?", person),
                "decision": numbers("SELECT decision FROM decision_decision WHERE register_id = ? AND person = ?", person),
                "line": [0], "kind": kinds(), "language": ["nl"]}
        self.people = people

    def addresses(self, path):
        """The path, and what lists can be asked, for each of the three clients."""
        places = re.findall(r"\{(\w+)\}", path)
        if not places:
            return [path]
        found = set()
        for letter, values in self.of.items():
            filled = [path]
            for place in places:
                filled = [each.replace("{%s}" % place, str(value), 1) for each in filled for value in values.get(place) or [1]]
            person, report = self.people.person[letter], (values["report"] or [0])[0]
            decision = (values["decision"] or [0])[0]
            about = f"?person={person}&report={report}&decision={decision}&line=0&assignment={(values['assignment'] or [0])[0]}"
            found |= {each + about if "{kind}" in path else each for each in filled}
        return sorted(found)


LISTS = ("/agreements/hoofdaanbieders", "/agreements/hoofdaanbieders/work", "/tariffs",
         "/work?status={status}&whose=all", "/clients?name=zq", "/clients?name=a", "/radar?list={radar}", "/orders?state={state}",
         "/deliveries?state=started", "/deliveries?state=waiting", "/openings?state=checked", "/outbox?sort=", "/questions", "/tasks",
         "/work?status={status}&whose=all&on=2023-05-14", "/clients?name=zq&on=2023-05-14")
VALUES = {"status": ("reported", "investigated", "applied", "waiting", "assigned", "in_care", "refused"),
          "radar": ("birthdays", "lanes", "decisions", "without_care", "cohorts"), "state": ("placed", "sent", "accepted", "started", "refused")}


def listed():
    for path in LISTS:
        for name, values in VALUES.items():
            if "{%s}" % name in path:
                yield from (path.replace("{%s}" % name, value) for value in values)
                break
        else:
            yield path


def words_of(headers, body):
    kind = headers.get("Content-Type", "")
    if "pdf" in kind:
        return subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=False).stdout.decode(errors="replace")
    return html.unescape(body.decode(errors="replace"))


def shape(address):
    """The address without its numbers, so that one list of a thousand links is not walked a thousand times."""
    return re.sub(r"\d+", "#", address)


class Walk:
    """What one role saw: (kind, letter) -> the address where."""

    def __init__(self, visitor, matrix, planted, places):
        self.visitor, self.matrix, self.planted, self.places = visitor, matrix, planted, places
        self.seen, self.asked, self.shapes, self.faults, self.priced = {}, set(), {}, [], set()

    def note(self, address, status, headers, body):
        text = words_of(headers, body)
        if status >= 500:
            self.faults.append(f"{address} answers {status}")
        self.priced |= self.planted.priced(text)
        for what in self.planted.seen(text + " " + headers.get("Location", ""), self.matrix):
            if not (what[0] in COLLEAGUES.get(address.split("?")[0], ())):
                self.seen.setdefault(what, address)
        return text

    def get(self, address):
        self.asked.add(address)
        status, headers, body = self.visitor.ask("GET", address)
        text = self.note(address, status, headers, body)
        return [html.unescape(link) for link in LINK.findall(text)] if "html" in headers.get("Content-Type", "") else []

    def go(self):
        waiting = [address for method, path, *_ in routes() if method == "GET" and path not in OF_DEMONSTRATIONS
                   for address in self.places.addresses(path)] + list(listed())
        ours = {str(number) for values in self.places.of.values() for name in ("person", "letter", "assignment", "order")
                for number in values[name]}
        while waiting and len(self.asked) < PAGES:
            address = waiting.pop(0)
            if address in self.asked:
                continue
            for link in self.get(address):
                known = self.shapes.setdefault(shape(link), set())
                is_ours = any(number in ours for number in re.findall(r"\d+", link.split("?")[0]))
                if link in self.asked or link.endswith(("/start", "/login")) or (len(known) >= 4 and not is_ours):
                    continue
                known.add(link)
                waiting.append(link)
        for method, path, *_ in routes():
            if method == "POST" and path not in ("/logout", *OF_DEMONSTRATIONS):
                for address in self.places.addresses(path):
                    self.post(address)
        return self

    def post(self, address):
        """What a form or program hears back must not tell more than a page."""
        path, _, about = address.partition("?")
        pairs = dict(urllib.parse.parse_qsl(about))
        body = json.dumps({name: int(value) for name, value in pairs.items()}) if path.startswith("/api/") else about
        kind = "application/json" if path.startswith("/api/") else "application/x-www-form-urlencoded"
        self.note(f"POST {address}", *self.visitor.ask("POST", path, body, {"Content-Type": kind}))


OWN = {"decider": (A, B), "safety_officer": (A, B), "supervisor": (A, B)}  # of the others: the first
SELDOM_SHOWN = {"own_money", "share"}  # only where something was late; only who leads a combination


def wrong(matrix, planted, role, walk):
    """kind -> what differs from the matrix."""
    own = OWN.get(role, (A,))
    for kind in matrix.kinds:
        sight = matrix.sight[kind, role]
        seen = {letter: walk.seen.get((kind, letter)) for letter in (A, B, C)}
        there = {letter for letter in (A, B, C) if (kind, letter) in planted.there}
        complaints = []
        for letter in (A, B, C):
            is_open = sight in ("anyone", "full") or (sight in ("own", "part") and letter in own)
            if seen[letter] and not is_open:
                complaints.append(f"{sight}, and {seen[letter]} shows that of client {letter}")
        wanted = (A,) if sight in ("own", "part") else (A, B, C) if sight in ("anyone", "full") else ()
        if there and wanted and kind not in SELDOM_SHOWN and not any(seen[letter] for letter in wanted):
            complaints.append(f"{sight}, and no page shows it")
        yield kind, complaints


def contradicted(matrix, planted, role, walk):
    """Whether a matrix with another word for what this role sees, and does not see, is refused: the walk can fail."""
    for kind, sight in (("identity", "nothing"), ("investigation", "own")):
        other = dict(matrix.sight)
        matrix.sight = {**other, (kind, role): sight}
        complaints = dict(wrong(matrix, planted, role, walk))[kind]
        matrix.sight = other
        if not complaints:
            return False
    return True


def visit(server, base_path, accounts, people, role):
    """Somebody in this role, as far in as they come; files opened in need where the role asks that."""
    if role == "nobody":
        return Visitor(server.port, "")
    if role == "resident":
        return enter(server, base_path, people)
    account = people.of_role(accounts, role)
    visitor = Visitor.log_in(server.port, account, accounts[account][0])
    if role in ("objection_officer", "safety_officer", "supervisor"):
        visitor.append("file_opened_in_need", person=people.person[A], reason="supervision", words="Een zaak.")
    return visitor


def enter(server, _, people):
    """The own page, with the code of the newest letter."""
    code, day = people.entry
    visitor = Visitor(server.port, "")
    form = urllib.parse.urlencode({"code": code, "day": day.day, "month": day.month, "year": day.year})
    status, headers, body = visitor.ask("POST", "/mine/enter", form, {"Content-Type": "application/x-www-form-urlencoded"})
    if status != 303:
        raise RuntimeError(f"the resident does not come in: {status} {words_of(headers, body)[:500]}")
    visitor.cookie = headers["Set-Cookie"].split(";")[0]
    return visitor


def entry_of(server, accounts, people, base):
    """(code, birth date) of client A, from a letter as the contact person prints and sends it."""
    from datetime import date
    born = base.execute("SELECT born FROM person_vault WHERE register_id = ? AND person = ?", (REGISTER, people.person[A])).fetchone()[0]
    visitor = Visitor.log_in(server.port, people.contact[A], accounts[people.contact[A]][0])
    visitor.append("code_renewed", person=people.person[A], because="asked")
    for (letter,) in base.execute("SELECT letter FROM document_letter WHERE register_id = ? AND person = ? ORDER BY letter DESC",
                                  (REGISTER, people.person[A])):
        paper = visitor.ask("GET", f"/letters/{letter}/pdf")[2]
        read = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=False).stdout.decode()
        found = re.search(r"Code: ([A-Z0-9-]{14})", read)
        if found:
            sent = {"letter": letter, "dispatched_on": "2023-05-15", "how": "post"}
            visitor.ask("POST", "/api/facts/letter_dispatched", json.dumps(sent), {"Content-Type": "application/json"})
            return found[1], date.fromisoformat(born)
    raise RuntimeError("no letter to the client has a code")


BSNS = {A: "999999011", B: "999999023", C: "999999035"}


def all_rows():
    """How many rows the list of routes has, however they are written."""
    return len(re.findall(r"^\t\{ HTTP_", (TOP / "src/app/routes.c").read_text(encoding="utf-8"), re.M))


def walk_roles(tap, database, accounts, matrix, planted, places):
    """Every role, in a server of its own database."""
    people = places.people
    with Server(database) as server:
        desk = Visitor.log_in(server.port, "lotte", accounts["lotte"][0])
        for letter, bsn in BSNS.items():
            if desk.append("bsn_recorded", person=people.person[letter], bsn=bsn)[0] == 201:
                planted.bsn[bsn] = ("bsn", letter)
                planted.there.add(("bsn", letter))
        tap.say("what was planted can be found: every row that stands on something has a mark",
                [f"{kind} has none" for kind in ALWAYS if not any((kind, letter) in planted.there for letter in (A, B, C))])
        planner = Visitor.log_in(server.port, "pim", accounts["pim"][0])
        planner.append("permanent_worker_named", person=people.person[A], assignment=places.of[A]["assignment"][0],
                       name=f"Zq{list(matrix.kinds).index('who_comes'):02}{A}0x", helper="hanna", times=1, per="week", **{"from": "2023-05-15"})
        for role in matrix.roles:
            walk = Walk(visit(server, database, accounts, people, role), matrix, planted, places).go()
            tap.say(f"{role}: {len(walk.asked)} pages answer", walk.faults)
            if role == "contract_manager":
                tap.say(f"{role}: every one of the {len(planted.figures)} prices is found",
                        [where for value, where in planted.figures.items() if value not in walk.priced and not where.startswith(OF_ITS_MAKER)] or ([] if planted.figures else ["none"]))
            if role == "desk":
                tap.say("a matrix that says otherwise is contradicted", [] if contradicted(matrix, planted, role, walk) else
                        ["the walk finds nothing wrong with a matrix that is wrong"])
            for kind, complaints in wrong(matrix, planted, role, walk):
                tap.say(f"{role}: {kind}: {matrix.sight[kind, role]}", complaints,
                        shows=["X-4"] if kind in (*OF_MONEY, "contract") else [])
        tap.say("no log of the program has a price", [line for line in server.said().splitlines() if planted.priced(line)])


def copied(database, folder):
    """The same register on PostgreSQL, before anything is planted."""
    url, file = os.environ["TEST_POSTGRES"], f"{folder}/sight.backup"
    os.environ["THUISREGIE_STATE"] = f"{folder}/postgres"
    for arguments in (("backup", "--database", database, file), ("restore", file, "--database", url)):
        code, _, complaint = run(*arguments)
        if code != 0:
            raise RuntimeError(f"{arguments[0]} ended with {code}: {complaint}")
    return url


def plant_there(url, statements):
    """What was planted in SQLite, in PostgreSQL too: the same statements."""
    text = "BEGIN;\n" + "".join(f"{statement};\n" for statement in statements) + "COMMIT;\n"
    done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", url], input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"psql: {done.stderr}")


def main():
    tap, matrix = Tap(), Matrix()
    tap.say("the matrix has a column for every role", [f"no column for {role}" for role in sorted(roles_in_code() - set(matrix.roles)
                                                      - {"ACCESS_RESIDENT", "ACCESS_REPRESENTATIVE"})]
            + [f"no role {role}" for role in matrix.roles if role not in roles_in_code() | {"resident", "nobody"}])
    tap.say("every route is read, however its row is written", [] if len(routes()) == all_rows() else [f"{len(routes())} of {all_rows()}"])
    with tempfile.TemporaryDirectory() as folder:
        database, statements, url = f"{folder}/sight.sqlite", [], None
        accounts = demo(database, RESIDENTS, "--scheme", "westerkwartier")
        with closing(sqlite3.connect(database)) as base:
            matrix.expand(base)
            people = People(base)
            tap.say("of every text about a person, and of every price, the matrix says who sees it", list(unnamed(base, matrix)))
            with Server(database) as server:
                people.entry = entry_of(server, accounts, people, base)
                server.stop()
            if "TEST_POSTGRES" in os.environ:
                url = copied(database, folder)
                del os.environ["THUISREGIE_STATE"]
            base.set_trace_callback(lambda statement: statements.append(statement) if statement.startswith(("INSERT", "UPDATE", "DELETE")) else None)
            planted = Planted(base, matrix, people)
            base.set_trace_callback(None)
            places = Places(base, people)
        shutil.rmtree(f"{database}.state/reads", ignore_errors=True)
        walk_roles(tap, database, accounts, matrix, planted, places)
        if url is None:
            tap.skip("the walk on PostgreSQL", "TEST_POSTGRES is not set")
        else:
            plant_there(url, statements)
            os.environ["THUISREGIE_STATE"] = f"{folder}/postgres"
            shutil.rmtree(f"{folder}/postgres/reads", ignore_errors=True)
            walk_roles(tap, url, accounts, matrix, planted, places)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
