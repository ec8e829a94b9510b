#!/usr/bin/env python3
"""A PostgreSQL 15 of our own, on a free port with a temporary data directory.

tests/support/postgres.py COMMAND...   runs the command with TEST_POSTGRES set to an empty database's URL
"""
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
# Nothing in a test outlives the machine, so nothing waits for the disk.
SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "log_min_messages=fatal"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postgres:
    """Use it as a context manager; new_database gives the URL of a fresh database."""

    def __enter__(self):
        self.home = Path(tempfile.mkdtemp(prefix="thuisregie-postgres-"))
        self.port = free_port()
        self.databases = 0
        # PostgreSQL refuses to run as root; Debian's package brings a user for it.
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        if self.as_user:
            os.chown(self.home, pwd.getpwnam("postgres").pw_uid, -1)
        self.run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
                 f"--pgdata={self.home / 'data'}")
        options = f"-p {self.port} -h 127.0.0.1 -k {self.home} " + " ".join(f"-c {setting}" for setting in SETTINGS)
        self.run("pg_ctl", f"--pgdata={self.home / 'data'}", f"--log={self.home / 'log'}", f"--options={options}",
                 "--wait", "start")
        return self

    def __exit__(self, *_):
        self.run("pg_ctl", f"--pgdata={self.home / 'data'}", "--mode=immediate", "--wait", "stop")
        shutil.rmtree(self.home, ignore_errors=True)

    def run(self, program, *arguments):
        done = subprocess.run([*self.as_user, PROGRAMS / program, *arguments], cwd="/", stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stdout}")

    def new_database(self):
        self.databases += 1
        name = f"test_{os.getpid()}_{self.databases}"
        self.run("createdb", "--host=127.0.0.1", f"--port={self.port}", "--username=postgres", name)
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"


def main(command):
    with Postgres() as postgres:
        environment = dict(os.environ, TEST_POSTGRES=postgres.new_database())
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
