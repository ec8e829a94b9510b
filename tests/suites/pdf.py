#!/usr/bin/env python3
"""Letters as others read them: poppler's text and structure against tests/golden/pdf, and qpdf's check.

tests/suites/pdf.py --write PROGRAM   writes the golden files again; look at what changed
"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, "tools")
from tap import Claims  # noqa: E402

GOLDEN = Path("tests/golden/pdf")
COMPARED = ("letter", "english", "nothing", "blanks", "control-characters", "scripts")
OTHERS = ("rare-characters", "long-word", "long-letter", "long-table")
SECTIONS, ROWS, WORD_CHARS = 75, 99, 5000


def output(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


class Sample:
    """A PDF that the test program drew, and what the tools say about it."""

    def __init__(self, program, name, folder):
        self.name, self.path = name, Path(folder, f"{name}.pdf")
        self.path.write_bytes(output(program, name))
        self.text = output("pdftotext", "-layout", self.path, "-").decode()
        self.tree = output("pdfinfo", "-struct-text", self.path).decode()
        self.source = output("qpdf", "--qdf", "--object-streams=disable", self.path, "-")
        self.pages = self.text.split("\f")[:-1]

    def spoken(self):
        """The text in the order in which a screen reader speaks it."""
        return re.findall(r'^ *"(.*)"$', self.tree, re.M)

    def unlike_golden(self):
        for kind, found in (("txt", self.text), ("tree", self.tree)):
            path = GOLDEN / f"{self.name}.{kind}"
            if path.read_text(encoding="utf-8") != found:
                yield from (f"not as {path}:", *found.split("\n"))

    def faults(self):
        done = subprocess.run(["qpdf", "--check", self.path], capture_output=True, text=True, check=False)
        if done.returncode or "No syntax or stream encoding errors" not in done.stdout:
            yield done.stdout + done.stderr
        for wanted in (b"/DisplayDocTitle true", b"/Marked true", b"/Lang (en)" if self.name == "english" else b"/Lang (nl)"):
            if wanted not in self.source:
                yield f"no {wanted.decode()}"
        if self.source.count(b"/Artifact << /Type /Pagination >> BDC") != len(self.pages):
            yield "not one artifact on each page"
        metadata = ElementTree.fromstring(re.search(rb"<x:xmpmeta.*</x:xmpmeta>", self.source, re.S)[0])
        if metadata.findtext(".//{http://www.aiim.org/pdfua/ns/id/}part") != "1":
            yield "no PDF/UA identifier"
        for number, page in enumerate(self.pages, 1):
            if not re.search(rf"(Pagina {number} van|Page {number} of) {len(self.pages)}\s*$", page):
                yield f"page {number} has another number"


def long_letter_faults(sample):
    if len(sample.pages) < 40:
        yield f"{len(sample.pages)} pages"
    spoken = " ".join(sample.spoken())
    for number in range(1, SECTIONS + 1):
        # The heading, then paragraph and item whole, over pages or not.
        if not re.search(rf"Onderdeel {number} Begin {number}\. .*? Einde {number}\. • Begin {number}\. .*? Einde "
                         rf"{number}\. • Wij ", spoken):
            yield f"section {number} is not read in order"
    if "Pagina" in spoken:
        yield "the page number is read aloud"
    for page in sample.pages:
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        if lines[-2].startswith("Onderdeel"):
            yield f"a heading stands last: {lines[-2]}"


def long_table_faults(sample):
    yield from (f"page {number} has no header row" for number, page in enumerate(sample.pages, 1)
                if not re.match(r"\s*Nummer +Inhoud\n", page))
    if sample.tree.count("TH:") != 2 or sample.spoken().count("Nummer") != 1:
        yield "the header row is read more than once"
    if sample.tree.count("/Scope /Column") != 2:
        yield "a header has no scope"
    if [words for words in sample.spoken() if words.startswith("Rij")] != [f"Rij {i}" for i in range(1, ROWS + 1)]:
        yield "the rows are not read in order"


def long_word_faults(sample):
    letters = "".join(sample.spoken()).count("m")
    if letters != 2 * WORD_CHARS + sample.spoken().count("Nummer"):
        yield f"{letters} letters"


def english_faults(sample):
    if 'Decision <1> & "Zoë"' not in output("pdfinfo", sample.path).decode():
        yield "another title"


def main(arguments):
    is_write = arguments[:1] == ["--write"]
    program = arguments[1] if is_write else Path(os.environ["THUISREGIE"]).parent / "tests/pdf_test"
    claims = Claims()
    with tempfile.TemporaryDirectory() as folder:
        samples = {name: Sample(program, name, folder) for name in COMPARED + OTHERS}
        for name in COMPARED if is_write else ():
            (GOLDEN / f"{name}.txt").write_text(samples[name].text, encoding="utf-8")
            (GOLDEN / f"{name}.tree").write_text(samples[name].tree, encoding="utf-8")
        for name in COMPARED:
            claims.claim(f"{name}: text and structure are as before", samples[name].unlike_golden())
        for name, sample in samples.items():
            claims.claim(f"{name}: well-formed, tagged, numbered", sample.faults())
        claims.claim("a letter of forty pages is read in order", long_letter_faults(samples["long-letter"]))
        claims.claim("a table over pages repeats its header for the eye only", long_table_faults(samples["long-table"]))
        claims.claim("a very long word is whole", long_word_faults(samples["long-word"]))
        claims.claim("the title is the document's", english_faults(samples["english"]))
    return claims.end()


sys.exit(main(sys.argv[1:]))
