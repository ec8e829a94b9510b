"""Pages under load: wrk that asks, nginx that has the same bytes on disk, and what serve takes of the memory."""
import grp
import html
import os
import pwd
import re
import socket
import sqlite3
import subprocess
import time
from collections import namedtuple

REST_SECONDS = 2  # until what the run before left to do is done
CLIENTS = 5_000
WORK_PAGES = 100

SCRIPT = """
local requests, cookie = {}, "COOKIE"
init = function()
	math.randomseed(SEED)
	for address in io.lines("ADDRESSES") do
		requests[#requests + 1] = wrk.format("GET", address, { ["Host"] = "127.0.0.1", ["Cookie"] = cookie })
	end
end
request = function() return requests[math.random(#requests)] end
"""

Answer = namedtuple("Answer", "rate p99_ms")


class Wrk:
    """Each request is for any of the addresses."""
    CONNECTIONS = 64

    def __init__(self, folder, seconds):
        self.folder, self.seconds, self.seed = folder, seconds, 1

    def ask(self, port, addresses, cookie):
        self.seed += 1
        names, script = self.folder / "addresses", self.folder / "ask.lua"
        names.write_text("".join(f"{address}\n" for address in addresses))
        script.write_text(SCRIPT.replace("COOKIE", cookie, 1).replace("SEED", str(self.seed)).replace("ADDRESSES", str(names)))
        time.sleep(REST_SECONDS)
        told = subprocess.run(["wrk", "--threads", "1", "--connections", str(self.CONNECTIONS), "--duration",
                               f"{self.seconds}s", "--latency", "--script", script, f"http://127.0.0.1:{port}"],
                              capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in told or "Socket errors" in told:
            raise RuntimeError(told)
        late = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", told)
        return Answer(float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),
                      float(late[1]) * {"us": 0.001, "ms": 1, "s": 1000}[late[2]])


NGINX = """
OWNER
worker_processes 2;
daemon off;
pid PLACE/pid;
error_log PLACE/errors;
events { worker_connections 1024; }
http {
	access_log off;
	sendfile on;
	tcp_nopush on;
	etag off;
	keepalive_requests 100000000;
	default_type "text/html; charset=utf-8";
	client_body_temp_path PLACE/body; proxy_temp_path PLACE/proxy; fastcgi_temp_path PLACE/fastcgi;
	uwsgi_temp_path PLACE/uwsgi; scgi_temp_path PLACE/scgi;
	server {
		listen 127.0.0.1:PORT;
		root PLACE/files;
HEADERS
	}
}
"""
OWN_HEADERS = ("date", "content-type", "content-length", "connection", "server", "last-modified", "accept-ranges")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Nginx:
    """Serves from disk what a visitor gets at the addresses, with the same headers; use it as a context manager."""

    def __init__(self, folder, visitor, addresses):
        self.folder, self.port = folder, free_port()
        self.addresses = [f"/{number}" for number in range(len(addresses))]
        (folder / "files").mkdir(parents=True)
        size = 0
        for number, address in enumerate(addresses):
            status, headers, body = visitor.ask("GET", address)
            if status != 200:
                raise RuntimeError(f"{address}: {status}")
            (folder / "files" / str(number)).write_bytes(body)
            size += len(body)
        self.bytes_each = size / len(addresses)
        self.write_settings(headers)

    def write_settings(self, headers):
        rows = (f'\t\tadd_header {name} "{value}";' for name, value in headers.items() if name.lower() not in OWN_HEADERS)
        text = NGINX.replace("PLACE", str(self.folder)).replace("PORT", str(self.port)).replace("HEADERS", "\n".join(rows))
        # only root may choose who the workers are; they must be able to read what we wrote
        owner = f"user {pwd.getpwuid(os.getuid()).pw_name} {grp.getgrgid(os.getgid()).gr_name};" if os.getuid() == 0 else ""
        (self.folder / "settings").write_text(text.replace("OWNER", owner))

    def __enter__(self):
        self.process = subprocess.Popen(["nginx", "-e", self.folder / "errors", "-c", self.folder / "settings"])
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.05)
        raise RuntimeError((self.folder / "errors").read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def addresses_of_clients(database):
    """Some thousands of clients, spread evenly over all."""
    people = [row[0] for row in sqlite3.connect(database).execute("SELECT person FROM person_vault ORDER BY person")]
    return [f"/clients/{person}" for person in people[::max(1, len(people) // CLIENTS)]]


def addresses_of_work(visitor):
    """The whole municipality's list of what waits for its start, page after page."""
    found, address = [], "/work?status=assigned&whose=all"
    while address and len(found) < WORK_PAGES:
        found.append(address)
        more = re.search(r'href="(/work\?[^"]*after=[^"]*)"', visitor.ask("GET", address)[2].decode())
        address = html.unescape(more[1]) if more else ""
    return found[:-1] if len(found) > 1 and not address else found


def memory_of(processes):
    """Kilobytes of all processes: now, and at their highest."""
    found = {"Pss": 0, "Anonymous": 0, "VmHWM": 0}
    for process in processes:
        for name in ("smaps_rollup", "status"):
            with open(f"/proc/{process}/{name}", encoding="ascii", errors="replace") as lines:
                for line in lines:
                    what, _, value = line.partition(":")
                    if what in found:
                        found[what] += int(value.split()[0])
    return found
