#!/usr/bin/env python3
"""Files beside the database: there before their fact whatever is cut off, gone when they are withdrawn or erased, missed when they
are lost, carried by a backup. An upload takes no more memory than a small form, and a full disk is told in words."""
import contextlib
import hashlib
import http.client
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import TODAY, Server, Tap, Visitor, account_of, demo, run, unclean  # noqa: E402

SEED = int(os.environ.get("SEED", "1"))
chance = random.Random(SEED)
BOUNDARY = "x-grens-x"
TYPE = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
MEGABYTE = 1024 * 1024
WAIT_SECONDS = 30


def body_of(token, name, content):
    fields = {"_token": token, "sort": "other", "description": "Een stuk", "dated": TODAY}
    parts = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()]
    parts.append(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n')
    return "".join(parts).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


class Worker:
    """Somebody who may be in a client's file, and adds to it."""

    def __init__(self, visitor, person):
        self.visitor, self.person = visitor, person
        page = visitor.ask("GET", f"/clients/{person}/files")[2].decode()
        found = re.search(r'name="_token" value="([0-9a-f]+)"', page)
        self.token = found[1] if found else ""

    def add(self, name, content):
        status, headers, page = self.visitor.ask("POST", f"/clients/{self.person}/files", body_of(self.token, name, content), TYPE)
        return status, headers.get("Location", ""), page.decode(errors="replace")


def told_in(page):
    """What a refused form says must change."""
    return re.findall(r'error-message"[^>]*>([^<]*)', page)


def text(number, size=0):
    return (f"Stuk {number}.\n".encode() + b"a" * size)[:max(size, 40)]


def rows(database, query, *values):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


def store(database):
    folder = Path(f"{database}.state", "files")
    return {path.name: path for path in folder.iterdir() if path.name != ".lock"} if folder.is_dir() else {}


def somebody(database):
    """(contact person, client) of a running case."""
    return rows(database, "SELECT contact, person FROM caseload_case WHERE contact <> '' ORDER BY person LIMIT 1")[0]


def apart(database):
    """Where table and store do not agree: a fact without its bytes, or with others."""
    found = store(database)
    for register_id, file, digest, size in rows(database, "SELECT register_id, file, digest, bytes FROM document_file WHERE withdrawn_on IS NULL"):
        path = found.get(f"{register_id}-{digest}")
        content = path.read_bytes() if path else b""
        if len(content) != size or hashlib.sha256(content).hexdigest() != digest:
            yield f"file {file} is not what its fact says"


def until(holds):
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end and not holds():
        time.sleep(0.2)
    return holds()


def worker_at(server, database, accounts):
    contact, person = somebody(database)
    return Worker(Visitor.log_in(server.port, contact, accounts[contact][0]), person)


def test_killed(database, accounts, tap):
    """Whatever a power cut does, what a fact speaks of is there; what was acknowledged is a fact."""
    acknowledged = []
    for number in range(4):
        with Server(database) as server:
            worker = worker_at(server, database, accounts)

            def add(worker=worker, number=number):
                with contextlib.suppress(OSError, http.client.HTTPException):
                    for place in range(10_000):
                        content = text(f"{number}-{place}", chance.choice((0, 3000, 2 * MEGABYTE)))
                        if worker.add(f"stuk {number} {place}.txt", content)[0] == 303:
                            acknowledged.append(hashlib.sha256(content).hexdigest())

            writer = threading.Thread(target=add, daemon=True)
            writer.start()
            time.sleep(chance.uniform(0.3, 1.5))
            server.kill()
            writer.join(30)
    known = {digest for digest, in rows(database, "SELECT digest FROM document_file")}
    tap.say(f"a server killed while files come in ({len(acknowledged)} acknowledged) leaves no fact without its bytes",
            [*apart(database), *(f"{digest} was acknowledged" for digest in acknowledged if digest not in known),
             *([] if acknowledged else ["none was acknowledged"]), *unclean(database)])


def test_processes(database, accounts, tap):
    """What one process took in another gives back."""
    with Server(database, "--processes", "3") as server:
        worker = worker_at(server, database, accounts)
        content = text("gedeeld", 5000)
        where = worker.add("gedeeld.txt", content)[1]
        digest = hashlib.sha256(content).hexdigest()
        register_id, file = rows(database, "SELECT register_id, file FROM document_file WHERE digest = ?", digest)[0]
        told = set()
        for _ in range(20):
            visitor = Visitor(server.port, worker.visitor.cookie)
            status, headers, body = visitor.ask("GET", f"/clients/{worker.person}/files/{file}")
            told.add((status, body == content, headers["Content-Type"], headers["Content-Disposition"].startswith("attachment")))
        tap.say("every process gives it back as it was", [] if told == {(200, True, "text/plain; charset=utf-8", True)} and where else [told])
        name = f"{register_id}-{digest}"
        status, answer = worker.visitor.append("file_withdrawn", person=worker.person, file=file, reason="wrong_person")
        tap.say("what is withdrawn goes within seconds",
                [] if status == 201 and until(lambda: name not in store(database)) else [status, answer, "it lies there still"])
        tap.say("and the rest stays", list(apart(database)))


def test_memory(database, accounts, tap):
    with Server(database, "--processes", "1") as server:
        worker = worker_at(server, database, accounts)
        worker.add("klein.txt", text("klein"))

        def peak():
            return max(int(line.split()[1]) for child in server.children() for line in Path(f"/proc/{child}/status").read_text().splitlines()
                       if line.startswith("VmHWM:"))
        before = peak()
        status, _, page = worker.add("groot.txt", text("groot", 25 * MEGABYTE))
        after = peak()
        tap.say(f"25 MB take no more memory than a small file ({before} kB, {after} kB)",
                ["" if status == 303 else f"{status} {page[-300:]}", "" if after - before < 6000 else "too much more"])
        file = rows(database, "SELECT MAX(file) FROM document_file")[0][0]
        status, _, body = worker.visitor.ask("GET", f"/clients/{worker.person}/files/{file}")
        last = peak()
        tap.say(f"nor does giving them back ({last} kB)", ["" if status == 200 and len(body) == 25 * MEGABYTE else status,
                                                          "" if last - after < 6000 else "too much more"])


def test_cut_off(database, accounts, tap):
    """What a visitor or a crash cut off waits a day, and is swept by the job of the retention."""
    folder = Path(f"{database}.state", "files")
    with Server(database) as server:
        worker = worker_at(server, database, accounts)
        before = set(store(database))
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection:
            connection.putrequest("POST", f"/clients/{worker.person}/files")
            for name, value in {**TYPE, "Cookie": worker.visitor.cookie, "Content-Length": "3000000"}.items():
                connection.putheader(name, value)
            connection.endheaders()
            connection.send(body_of(worker.token, "half.txt", b"x" * MEGABYTE)[:MEGABYTE])
            tap.say("it comes in piece by piece", [] if until(lambda: set(store(database)) - before) else ["nothing lies there"])
        tap.say("and is gone when the visitor is", [] if until(lambda: set(store(database)) == before) else [set(store(database)) - before])
    stray = {f"1969-{'0' * 64}": True, ".coming-abcdef": True, "niet van ons": False, f"1969-{'1' * 64}": None}
    kept = {f"{register_id}-{digest}" for register_id, digest in rows(database, "SELECT register_id, digest FROM document_file "
                                                                                 "WHERE withdrawn_on IS NULL")}
    for name, is_old in stray.items():
        Path(folder, name).write_bytes(b"van niets")
        if is_old is not None:
            os.utime(Path(folder, name), (time.time() - 90_000,) * 2)
    for name in kept:  # a file of somebody stays, however old
        os.utime(Path(folder, name), (time.time() - 90_000,) * 2)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("DELETE FROM job_job")
        connection.commit()
    with Server(database):
        gone = [name for name, is_old in stray.items() if is_old]
        is_swept = until(lambda: not any(name in store(database) for name in gone))
    tap.say("what is of no file for a day is swept, and nothing else",
            ["" if is_swept else "it lies there still", *(name for name in [*kept, "niet van ons", f"1969-{'1' * 64}"] if name not in store(database)),
             *apart(database)])
    for name in ("niet van ons", f"1969-{'1' * 64}"):
        Path(folder, name).unlink()


def test_lost(database, tap):
    """A missing file, and one of which a byte changed, are found."""
    digest, register_id = rows(database, "SELECT digest, register_id FROM document_file WHERE withdrawn_on IS NULL ORDER BY bytes LIMIT 1")[0]
    path = store(database)[f"{register_id}-{digest}"]
    content = path.read_bytes()
    for words, change in [("missing", path.unlink), ("changed", lambda: path.write_bytes(b"X" + content[1:]))]:
        change()
        code, told, complaint = run("verify", "--database", database)
        tap.say(f"verify counts a file that is {words}", ["" if code == 1 and "\n9\t1\t" in told else f"{code} {told} {complaint}"])
    path.write_bytes(content)
    tap.say("and nothing when it is whole", list(unclean(database)))
    return path


def test_backup(folder, database, path, tap):
    file, target = Path(folder, "files.backup"), str(Path(folder, "restored.sqlite"))
    code, told, complaint = run("backup", "--database", database, file)
    tap.say("a backup is made", [] if code == 0 else [told, complaint])
    code, told, complaint = run("restore", file, "--database", target)
    tap.say("it carries the files, and a restore gives them back", [
        "" if code == 0 else f"{code} {told} {complaint}", *apart(target), *unclean(target), "" if store(target) else "it has none"])
    content = path.read_bytes()
    path.write_bytes(b"X" + content[1:])
    code, told, complaint = run("backup", "--database", database, file)
    path.write_bytes(content)
    other = str(Path(folder, "spoilt.sqlite"))
    code, told, complaint = run("restore", file, "--database", other)
    tap.say("a restore of a file that was changed is refused and leaves nothing",
            ["" if code == 3 and "lost or changed" in complaint else f"{code} {told} {complaint}", "it is there" if Path(other).exists() else ""])


@contextlib.contextmanager
def small_disk(folder, size):
    """A disk that is soon full, or None where nobody lets us make one."""
    place = Path(folder, "small")
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True, check=False)
    try:
        yield place if mounted.returncode == 0 else None
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "--lazy", place], check=False)


