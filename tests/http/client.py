"""A client that sends exactly what it is told and keeps what it hears, cookies included."""
import re
import socket
import subprocess
from html.parser import HTMLParser
from urllib.parse import urlencode

PATIENCE_SECONDS = 15
SECURITY = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
                               "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                               "connect-src 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


# What others brought goes as a file to keep, in which nothing runs.
OF_FILES = "default-src 'none'; frame-ancestors 'none'; sandbox"


class Answer:
    def __init__(self, received):
        head, _, self.body_bytes = received.partition(b"\r\n\r\n")
        self.head = head.decode("latin-1")
        self.body = self.body_bytes.decode("utf-8", "replace")
        status = re.match(r"HTTP/1\.[01] (\d{3})", self.head)
        self.status = int(status[1]) if status else 0
        self.headers = [tuple(part.strip() for part in line.split(":", 1)) for line in self.head.split("\r\n")[1:]]
        self.closed = False
        if self.body_bytes.startswith(b"%PDF-"):  # as bytes, and the words that stand on its pages
            read = subprocess.run(["pdftotext", "-", "-"], input=self.body_bytes, capture_output=True, check=False)
            self.body += read.stdout.decode("utf-8", "replace")

    def values(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def insecurities(self):
        """The security headers that it lacks."""
        is_file = any(value.startswith("attachment") for value in self.values("Content-Disposition"))
        wanted = {**SECURITY, "content-security-policy": OF_FILES} if is_file and self.values("Content-Security-Policy") == [OF_FILES] else SECURITY
        missing = [name for name, value in wanted.items() if self.values(name) != [value]]
        return missing + [name for name in ("cache-control", "permissions-policy") if len(self.values(name)) != 1]


class Form(HTMLParser):
    """The form of a page that posts to an address, with the values that it has."""

    def __init__(self, page, address):
        super().__init__()
        self.address, self.found, self.inside, self.values, self.open = address, False, False, [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag == "form":
            self.inside = not self.found and has.get("action", "") == self.address and has.get("method") == "post"
            self.found |= self.inside
        elif self.inside and tag == "input" and has.get("type", "text") not in ("submit", "button", "file"):
            if has.get("type") not in ("checkbox", "radio") or "checked" in has:
                self.values.append((has.get("name", ""), has.get("value") or ""))
        elif self.inside and tag in ("select", "textarea"):
            self.open = [has.get("name", ""), None if tag == "select" else ""]
        elif self.inside and tag == "option" and self.open and (self.open[1] is None or "selected" in has):
            self.open[1] = has.get("value") or ""

    def handle_data(self, data):
        if self.open and self.lasttag == "textarea":
            self.open[1] += data

    def handle_endtag(self, tag):
        if tag in ("select", "textarea") and self.open:
            self.values.append((self.open[0], self.open[1] or ""))
            self.open = None
        self.inside &= tag != "form"


class Client:
    def __init__(self, port, accounts, journal_head=lambda: None):
        self.port, self.accounts, self.journal_head = port, accounts, journal_head
        self.account, self.jars = "nobody", {"nobody": {}}
        self.taken, self.answer = {"host": f"127.0.0.1:{port}"}, None

    def log_in(self, account):
        """What was wrong, or nothing."""
        self.account = account
        if account in self.jars:
            return ""
        if account not in self.accounts:
            return f"there is no account {account}"
        self.jars[account] = {}
        body = urlencode(dict(zip(("account", "password"), self.accounts[account])))
        self.ask("POST", "/login", [("Content-Type", "application/x-www-form-urlencoded")], body.encode())
        return "" if self.answer.status == 303 else f"cannot log in as {account}: {self.answer.head}"

    def ask(self, method, path, headers, body=b""):
        named = {name.lower() for name, _ in headers}
        cookies = "; ".join(f"{name}={value}" for name, value in self.jars[self.account].items())
        lines = [f"{method} {path} HTTP/1.1"]
        lines += [f"Host: 127.0.0.1:{self.port}"] * ("host" not in named)
        lines += [f"Cookie: {cookies}"] * (bool(cookies) and "cookie" not in named)
        lines += [f"Content-Length: {len(body)}"] * (bool(body) or method == "POST")
        lines += ["Connection: close", *(f"{name}: {value}" for name, value in headers)]
        self.send("\r\n".join([*lines, "", ""]).encode() + body, method == "HEAD")

    def send(self, request, is_head=False):
        """Sends the bytes as they are and reads one answer, and whether the server closes after it."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE_SECONDS) as connection:
            try:
                connection.sendall(request)
            except (BrokenPipeError, ConnectionResetError):
                pass  # it may refuse before it has read all
            self.answer = self.receive(connection, is_head)
        for cookie in self.answer.values("Set-Cookie"):
            name, _, value = cookie.split(";")[0].partition("=")
            self.jars[self.account][name.strip()] = value.strip()

    @staticmethod
    def receive(connection, is_head):
        received, wanted, closed = b"", None, False
        while wanted is None or len(received) < wanted:
            more = connection.recv(65536)
            closed = not more
            if closed:
                break
            received += more
            end = received.find(b"\r\n\r\n")
            if wanted is None and end >= 0:
                length = re.search(rb"\r\ncontent-length: *(\d+)", received[:end].lower())
                wanted = end + 4 + (int(length[1]) if length and not is_head else 0)
        answer = Answer(received if wanted is None else received[:wanted])
        if not closed:
            connection.settimeout(0.5)
            try:
                closed = not connection.recv(1)
            except (TimeoutError, socket.timeout):
                pass
            except ConnectionResetError:
                closed = True
        answer.closed = closed
        return answer
