#!/usr/bin/env python3
"""The messages against the schemas of the standard, and against everything that a sender might do to them.

The schemas lie beside this folder, in ../shared/iwmo/xsd, or in SHARED/iwmo/xsd; without them those tests are skipped.
"""
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from mutate import XSI, every_value, mutate  # noqa: E402

PROGRAM = os.environ.get("MESSAGE_CHECK") or Path(os.environ.get("THUISREGIE", "build/thuisregie")).parent / "tests/message_check"
SCHEMAS = Path(os.environ.get("SHARED", TOP / "../shared")) / "iwmo/xsd"
GOLDEN = sorted((TOP / "tests/golden/messages").glob("*.xml"))
MUTATIONS, SEED, BATCH = 1000, 20230403, 250
MAX_BYTES = 26214400
count = failed = 0


def say(words, complaints=(), skip=""):
    global count, failed
    count += 1
    failed += bool(complaints)
    print(f"{'not ok' if complaints else 'ok'} {count} - {words}{' # SKIP ' + skip if skip else ''}", flush=True)
    for complaint in list(complaints)[:20]:
        print(f"# {complaint}")


def own_verdicts(files):
    """file -> ok, structure or rules, by our reader."""
    told = subprocess.run([PROGRAM, *files], capture_output=True, check=True).stdout.decode()
    return dict(line.split("\t") for line in told.splitlines() if not line.startswith("\t"))


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


def disagreements(golden, documents, folder):
    """The documents about which our reader and the schema do not agree."""
    files = written(folder, documents)
    valid = 0
    for at in range(0, len(files), BATCH):
        part = files[at:at + BATCH]
        ours, theirs = own_verdicts(part), schema_verdicts(schema_of(golden), part)
        for file in part:
            valid += theirs[file]
            if (ours.get(file) != "structure") != theirs[file]:
                yield f"we say {ours.get(file)}, valid is {theirs[file]}: {Path(file).read_bytes()!r}"
    if not len(files) / 20 < valid < len(files) * 19 / 20:
        yield f"{valid} of {len(files)} are valid, so they say little"


def test_verdicts(folder):
    for golden in GOLDEN:
        if golden.stem not in ("wmo301", "wmo302-refused", "wmo305", "wmo306-refused", "wmo307", "wmo308-refused"):
            continue
        text, choice = golden.read_text(encoding="utf-8"), random.Random(f"{SEED} {golden.name}")
        mutations = [mutate(text, choice) for _ in range(MUTATIONS)]
        say(f"{MUTATIONS} changes to {golden.name}: our verdict is the schema's", list(disagreements(golden, mutations, folder)))
        if golden.stem in ("wmo301", "wmo305", "wmo307"):
            say(f"every odd value in {golden.name}: our verdict is the schema's", list(disagreements(golden, every_value(text), folder)))


def test_golden():
    for golden in GOLDEN:
        told = subprocess.run([PROGRAM, "--echo", golden], capture_output=True, check=True).stdout
        say(f"{golden.name} reads and writes as itself", [] if told == golden.read_bytes() else [told])
        if SCHEMAS.is_dir():
            say(f"{golden.name} is valid", [] if schema_verdicts(schema_of(golden), [str(golden)])[str(golden)] else ["no"])


def test_answer(folder):
    file = Path(folder, "answer.xml")
    file.write_bytes(subprocess.run([PROGRAM, "--answer", TOP / "tests/golden/messages/wmo305.xml"], capture_output=True, check=True).stdout)
    say("the answer to a 305 is a valid 306", [] if schema_verdicts(SCHEMAS / "WMO306.xsd", [str(file)])[str(file)] else ["no"])


def test_chosen_refusals(folder):
    """What the schema allows and we refuse on purpose."""
    text = (TOP / "tests/golden/messages/wmo305.xml").read_text(encoding="utf-8")
    changes = {
        "a DOCTYPE": text.replace("<Bericht", "<!DOCTYPE Bericht>\n<Bericht", 1).encode(),
        "an xsi:type": text.replace("<Client>", f'<Client xmlns:xsi="{XSI}" xsi:type="Client">').encode(),
        "another encoding": text.replace("UTF-8", "ISO-8859-1").encode("iso-8859-1"),
        "UTF-16": text.replace("UTF-8", "UTF-16").encode("utf-16"),
        "a year above 9999": text.replace("1941-02-28", "11941-02-28").encode(),
    }
    for words, document in changes.items():
        [file] = written(folder, [document])
        if SCHEMAS.is_dir() and not schema_verdicts(SCHEMAS / "WMO305.xsd", [file])[file]:
            say(f"{words} is refused on purpose", ["the schema refuses it too"])
        else:
            say(f"{words} is refused on purpose", [] if own_verdicts([file])[file] == "structure" else ["accepted"])


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
        "half a message": text[:len(text) // 2],
        "nothing": "",
        "no XML": "\x7fELF" + "\x00" * 1000,
    }
    for words, document in documents.items():
        [file] = written(folder, [document.encode()])
        started = time.monotonic()
        verdict = own_verdicts([file]).get(file)
        seconds = time.monotonic() - started
        say(f"{words}: refused at once", [] if verdict == "structure" and seconds < 5 else [f"{verdict} after {seconds:.1f} s"])
    many = text[:end] + "".join(text[start:end].replace("<ToewijzingNummer>1<", f"<ToewijzingNummer>{n}<") for n in range(3, 50003)) + text[end:]
    [file] = written(folder, [many.encode()])
    started = time.monotonic()
    verdict = own_verdicts([file])[file]
    say("50,000 starts are read in bounded time", [] if verdict == "ok" and time.monotonic() - started < 5 else [verdict])


def main():
    with tempfile.TemporaryDirectory() as folder:
        test_golden()
        test_chosen_refusals(folder)
        test_hostile(folder)
        if SCHEMAS.is_dir():
            test_answer(folder)
            test_verdicts(folder)
        else:
            say("the schema's verdict on every message", skip="schemas are not here")
    print(f"1..{count}")
    return 1 if failed else 0


sys.exit(main())