def test_full_disk(folder, database, accounts, tap):
    """The store on a disk of its own that fills up: words, no fact, nothing left behind, and on it goes."""
    copy = str(Path(folder, "full.sqlite"))
    with small_disk(folder, "4m") as place:
        if place is None:
            tap.skip("a full disk", "a small disk can only be made as root")
            return
        shutil.copy(database, copy)
        shutil.copytree(f"{database}.state", f"{copy}.state", ignore=shutil.ignore_patterns("files"))
        os.symlink(place, f"{copy}.state/files")
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            connection.execute("DELETE FROM document_file")
            connection.commit()
        with Server(copy) as server:
            worker = worker_at(server, copy, accounts)
            status, _, page = worker.add("te veel.txt", text("veel", 6 * MEGABYTE))
            left = [name for name in store(copy)]
            tap.say("a full disk is told in words, and nothing is left", [
                "" if status == 422 and "Er was geen ruimte om het bestand te bewaren." in page else f"{status} {page[-500:]}",
                *left, *rows(copy, "SELECT name FROM document_file")])
            status, _, page = worker.add("past.txt", text("past"))
            tap.say("and what does fit is taken", ["" if status == 303 else f"{status} {told_in(page)} {server.said()[-300:]}", *apart(copy)])
            server.stop()


