#!/usr/bin/env python3
"""Somebody is erased: nothing about them is left, the chain and every promise hold, and a rebuild proves it. What was kept long
enough goes by itself."""
import contextlib
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import TODAY, Server, Tap, Visitor, account_of, demo, run, unclean  # noqa: E402

RESIDENTS = 150
# Tables that have no column for a person, and none of a person's facts: a new table stands here, has such a column, or
# stands among the numbered tables of src/app/derived.c.
IMPERSONAL = {"term_counted", 
    "access_account", "access_account_role", "access_attempt", "access_invitation", "access_login", "access_read_file", "access_recovery",
    "access_second_role", "access_second_step", "agreement_contact",
    "agreement_event", "caseload_count", "db_migration", "desk_left", "document_count", "erasure_done", "exchange_received",
    "job_job", "journal_head", "journal_register", "known_snapshot", "laboratory_plan", "lane_change",
    "lane_intake", "plan_struck_norm", "scheme_version",
    "mailing_batch", "document_removal", "document_kept", "exchange_refused", "desk_absence", "unseen_look",
}
# Slices of which no fact is about a person: what is bought, and what is paid for it. A claimed line has the number of an order;
# who that was for goes with the order.
OF_NOBODY = ("tariff_", "agreement_", "procurement_", "assessment_", "publication_", "programme_", "claim_", "funding_", "billing_claim", "billing_line",
             "billing_refusal", "billing_share")
NUMBERED = {"caseload_line": "assignment", "caseload_later": "decision", "investigation_line": "report", "exchange_report": "assignment",
            "safety_telling": "incident", "triangle_turn": "question", "person_relation": "relation", "resident_entry": "letter"}
KEPT = {"journal_fact", "access_read"}
PERSON = ("person", "lower_person", "higher_person", "other")
NAMED = ("client",)  # somebody in a row about another: the row stays, the number goes
# Numbers that are of no person: of a fact or a row, how many, how much, when. A column by another name stands here, or erasing
# takes it (common/journal/forget.c).
OF_NO_PERSON = set("""about absence again amount answer application appreciation asked_again asked_at asking assigned_lines assignment bucket
    budget_lines bytes cases cause cents change changed claim closed complaint concentration consulted copy_of days decided_at decision
    due_at earlier evaluation fact facts facts_total failures file folded_bytes gap_millis goal granted_lines handover has_committee
    help house_number housemate in_time incident investigation is_optimal is_urgent kept_at known_until last_at later leased_until letter
    line max_per_party message minutes minutes_per_week move norm_minutes number objection of_many opened opening pair passed_at penalty per_area period people
    place placed plan protocol question read_at recorded_at refusal refused_lines register_id relation remark report representative request same_address
    same_bsn same_name score scored search seconds sent_again skipped started_lines stays step struck support talk times took_ms total turn
    until_at until_seconds used_step urgent verdict_fact
    version waiting written wrong year""".split())


def read(database, query, *values):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


