/* SPDX-License-Identifier: EUPL-1.2 */
#include "platform/http/processes.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/base/arena.h"
#include "platform/base/clock.h"

#define PAUSE_MS 1000    /* before a process is replaced that lived shorter than this */
#define PATIENCE_MS 4000 /* for children to end by themselves */

/* What a child says through the pipe; small enough to arrive whole. */
struct report {
	pid_t pid;
	enum status status; /* OK: ready */
	struct fault fault;
};

struct child {
	pid_t pid; /* 0 when there is none */
	bool is_ready;
	int64_t started_ms;
	int64_t start_at_ms; /* when there is none */
};

struct keeper {
	const struct process *processes;
	struct child *children;
	size_t count;
	const char *words;
	int signals;    /* SIGTERM, SIGINT and SIGCHLD arrive here */
	int reports[2]; /* a pipe */
	bool has_started;
	bool is_ending;
	enum status status;
	struct fault *fault;
};

void process_is_ready(int report)
{
	struct report ready = { .pid = getpid() };

	if (write(report, &ready, sizeof(ready)) != (ssize_t)sizeof(ready))
		abort();
}

/* The rest of a child's life. */
_Noreturn static void live(struct keeper *keeper, const struct process *process, pid_t parent)
{
	struct report report = { .pid = getpid() };

	(void)close(keeper->signals);
	(void)close(keeper->reports[0]);
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		exit(FAILED);
	report.status = process->run(process, keeper->reports[1], &report.fault);
	if (report.status)
		(void)!write(keeper->reports[1], &report, sizeof(report));
	exit((int)report.status);
}

static void start(struct keeper *keeper, size_t i)
{
	struct child *child = &keeper->children[i];
	pid_t parent = getpid();

	(void)fflush(NULL);
	*child = (struct child){ .started_ms = clock_running_ms(), .pid = fork() };
	if (child->pid == 0)
		live(keeper, &keeper->processes[i], parent);
	child->is_ready = !keeper->processes[i].reports_ready;
	if (child->pid > 0)
		return;
	child->pid = 0;
	child->start_at_ms = child->started_ms + PAUSE_MS;
	if (!keeper->has_started) {
		keeper->status =
			fault_set(keeper->fault, FAILED, "cannot start a process: %s", strerror(errno));
		keeper->is_ending = true;
	}
}

/* A failure before all were ready ends everything; later it is told, and another try follows. */
static void hear(struct keeper *keeper, const struct report *report)
{
	bool is_ready = true;

	if (report->status && !keeper->has_started && keeper->status == OK) {
		*keeper->fault = report->fault;
		keeper->status = report->status;
		keeper->is_ending = true;
	} else if (report->status && !keeper->is_ending) {
		(void)fprintf(stderr, "%s\n", report->fault.words);
	}
	for (size_t i = 0; i < keeper->count; i++) {
		if (keeper->children[i].pid == report->pid && !report->status)
			keeper->children[i].is_ready = true;
		is_ready = is_ready && keeper->children[i].is_ready;
	}
	if (is_ready && !keeper->has_started) {
		keeper->has_started = true;
		(void)fprintf(stderr, "%s\n", keeper->words);
	}
}

static void hear_all(struct keeper *keeper)
{
	struct pollfd waiting = { .fd = keeper->reports[0], .events = POLLIN };
	struct report report;

	while (poll(&waiting, 1, 0) > 0 &&
	       read(keeper->reports[0], &report, sizeof(report)) == (ssize_t)sizeof(report))
		hear(keeper, &report);
}

static void note_end(struct keeper *keeper, size_t i, int how)
{
	struct child *child = &keeper->children[i];
	int64_t now_ms = clock_running_ms();
	const char *name = keeper->processes[i].name;

	if (!keeper->is_ending && !keeper->has_started && !child->is_ready) {
		keeper->status =
			fault_set(keeper->fault, FAILED, "the %s process ended before it was ready", name);
		keeper->is_ending = true;
	} else if (!keeper->is_ending) {
		(void)fprintf(stderr, "%s process %ld ended (%s %d); another takes its place\n", name,
		              (long)child->pid, WIFSIGNALED(how) ? "signal" : "exit",
		              WIFSIGNALED(how) ? WTERMSIG(how) : WEXITSTATUS(how));
	}
	child->start_at_ms = now_ms - child->started_ms < PAUSE_MS ? now_ms + PAUSE_MS : now_ms;
	child->pid = 0;
}

