#!/usr/bin/env python3
"""What a resident reads: the text of the confirmation and of the decision, from the PDF. --write renews the golden files."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import PROGRAM, Server, Tap, Visitor, account_of, demo  # noqa: E402

GOLDEN = TOP / "tests/golden/letters"
REPORT = {
    "who": {"surname": "Voorbeeld", "prefix": "van der", "initials": "AB", "sex": "f", "born": "1940-05-01",
            "street": "Dorpsstraat", "house_number": 12, "house_addition": "A", "postcode": "9801 AB", "place": "Zuidhorn"},
    "asked": "Ik val vaker. Het huis schoonhouden lukt niet meer.", "channel": "phone", "received_on": "2023-05-12"}
OUTCOME = {
    "concluded_on": "2023-05-15", "needs": "Een schoon huis.", "own_strength": "Stof afnemen en de was.",
    "network": "Een dochter doet de boodschappen.", "general_provisions": "Geen.", "conclusion": "Zwaar werk lukt niet.",
    "lines": [{"product": "huishoudelijke-hulp", "amount": 150}]}
GRANTED = {
    "decided_on": "2023-05-15", "outcome": "granted", "decided_by": "Bas Besluit",
    "reasons": "U kunt het zware werk niet zelf doen en uw netwerk ook niet.",
    "lines": [{"product": "huishoudelijke-hulp", "amount": 150, "from": "2023-06-01", "last_day": "2025-05-31",
               "reasons": "125 minuten voor een schoon huis, 25 minuten extra voor uw beperking."},
              {"product": "kortdurend-verblijf", "amount": 3, "from": "2023-06-01", "reasons": "Om uw dochter te ontlasten."}]}
REFUSED = {"decided_on": "2023-05-15", "outcome": "refused", "decided_by": "Bas Besluit",
           "reasons": "Uw dochter en de maaltijdservice helpen u genoeg."}


def bring(visitor, kind, fact):
    status, _, body = visitor.ask("POST", f"/api/facts/{kind}", json.dumps(fact), {"Content-Type": "application/json"})
    if status != 201:
        raise RuntimeError(f"{kind}: {status} {body.decode()}")
    return json.loads(body)["id"]


def letters_of(visitor, person):
    """The text of each letter by its subject, without the numbers that differ from one demonstration to another."""
    _, _, page = visitor.ask("GET", f"/clients/{person}")
    found = {}
    for number in dict.fromkeys(re.findall(r"/letters/(\d+)/pdf", page.decode())):
        status, headers, pdf = visitor.ask("GET", f"/letters/{number}/pdf")
        assert status == 200 and headers["Content-Type"] == "application/pdf", (status, headers["Content-Type"])
        text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
        text = re.sub(r"Kenmerk \d+", "Kenmerk 0", text)
        text = re.sub(r"(Code: )[A-Z0-9-]{14}$", r"\1CDFG-HJKM-3467", text, flags=re.M)
        text = re.sub(r"(Uw (?:aanspreekpunt|contactpersoon): ).*", r"\1een sociaal werker", text)
        subject = re.search(r"^ *(Wij hebben|Ons besluit|Het verslag).*$", text, re.M)[0].strip()
        found[subject] = "\n".join(line.rstrip() for line in text.replace("\f", "\n").split("\n")).strip() + "\n"
    return found


def command_letter(database, number, form):
    """What the command writes: (exit code, bytes, complaint)."""
    done = subprocess.run([PROGRAM, "letter", "--database", database, "--letter", str(number), "--format", form],
                          capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def tags_of(pdf):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return subprocess.run(["pdfinfo", "-struct", file.name], capture_output=True, check=True).stdout.decode()


def words_of(html):
    """The words between the tags."""
    text = re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.S)
    return text.split()


def test_command(tap, database, visitor):
    """The command gives what the page gives: the same PDF, the same words, tags that a screen reader finds."""
    _, _, outbox = visitor.ask("GET", "/outbox?sort=decision")
    number = re.search(r'name="letter" value="(\d+)"', outbox.decode())[1]
    _, _, page = visitor.ask("GET", f"/letters/{number}")
    _, _, pdf = visitor.ask("GET", f"/letters/{number}/pdf")
    code, written, complaint = command_letter(database, number, "pdf")
    tap.say("the command writes the PDF of the page", ["" if (code, written) == (0, pdf) else f"{code} {complaint}"])
    tags = tags_of(written)
    tap.say("its tags are found", [] if tags.startswith("Document") and "H1" in tags and "H2" in tags else [tags])
    code, html, complaint = command_letter(database, number, "html")
    body = re.search(r"<article.*?</article>", page.decode(), re.S)[0]
    paper = re.search(r"<body>.*</body>", html.decode(), re.S)[0]
    tap.say("the code is on paper alone", [] if "Code: " in paper and "Code: " not in page.decode() else [paper])
    words = words_of(re.sub(r'<div class="th-note">.*?</div>', "", paper, flags=re.S))
    tap.say("the command writes the words of the page", ["" if code == 0 and words == words_of(body) else complaint or words])
    bring(visitor, "letter_dispatched", {"letter": int(number), "dispatched_on": "2023-05-15", "how": "post"})
    code, written, complaint = command_letter(database, number, "pdf")
    tap.say("it writes a decision that has left too", [] if code == 0 and written.startswith(b"%PDF") else [f"{code} {complaint}"])
    code, html, complaint = command_letter(database, number, "html")
    tap.say("with the last day to object", [] if code == 0 and "26 juni 2023" in html.decode() else [f"{code} {complaint}"])
    code, written, complaint = command_letter(database, 99999999, "pdf")
    tap.say("a letter that is not there is said in a sentence",
            [] if (code, written) == (1, b"") and "there is no letter 99999999" in complaint else [code, complaint])


def worker_of(port, accounts, person):
    """The social worker whose file this is: to the others it is closed."""
    for name, (password, role) in sorted(accounts.items()):
        visitor = Visitor.log_in(port, name, password) if role == "social_worker" else None
        if visitor and visitor.ask("GET", f"/facts/investigation_concluded?report={person}")[0] == 200:
            return visitor
    raise RuntimeError(f"nobody may open the file {person}")


def write_letters(port, accounts):
    as_role = {role: Visitor.log_in(port, *account_of(accounts, role)) for role in ("desk", "decider")}
    written = {}
    for name, decision in (("granted", GRANTED), ("refused", REFUSED)):
        report = bring(as_role["desk"], "report_received", REPORT)
        as_role["social_worker"] = worker_of(port, accounts, report)
        bring(as_role["social_worker"], "plan_waived", {"report": report, "on": "2023-05-15", "words": "Aan de telefoon."})
        bring(as_role["social_worker"], "investigation_concluded", {**OUTCOME, "report": report})
        bring(as_role["social_worker"], "application_received", {"report": report, "received_on": "2023-05-15"})
        bring(as_role["decider"], "decision_taken", {**decision, "report": report})
        letters = letters_of(as_role["social_worker"], report)
        written["confirmation"] = letters["Wij hebben uw melding ontvangen"]
        written["report"] = letters["Het verslag van ons gesprek"]
        written[name] = letters["Ons besluit op uw aanvraag"]
    return written


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/letters.sqlite"
        accounts = demo(database, 5)
        with Server(database) as server:
            written = write_letters(server.port, accounts)
            test_command(tap, database, Visitor.log_in(server.port, *account_of(accounts, "desk")))
    for name, text in written.items():
        golden = GOLDEN / f"{name}.txt"
        if "--write" in sys.argv:
            golden.write_text(text, encoding="utf-8")
        known = golden.read_text(encoding="utf-8")
        tap.say(f"the letter {name} reads as it should", [] if text == known else [f"now:\n{text}"])
    return tap.end()


sys.exit(main())