def columns(database):
    tables = [name for name, in read(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
    return {table: [row[1] for row in read(database, f"PRAGMA table_info({table})")] for table in tables}


def test_every_table_is_known(database, tap):
    unknown = [table for table, names in columns(database).items()
               if not set(PERSON) & set(names) and table not in IMPERSONAL and table not in NUMBERED
               and not table.startswith(OF_NOBODY)]
    tap.say("of every table it is known where a person stands in it", unknown)
    tap.say("and that list has no table too many", [table for table in NUMBERED if table not in columns(database)])


def test_every_number_is_known(database, tap):
    """A column that may have a person's number, and that nobody thought of."""
    numbers = {(table, row[1]) for table in columns(database) for row in read(database, f"PRAGMA table_info({table})")
               if row[2].upper() in ("BIGINT", "INTEGER")}
    unknown = [f"{table}.{name}" for table, name in sorted(numbers) if name not in OF_NO_PERSON and name not in PERSON + NAMED
               and not table.startswith(OF_NOBODY)]
    tap.say("of every number it is known whether it is somebody's", unknown)
    tap.say("and every name of those there is", [name for name in (*PERSON, *NAMED) if name not in {name for _, name in numbers}])


def left_of(database, person, facts):
    """What is left of somebody, whose facts had these numbers."""
    for table, names in columns(database).items():
        for column in (name for name in names if name in PERSON + NAMED and table not in KEPT):
            rows = read(database, f"SELECT COUNT(*) FROM {table} WHERE {column} = ?", person)[0][0]
            if rows:
                yield f"{rows} rows in {table}"
        if table in NUMBERED:
            marks = ",".join("?" * len(facts))
            rows = read(database, f"SELECT COUNT(*) FROM {table} WHERE {NUMBERED[table]} IN ({marks})", *facts)[0][0]
            if rows:
                yield f"{rows} rows in {table}"
    bodies = read(database, "SELECT COUNT(*) FROM journal_fact WHERE person = ? AND kind <> 'person_erased' AND body || salt <> ''",
                  person)[0][0]
    if bodies:
        yield f"{bodies} bodies"


def in_the_file(path, words):
    return [f"{word!r} is in {path.name}" for word in words if word.encode() in path.read_bytes()]


def somebody(database, running):
    """A person whose support runs, or who never had any."""
    exists = "EXISTS" if running else "NOT EXISTS"
    return read(database, f"""SELECT r.person FROM desk_report r WHERE {exists} (
        SELECT 1 FROM decision_line l WHERE l.person = r.person AND l.valid_until > '{TODAY}') ORDER BY r.person LIMIT 1""")[0][0]


def test_request(database, accounts, tap):
    person, busy = somebody(database, False), somebody(database, True)
    facts = [number for number, in read(database, "SELECT fact FROM journal_fact WHERE person = ?", person)]
    surname = read(database, "SELECT surname FROM person_vault WHERE person = ?", person)[0][0]
    with Server(database) as server:
        desk = Visitor.log_in(server.port, *account_of(accounts, "desk"))
        administrator = Visitor.log_in(server.port, *account_of(accounts, "administrator"))
        desk.ask("GET", f"/clients/{person}")
        told = []
        for visitor, kind, wanted, fields in [
                (administrator, "person_erased", 422, {"person": person, "ground": "request"}),
                (administrator, "person_erased", 422, {"person": person, "ground": "retention"}),
                (desk, "erasure_requested", 201, {"person": person, "words": "Alles moet weg.", "asked_on": TODAY}),
                (desk, "erasure_requested", 201, {"person": busy, "words": "Alles moet weg.", "asked_on": TODAY}),
                (administrator, "person_erased", 422, {"person": busy, "ground": "request"}),
                (desk, "person_erased", 403, {"person": person, "ground": "request"}),
                (administrator, "person_erased", 201, {"person": person, "ground": "request"}),
                (administrator, "person_erased", 422, {"person": person, "ground": "request"})]:
            status, answer = visitor.append(kind, **fields)
            told.append("" if status == wanted else f"{kind} {fields}: {status} {answer}")
        tap.say("a request, and an erasure only where it may be", told)
        tap.say("the file is gone", ["" if desk.ask("GET", f"/clients/{person}")[0] == 404 else "it is shown"])
        status, _, page = administrator.ask("GET", "/retention")
        tap.say("the administrator sees it in numbers", ["" if status == 200 and b"op verzoek van de inwoner" in page else status])
    tap.say("nothing about the person is left", left_of(database, person, facts))
    tap.say("the chain is whole, every promise holds, and a rebuild is equal", unclean(database))
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        others = connection.execute("SELECT COUNT(*) FROM person_vault WHERE surname = ?", (surname,)).fetchone()[0]
    tap.say("nor is the name in the database file", [] if others else in_the_file(Path(database), [surname]))
    return person


def test_in_the_rows_of_others(database, accounts, tap):
    """Somebody who may be another, lives with another as a client too, and whose code was typed wrong."""
    person = []
    with Server(database) as server:
        desk = Visitor.log_in(server.port, *account_of(accounts, "desk"))
        administrator = Visitor.log_in(server.port, *account_of(accounts, "administrator"))
        for first in ("A", "B"):
            status, answer = desk.append("report_received", who={"surname": "Samenwoner", "initials": first, "born": "1941-02-28", "postcode": "9351AB",
                                                                 "house_number": 91, "street": "Hoofdstraat"},
                                         asked="Hulp in huis.", channel="phone", received_on=TODAY)
            person.append(answer["id"])
        contact = read(database, "SELECT contact FROM caseload_case WHERE person = ?", person[0])[0][0]
        worker = Visitor.log_in(server.port, contact, accounts[contact][0])
        told = [worker.append("housemate_recorded", person=person[0], recorded_on=TODAY, relation="partner", age_band="23+", client=person[1],
                              helps="no", what="", why_not="Is zelf ziek.")]
        with contextlib.closing(sqlite3.connect(database)) as connection:
            connection.execute("INSERT INTO resident_entry (register_id, letter, wrong) SELECT register_id, MIN(letter), 2 FROM document_letter "
                               "WHERE person = ? GROUP BY register_id", (person[1],))
            connection.commit()
        facts = [number for number, in read(database, "SELECT fact FROM journal_fact WHERE person = ?", person[1])]
        stands = {table for table, names in columns(database).items() for name in names if name in PERSON + NAMED and table not in KEPT
                  and read(database, f"SELECT 1 FROM {table} WHERE {name} = ?", person[1])}
        told.append(desk.append("erasure_requested", person=person[1], words="Alles moet weg.", asked_on=TODAY))
        told.append(administrator.append("person_erased", person=person[1], ground="request"))
        server.stop()
    tap.say("somebody stands in rows of others, and is erased", [
        *(answer for answer in told if answer[0] != 201), *({"person_double", "investigation_housemate"} - stands)])
    tap.say("nothing is left of them there, and the rows of others stay", [
        *left_of(database, person[1], facts), *unclean(database),
        "" if read(database, "SELECT 1 FROM investigation_housemate WHERE person = ? AND client = 0", person[0]) else "the housemate is gone"])


def test_messages(database, folder, accounts, tap):
    """What left about somebody is kept byte by byte until they are erased; so is what nobody can say whom it is about."""
    places = [Path(folder, name) for name in ("in", "out")]
    for place in places:
        place.mkdir()
    (places[0] / "unreadable.xml").write_text("<Bericht>", encoding="utf-8")
    run("exchange", "--database", database, "--in", str(places[0]), "--out", str(places[1]))
    person = read(database, "SELECT MAX(m.person) FROM exchange_message m JOIN document_kept k ON k.fact = m.message / 2")[0][0]
    kept = [digest for digest, in read(database, "SELECT digest FROM document_kept WHERE of_many = 1 OR fact IN (SELECT message / 2 FROM exchange_message "
                                       "WHERE person = ?)", person)]
    files = Path(database + ".state", "files")
    lying = [path for path in files.iterdir() if path.name.split("-")[-1] in kept]
    readable = [path.name for path in files.iterdir() if path.is_file() and b"Bsn" in path.read_bytes()]
    tap.say("the bytes of messages are kept, and nobody reads them there", ["" if len(kept) > 1 and len(lying) == len(kept) else f"{lying} of {kept}", *readable])
    facts = [number for number, in read(database, "SELECT fact FROM journal_fact WHERE person = ?", person)]
    code, told, complaint = run("erase", "--database", database, "--person", person, "--ground", "retention", "--today", "2090-01-01")
    tap.say("who is in a message is erased", ["" if code == 0 else f"{code} {told} {complaint}", *left_of(database, person, facts), *unclean(database)])
    with Server(database):
        until = time.monotonic() + 20
        while time.monotonic() < until and any(path.exists() for path in lying):
            time.sleep(0.1)
    tap.say("and the bytes are gone with them", [str(path) for path in lying if path.exists()])


def test_a_body_lost_otherwise(database, tap):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE journal_fact SET salt = '', body = '' WHERE fact = (SELECT MAX(fact) FROM journal_fact WHERE kind = 'report_received' AND body <> '')")
        connection.commit()
    code, told, _ = run("verify", "--database", database)
    tap.say("a body that no erasure took breaks the chain", ["" if code == 1 and "\n9\t1\t" in told else told])


def test_command(database, tap):
    person = somebody(database, False)
    facts = [number for number, in read(database, "SELECT fact FROM journal_fact WHERE person = ?", person)]
    code, told, complaint = run("erase", "--database", database, "--person", person, "--ground", "request")
    tap.say("the command obeys the same rules", ["" if code == 1 and told and not complaint else f"{code} {told} {complaint}"])
    code, told, complaint = run("erase", "--database", database, "--person", person, "--ground", "retention", "--today", "2033-01-01")
    tap.say("and erases who was kept long enough", ["" if code == 0 and "erased" in told else f"{code} {told} {complaint}",
                                                   *left_of(database, person, facts), *unclean(database)])
    code, _, complaint = run("erase", "--database", database, "--person", "x", "--ground", "request")
    tap.say("a person who is no number", ["" if code == 2 and complaint else code])


def test_kept_long_enough(folder, tap):
    """A register without a day of its own, so that the job's clock is the real one; what came in lies years back."""
    database = str(Path(folder, "kept.sqlite"))
    file = Path(folder, "people.csv")
    file.write_text("bsn,surname,prefix,first_names,born,sex,street,house_number,postcode,place,died\n"
                    ",Oud,,An,19300101,V,Weg,1,9351AB,Leek,\n", encoding="utf-8")
    run("import", "residents", "--database", database, "--scheme", "westerkwartier", file, "--today", "2015-01-01")
    file.write_text("bsn,surname,prefix,first_names,born,sex,street,house_number,postcode,place,died\n"
                    ",Nieuw,,An,19300101,V,Weg,1,9351AB,Leek,\n", encoding="utf-8")
    run("import", "residents", "--database", database, "--scheme", "westerkwartier", file)
    with Server(database):
        until = time.monotonic() + 20
        while time.monotonic() < until and len(read(database, "SELECT 1 FROM person_vault")) > 1:
            time.sleep(0.1)
    names = [name for name, in read(database, "SELECT surname FROM person_vault")]
    tap.say("the job erases who was kept long enough, and nobody else", ["" if names == ["Nieuw"] else names, *unclean(database)])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder, "erase.sqlite"))
        accounts = demo(database, RESIDENTS)
        test_every_table_is_known(database, tap)
        test_every_number_is_known(database, tap)
        test_request(database, accounts, tap)
        test_in_the_rows_of_others(database, accounts, tap)
        test_command(database, tap)
        test_kept_long_enough(folder, tap)
        test_messages(database, folder, accounts, tap)
        test_a_body_lost_otherwise(database, tap)
    return tap.end()


sys.exit(main())
