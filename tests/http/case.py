"""Case files: read into steps that a client can take."""
import base64
import hmac
import json
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from client import Form
from shown import split_marks

TOP = Path(__file__).resolve().parent.parent.parent
METHOD = re.compile(r"[A-Z]+$")
FILLED_IN = re.compile(r"\{(?:([a-z][a-z0-9_]*)|(.)\*(\d+))\}")
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|([rnt0\\]))")
ESCAPED = {"r": b"\r", "n": b"\n", "t": b"\t", "0": b"\0", "\\": b"\\"}


class Mistake(Exception):
    pass


@dataclass
class Case:
    path: Path
    line: int
    words: str
    steps: list = field(default_factory=list)

    def marks(self):
        return [mark for step in self.steps if isinstance(step, Request) for mark in step.marks]


def fill_in(text, client):
    """{name} becomes what was taken, {a*1000} a thousand times an a."""
    def value(match):
        if match[2]:
            return match[2] * int(match[3])
        if match[1] not in client.taken:
            raise Mistake(f"{match[0]} was not taken")
        return client.taken[match[1]]
    return FILLED_IN.sub(value, text)


def to_bytes(text):
    parts, at = [], 0
    for match in ESCAPE.finditer(text):
        parts += [text[at:match.start()].encode(), bytes.fromhex(match[1]) if match[1] else ESCAPED[match[2]]]
        at = match.end()
    return b"".join([*parts, text[at:].encode()])


BOUNDARY = "----een grens".replace(" ", "-")


def multipart(fields, files):
    """The body of a form with files in it: FIELD=NAME | BYTES."""
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in fields]
    for words in files:
        name, _, rest = words.partition("=")
        file_name, _, content = rest.partition(" | ")
        parts.append(f'Content-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n'
                     "Content-Type: application/octet-stream\r\n\r\n".encode() + to_bytes(content))
    return b"".join(f"--{BOUNDARY}\r\n".encode() + part + b"\r\n" for part in parts) + f"--{BOUNDARY}--\r\n".encode()


@dataclass
class As:
    line: int
    account: str

    def run(self, client):
        return client.log_in(self.account)


@dataclass
class Let:
    line: int
    name: str
    words: str

    def run(self, client):
        client.taken[self.name] = fill_in(self.words, client)


@dataclass
class LetFile(Let):
    """The file as a JSON string."""

    def run(self, client):
        client.taken[self.name] = json.dumps((TOP / self.words).read_text(encoding="utf-8"))


@dataclass
class Change(Let):
    """OLD => NEW in a kept JSON string, where it stands once or more; \\n is a new line."""

    def run(self, client):
        old, _, new = (part.replace("\\n", "\n") for part in self.words.partition(" =>"))
        text = json.loads(client.taken[self.name])
        if old not in text:
            raise ValueError(f"line {self.line}: {old!r} does not stand in {self.name}")
        client.taken[self.name] = json.dumps(text.replace(old, new.removeprefix(" ")))


@dataclass
class Plain(Let):
    """The text of a kept JSON string."""

    def run(self, client):
        client.taken[self.name] = json.loads(client.taken[self.words])


