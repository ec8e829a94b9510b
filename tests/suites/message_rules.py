#!/usr/bin/env python3
"""Each rule of level 2 has an example that breaks it, and what stands at its edge is let pass.

An example is a sound message with a few words changed; what is found must be the rules named, on the element named. Every row of the
table of rules has one; the rows come from the program itself (message reference).
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
PROGRAM = TOP / os.environ.get("THUISREGIE", "build/thuisregie")
GOLDEN = TOP / "tests/golden/messages"
NOTHING = ""
count = failed = 0


def say(words, complaint=""):
    global count, failed
    count += 1
    failed += bool(complaint)
    print(f"{'not ok' if complaint else 'ok'} {count} - {words}", flush=True)
    if complaint:
        print(f"# {complaint}")


def change(text, element, new, which=1):
    """The text with the content of the which-th element of that name replaced; NOTHING takes the element out; a function gets the old one."""
    found = list(re.finditer(rf" *<((?:iwmo:)?{element})>(.*?)</\1>\n", text, re.S))[which - 1]
    if new is NOTHING:
        return text[:found.start()] + text[found.end():]
    start, end = found.span(2)
    return text[:start] + (new(found[2]) if callable(new) else new) + text[end:]


def double(text, element, which=1):
    """The text with that element twice."""
    found = list(re.finditer(rf" *<((?:iwmo:)?{element})>(.*?)</\1>\n", text, re.S))[which - 1]
    return text[:found.end()] + found[0] + text[found.end():]


def before(text, element, new, which=1):
    """The text with words put before that element."""
    found = list(re.finditer(rf" *<(?:iwmo:)?{element}>", text))[which - 1]
    return text[:found.start()] + new + "\n" + text[found.start():]


def after(text, element, new, which=1):
    """The text with words put after that element."""
    found = list(re.finditer(rf" *<((?:iwmo:)?{element})>(.*?)</\1>\n", text, re.S))[which - 1]
    return text[:found.end()] + new + "\n" + text[found.end():]


PHONE = ("<Telefoon><iwmo:Telefoon01><iwmo:Telefoonnummer>0594000000</iwmo:Telefoonnummer>"
         "<iwmo:Landnummer>31</iwmo:Landnummer></iwmo:Telefoon01></Telefoon>")
PERIOD = "<Periode><iwmo:Begindatum>2023-05-01</iwmo:Begindatum></Periode>"
ORDERS, CONTACT = "Client/ToegewezenProducten/ToegewezenProduct", "Client/Contactgegevens/Contact"
REQUEST, CHANGE = "Client/AangevraagdeProducten/AangevraagdProduct", "Client/Verzoek"
CHANGED, ADDED = f"{CHANGE}/TeWijzigenProducten/TeWijzigenProduct", f"{CHANGE}/NieuweProducten/NieuwProduct"
CLAIM, CLAIMANT = "Declaratie", "Declaratie/Clienten/Client"
LINE = f"{CLAIMANT}/Prestaties/Prestatie"
ANSWER = "DeclaratieAntwoord"
ANSWER_LINE = f"{ANSWER}/Clienten/Client/Prestaties/Prestatie"

# (what is found as "RULE element", in the order of the message, the message, the changes)
A, B, C, D = after, before, change, double
EXAMPLES = [
    ("CS015 Header/BerichtSubversie", "wmo305", (C, "BerichtSubversie", "3")),
    ("CS025 Header/BerichtVersie", "wmo305", (C, "BerichtVersie", "2")),
    ("CS319 Declaratie/DeclaratieNummer", "wmo323", (C, "DeclaratieNummer", "2023-04")),
    # who and where
    ("CS002 Client/Bsn", "wmo301", (C, "Bsn", "999900032")),
    ("CS002 Client/Bsn", "wmo317", (C, "Bsn", "999900032")),
    ("TR061 Client/Contactgegevens", "wmo301", (C, "Contact", NOTHING, 2)),
    ("TR101 Client/Contactgegevens", "wmo301", (D, "Contact", 2)),
    ("TR101 Client/Relaties", "wmo301", (D, "Relatie")),
    ("CS139 Client/Geboortedatum/DatumGebruik", "wmo305", (C, "Geboortedatum", lambda old: old + "<iwmo:DatumGebruik>2</iwmo:DatumGebruik>")),
    ("CS139 Client/Geboortedatum/DatumGebruik", "wmo315", (C, "Geboortedatum", lambda old: old + "<iwmo:DatumGebruik>1</iwmo:DatumGebruik>")),
    ("TR002 Client/Geboortedatum/Datum", "wmo307", (C, "Datum", "1903-05-14")),
    ("TR134 Client/Geboortedatum/Datum", "wmo305", (C, "Datum", "2023-05-16")),
    ("CS050 Client/Naam/NaamGebruik", "wmo301", (C, "NaamGebruik", "2")),
    ("CS050 Client/Naam/NaamGebruik, CS318 Client/Naam/NaamGebruik", "wmo301", (C, "NaamGebruik", "6")),
    ("CS050 Client/Relaties/Relatie/Naam/NaamGebruik", "wmo301", (C, "NaamGebruik", "5", 2)),
    ("CD007 Client/Communicatie/Taal", "wmo301", (C, "Taal", NOTHING)),
    ("CD007 Client/Communicatie/Taal", "wmo301", (C, "Vorm", "2")),
    (f"CD005 {CONTACT}/Adres/LandCode", "wmo301", (C, "LandCode", NOTHING)),
    (f"CD025 {CONTACT}/Adres/Huis", "wmo301", (C, "Huis", NOTHING), (A, "Adres", PHONE)),
    (f"CS089 {CONTACT}/Adres/Postcode", "wmo301", (C, "Postcode", "9351 AB")),
    (f"CD034 {CONTACT}/Adres/Postcode", "wmo301", (C, "Postcode", NOTHING), (C, "LandCode", NOTHING), (A, "Adres", PHONE)),
    (f"CD009 {CONTACT}/Periode", "wmo301", (A, "Adres", PERIOD)),
    (f"TR006 {CONTACT}", "wmo301", (C, "Telefoon", NOTHING, 2)),
    (f"CS003 {CONTACT}/Periode/Einddatum", "wmo301", (C, "Periode", lambda old: old.replace("2023-07-31", "2023-04-30"))),
    # starts and stops
    ("TR101 Client/StartProducten", "wmo305", (D, "StartProduct")),
    ("CS058 Client/StartProducten/StartProduct/StatusAanlevering", "wmo305", (C, "StatusAanlevering", "2")),
    ("TR134 Client/StartProducten/StartProduct/Begindatum", "wmo305", (C, "Begindatum", "2023-05-16")),
    ("TR101 Client/StopProducten", "wmo307", (D, "StopProduct")),
    ("CS058 Client/StopProducten/StopProduct/StatusAanlevering", "wmo307", (C, "StatusAanlevering", "9")),
    ("TR134 Client/StopProducten/StopProduct/Einddatum", "wmo307", (C, "Einddatum", "2023-05-16")),
    ("TR018 Client/StopProducten/StopProduct/Einddatum", "wmo307", (C, "Einddatum", "2023-05-08")),
    # orders
    ("TR101 Client/ToegewezenProducten", "wmo301", (C, "ToewijzingNummer", "2")),
    (f"TR134 {ORDERS}/Toewijzingsdatum", "wmo301", (C, "Toewijzingsdatum", "2023-05-16")),
    ("TR302 Client/ToegewezenProducten", "wmo301", (C, "Categorie", "01", 2)),
    ("TR302 Client/ToegewezenProducten", "wmo301", (C, "Product", NOTHING, 2)),
    ("TR302 Client/ToegewezenProducten", "wmo301", (D, "ToegewezenProduct"), (C, "ToewijzingNummer", "9", 2)),
    (f"CS003 {ORDERS}/Einddatum", "wmo301", (C, "Ingangsdatum", "2025-05-22")),
    (f"CD079 {ORDERS}/Product", "wmo301", (C, "ToegewezenProduct", NOTHING, 2), (C, "Product", NOTHING), (C, "Omvang", NOTHING)),
    (f"CD077 {ORDERS}/Omvang, CD078 {ORDERS}/Budget", "wmo301", (A, "Omvang", "<Budget>1</Budget>")),
    (f"CD041 {ORDERS}/Omvang", "wmo301", (C, "Omvang", NOTHING)),
    (f"CD080 {ORDERS}/Omvang", "wmo301", (C, "Code", NOTHING)),
    (f"CD075 {ORDERS}/Einddatum", "wmo301", (C, "ToegewezenProduct", lambda old: change(old, "Einddatum", NOTHING), 2)),
    (f"CD076 {ORDERS}/Einddatum", "wmo301", (C, "ToegewezenProduct", lambda old: change(old, "Einddatum", NOTHING))),
    (f"CS338 {ORDERS}/Omvang/Frequentie", "wmo301", (C, "Eenheid", "16"), (C, "Frequentie", "1")),
    (f"CS335 {ORDERS}/RedenWijziging", "wmo301", (B, "Omvang", "<RedenWijziging>13</RedenWijziging>")),
    (f"CS336 {ORDERS}/RedenWijziging", "wmo301", (B, "Omvang", "<RedenWijziging>01</RedenWijziging>")),
    # requests
    ("TR101 Client/AangevraagdeProducten, TR383 Client/AangevraagdeProducten", "wmo315", (C, "ReferentieAanbieder", "A-2")),
    ("TR386 Client/AangevraagdeProducten", "wmo315", (C, "Categorie", "01", 2)),
    (f"CS003 {REQUEST}/ToewijzingEinddatum", "wmo315", (C, "ToewijzingIngangsdatum", "2025-05-22")),
    (f"CD079 {REQUEST}/Product", "wmo315", (C, "AangevraagdProduct", NOTHING, 2), (C, "Product", NOTHING), (C, "Omvang", NOTHING)),
    (f"CD077 {REQUEST}/Omvang, CD078 {REQUEST}/Budget", "wmo315", (B, "Verwijzer", "<Budget>1</Budget>")),
    (f"CD041 {REQUEST}/Omvang", "wmo315", (C, "Omvang", NOTHING)),
    (f"CD095 {REQUEST}/Omvang", "wmo315", (C, "Code", NOTHING)),
    (f"CD075 {REQUEST}/ToewijzingEinddatum", "wmo315", (C, "ToewijzingEinddatum", NOTHING, 2)),
    (f"CD076 {REQUEST}/ToewijzingEinddatum", "wmo315", (C, "ToewijzingEinddatum", NOTHING)),
    (f"CS343 {REQUEST}/Omvang/Frequentie", "wmo315", (C, "Eenheid", "83"), (C, "Frequentie", "1")),
    (f"CD043 {REQUEST}/BeschikkingIngangsdatum", "wmo315", (C, "BeschikkingNummer", NOTHING)),
    (f"CD043 {REQUEST}/BeschikkingIngangsdatum", "wmo315", (C, "BeschikkingIngangsdatum", NOTHING)),
    (f"CD066 {REQUEST}/Verwijzer/Naam", "wmo315", (C, "Verwijzer", lambda old: old + "<iwmo:ZorgverlenerCode>99999901</iwmo:ZorgverlenerCode>")),
    (f"CD067 {REQUEST}/Verwijzer/Naam", "wmo315", (C, "Naam", NOTHING, 2)),
    (f"CD068 {REQUEST}/Verwijzer/ZorgverlenerCode", "wmo315",
     (C, "Verwijzer", lambda old: old + "<iwmo:ZorgverlenerCode>99999901</iwmo:ZorgverlenerCode>", 2)),
    # changes
    (f"TR101 {CHANGE}/OngewijzigdeProducten", "wmo317", (C, "ToewijzingNummer", "2")),
    (f"TR101 {CHANGE}/TeWijzigenProducten", "wmo317", (C, "ToewijzingNummer", "4", 3)),
    (f"TR410 {CHANGE}/NieuweProducten, TR101 {CHANGE}/NieuweProducten", "wmo317", (D, "NieuwProduct", 2)),
    (f"TR410 {CHANGE}/NieuweProducten", "wmo317", (C, "Categorie", "02", 2)),
    (f"CS003 {CHANGED}/Einddatum", "wmo317", (C, "Einddatum", "2023-05-31")),
    (f"CS003 {ADDED}/Einddatum", "wmo317", (C, "Einddatum", "2023-05-31", 3)),
    (f"CD079 {ADDED}/Product", "wmo317", (C, "NieuwProduct", NOTHING, 2), (C, "Product", NOTHING), (C, "Omvang", NOTHING, 2)),
    (f"CD077 {CHANGED}/Omvang, CD078 {CHANGED}/Budget", "wmo317", (A, "Omvang", "<Budget>1</Budget>")),
    (f"CD077 {ADDED}/Omvang, CD078 {ADDED}/Budget", "wmo317", (A, "Omvang", "<Budget>1</Budget>", 2)),
    (f"CD041 {ADDED}/Omvang", "wmo317", (C, "Omvang", NOTHING, 2)),
    (f"CD096 {ADDED}/Omvang", "wmo317", (C, "Code", NOTHING)),
    (f"CD075 {CHANGED}/Einddatum", "wmo317", (C, "Einddatum", NOTHING, 2)),
    (f"CD075 {ADDED}/Einddatum", "wmo317", (C, "Einddatum", NOTHING, 4)),
    (f"CD076 {CHANGED}/Einddatum", "wmo317", (C, "Einddatum", NOTHING)),
    (f"CD076 {ADDED}/Einddatum", "wmo317", (C, "Einddatum", NOTHING, 3)),
    (f"CS338 {CHANGED}/Omvang/Frequentie", "wmo317", (C, "Eenheid", "14"), (C, "Frequentie", "1")),
    (f"CS338 {ADDED}/Omvang/Frequentie", "wmo317", (C, "Eenheid", "84", 2), (C, "Frequentie", "1", 2)),
    (f"TR352 {CHANGE}", "wmo317", (C, "OngewijzigdeProducten", NOTHING), (C, "TeWijzigenProducten", NOTHING)),
    (f"TR353 {CHANGE}", "wmo317", (C, "TeWijzigenProducten", NOTHING), (C, "NieuweProducten", NOTHING)),
    (f"TR380 {ADDED}/GewensteIngangsdatum", "wmo317", (C, "GewensteIngangsdatum", "2023-05-15", 3)),
    ("CD085 Antwoord/RedenAfwijzingVerzoek", "wmo319", (C, "RedenAfwijzingVerzoek", NOTHING)),
    ("CD086 Antwoord/RedenAfwijzingVerzoek", "wmo319", (C, "VerzoekAntwoord", "2")),
    # claims
    (f"CS002 {CLAIMANT}/Bsn", "wmo323", (C, "Bsn", "999900032")),
    (f"TR101 {CLAIMANT}/Bsn", "wmo323", (C, "Bsn", "999900043")),
    (f"TR358 {CLAIM}/TotaalIngediendBedrag", "wmo323", (C, "TotaalBedrag", "134899")),
    (f"TR358 {CLAIM}/TotaalIngediendBedrag", "wmo323", (C, "DebetCredit", "C")),
    (f"CS325 {LINE}/IngediendBedrag/DebetCredit, CD060 {LINE}/ProductReferentie/VorigReferentieNummer", "wmo323", (C, "DebetCredit", "C", 5)),
    (f"CS325 {CLAIM}/TotaalIngediendBedrag/DebetCredit, TR358 {CLAIM}/TotaalIngediendBedrag", "wmo323",
     (C, "TotaalIngediendBedrag", "<iwmo:TotaalBedrag>0</iwmo:TotaalBedrag><iwmo:DebetCredit>C</iwmo:DebetCredit>")),
    (f"TR134 {CLAIM}/DeclaratiePeriode/Begindatum, TR137 {CLAIM}/DeclaratiePeriode/Einddatum", "wmo323",
     (C, "DeclaratiePeriode", "<iwmo:Begindatum>2023-06-01</iwmo:Begindatum><iwmo:Einddatum>2023-06-30</iwmo:Einddatum>")),
    (f"TR137 {LINE}/ProductPeriode/Einddatum", "wmo323", (C, "ProductPeriode", lambda old: old.replace("04-11", "04-30").replace("30</iwmo:E", "29</iwmo:E"), 4)),
    (f"TR137 {CLAIM}/DeclaratiePeriode/Einddatum", "wmo323",
     (C, "DeclaratiePeriode", "<iwmo:Begindatum>2023-05-01</iwmo:Begindatum><iwmo:Einddatum>2023-05-31</iwmo:Einddatum>")),
    (f"CS100 {CLAIM}/DeclaratiePeriode, CS100 {LINE}/ProductPeriode x4", "wmo323",
     (C, "Declaratie", lambda old: re.sub(r"2023-0[34]-(01|11)", "2020-12-01", re.sub(r"2023-0[34]-3[01]", "2020-12-31", old)))),
    (f"CS100 {LINE}/ProductPeriode", "wmo323", (C, "ProductPeriode", lambda old: old.replace("2023-03", "2020-12").replace("2020-12-31", "2020-12-31"), 2)),
    (f"CS340 {CLAIM}/DeclaratiePeriode, TR319 {LINE}/ProductPeriode/Einddatum x3", "wmo323", (C, "DeclaratiePeriode", lambda old: old.replace("04-30", "04-29"))),
    (f"CS337 {LINE}/ProductPeriode", "wmo323", (C, "ProductPeriode", lambda old: old.replace("2023-03-01", "2023-02-01"), 2)),
    (f"CS100 {LINE}/ProductPeriode, TR335 {LINE}/ProductPeriode/Einddatum", "wmo323", (C, "ProductPeriode", lambda old: old.replace("2023-03", "2018-03"), 2)),
    (f"TR319 {LINE}/ProductPeriode/Einddatum", "wmo323", (C, "ProductPeriode", lambda old: old.replace("2023-04", "2023-05").replace("-11", "-01").replace("-30", "-15"), 4)),
    (f"TR101 {LINE}/ProductReferentie", "wmo323", (C, "ReferentieNummer", "R-3", 3)),
    (f"CD060 {LINE}/ProductReferentie/VorigReferentieNummer", "wmo323", (C, "VorigReferentieNummer", NOTHING)),
    (f"CD060 {LINE}/ProductReferentie/VorigReferentieNummer", "wmo323",
     (A, "ReferentieNummer", "<iwmo:VorigReferentieNummer>Q-1</iwmo:VorigReferentieNummer>")),
    (f"TR315 {LINE}/ProductReferentie/VorigReferentieNummer", "wmo323", (D, "Prestatie", 2), (C, "ReferentieNummer", "R-8", 3), (C, "TotaalBedrag", "118400")),
    (f"TR316 {LINE}/ProductReferentie", "wmo323", (C, "VorigReferentieNummer", "R-1")),
    (f"TR316 {LINE}/ProductReferentie", "wmo323", (C, "VorigReferentieNummer", "R-3")),
    (f"TR416 {LINE}", "wmo323", (D, "Prestatie", 4), (C, "ReferentieNummer", "R-4", 5)),
    (f"CD087 {LINE}/ProductTarief", "wmo323", (C, "ProductTarief", NOTHING)),
    (f"CD087 {LINE}/ProductTarief", "wmo323", (B, "IngediendBedrag", "<ProductTarief>1</ProductTarief>", 3)),
    (f"CS339 {LINE}/IngediendBedrag", "wmo323", (C, "GeleverdVolume", "125001", 3)),
    # the answer to a claim
    (f"CS002 {ANSWER}/Clienten/Client/Bsn", "wmo325", (C, "Bsn", "999900044")),
    (f"TR101 {ANSWER}/Clienten/Client/Bsn", "wmo325", (D, "Client")),
    (f"TR101 {ANSWER_LINE}/ProductReferentie", "wmo325", (D, "Prestatie")),
    (f"CS325 {ANSWER}/TotaalToegekendBedrag/DebetCredit", "wmo325", (C, "TotaalToegekendBedrag", lambda old: old.replace("9900", "0").replace(">D<", ">C<"))),
    (f"CD060 {ANSWER_LINE}/ProductReferentie/VorigReferentieNummer", "wmo325", (C, "DebetCredit", "C", 3)),
    (f"TR134 {ANSWER_LINE}/ProductPeriode/Begindatum, TR137 {ANSWER_LINE}/ProductPeriode/Einddatum", "wmo325", (C, "ProductPeriode", lambda old: old.replace("2023-04", "2023-06"))),
    (f"TR137 {ANSWER_LINE}/ProductPeriode/Einddatum", "wmo325", (C, "Begindatum", "2023-05-01")),
    (f"TR342 {ANSWER_LINE}/RetourCodes", "wmo325", (C, "RetourCode", "0200", 2)),
]

# What the rules must let pass although it is near the edge.
EDGES = [
    ("120 years to the day", "wmo305", (C, "Datum", "1903-05-15")),
    ("an unknown birth date is any age", "wmo305", (C, "Geboortedatum", "<iwmo:Datum>1900-01-01</iwmo:Datum><iwmo:DatumGebruik>3</iwmo:DatumGebruik>")),
    ("an order the day after the other ends", "wmo301", (C, "Categorie", "01", 2), (C, "Ingangsdatum", "2025-05-22", 2), (C, "ToegewezenProduct", lambda old: change(old, "Einddatum", "2025-05-22"), 2)),
    ("another product of the same category", "wmo301", (D, "ToegewezenProduct"), (C, "ToewijzingNummer", "9", 2), (C, "Code", "01A02", 2)),
    ("two aids at a time", "wmo301", (C, "Categorie", "11"), (C, "Categorie", "11", 2)),
    ("half days per day, without a code, until 2020", "wmo301", (C, "Code", NOTHING), (C, "Eenheid", "16"), (C, "Frequentie", "1"),
     (C, "Ingangsdatum", "2020-12-31"), (C, "ToegewezenProduct", lambda old: change(old, "Einddatum", "2020-12-31"))),
    ("an order taken back has one day", "wmo301", (B, "Omvang", "<RedenWijziging>13</RedenWijziging>"), (C, "ToegewezenProduct", lambda old: change(old, "Einddatum", "2023-05-22"))),
    ("a referrer by code", "wmo315", (C, "Naam", NOTHING, 2), (A, "Type", "<iwmo:ZorgverlenerCode>99999901</iwmo:ZorgverlenerCode>")),
    ("being looked into has no reason", "wmo319", (C, "VerzoekAntwoord", "2"), (C, "RedenAfwijzingVerzoek", NOTHING)),
    ("a total that is credit", "wmo323", (C, "Prestatie", NOTHING, 4), (C, "Prestatie", NOTHING, 3), (C, "Client", NOTHING, 2), (C, "Prestatie", NOTHING),
     (C, "TotaalIngediendBedrag", "<iwmo:TotaalBedrag>16500</iwmo:TotaalBedrag><iwmo:DebetCredit>C</iwmo:DebetCredit>")),
    ("a month that ends on the day of the message", "wmo323", (C, "Dagtekening", "2023-04-30")),
    ("five years back to the day", "wmo323", (C, "DeclaratieDagtekening", "2028-03-31")),
    ("a header alone", "wmo325-header"),
]


def made(name, changes):
    text = (GOLDEN / f"{name}.xml").read_text(encoding="utf-8")
    for step in changes:
        text = step[0](text, *step[1:])
    return text


def found(report):
    """What the report says, as "RULE element"; what stands there several times as "x3"."""
    names = [f"{each['rule']} {each['element']}" for each in report["level2"]] + [f"form {each['element']}" for each in report["structure"]]
    unique = list(dict.fromkeys(names))
    return ", ".join(name + (f" x{names.count(name)}" if names.count(name) > 1 else "") for name in unique)


def check(documents):
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, document in enumerate(documents):
            files.append(Path(folder, f"{number}.xml"))
            files[-1].write_text(document, encoding="utf-8")
        told = subprocess.run([PROGRAM, "message", "check", "--json", *files], capture_output=True, text=True).stdout
        return [json.loads(line) for line in told.splitlines()]


def rows_of_reference():
    """(rule, the last element of its path) of each row of the table of rules."""
    told = subprocess.run([PROGRAM, "message", "reference"], capture_output=True, text=True, check=True).stdout
    table = told[told.index("## Rules inside one message"):told.index("## Rules across messages")]
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"(TR|CD|CS)\d{3}", cells[0]):
            yield cells[0], cells[1], "" if cells[4] == "the part itself" else cells[4]


def rows_across():
    """rule -> (code, words) of each row of the tables of rules across messages, and of the lines of a claim."""
    told = subprocess.run([PROGRAM, "message", "reference"], capture_output=True, text=True, check=True).stdout
    rows = {}
    for line in told[told.index("## Rules across messages"):].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"TR\d{3}", cells[0]):
            rows.setdefault(cells[0], (cells[1], cells[-1]))
    return rows


def test_coverage(inside):
    """Each rule of the standard is a row; one across messages has an example that names it, or says why it is not asked."""
    with open(GOLDEN / "rules.csv", encoding="utf-8") as file:
        standard = list(csv.DictReader(file))
    across = rows_across()
    examples = "".join(path.read_text(encoding="utf-8") for pattern in ("src/contract/**/*_test.c", "tests/suites/*.py")
                       for path in sorted(TOP.glob(pattern)) if path != Path(__file__).resolve())
    for level in ("2", "3", "4"):
        rules = [row for row in standard if row["level"] == level]
        rows = inside if level == "2" else across
        missing = [row["rule"] for row in rules if row["rule"] not in rows]
        wrong = [row["rule"] for row in rules if level != "2" and row["rule"] in rows and rows[row["rule"]][0] != row["code"]]
        unasked = [row["rule"] for row in rules if level != "2" and "Not checked here because" in rows.get(row["rule"], ("", ""))[1]]
        bare = [row["rule"] for row in rules if level != "2" and row["rule"] not in unasked
                and not re.search(rf"\b({row['rule']}|{row['code']})\b", examples)]
        say(f"level {level}: {len(rules)} rules, {len(rules) - len(unasked)} are asked, {len(unasked)} say why not ({' '.join(unasked)})",
            "; ".join(f"{words}: {' '.join(names)}" for words, names in
                      (("no row", missing), ("another code", wrong), ("no example", bare)) if names))


def main():
    reports = check([made(name, changes) for _, name, *changes in EXAMPLES + EDGES])
    shown = set()
    for (expected, name, *_), report in zip(EXAMPLES, reports):
        told = found(report)
        wanted = re.sub(r"(CS015|CS025|CS319) ", "form ", expected)
        say(f"{name} breaks {expected}", "" if told == wanted else f"found: {told}")
        shown.update(expected.split(", "))
    for (words, name, *_), report in zip(EDGES, reports[len(EXAMPLES):]):
        say(f"{name}: {words}", found(report))
    rows = list(rows_of_reference())
    without = [f"{rule} {element}" for rule, _, element in rows
               if not any(each.startswith(rule + " ") and each.split(" x")[0].endswith(element) for each in shown)]
    say(f"each of the {len(rows)} rows has an example", ", ".join(without))
    codes = {rule: code for rule, code, _ in rows}
    wrong = [each for report in reports for each in report["level2"] if each["code"] != codes[each["rule"]]]
    say("each finding has the return code of its rule", str(wrong) if wrong else "")
    test_coverage(codes)
    print(f"1..{count}")
    return 1 if failed else 0


sys.exit(main())
