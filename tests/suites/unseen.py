#!/usr/bin/env python3
"""Somebody of each kind is planted in a demonstration, and the next run of radar names them, with what to do."""
import json
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Tap, demo, run  # noqa: E402

ON = "2023-05-15"
# In care, in sight, and of nobody else; what makes somebody like that be out of sight, and since when.
SEEN = ("SELECT h.person FROM caseload_history h JOIN care_care c ON c.person = h.person WHERE h.status = 'in_care' AND"
        " h.valid_until = '9999-12-31' AND (SELECT COUNT(*) FROM desk_report r WHERE r.person = h.person) = 1"
        " GROUP BY h.person HAVING COUNT(*) = 1 ORDER BY h.person")
PLANTS = {
    "no_contact": "DELETE FROM care_talk WHERE person = {client}",
    "no_worker": "DELETE FROM care_worker WHERE person = {client}",
    "decision_expiring": "UPDATE decision_line SET valid_until = '2023-06-01' WHERE person = {client}",
    "handover_unconfirmed": "INSERT INTO transition_handover (register_id, person, handover, assignment, handed_on, from_member,"
                            " to_member, told_on, told_how, reason) SELECT register_id, person, 999999, assignment, '2023-05-01', 'miep',"
                            " 'dnzt', '2023-04-01', 'phone', '' FROM care_care WHERE person = {client}",
    "contact_person_gone": "UPDATE desk_contact SET contact = 'weg' WHERE person = {client}",
    "subcontractor_ended": "UPDATE assignment_delivery SET deliverer = 'onbekend' WHERE person = {client}",
    "moved": "INSERT INTO transition_move (register_id, person, move, moved_on, old_area, new_area)"
             " VALUES (1969, {client}, 1, '2023-05-10', 'Leek', 'Marum')",
    "hospital": "INSERT INTO person_stay (register_id, person, away_from, until, expected_on, fact)"
                " VALUES (1969, {client}, '2023-05-02', '9999-12-31', NULL, 1)",
    "turning_75": "UPDATE person_vault SET born = '1948-09-01' WHERE person = {client}",
    "silence_after_letter": "UPDATE caseload_history SET status = 'investigated' WHERE person = {client};"
                            " DELETE FROM care_talk WHERE person = {client};"
                            " DELETE FROM decision_application WHERE person = {client};"
                            " UPDATE document_letter SET sort = 'report' WHERE person = {client};"
                            " DELETE FROM document_dispatch WHERE person = {client};"
                            " INSERT INTO document_dispatch (register_id, letter, person, dispatched_on, how)"
                            " SELECT register_id, letter, person, '2023-04-01', 'post' FROM document_letter WHERE person = {client}",
    "waiting": "UPDATE caseload_history SET status = 'waiting' WHERE person = {client}",
    "evaluation_due": "INSERT INTO care_planned SELECT register_id, person, decision, line, 'evaluation', product, '2023-05-20', ''"
                      " FROM decision_line WHERE person = {client} AND true ON CONFLICT DO UPDATE SET due_on = '2023-05-20'",
    "reassessment_due": "INSERT INTO care_planned SELECT register_id, person, decision, line, 'reassessment', product, '2023-05-01', ''"
                        " FROM decision_line WHERE person = {client} AND true ON CONFLICT DO UPDATE SET due_on = '2023-05-01'",
    "passed_on_unconfirmed": "INSERT INTO desk_question (register_id, question, person, theme, asked, channel, asked_on, passed_to,"
                             " outcome, outcome_on, confirmed_on) VALUES (1969, 1, {client}, 'welzijn', 'Vraag', 'phone',"
                             " '2023-05-11', 'partner', 'passed_on', '2023-05-11', '9999-12-31')",
}

# What had its day long ago stays until somebody acts; and what an act of theirs looks like.
GONE = ("DELETE FROM care_talk WHERE person = {client}; UPDATE decision_line SET valid_until = '2022-10-01', valid_from = '2020-10-01',"
        " decided_on = '2020-09-01' WHERE person = {client};")
MOVED = ("DELETE FROM care_talk WHERE person = {client}; INSERT INTO transition_move (register_id, person, move, moved_on, old_area,"
         " new_area) VALUES (1969, {client}, 1, '2022-10-10', 'Leek', 'Marum');")
TALK = ("INSERT INTO care_talk (register_id, person, talk, talked_on, how, whom, words, account) VALUES (1969, {client}, 1,"
        " '2022-11-01', 'phone', 'client', '', 'lia');")