@dataclass
class Code(Let):
    """The code of an app that has the secret (RFC 6238), so many half minutes from now."""

    def run(self, client):
        secret, _, steps = fill_in(self.words, client).rpartition(" ")
        key = base64.b32decode(secret.replace(" ", ""))
        digest = hmac.digest(key, (int(time.time()) // 30 + int(steps)).to_bytes(8, "big"), "sha1")
        at = digest[-1] & 15
        client.taken[self.name] = f"{(int.from_bytes(digest[at:at + 4], 'big') & 0x7fffffff) % 1000000:06}"


LETS = {"code": Code, "let": Let, "let-file": LetFile, "change": Change, "plain": Plain}


@dataclass
class Request:
    """One request with what its answer must be: a list of (line, verb, words) for each. Marks are the rows of
    requirements that an expectation shows."""
    line: int
    verb: str
    words: str
    parts: list = field(default_factory=list)
    wanted: list = field(default_factory=list)
    marks: list = field(default_factory=list)

    def run(self, client):
        """What was wrong; where a job of the program has work to do first, after so many seconds of asking again."""
        until = time.monotonic() + max((float(words) for _, verb, words in self.wanted if verb == "within"), default=0)
        complaint = self.run_once(client)
        while complaint and time.monotonic() < until:
            time.sleep(0.2)
            complaint = self.run_once(client)
        return complaint

    def run_once(self, client):
        head = None if self.verb in ("GET", "HEAD") else client.journal_head()
        try:
            self.send(client)
            complaints = [f"line {line}: {complaint}" for line, verb, words in self.wanted
                          for complaint in WANTED[verb](client.answer, fill_in(words, client), client) if complaint]
        except Mistake as mistake:
            return str(mistake)
        missing = client.answer.insecurities()
        if missing and not any(verb == "library" for _, verb, _ in self.wanted):
            complaints.append(f"the answer lacks {', '.join(missing)}")
        if head and client.answer.status >= 400 and client.journal_head() != head:
            complaints.append("it was refused, yet the journal has grown")
        if complaints:
            complaints += ["", *client.answer.head.splitlines(), "", client.answer.body[:3000]]
        return "\n".join(complaints)

    def send(self, client):
        parts = [(verb, fill_in(words, client)) for _, verb, words in self.parts]
        if self.verb in ("raw", "bytes"):
            parts.insert(0, (self.verb, fill_in(self.words, client)))
            client.send(b"".join(to_bytes(words) + b"\r\n" * (verb == "raw") for verb, words in parts))
            return
        headers = [tuple(words.split(": ", 1)) for verb, words in parts if verb == "send"]
        fields = [tuple(words.split("=", 1)) for verb, words in parts if verb == "form"]
        path, method = fill_in(self.words, client), self.verb
        body, kind = "\n".join(words for verb, words in parts if verb in ("json", "body")), None
        if method == "submit":
            method, fields = "POST", self.filled(client, path, fields)
        files = [words for verb, words in parts if verb == "file"]
        if files or any(verb == "multipart" for verb, _ in parts):
            client.ask(method, path, [*headers, ("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")], multipart(fields, files))
            return
        if fields:
            body, kind = urlencode(fields), "application/x-www-form-urlencoded"
        elif any(verb == "json" for verb, _ in parts):
            kind = "application/json"
        if kind and not any(name.lower() == "content-type" for name, _ in headers):
            headers.append(("Content-Type", kind))
        client.ask(method, path, headers, body.encode())

    @staticmethod
    def filled(client, path, fields):
        """The fields of the page's form, with ours in place of those of the same name."""
        form = Form(client.answer.body if client.answer else "", path)
        if not form.found:
            raise Mistake(f"the last page has no form for {path}")
        ours = {pair[0] for pair in fields}
        return [pair for pair in form.values if pair[0] and pair[0] not in ours] + fields


def status(answer, words, _):
    yield "" if str(answer.status) == words else f"status {answer.status or 'none'} instead of {words}"


def header(answer, words, _):
    name, _, pattern = words.partition(": ")
    values = answer.values(name)
    pattern = ".*".join(re.escape(part) for part in pattern.split("*"))
    if not any(re.fullmatch(pattern, value) for value in values):
        yield f"{name} is {values or 'absent'}"


def no_header(answer, words, _):
    yield f"{words} is {answer.values(words)}" if answer.values(words) else ""


def has(answer, words, _):
    yield "" if words in answer.body else f"the body lacks: {words}"


def lacks(answer, words, _):
    yield f"the body has: {words}" if words in answer.body else ""


def closed(answer, _, __):
    yield "" if answer.closed else "the connection stays open"


def take(answer, words, client):
    name, _, pattern = words.partition(" ")
    found = re.search(pattern, answer.head.replace("\r", "") + "\n\n" + answer.body)
    if found:
        client.taken[name] = found[1]
    else:
        yield f"cannot take {name}"


def library(answer, _, __):
    yield ""


def within(answer, _, __):
    yield ""


WANTED = {"status": status, "header": header, "no-header": no_header, "has": has, "lacks": lacks, "closed": closed,
          "take": take, "library": library, "within": within}
PARTS = ("send", "form", "file", "multipart", "json", "body", "raw", "bytes")


def read_cases(path):
    """The cases of a file; a mistake in it ends the run."""
    cases, request = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        verb, _, words = line.partition(" ")
        if not line.strip() or line.startswith("#"):
            continue
        if verb == "case":
            cases.append(Case(path, number, words))
            request = None
            continue
        if not cases:
            raise SystemExit(f"{path}:{number}: begin with a case")
        may_begin = request is None or request.wanted
        if verb == "as":
            cases[-1].steps.append(As(number, words))
            request = None
        elif verb in LETS:
            name, _, value = words.partition(" ")
            cases[-1].steps.append(LETS[verb](number, name, value))
            request = None
        elif verb == "submit" or METHOD.match(verb) or (verb in ("raw", "bytes") and may_begin):
            request = Request(number, verb, words)
            cases[-1].steps.append(request)
        elif request and verb in PARTS and not request.wanted:
            request.parts.append((number, verb, words))
        elif request and verb in WANTED:
            words, marks = split_marks(words)
            request.wanted.append((number, verb, words))
            request.marks += marks
        else:
            raise SystemExit(f"{path}:{number}: {verb} cannot stand here")
    for case in cases:
        for step in case.steps:
            if isinstance(step, Request) and not any(verb == "status" for _, verb, _ in step.wanted):
                raise SystemExit(f"{path}:{step.line}: say which status it must have")
    return cases
