"""Runs one test program and counts what it says in TAP (https://testanything.org)."""
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass, field

from shown import LINE, rows, test_name

RESULT = re.compile(r"^(not )?ok\b(?:\s+\d+)?(?:\s+-)?\s*(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)")


@dataclass
class Job:
    """A command; when it does not speak TAP it is one test, which passes with exit code 0."""
    name: str
    command: list
    environment: dict = field(default_factory=dict)
    timeout_s: int = 300
    speaks_tap: bool = True


@dataclass
class Outcome:
    passed: int = 0
    skipped: int = 0
    failures: list = field(default_factory=list)  # names
    skips: list = field(default_factory=list)  # words
    failed: list = field(default_factory=list)  # names without the database
    shown: list = field(default_factory=list)  # (name without the database, row) of what passed
    output: str = ""
    seconds: float = 0.0


def told_until(process):
    """What an ended job told; something of its own session that outlived it may still hold the pipe."""
    try:
        return process.communicate(timeout=10)[0].decode(errors="replace")
    except subprocess.TimeoutExpired as cut:
        return (cut.output or b"").decode(errors="replace")


def kill_group(leader):
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        pass


def descendants(top):
    """The processes that one began, and those that these began."""
    told = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=False).stdout
    rows = [tuple(map(int, line.split())) for line in told.splitlines()]
    found = [top]
    for above in found:
        found += [pid for pid, parent in rows if parent == above]
    return found[1:]


def run_command(job):
    """(exit code, output); a job that takes too long is ended with all its children."""
    try:
        process = subprocess.Popen(job.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, env={**os.environ, **job.environment},
                                   start_new_session=True)
    except OSError as error:
        return None, f"{error}\n"
    try:
        output, _ = process.communicate(timeout=job.timeout_s)
        return process.returncode, output.decode(errors="replace")
    except subprocess.TimeoutExpired:
        for below in [*descendants(process.pid), process.pid]:  # a server has a session of its own, and holds the pipe
            kill_group(below)
        return None, told_until(process) + f"\nended after {job.timeout_s} seconds\n"
    finally:
        kill_group(process.pid)  # what the job left running does not outlive it


def count(job, code, output):
    outcome, planned, seen, marks, known = Outcome(output=output), 0, 0, [], set(rows())
    for line in output.split("\n"):
        plan, result, mark = PLAN.match(line), RESULT.match(line), LINE.match(line)
        planned += int(plan[1]) if plan else 0
        marks += mark[1].split() if mark else []
        if not result:
            continue
        seen, its_marks, marks = seen + 1, marks, []
        if re.search(r"#\s*skip", line, re.I):
            outcome.skipped += 1
            outcome.skips.append(f"{job.name}: {result[2]}")
        elif result[1]:
            outcome.failures.append(f"{job.name}: {result[2]}")
            outcome.failed.append(test_name(job.name, result[2]))
        else:
            outcome.passed += 1
            outcome.shown += [(test_name(job.name, result[2]), row) for row in its_marks if row in known]
        outcome.failures += [f"{job.name}: {result[2]}: there is no row {row}" for row in its_marks if row not in known]
    if seen == 0 or seen < planned:
        outcome.failures.append(f"{job.name}: {seen} of {planned} tests were run")
    if code != 0 and not outcome.failures:
        outcome.failures.append(f"{job.name}: ended with exit code {code}")
    return outcome


def run(job):
    started = time.monotonic()
    code, output = run_command(job)
    if job.speaks_tap:
        outcome = count(job, code, output)
    elif code == 0:
        outcome = Outcome(passed=1)
    else:
        outcome = Outcome(failures=[f"{job.name}: ended with exit code {code}"], output=output)
    outcome.seconds = time.monotonic() - started
    return outcome
