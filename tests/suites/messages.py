#!/usr/bin/env python3
"""The messages against the schemas of the standard, and against everything that a sender might do to them.

The schemas lie beside this folder, in ../shared/iwmo/xsd, or in SHARED/iwmo/xsd; without them our verdicts are compared with those that
they gave before.
"""
import base64
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from mutate import XSI, every_value, mutate  # noqa: E402

PROGRAM = TOP / os.environ.get("THUISREGIE", "build/thuisregie")
SCHEMAS = Path(os.environ.get("SHARED", TOP / "../shared")) / "iwmo/xsd"
GOLDEN = sorted((TOP / "tests/golden/messages").glob("*.xml"))
# What the schemas say of each changed message: its golden file, how many, a digest of all, and a bit for each. RECORD=1 writes it again.
VERDICTS = TOP / "tests/golden/messages/verdicts.txt"
MUTATIONS, SEED, BATCH = 400, 20230403, 400
MAX_BYTES = 26214400
count = failed = 0


def say(words, complaints=(), skip=""):
    global count, failed
    count += 1
    failed += bool(complaints)
    print(f"{'not ok' if complaints else 'ok'} {count} - {words}{' # SKIP ' + skip if skip else ''}", flush=True)
    for complaint in list(complaints)[:20]:
        print(f"# {complaint}")


def reports(files, *options):
    """file -> what message check says of it."""
    told = subprocess.run([PROGRAM, "message", "check", "--json", *options, *files], capture_output=True).stdout.decode()
    return {report["file"]: report for report in map(json.loads, told.splitlines())}


def verdict_of(report):
    return "structure" if report["structure"] else "rules" if report["level2"] else "ok"


def own_verdicts(files):
    """file -> ok, structure or rules, by our reader."""
    return {file: verdict_of(report) for file, report in reports(files).items()}


def schema_verdicts(schema, files):
    """file -> whether xmllint finds it valid."""
    told = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, *files], capture_output=True).stderr.decode("utf-8", "replace")
    lines = set(told.splitlines())
    return {file: f"{file} validates" in lines for file in files}


def schema_of(golden):
    return SCHEMAS / f"{golden.name[:6].upper()}.xsd"


def written(folder, documents):
    files = []
    for number, document in enumerate(documents):
        path = Path(folder, f"{number}.xml")
        path.write_bytes(document)
        files.append(str(path))
    return files


def both_verdicts(golden, files):
    """(file, ours, the schema's), the schema's None where there are no schemas."""
    options = ["--schemas", SCHEMAS] if SCHEMAS.is_dir() else []
    for at in range(0, len(files), BATCH):
        part = reports(files[at:at + BATCH], *options)
        unknown = [file for file, report in part.items() if options and "schema" not in report]
        by_hand = schema_verdicts(schema_of(golden), unknown) if unknown else {}
        for file in files[at:at + BATCH]:
            theirs = by_hand.get(file, part[file].get("schema") == "valid") if options else None
            yield file, not part[file]["structure"], theirs


