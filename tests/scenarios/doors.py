"""The doors by which a scenario meets the program: its command line, and HTTP while it serves a demonstration."""
import html
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/support"))
from service import Server, Visitor, run  # noqa: E402

# Who does it, in the words of the scenarios; an account's own name will do as well.
ROLES = {"loketmedewerker": "desk", "klachten en veiligheid": "safety_officer", "sociaal werker": "social_worker", "beslisser": "decider", "aanbieder": "provider",
         "contractmanager": "contract_manager", "beleidsadviseur": "policy_adviser", "penvoerder": "lead",
         "participatieraad": "participation_council"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
LINK = re.compile(r"<a\b[^>]*\bhref=\"([^\"]+)\"[^>]*>(.*?)</a>", re.S)
NOT_WORDS = re.compile(r"<(script|style|template)\b.*?</\1>|<[^>]+>", re.S)


class Answer:
    """What the program said last: a status or an exit code, the words, and what could be read from them."""

    def __init__(self, code, text, data=None):
        self.code, self.text, self.data = code, " ".join(text.split()), data

    @classmethod
    def of_page(cls, status, body):
        page = body.decode(errors="replace")
        links = {words_of(words): html.unescape(address) for address, words in LINK.findall(page)}
        return cls(status, words_of(page), {"links": links})


def words_of(page):
    """A page as it is read: without its markup."""
    return " ".join(html.unescape(NOT_WORDS.sub(" ", page)).split())


class Databases:
    """New databases: files in a folder, or beside a PostgreSQL database whose URL we have. What lies beside each has a folder
    of its own."""

    def __init__(self, first, folder):
        self.first, self.folder, self.made, self.demos = first, folder, 0, {}

    def state(self):
        return str(Path(self.folder, f"state-{self.made}"))

    def new(self, template=None):
        """A new database, empty or a copy of one of ours that nobody has open."""
        self.made += 1
        if "://" not in self.first:
            path = str(Path(self.folder, f"{self.made}.sqlite"))
            for end in ("", "-wal", "-shm") if template else ():
                if Path(template + end).exists():
                    shutil.copy(template + end, path + end)
            if template:
                shutil.copytree(f"{template}.state", f"{path}.state")
            return path
        server, name = self.first.rsplit("/", 1)
        like = f' TEMPLATE "{template.rsplit("/", 1)[1]}"' if template else ""
        subprocess.run(["psql", "-X", "-q", "-d", f"{server}/postgres", "-c", f'CREATE DATABASE "{name}_{self.made}"{like}'], check=True)
        return f"{server}/{name}_{self.made}"

    def demo(self, options):
        """A new copy of the demonstration with these options, and what making it said."""
        if options not in self.demos:
            database = self.new()
            code, told, complaint = run("demo", "--database", database, *options, cwd=TOP,
                                        env={**os.environ, "THUISREGIE_STATE": self.state()})
            if code != 0:
                raise RuntimeError(f"demo ended with {code}: {complaint}")
            self.demos[options] = (database, self.state(), told)
        template, state, told = self.demos[options]
        database = self.new(template)
        if Path(state).exists():
            shutil.copytree(state, self.state())
        return database, told


class World:
    """What a scenario has made so far."""

    def __init__(self, scheme, databases):
        self.scheme, self.databases = scheme, databases
        self.day, self.names, self.answer, self.links = "", {}, None, {}
        self.database, self.accounts, self.server, self.visitors, self.fields = "", {}, None, {}, {}
        self.looks, self.workers, self.entered = 0, [], ""

    def fill_in(self, words):
        """{name} becomes what has that name."""
        def value(match):
            if match[1] not in self.names:
                raise KeyError(f"nothing is called {match[1]} yet")
            return str(self.names[match[1]])
        return re.sub(r"\{([^{}]+)\}", value, words)

    def command(self, *arguments):
        """The exit code, what it said and what it complained about."""
        return run(*arguments, cwd=TOP, env=self.environment())

    def environment(self):
        return {**os.environ, "LC_ALL": "nl_NL.UTF-8", "THUISREGIE_STATE": self.databases.state()}

    def ask(self, *arguments):
        """A command that answers with JSON; the answer's data is None when it does not."""
        code, told, complaint = self.command(*arguments)
        data = json.loads(told) if told.startswith("{") else None
        self.answer = Answer(code, told + complaint, data)

    def changed_scheme(self, section, item, key, value):
        """A file of the scheme in which a key, on a line of its own, has another value, or the item one more key; item is
        None in a section of one."""
        text = (TOP / self.scheme).read_text(encoding="utf-8")
        begin = rf"^{section}:.*\n(?:(?![a-z]).*\n)*?" + (rf"  - \w+: {re.escape(item)}(?: .*)?\n" if item else "")
        inside = r"(?:    .*\n)*?" if item else ""
        found = re.search(rf"({begin}{inside} +{key}: )(.*)\n", text, re.M)
        if found:
            text = text[:found.start(2)] + value + text[found.end(2):]
        elif item and re.search(begin, text, re.M):
            at = re.search(begin, text, re.M).end()
            text = f"{text[:at]}    {key}: {value}\n{text[at:]}"
        else:
            raise KeyError(f"{section} {item or ''} has no line for {key} in {self.scheme}")
        path = Path(self.databases.folder, "changed.yaml")
        path.write_text(text, encoding="utf-8")
        return path

    def shell(self, line):
        code, told, complaint = self.command(*shlex.split(self.fill_in(line)))
        self.answer = Answer(code, told + complaint)

    def make_register(self, *options):
        self.stop()
        self.database, told = self.databases.demo(options)
        self.names["database"], self.accounts = self.database, {}
        for row in (line.split("\t") for line in told.splitlines()):
            self.accounts[row[0]] = (row[0], row[1])
            self.accounts.setdefault(row[2], (row[0], row[1]))
        self.workers = [row[0] for row in (line.split("\t") for line in told.splitlines()) if row[2:] == ["social_worker"]]

    def look_back(self, day):
        """From here on the pages are those of what was known at the end of a day, or with no day of what is known now."""
        self.stop()
        if not day:
            self.database = self.names["database"]
            return
        self.looks = self.looks + 1
        self.database = str(Path(self.databases.folder, f"known-{self.databases.made}-{self.looks}.sqlite"))
        self.shell(f"rebuild --database {{database}} --until {day} --into {self.database}")

    def stop(self):
        if self.server:
            self.server.kill()
        self.server, self.visitors = None, {}

    def visitor(self, who):
        """Somebody who is logged in, on the day that it is."""
        account = self.accounts.get(ROLES.get(who, who))
        if account is None and who != "inwoner":
            raise KeyError(f"nobody here is {who}")
        if self.server is None:
            self.server = Server(self.database, "--today", self.day, "--processes", "1", cwd=TOP,
                                 env=self.environment())
        if who == "inwoner":
            return Visitor(self.server.port, self.entered)
        if account not in self.visitors:
            self.visitors[account] = Visitor.log_in(self.server.port, *account)
        return self.visitors[account]

    def who_may_be(self, who):
        """The accounts that may be meant: a social worker is the one whose client it is."""
        return self.workers if who == "sociaal werker" and self.workers else [who]

    def page(self, path, who):
        path = self.fill_in(path)
        for account in self.who_may_be(who):
            status, _, body = self.visitor(account).ask("GET", path)
            if not is_closed(path, status, body.decode(errors="replace")):
                break
        self.answer = Answer.of_page(status, body)
        self.links = self.answer.data["links"]

    def enter(self, person, born, subject):
        """Comes in on the own page, with the code on the newest letter with that subject, once it has left."""
        self.page(f"/clients/{{{person}}}", "sociaal werker")
        letter = next((address.split("/")[2] for text, address in self.links.items()
                       if self.fill_in(subject) in text and address.startswith("/letters/")), None)
        if letter is None:
            raise KeyError(f"the file has no letter {subject}: {', '.join(self.links)}")
        self.shell(f"letter --database {{database}} --letter {letter} --format html")
        code = re.search(r"Code: ([A-Z0-9-]{14})", words_of(self.answer.text))
        if code is None:
            raise KeyError(f"the letter has no code: {self.answer.text}")
        self.fact("letter_dispatched", "sociaal werker", {"letter": letter, "dispatched_on": self.day, "how": "post"})
        year, month, day = born.split("-")
        form = urlencode({"code": code[1], "day": day, "month": month, "year": year})
        status, headers, body = self.visitor("inwoner").ask("POST", "/mine/enter", form, FORM)
        self.entered = headers.get("Set-Cookie", "").split(";")[0]
        self.answer = Answer.of_page(status, body)

    def send(self, path, who, details):
        """Fills in the form of a page and sends it; the answer is the page after it."""
        path = self.fill_in(path)
        visitor = self.visitor(who)
        status, _, body = visitor.ask("GET", path)
        token = re.search(r'name="_token" value="(\w+)"', body.decode(errors="replace"))
        form = {name: self.fill_in(words) for name, words in details.items()}
        status, headers, body = visitor.ask("POST", path, urlencode({"_token": token[1] if token else "", **form}), FORM)
        if status == 303:
            status, _, body = visitor.ask("GET", headers["Location"])
        self.answer = Answer.of_page(status, body)
        self.links = self.answer.data["links"]

    def follow(self, words, who):
        """Opens the first link of the last page that has these words."""
        address = next((address for text, address in self.links.items() if self.fill_in(words) in text), None)
        if address is None:
            raise KeyError(f"the last page has no link {words}: {', '.join(self.links)}")
        self.page(address, who)

    def field_types(self, kind, who):
        """{path: type} of a kind's fields, as the program describes them."""
        if not self.fields:
            _, _, body = self.visitor(who).ask("GET", "/openapi.json")
            self.fields = json.loads(body)
        operation = self.fields["paths"].get(f"/api/facts/{kind}")
        if operation is None:
            raise KeyError(f"there is no kind of fact {kind}")
        return dict(self.flat(operation["post"]["requestBody"]["content"]["application/json"]["schema"], ""))

    def flat(self, schema, path):
        if "$ref" in schema:
            schema = self.fields["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        if schema.get("type") == "object":
            for name, inner in schema.get("properties", {}).items():
                yield from self.flat(inner, f"{path}.{name}" if path else name)
        elif schema.get("type") == "array" and "string" not in schema["items"].get("type", ""):
            yield from self.flat(schema["items"], f"{path}.#")
        else:
            yield path, schema.get("type", "string")

    def fact(self, kind, who, details, is_literal=False):
        """Brings a fact; its fields are named by their path, such as who.born or lines.0.product."""
        types, body = self.field_types(kind, who), {}
        for path, words in details.items():
            kind_of = types.get(re.sub(r"\.\d+\b", ".#", path))
            if kind_of is None:
                raise KeyError(f"{kind} has no field {path}")
            place(body, path.split("."), typed(kind_of, words if is_literal else self.fill_in(words)))
        for account in self.who_may_be(who):
            status, told = self.visitor(account).append(kind, **body)
            if "file-closed" not in str(told):
                break
        self.answer = Answer(status, json.dumps(told, ensure_ascii=False), told)
        return told.get("id")


def is_closed(path, status, page):
    """Whether the page is of a file that is of others, or no more than its front."""
    client = re.match(r"/clients/\d+", path)
    is_front = client and status == 200 and "/facts/file_opened_in_need" in page
    return (status == 403 and "/facts/file_opened_in_need" in page) or is_front


def typed(kind, words):
    if kind == "integer":
        return int(words)
    if kind == "boolean":
        return words in ("ja", "true")
    return [part.strip() for part in words.split(",")] if kind == "array" else words


def place(body, path, value):
    """Sets a value in nested objects and lists."""
    name, rest = path[0], path[1:]
    if rest and rest[0].isdigit():
        items = body.setdefault(name, [])
        while len(items) <= int(rest[0]):
            items.append({})
        place(items[int(rest[0])], rest[1:], value)
    elif rest:
        place(body.setdefault(name, {}), rest, value)
    else:
        body[name] = value
