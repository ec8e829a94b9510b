#!/usr/bin/env python3
"""Follows the links of every page as each role, on a demonstration with people at every step of the road: each link
leads somewhere, no page ends the server, and having read it all breaks no promise."""
import re
import sys
import tempfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from service import Server, Tap, Visitor, account_of, demo, unclean  # noqa: E402

RESIDENTS = 200
PAGES_EACH = 40  # of pages that differ in their numbers alone
PAGES_LEAST = {"desk": 10, "social_worker": 10, "decider": 10, "contract_manager": 10, "policy_adviser": 4, "provider": 10,
               "lead": 10}


class Links(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        address = dict(attributes).get("href") or ""
        if tag in ("a", "link") and address.startswith("/") and not address.startswith("/language/"):
            self.found.append(address.split("#")[0])


def follow(visitor):
    """(pages seen, what was wrong)"""
    waiting, seen, of_a_kind, wrong = [("/", "the start")], set(), Counter(), []
    while waiting:
        address, origin = waiting.pop(0)
        kind = re.sub(r"\d+", "1", address)
        if address in seen or of_a_kind[kind] == PAGES_EACH:
            continue
        seen.add(address)
        of_a_kind[kind] += 1
        status, headers, body = visitor.ask("GET", address)
        if status == 303:
            waiting.append((headers["Location"], address))
        elif status == 403 and b"/facts/file_opened_in_need" in body:
            continue  # a file that is of others: a page of its own, with the way to open it
        elif status != 200:
            wrong.append(f"{address} on {origin} answers {status}")
        elif headers["Content-Type"].startswith("text/html"):
            waiting += [(link, address) for link in Links(body.decode()).found]
    return seen, wrong


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/links.sqlite"
        accounts = demo(database, RESIDENTS)
        with Server(database) as server:
            for role, least in PAGES_LEAST.items():
                seen, wrong = follow(Visitor.log_in(server.port, *account_of(accounts, role)))
                tap.say(f"{role}: all links lead somewhere", wrong if len(seen) > least else [*wrong, f"only {len(seen)} pages"])
            server.stop()
            tap.say("what was read is in order afterwards", unclean(database))
            tap.say("no process died on the way", [server.said()] if "another takes its place" in server.said() else [])
    return tap.end()


sys.exit(main())