def packed(bits):
    """Bits as text."""
    return base64.b64encode(int("1" + "".join("01"[bit] for bit in bits), 2).to_bytes(len(bits) // 8 + 1, "big")).decode()


def unpacked(text):
    return [digit == "1" for digit in f"{int.from_bytes(base64.b64decode(text), 'big'):b}"[1:]]


def compare(words, golden, documents, folder, recorded):
    """Our verdicts beside those of the schema, or beside those that it gave before. Returns the line to record."""
    digest = hashlib.sha256(b"\0".join(documents)).hexdigest()[:16]
    name = f"{golden.stem}-{words}".replace(" ", "-")
    verdicts = list(both_verdicts(golden, written(folder, documents)))
    known = recorded.get(name, ("", ""))
    schema = [theirs for _, _, theirs in verdicts]
    if not SCHEMAS.is_dir():
        schema = unpacked(known[1]) if known[0] == digest else []
    complaints = [f"we say {ours}, the schema {theirs}: {Path(file).read_bytes()!r}"
                  for (file, ours, _), theirs in zip(verdicts, schema) if ours != theirs]
    if len(schema) != len(documents) or (known != (digest, packed(schema)) and "RECORD" not in os.environ):
        complaints.append(f"{VERDICTS.name} is not of these messages: RECORD=1 with the schemas at hand makes it")
    if not len(documents) / 20 < sum(schema) < len(documents) * 19 / 20:
        complaints.append(f"{sum(schema)} of {len(documents)} are valid, so they say little")
    say(f"{len(documents)} {words} in {golden.name}: our verdict is the schema's", complaints)
    return f"{name} {digest} {packed(schema)}" if len(schema) == len(documents) else ""


def test_verdicts(folder):
    recorded = {line.split()[0]: tuple(line.split()[1:]) for line in VERDICTS.read_text().splitlines()} if VERDICTS.exists() else {}
    lines, seen = [], set()
    for golden in GOLDEN:
        if golden.stem.endswith(("-accepted", "-header", "-claim", "-client")):
            continue
        text, choice = golden.read_text(encoding="utf-8"), random.Random(f"{SEED} {golden.name}")
        lines.append(compare("changes", golden, [mutate(text, choice) for _ in range(MUTATIONS)], folder, recorded))
        values = list(every_value(text, seen))
        if values:
            lines.append(compare("odd values", golden, values, folder, recorded))
    if "RECORD" in os.environ and SCHEMAS.is_dir():
        VERDICTS.write_text("\n".join(lines) + "\n")
    if not SCHEMAS.is_dir():
        say("the schemas themselves", skip=f"they are not here; {len(lines)} recorded runs were replayed")


def test_golden(folder):
    """Read as JSON and written again; and valid."""
    file = Path(folder, "message.json")
    for golden in GOLDEN:
        file.write_bytes(subprocess.run([PROGRAM, "message", "read", "--json", golden], capture_output=True, check=True).stdout)
        told = subprocess.run([PROGRAM, "message", "write", "--type", golden.name[:6].upper(), file], capture_output=True).stdout
        say(f"{golden.name} reads and writes as itself", [] if told == golden.read_bytes() else [told])
    if SCHEMAS.is_dir():
        invalid = [file for file, report in reports(GOLDEN, "--schemas", SCHEMAS).items() if report["schema"] != "valid"]
        say("all of them are valid", invalid)


def test_chosen_refusals(folder):
    """What the schema allows and we refuse on purpose."""
    text = (TOP / "tests/golden/messages/wmo305.xml").read_text(encoding="utf-8")
    changes = {
        "a DOCTYPE": text.replace("<Bericht", "<!DOCTYPE Bericht>\n<Bericht", 1).encode(),
        "an xsi:type": text.replace("<Client>", f'<Client xmlns:xsi="{XSI}" xsi:type="Client">').encode(),
        "another encoding": text.replace("UTF-8", "ISO-8859-1").encode("iso-8859-1"),
        "UTF-16": text.replace("UTF-8", "UTF-16").encode("utf-16"),
    }
    for words, document in changes.items():
        [file] = written(folder, [document])
        if SCHEMAS.is_dir() and not schema_verdicts(SCHEMAS / "WMO305.xsd", [file])[file]:
            say(f"{words} is refused on purpose", ["the schema refuses it too"])
        else:
            say(f"{words} is refused on purpose", [] if own_verdicts([file])[file] == "structure" else ["accepted"])


def test_truncated(folder):
    """A message that ends at any of its bytes is none, up to the end of its last tag."""
    document = (TOP / "tests/golden/messages/wmo319.xml").read_bytes()
    files = written(folder, [document[:length] for length in range(len(document) + 1)])
    verdicts = [verdict for at in range(0, len(files), BATCH) for verdict in own_verdicts(files[at:at + BATCH]).values()]
    whole = len(document.rstrip())
    say(f"{len(files)} lengths of a message of {len(document)} bytes: only the whole one is accepted",
        [f"{length} bytes: {verdict}" for length, verdict in enumerate(verdicts) if (verdict == "ok") != (length >= whole)])


def test_numbers(folder):
    """Numbers as the schema allows them are read as what they are worth."""
    text = (TOP / "tests/golden/messages/wmo323.xml").read_text(encoding="utf-8")
    [file] = written(folder, [text.replace("<ToewijzingNummer>1<", "<ToewijzingNummer> +0020072 <").replace(">134900<", ">000134900<").encode()])
    told = json.loads(subprocess.run([PROGRAM, "message", "read", "--json", file], capture_output=True, check=True).stdout)
    claim = told["Declaratie"]
    line = claim["Clienten"][0]["Prestaties"][0]
    say("plus signs and zeros in front do not count", [] if (line["ToewijzingNummer"], claim["TotaalIngediendBedrag"]["TotaalBedrag"]) == (20072, 134900) else [line])


def test_budget(folder):
    """Promise 5: a refusal for the budget is read, and never written."""
    file = TOP / "tests/golden/messages/wmo319.xml"
    told = json.loads(subprocess.run([PROGRAM, "message", "read", "--json", file], capture_output=True, check=True).stdout)
    codes = {}
    for reason in ("4", "2"):
        told["Antwoord"]["RedenAfwijzingVerzoek"] = reason
        path = Path(folder, f"reason-{reason}.json")
        path.write_text(json.dumps(told), encoding="utf-8")
        done = subprocess.run([PROGRAM, "message", "write", "--type", "WMO319", path], capture_output=True, check=False)
        codes[reason] = done.returncode, bool(done.stdout)
    say("no message refuses a request for the budget", [] if codes["4"] == (0, True) and codes["2"][0] != 0 and not codes["2"][1] else [codes])


def test_hostile(folder):
    """What would make a careless reader slow, large or talkative."""
    text = (TOP / "tests/golden/messages/wmo305.xml").read_text(encoding="utf-8")
    orders = (TOP / "tests/golden/messages/wmo301.xml").read_text(encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    start, end = text.index("      <StartProduct>"), text.index("      <StartProduct>", text.index("</StartProduct>"))
    contact = "<Contact><Soort>01</Soort></Contact>"
    documents = {
        "a billion laughs": text.replace("<Bericht", f'<!DOCTYPE Bericht [<!ENTITY l0 "ha">{laughs}]><Bericht', 1).replace("Voorbeeld", "&l9;"),
        "an external entity": text.replace("<Bericht", '<!DOCTYPE Bericht [<!ENTITY e SYSTEM "file:///etc/passwd">]><Bericht', 1).replace("Voorbeeld", "&e;"),
        "an external DTD": text.replace("<Bericht", '<!DOCTYPE Bericht SYSTEM "http://127.0.0.1:9/x.dtd"><Bericht', 1),
        "a hundred thousand levels": text.replace("<Client>", "<Client>" + "<a>" * 100000),
        "25 MB and a byte": text + " " * (MAX_BYTES + 1 - len(text.encode())),
        "700,000 contacts": orders.replace("<Contactgegevens>", "<Contactgegevens>" + contact * 700000),
        "100,000 wrong elements": text.replace("<Client>", "<Client>" + "<a/>" * 100000),
        "a name of 20 MB": text.replace("Voorbeeld", "x" * 20000000),
        "100,000 attributes": text.replace("<Client>", "<Client " + " ".join(f'a{n}="1"' for n in range(100000)) + ">"),
        "300,000 namespaces": text.replace("<Client>", "<Client " + " ".join(f'xmlns:a{n}="u{n}"' for n in range(300000)) + ">"),
        "500,000 attributes, hidden": text.replace(
            "<Client>", "<!-- <a ' --><![CDATA[<a \"]]><?p <a ' ?><Client " + " ".join(f"a{n}='\"'" for n in range(500000)) + ">"),
        "10,000 levels": text.replace("<Client>", "<Client>" + "<Client>" * 10000 + "</Client>" * 10000),
        "a date with a zone": text.replace("<Begindatum>2023-05-09<", "<Begindatum>2023-05-09Z<", 1),
        "Latin letters that are not UTF-8": text.replace("Voorbeeld", "Voorbe\udce9ld"),
        "half a message": text[:len(text) // 2],
        "nothing": "",
        "no XML": "\x7fELF" + "\x00" * 1000,
    }
    for words, document in documents.items():
        [file] = written(folder, [document.encode(errors="surrogateescape")])
        started = time.monotonic()
        verdict = own_verdicts([file]).get(file)
        seconds = time.monotonic() - started
        say(f"{words}: refused at once", [] if verdict == "structure" and seconds < 5 else [f"{verdict} after {seconds:.1f} s"])
    before, order, after = re.split(r"( *<ToegewezenProduct>.*?</ToegewezenProduct>\n)", orders, maxsplit=1, flags=re.S)
    order = re.sub(r">\n *<", "><", order)
    several = [order.replace("<ToewijzingNummer>1<", f"<ToewijzingNummer>{n}<").replace("01A01", f"{n:05d}") for n in range(3, 30003)]
    [file] = written(folder, [(before + "".join(several) + after).encode()])
    started = time.monotonic()
    verdict = own_verdicts([file])[file]
    say("30,000 products in the same days are told apart in bounded time", [] if verdict == "ok" and time.monotonic() - started < 5 else [verdict])
    many = text[:end] + "".join(text[start:end].replace("<ToewijzingNummer>1<", f"<ToewijzingNummer>{n}<") for n in range(3, 50003)) + text[end:]
    [file] = written(folder, [many.encode()])
    started = time.monotonic()
    verdict = own_verdicts([file])[file]
    say("50,000 starts are read in bounded time", [] if verdict == "ok" and time.monotonic() - started < 5 else [verdict])


def test_unread(folder):
    """A file that cannot be read has its object too, and the others are looked at all the same."""
    good = str(TOP / "tests/golden/messages/wmo305.xml")
    missing, fifo = str(Path(folder, "missing.xml")), str(Path(folder, "fifo.xml"))
    os.mkfifo(fifo)
    told = subprocess.run([PROGRAM, "message", "--json", "check", missing, fifo, folder, good], capture_output=True, text=True, timeout=20, check=False)
    objects = [json.loads(line) for line in told.stdout.splitlines()]
    say("what cannot be read is said of each file, and the last is judged", [] if told.returncode == 3 and [each["file"] for each in objects]
        == [missing, fifo, folder, good] and [bool(each["structure"]) for each in objects] == [True, True, True, False] else [told])


def main():
    with tempfile.TemporaryDirectory() as folder:
        test_golden(folder)
        test_chosen_refusals(folder)
        test_truncated(folder)
        test_numbers(folder)
        test_budget(folder)
        test_hostile(folder)
        test_unread(folder)
        test_verdicts(folder)
    print(f"1..{count}")
    return 1 if failed else 0


sys.exit(main())
