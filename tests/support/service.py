"""The program as its users meet it: on the command line, and over HTTP while it serves."""
import http.client
import json
import os
import re
import signal
import subprocess
import tempfile
import time
import urllib.parse
from pathlib import Path

from shown import mark_line

TOP = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("THUISREGIE", str(TOP / "build/thuisregie"))
TODAY = "2023-05-15"
READY_SECONDS = 20
IDLE_SECONDS = 20  # the server ends a connection that is not used for 30


class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def say(self, words, complaints=(), shows=()):
        """One test; shows names the rows of requirements that it shows when nobody complains."""
        self.count += 1
        complaints = [str(complaint) for complaint in complaints if complaint]
        self.failed += bool(complaints)
        if shows and not complaints:
            print(mark_line(shows))
        print(f"{'not ok' if complaints else 'ok'} {self.count} - {words}", flush=True)
        for line in "\n".join(complaints[:20]).splitlines():
            print(f"# {line}")

    def skip(self, words, reason):
        self.count += 1
        print(f"ok {self.count} - {words} # SKIP {reason}", flush=True)

    def end(self):
        """The exit code."""
        print(f"1..{self.count}")
        return 1 if self.failed else 0


def run(*arguments, **options):
    """(exit code, what it said, what it complained about)"""
    done = subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          check=False, **options)
    return done.returncode, done.stdout, done.stderr


def demo(database, residents, *options):
    """Makes a demonstration; the password of each account."""
    code, told, complaint = run("demo", "--database", database, "--seed", "1", "--residents", residents, *options)
    if code != 0:
        raise RuntimeError(f"demo ended with {code}: {complaint}")
    rows = [line.split("\t") for line in told.splitlines()]
    return {row[0]: (row[1], row[2]) for row in rows if len(row) == 3}


def account_of(accounts, role):
    """(account, password) of somebody with that role."""
    return next((name, password) for name, (password, its_role) in sorted(accounts.items()) if its_role == role)


def counts(told):
    """promise -> violations, from what verify said."""
    rows = [line.split("\t") for line in told.splitlines()]
    return {int(row[0]): int(row[1]) for row in rows if len(row) == 3 and row[2]}


def unclean(database, *arguments):
    """What verify and rebuild have against a database."""
    code, told, complaint = run("verify", "--database", database, *arguments)
    if code != 0 or counts(told) != dict.fromkeys(range(1, 11), 0):
        yield f"verify: {code}\n{told}{complaint}"
    code, told, complaint = run("rebuild", "--database", database, "--prove")
    if code != 0 or told:
        yield f"rebuild --prove: {code}\n{told}{complaint}"


class Server:
    """The program serving a database; use it as a context manager. stop and kill end all its processes."""

    def __init__(self, database, *arguments, **options):
        self.messages = tempfile.NamedTemporaryFile(prefix="thuisregie-messages-")
        self.process = subprocess.Popen([PROGRAM, "serve", "--database", database, "--listen", "127.0.0.1:0", *arguments],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.messages,
                                        start_new_session=True, **options)
        self.port = self.wait_for_port()

    def said(self):
        return Path(self.messages.name).read_text(errors="replace")

    def wait_for_port(self):
        until = time.monotonic() + READY_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            ready = re.search(r"listening on http://127\.0\.0\.1:(\d+)", self.said())
            if ready:
                return int(ready[1])
            time.sleep(0.02)
        self.kill()
        raise RuntimeError(f"the server was not ready: {self.said()}")

    def children(self):
        told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False)
        return [int(word) for word in told.stdout.split()]

    def stop(self):
        self.process.terminate()
        code = self.process.wait(10)
        self.kill()
        return code

    def kill(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()


class Visitor:
    """Somebody with a session, and a connection of their own. A session outlives the server."""

    def __init__(self, port, cookie):
        self.port, self.cookie, self.connection, self.asked_at = port, cookie, None, 0.0

    @classmethod
    def log_in(cls, port, account, password):
        visitor = cls(port, "")
        form = urllib.parse.urlencode({"account": account, "password": password})
        status, headers, _ = visitor.ask("POST", "/login", form, {"Content-Type": "application/x-www-form-urlencoded"})
        visitor.cookie = headers.get("Set-Cookie", "").split(";")[0]
        if not visitor.cookie:
            raise RuntimeError(f"{account} could not log in: {status}")
        return visitor

    def ask(self, method, path, body=None, headers=()):
        """(status, headers, body); OSError or http.client.HTTPException when no whole answer came."""
        if self.connection is not None and time.monotonic() - self.asked_at > IDLE_SECONDS:
            self.connection.close()
            self.connection = None
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        self.asked_at = time.monotonic()
        try:
            self.connection.request(method, path, body, {"Cookie": self.cookie, **dict(headers)})
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            raise

    def append(self, kind, **fields):
        """(status, the answer) of a fact."""
        status, _, body = self.ask("POST", f"/api/facts/{kind}", json.dumps(fields), {"Content-Type": "application/json"})
        try:
            return status, json.loads(body)
        except ValueError:
            return status, {"body": body.decode(errors="replace")[:200]}