def test_erased(database, accounts, tap):
    """The bytes of somebody who is erased go too."""
    with Server(database) as server:
        desk = Visitor.log_in(server.port, *account_of(accounts, "desk"))
        administrator = Visitor.log_in(server.port, *account_of(accounts, "administrator"))
        status, answer = desk.append("report_received", who={"surname": "Gewist", "born": "1941-02-28", "postcode": "9351AB", "house_number": 1},
                                     asked="Hulp in huis.", channel="phone", received_on=TODAY)
        person = answer["id"]
        contact = rows(database, "SELECT contact FROM caseload_case WHERE person = ?", person)[0][0]
        worker = Worker(Visitor.log_in(server.port, contact, accounts[contact][0]), person)
        content = text("van wie gewist wordt", 9000)
        added = worker.add("mijn leven.txt", content)[0]
        name = next((name for name in store(database) if name.endswith(hashlib.sha256(content).hexdigest())), "")
        desk.append("erasure_requested", person=person, words="Alles moet weg.", asked_on=TODAY)
        status, answer = administrator.append("person_erased", person=person, ground="request")
        tap.say("what is in the files of who is erased goes within seconds", [
            "" if added == 303 and name and status == 201 else f"{added} {name} {status} {answer}",
            "" if until(lambda: name not in store(database)) else "it lies there still"])
        server.stop()
    tap.say("and nothing else does", [*apart(database), *unclean(database)])


def main():
    tap = Tap()
    print(f"# SEED={SEED}")
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder, "files.sqlite"))
        accounts = demo(database, 60)
        test_killed(database, accounts, tap)
        test_processes(database, accounts, tap)
        test_memory(database, accounts, tap)
        test_cut_off(database, accounts, tap)
        path = test_lost(database, tap)
        test_backup(folder, database, path, tap)
        test_full_disk(folder, database, accounts, tap)
        test_erased(database, accounts, tap)
    return tap.end()


sys.exit(main())