CASE = ("INSERT INTO caseload_history (register_id, report, valid_from, valid_until, person, team, contact, status, since, due_on)"
        " VALUES (1969, 999999, '{day}', '{until}', {client}, 'Leek', 'lia', 'reported', '{day}', '2022-10-15');")
NEW_CASE = CASE.replace("{day}", "2022-09-01").replace("{until}", "2022-12-01")
OLD_CASE = CASE.replace("{day}", "2021-09-01").replace("{until}", "2021-12-01")
DIED = ("INSERT INTO person_departure (register_id, person, sort, departed_on, ended_on) VALUES (1969, {client}, 'died', '2023-01-01',"
        " '2023-01-02');")
STAYS = [
    ("an expired decision", "decision_expiring", GONE, True),
    ("an expired decision of somebody who was spoken with since", "decision_expiring", GONE + TALK, False),
    ("an expired decision with a new case at its last day", "decision_expiring", GONE + NEW_CASE, False),
    ("an expired decision with another case long before", "decision_expiring", GONE + OLD_CASE, True),
    ("a move of long ago", "moved", MOVED, True),
    ("a move of long ago of somebody who died since", "moved", MOVED + DIED, False),
    ("a move of long ago of somebody who was spoken with since", "moved", MOVED + TALK, False),
]


def radar(database):
    code, told, complaint = run("radar", "--database", database, "--scheme", "westerkwartier", "--on", ON, "--json")
    if code != 0:
        raise RuntimeError(f"radar ended with {code}: {complaint}")
    return json.loads(told)


def copy(database, folder):
    planted = str(Path(folder, "planted.sqlite"))
    for path in Path(folder).glob("planted.sqlite*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    source, target = sqlite3.connect(database), sqlite3.connect(planted)
    source.backup(target)
    source.close()
    shutil.copytree(f"{database}.state", f"{planted}.state", dirs_exist_ok=True)
    return planted, target


def complaints_about(kind, before, after, client):
    mine = [line for line in after if line["client"] == client and line["kind"] == kind]
    if any(line["client"] == client and line["kind"] == kind for line in before):
        yield f"{client} stood there already"
    if not mine:
        yield f"{client} is not named: {[line for line in after if line['client'] == client]}"
    for line in mine:
        if set(line) != {"client", "kind", "since", "do"} or not line["do"] or not line["since"] <= "2023-12-31":
            yield line


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/unseen.sqlite"
        demo(database, 200)
        before = radar(database)
        out_of_sight = {line["client"] for line in before}
        dates = [line["since"] for line in before]
        tap.say("the longest out of sight stands first", [] if dates == sorted(dates) else [dates])
        for kind, plant in PLANTS.items():
            planted, connection = copy(database, folder)
            client = next(row[0] for row in connection.execute(SEEN).fetchall() if row[0] not in out_of_sight)
            connection.executescript(plant.replace("{client}", str(client)))
            connection.commit()
            connection.close()
            tap.say(f"{kind}: a planted case appears in the next run",
                    list(complaints_about(kind, before, radar(planted), client)), shows=["LEL-I8"])
        for what, kind, plant, stays in STAYS:
            planted, connection = copy(database, folder)
            client = next(row[0] for row in connection.execute(SEEN).fetchall() if row[0] not in out_of_sight)
            connection.executescript(plant.replace("{client}", str(client)))
            connection.commit()
            connection.close()
            mine = [line for line in radar(planted) if line["client"] == client and line["kind"] == kind]
            tap.say(f"{what} {'stays until somebody acts' if stays else 'is done'}", [] if bool(mine) == stays else [client, mine])
        code, _, words = run("radar", "--database", database, "--scheme", "nergens", "--on", ON)
        tap.say("an unknown scheme is said in words", [] if code == 2 and "nergens" in words else [code, words])
        code, _, words = run("radar", "--database", database, "--scheme", "westerkwartier", "--on", ON, "--municipality", "Nergens")
        tap.say("so is an unknown municipality", [] if code == 2 and "Nergens" in words else [code, words])
        code, told, _ = run("radar", "--database", database, "--scheme", "westerkwartier", "--on", "2020-01-01", "--json")
        tap.say("nobody out of sight is an empty list", [] if (code, told) == (0, "[]\n") else [code, told])
    return tap.end()


sys.exit(main())
