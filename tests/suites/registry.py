#!/usr/bin/env python3
"""What must have a test has one: every route a permission and a case, every kind of fact a case, every rule an example
that breaks it."""
import os
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(TOP / "tests/http"), str(TOP / "tests/support")]
from case import Request, read_cases  # noqa: E402
from service import Tap  # noqa: E402

ROUTE = re.compile(r'\{ HTTP_(GET|POST), "([^"]+)", ([\w| ]+), ([\w| ]+), \d+,\s+(\w+) \}')
KIND = re.compile(r'const struct journal_kind \w+ = \{\n\t\.name = "(\w+)"')
RULES = re.compile(r"const struct journal_rule \w+\[(\w*)\] = \{(.*?)^\};", re.M | re.S)
COVERED = re.compile(r"assert_int_equal\(COUNT\(\w+\), (\w+_RULES_COUNT)\)")
CODE = re.compile(r'^\t\{ "([a-z-]+)", "[\w.]+"', re.M)
TABLE = re.compile(r"^const struct \w+ (\w+)\[\] = \{(.*?)^\};", re.M | re.S)
PLACE = re.compile(r"\{\w+\}")


def sources():
    return [path for path in sorted((TOP / "src").rglob("*.c")) if not path.name.endswith("_test.c")]


def routes():
    """(method, path, permission, flags, handler)"""
    return [match.groups() for match in ROUTE.finditer((TOP / "src/app/routes.c").read_text(encoding="utf-8"))]


def requests():
    """(method, path, status, what else is wanted) of every request in the cases, all places filled in."""
    for path in sorted((TOP / "tests/http/cases").glob("*.case")):
        for case in read_cases(path):
            for step in case.steps:
                if isinstance(step, Request) and step.words.startswith("/"):
                    method = {"submit": "POST", "HEAD": "GET"}.get(step.verb, step.verb)
                    wanted = {verb: words for _, verb, words in step.wanted}
                    yield method, PLACE.sub("1", step.words.split("?")[0]), int(wanted["status"]), wanted.get("header", "")


def route_of(method, path, table):
    """The route that answers: literal parts go before places."""
    fitting = [route for route in table if route[0] == method and re.fullmatch(PLACE.sub("[^/]+", route[1]), path)]
    return min(fitting, key=lambda route: route[1].count("{"), default=None)


def test_routes(tap):
    table, answered, refused = routes(), set(), set()
    for method, path, status, header in requests():
        route = route_of(method, path, table)
        is_refusal = status in (401, 403) or (status == 303 and header == "Location: /login")
        if route and (is_refusal or status < 400):
            (refused if is_refusal else answered).add(route)
    tap.say(f"the {len(table)} routes are found", [] if len(table) == count_rows() else ["a row is written otherwise"])
    for route in table:
        method, path, permission, flags, _ = route
        is_open = "HTTP_OPEN" in flags
        tap.say(f"{method} {path} has a permission and its cases", [
            "" if is_open or permission != "0" else "its permission is 0, and it is not open",
            "" if route in answered else "no case in tests/http/cases has an answer of it",
            "" if is_open or route in refused else "no case in tests/http/cases is refused it"])


def count_rows():
    return (TOP / "src/app/routes.c").read_text(encoding="utf-8").count("{ HTTP_")


def test_kinds(tap):
    kinds = [name for path in sources() for name in KIND.findall(path.read_text(encoding="utf-8"))]
    asked = {path.rpartition("/")[2] for method, path, _, _ in requests() if method == "POST" and "/facts/" in path}
    tap.say("kinds of facts are found", [] if len(kinds) > 10 else [kinds])
    for name in kinds:
        tap.say(f"{name} has a case", [] if name in asked else ["no case in tests/http/cases brings it"])


def test_rules(tap):
    """A unit test has as many examples as its table has rules, or a test or case names the rule."""
    rules = [(size, code) for path in sources() for size, table in RULES.findall(path.read_text(encoding="utf-8"))
             for code in CODE.findall(table)]
    tests = "".join(path.read_text(encoding="utf-8") for path in sorted((TOP / "src").rglob("*_test.c")))
    cases = "".join(path.read_text(encoding="utf-8") for path in sorted((TOP / "tests/http/cases").glob("*.case")))
    covered = set(COVERED.findall(tests))
    tap.say("rules are found", [] if len(rules) > 40 else rules)
    for size, code in rules:
        is_broken = size in covered or f'"{code}"' in tests or f'"code":"{code}"' in cases or f"case {code}:" in cases
        tap.say(f"{code} has an example that breaks it", [] if is_broken else ["no test and no case has one"])


def test_rows(tap):
    """No list of src/app has a row twice."""
    for path in sorted((TOP / "src/app").glob("*.c")):
        rows = re.findall(r"^\t(?:\{ .*|&\w+_kind|\"\w+\"),$", path.read_text(encoding="utf-8"), re.M)
        tap.say(f"each row of {path.name} stands there once", sorted({row for row in rows if rows.count(row) > 1}))
    for table, text in TABLE.findall((TOP / "src/app/pages.c").read_text(encoding="utf-8")):
        names = re.findall(r'^\t\{ "([^"]+)"', text, re.M)
        tap.say(f"each name in {table} stands there once", sorted({name for name in names if names.count(name) > 1}))


def test_read_pages(tap):
    """A page of a file that is read has its name in Dutch: the resident reads it."""
    named = set(re.findall(r'^\t\{ "([a-z-]+)", WORDS', (TOP / "src/common/access/reads.c").read_text(encoding="utf-8"), re.M))
    noted = {(page, path.name) for path in sources()
             for person, page in re.findall(r'\bweb_note_read\([^;]*?response,\s*([^;]*?),\s*"([a-z-]+)"\)', path.read_text(encoding="utf-8"))
             if person.strip() != "0"}
    tap.say(f"the {len(noted)} pages of a file have a name in the read log", [] if len(noted) > 20 else ["they are not found"])
    tap.say("each of them in words", sorted(f"{path}: {page}" for page, path in noted if page not in named))


def test_migrations(tap):
    """A file that nobody named would never run."""
    named = sorted(re.findall(r"'(\d{4}_\w+\.sql)'", (TOP / "src/meson.build").read_text()))
    tap.say("each migration is named once", [] if named == sorted(path.name for path in (TOP / "migrations").glob("*.sql"))
            else ["src/meson.build and migrations/ differ"])


def test_suites(tap):
    """A script that cannot be run is passed over in silence."""
    tap.say("each suite is run", [path.name for path in sorted((TOP / "tests/suites").glob("*.py")) if not os.access(path, os.X_OK)])


def main():
    tap = Tap()
    test_suites(tap)
    test_read_pages(tap)
    test_rows(tap)
    test_migrations(tap)
    test_routes(tap)
    test_kinds(tap)
    test_rules(tap)
    return tap.end()


sys.exit(main())
