"""Claims: the exchange that reads, judges, books and answers them, and xmllint that only looks at their structure.

The schemas of the standard lie beside this folder in ../shared/iwmo/xsd, or in SHARED/iwmo/xsd. Without them xmllint reads
the file without a schema, and the line says so.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import service

MONTH = "2023-04"
MONTHS = ("2022-07", "2022-08", "2022-09", "2022-10", "2022-11", "2022-12", "2023-01", "2023-02", "2023-03", MONTH)
LINES_A_MONTH = 4000  # at least, of what grows: so that the least is one message, and the others have ten months
SCHEMAS = Path(os.environ.get("SHARED", service.TOP / "../shared")) / "iwmo/xsd"
# A year of the Netherlands, and what a provider claims of a municipality for a month on average.
YEAR_LINES, MESSAGE_LINES, CORES = 17_000_000, 140, 2
CLAIMS_WAITED_FOR = 5  # beside which forms come in


def split(path, lines, first, folder):
    """A large claim as claims of about so many lines, as small providers send them; how many."""
    head, rest = path.read_bytes().decode().split("    <Clienten>\r\n")
    clients, tail = rest.split("    </Clienten>\r\n")
    parts = [[]]
    for client in clients.split("      </Client>\r\n")[:-1]:
        if sum(each.count("<Prestatie>") for each in parts[-1]) >= lines:
            parts.append([])
        parts[-1].append(client)
    for number, part in enumerate(parts):
        name, body = f"K{first + number:08d}", "      </Client>\r\n".join([*part, ""])
        cents = sum(map(int, re.findall(r"<iwmo:Bedrag>(\d+)<", body)))
        start = re.sub(r"(<iwmo:Identificatie>|<DeclaratieNummer>)[^<]*", rf"\g<1>{name}", head)
        start = re.sub(r"<iwmo:TotaalBedrag>\d+", f"<iwmo:TotaalBedrag>{cents}", start)
        (folder / f"{path.stem}-{number:05d}.xml").write_bytes(f"{start}    <Clienten>\r\n{body}    </Clienten>\r\n{tail}".encode())
    return len(parts)


def timed(command):
    """(milliseconds, those of a processor, MiB at most) of a command."""
    began = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command}: {process.stderr.read()}")
    return 1000 * (time.monotonic() - began), 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024


class Town:
    """A register with claims that were made and not brought yet."""

    def __init__(self, folder, lines, database=None, months=(MONTH,), spoil=0):
        self.folder, self.lines = Path(folder), lines
        self.folder.mkdir()
        self.database = database or str(self.folder / "town.sqlite")
        self.accounts = service.demo(self.database, 60, "--scheme", "westerkwartier")
        for name in ("in", "out"):
            (self.folder / name).mkdir()
        self.run("exchange", "--in", self.folder / "in", "--out", self.folder / "out")
        began = time.monotonic()
        for month in months:
            self.run("claims", "make", "--month", month, "--lines", lines // len(months), "--spoil", spoil, "--out", self.folder / "made")
        self.made_seconds = time.monotonic() - began
        self.files = sorted((self.folder / "made").glob("*.xml"))

    def run(self, *command):
        code, _, complaint = service.run(command[0], *(command[1:2] if command[0] == "claims" else ()), "--database", self.database,
                                         *command[2 if command[0] == "claims" else 1:])
        if code:
            raise RuntimeError(complaint)

    def split(self, lines):
        """Many small claims in the place of the large ones."""
        small, count = self.folder / "small", 0
        small.mkdir()
        for path in self.files:
            # In a process of its own: the memory of who starts a process counts as that process's own.
            count += int(subprocess.run([sys.executable, __file__, path, str(lines), str(count), small], check=True, capture_output=True,
                                        env={**os.environ, "PYTHONPATH": str(service.TOP / "tests/support")}).stdout)
            path.unlink()
        self.files = sorted(small.glob("*.xml"))

    def exchange(self):
        return timed([service.PROGRAM, "exchange", "--database", self.database, "--in", self.folder / "in", "--out", self.folder / "out"])

    def book(self):
        """As timed: all files, each in its transaction, with their answers."""
        for path in self.files:
            shutil.move(path, self.folder / "in" / path.name)
        return self.exchange()


class Forms(threading.Thread):
    """Somebody at the desk who reports one resident after another until told to stop: how long each took."""

    def __init__(self, port, accounts):
        super().__init__(daemon=True)
        self.visitor = service.Visitor.log_in(port, *service.account_of(accounts, "desk"))
        self.waits_ms, self.is_stopped = [], threading.Event()

    def run(self):
        while not self.is_stopped.is_set():
            began = time.monotonic()
            status, answer = self.visitor.append("report_received", asked="Hulp in huis.", channel="phone", received_on=service.TODAY, who={
                "surname": f"Proef{len(self.waits_ms)}", "born": "1941-02-28", "postcode": "9351AA", "house_number": 6})
            if status != 201:
                raise RuntimeError(f"a report was not taken: {status} {answer}")
            self.waits_ms.append(1000 * (time.monotonic() - began))
            time.sleep(0.005)


class Booking:
    def __init__(self, folder, sizes, say, ratios):
        self.folder, (self.lines, self.growth, self.year_lines), self.say, self.ratios = folder / "booking", sizes, say, ratios
        self.folder.mkdir()
        schema = SCHEMAS / "WMO323.xsd"
        self.schema = ["--schema", schema] if schema.exists() else []

    def xmllint(self, path):
        return timed(["xmllint", *self.schema, "--stream", "--noout", path])

    def measure(self, pairs):
        self.say(f"\nClaims: {self.lines:,} lines in one message")
        self.compare("SQLite with full durability", pairs, lambda number: Town(self.folder / f"one-{number}", self.lines))
        self.refused()
        self.wait()
        self.postgres()
        for lines in self.growth:
            self.grow(lines)
        self.year()

    def compare(self, where, pairs, make):
        ours, theirs = [], []
        for number in range(pairs):
            town = make(number)
            size = town.files[0].stat().st_size / 1024 / 1024
            theirs.append(self.xmllint(town.files[0]))
            ours.append(town.book())
            shutil.rmtree(town.folder)
        self.say(f"all levels, booked in {where}, answered ({size:.1f} MiB)", [took for took, _, _ in ours], "ms")
        self.say("xmllint --stream" + ("" if self.schema else " without a schema: a stand-in"), [took for took, _, _ in theirs], "ms")
        self.say("ours / xmllint (aim: at most 1, better 0.5)", self.ratios([took for took, _, _ in ours], [took for took, _, _ in theirs]), "", 2)
        self.say("processor time: ours", [cpu for _, cpu, _ in ours], "ms")
        self.say("processor time: ours / xmllint (aim: the same)", self.ratios([cpu for _, cpu, _ in ours], [cpu for _, cpu, _ in theirs]), "", 2)
        self.say("memory at most (aim: under 64)", [peak for _, _, peak in ours], "MiB")

    def refused(self):
        """All lines are refused, so that the answer is as large as a message may be: with each code it is larger than the claim."""
        town = Town(self.folder / "refused", self.lines * 9 // 10, spoil=100)
        took, cpu, peak = town.book()
        answers = [path.stat().st_size / 1024 / 1024 for path in (town.folder / "out").glob("WMO325-*.xml")]
        self.say(f"nine tenths of it, with every line refused; an answer of {max(answers):.1f} MiB", [took], "ms")
        self.say("processor time", [cpu], "ms")
        self.say("memory at most (aim: under 64)", [peak], "MiB")
        shutil.rmtree(town.folder)

    def wait(self):
        """How long forms wait that come in while such messages are booked, and without."""
        alone, beside = [], []
        for number in range(CLAIMS_WAITED_FOR):
            town = Town(self.folder / f"waits-{number}", self.lines)
            with service.Server(town.database) as server:
                forms = Forms(server.port, town.accounts)
                forms.start()
                time.sleep(0.5)
                first = len(forms.waits_ms)
                time.sleep(1)
                last = len(forms.waits_ms)
                town.book()
                alone += forms.waits_ms[first:last]
                beside += forms.waits_ms[last:]
                forms.is_stopped.set()
                forms.join()
            shutil.rmtree(town.folder)
        late, late_alone = (statistics.quantiles(waits, n=100)[98] for waits in (beside, alone))
        self.say(f"a form beside it, of {len(beside)}", beside, "ms", 1)
        self.say(f"a form without it, of {len(alone)}", alone, "ms", 1)
        self.say("the 99th percentile: later than without it (aim: 20 to 30)", [late - late_alone], "ms", 1)

    def postgres(self):
        url = os.environ.get("TEST_POSTGRES")
        if not url:
            self.say("  in PostgreSQL: TEST_POSTGRES names no empty database, so not measured")
            return
        self.compare("PostgreSQL, once", 1, lambda _: Town(self.folder / "postgres", self.lines, url))

    def grow(self, lines):
        town = Town(self.folder / f"grow-{lines}", lines, months=MONTHS[:max(1, min(len(MONTHS), lines // LINES_A_MONTH))])
        took, cpu, peak = town.book()
        self.say(f"{lines:,} lines in {len(town.files)} files: made", [town.made_seconds], "s", 1)
        self.say("booked and answered", [took / 1000], "s", 2)
        self.say("a thousand lines: processor time (aim: the same within 15%)", [cpu / lines * 1000], "ms", 2)
        self.say("memory at most (aim: the same within 10%, under 64)", [peak], "MiB")
        shutil.rmtree(town.folder)

    def year(self):
        """Mostly small messages: what they take, start of the program left out, times how many there are in a year."""
        town = Town(self.folder / "year", self.year_lines, months=MONTHS)
        town.split(MESSAGE_LINES)
        empty = town.exchange()
        took, cpu, peak = town.book()
        share = YEAR_LINES / self.year_lines
        self.say(f"{self.year_lines:,} lines in {len(town.files):,} messages, a part in {share:,.0f} of a year of the Netherlands", [took / 1000], "s", 1)
        self.say("a message: processor time", [cpu / len(town.files)], "ms", 1)
        self.say("memory at most", [peak], "MiB")
        self.say(f"the year, {YEAR_LINES:,} lines in such messages, on {CORES} cores", [(took - empty[0]) * share / 60_000 / CORES], "minutes", 1)
        shutil.rmtree(town.folder)


if __name__ == "__main__":
    print(split(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])))