/* Buries the children that have ended; returns how many are left. */
static size_t bury(struct keeper *keeper)
{
	size_t left = 0;

	hear_all(keeper);
	for (size_t i = 0; i < keeper->count; i++) {
		int how = 0;

		if (keeper->children[i].pid != 0 && waitpid(keeper->children[i].pid, &how, WNOHANG) > 0) {
			hear_all(keeper); /* its last words */
			note_end(keeper, i, how);
		}
		left += keeper->children[i].pid != 0;
	}
	return left;
}

/* Waits for a signal, a report or the time that has been given. */
static void wait_for_news(struct keeper *keeper, int timeout_ms)
{
	struct pollfd fds[] = {
		{ .fd = keeper->signals, .events = POLLIN },
		{ .fd = keeper->reports[0], .events = POLLIN },
	};
	struct signalfd_siginfo signal;

	if (poll(fds, COUNT(fds), timeout_ms) <= 0 || fds[0].revents == 0)
		return;
	if (read(keeper->signals, &signal, sizeof(signal)) == (ssize_t)sizeof(signal) &&
	    signal.ssi_signo != SIGCHLD)
		keeper->is_ending = true;
}

/* Starts what is due; returns the milliseconds until something else is, or -1. */
static int start_due(struct keeper *keeper)
{
	int64_t now_ms = clock_running_ms(), next_ms = -1;

	for (size_t i = 0; i < keeper->count && !keeper->is_ending; i++) {
		struct child *child = &keeper->children[i];

		if (child->pid == 0 && child->start_at_ms <= now_ms)
			start(keeper, i);
		if (child->pid == 0 && (next_ms < 0 || child->start_at_ms - now_ms < next_ms))
			next_ms = child->start_at_ms - now_ms;
	}
	return (int)next_ms;
}

static void end_all(struct keeper *keeper)
{
	int64_t until_ms = clock_running_ms() + PATIENCE_MS;

	keeper->is_ending = true;
	do {
		int64_t left_ms = until_ms - clock_running_ms();

		for (size_t i = 0; i < keeper->count; i++)
			if (keeper->children[i].pid != 0)
				(void)kill(keeper->children[i].pid, left_ms > 0 ? SIGTERM : SIGKILL);
		wait_for_news(keeper, left_ms > 0 ? (int)left_ms : 100);
	} while (bury(keeper) > 0);
}

static enum status open_keeper(struct keeper *keeper, const sigset_t *signals)
{
	if (pipe(keeper->reports) != 0)
		return fault_set(keeper->fault, FAILED, "cannot make a pipe: %s", strerror(errno));
	(void)fcntl(keeper->reports[0], F_SETFD, FD_CLOEXEC);
	(void)fcntl(keeper->reports[1], F_SETFD, FD_CLOEXEC);
	keeper->signals = signalfd(-1, signals, SFD_CLOEXEC);
	if (keeper->signals >= 0)
		return OK;
	(void)close(keeper->reports[0]);
	(void)close(keeper->reports[1]);
	return fault_set(keeper->fault, FAILED, "cannot wait for signals: %s", strerror(errno));
}

enum status processes_keep(const struct process *processes, size_t count, const char *words,
                           struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct keeper keeper = { .processes = processes,
		                 .children = ARENA_MANY(arena, count, struct child),
		                 .count = count,
		                 .words = words,
		                 .fault = fault };
	sigset_t signals, before;
	enum status status;

	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGHUP, SIG_IGN);
	(void)sigemptyset(&signals);
	(void)sigaddset(&signals, SIGTERM);
	(void)sigaddset(&signals, SIGINT);
	(void)sigaddset(&signals, SIGCHLD);
	(void)sigprocmask(SIG_BLOCK, &signals, &before);
	status = open_keeper(&keeper, &signals);
	if (status == OK) {
		while (!keeper.is_ending) {
			wait_for_news(&keeper, start_due(&keeper));
			(void)bury(&keeper);
		}
		end_all(&keeper);
		status = keeper.status;
		(void)close(keeper.signals);
		(void)close(keeper.reports[0]);
		(void)close(keeper.reports[1]);
	}
	(void)sigprocmask(SIG_SETMASK, &before, NULL);
	return status;
}
