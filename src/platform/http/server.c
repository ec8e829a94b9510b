/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One web process: its loop, and how it begins and ends.
 *
 * The loop uses select, which sees what is there, and not the library's epoll, which is told only of changes:
 * 0.9.75 overlooks there that a sender closed its side together with its last bytes. Hundreds of such
 * connections hung until their timeout, and with suspend and resume their answers were lost. At up to 900
 * connections select is as fast.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/select.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "platform/base/clock.h"
#include "platform/http/exchange.h"
#include "platform/http/listen.h"
#include "platform/http/processes.h"

#define CONNECTIONS_MAX 900                  /* leaves room below FD_SETSIZE, 1024 */
#define CONNECTION_BYTES ((size_t)32 * 1024) /* for headers; cleared after each request */
#define TIMEOUT_SECONDS 30
#define ENDING_MS 2000 /* for answers under way when the process must end */
#define PROCESSES_MAX 64

/* What the parent hands to its web processes. */
struct service {
	const struct http_site *site;
	int sockets[PROCESSES_MAX];
	size_t count;
};

struct server {
	struct MHD_Daemon *daemon;
	struct exchanges exchanges;
	int signals;
	int listening; /* -1 once it takes no new connections */
	int64_t end_at_ms;
};

/* Leaves everything as it came: we decode ourselves. */
static size_t keep_escaped(void *context, struct MHD_Connection *connection, char *text)
{
	(void)context;
	(void)connection;
	return strlen(text);
}

static struct MHD_Daemon *start_daemon(struct exchanges *exchanges, int listening)
{
	struct MHD_OptionItem options[] = {
		{ MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)exchange_end, exchanges },
		{ MHD_OPTION_UNESCAPE_CALLBACK, (intptr_t)keep_escaped, NULL },
		{ MHD_OPTION_URI_LOG_CALLBACK, (intptr_t)exchange_begin, exchanges },
		{ MHD_OPTION_LISTEN_SOCKET, listening, NULL },
		{ MHD_OPTION_CONNECTION_LIMIT, CONNECTIONS_MAX, NULL },
		{ MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_BYTES, NULL },
		{ MHD_OPTION_CONNECTION_TIMEOUT, TIMEOUT_SECONDS, NULL },
		{ MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, NULL },
		{ MHD_OPTION_END, 0, NULL },
	};

	return MHD_start_daemon(MHD_NO_FLAG, 0, NULL, NULL, exchange_advance, exchanges, MHD_OPTION_ARRAY,
	                        options, MHD_OPTION_END);
}

/* Milliseconds until something must happen without news from outside; -1 when nothing must. */
static int timeout_ms(const struct server *server)
{
	MHD_UNSIGNED_LONG_LONG library_ms = 0;
	int64_t wait_ms = -1, left_ms;

	if (MHD_get_timeout(server->daemon, &library_ms) == MHD_YES)
		wait_ms = (int64_t)library_ms;
	if (server->exchanges.drain.count > 0 && (wait_ms < 0 || wait_ms > 500))
		wait_ms = 500;
	if (server->listening >= 0)
		return (int)wait_ms;
	left_ms = server->end_at_ms - clock_running_ms();
	left_ms = left_ms < 0 ? 0 : left_ms;
	return (int)(wait_ms < 0 || wait_ms > left_ms ? left_ms : wait_ms);
}

/* Takes no more connections, so that those there are can be finished. */
static void begin_ending(struct server *server)
{
	server->end_at_ms = clock_running_ms() + ENDING_MS;
	(void)MHD_quiesce_daemon(server->daemon);
	(void)close(server->listening);
	server->listening = -1;
}

/* Waits for news, at most so long (-1: for ever), and lets the library act on it. */
static void take_turn(struct server *server, int wait_ms)
{
	struct timeval wait = { .tv_sec = wait_ms / 1000, .tv_usec = wait_ms % 1000 * 1000 };
	fd_set readable, writable, broken;
	int highest = server->signals;

	FD_ZERO(&readable);
	FD_ZERO(&writable);
	FD_ZERO(&broken);
	(void)MHD_get_fdset2(server->daemon, &readable, &writable, &broken, &highest, FD_SETSIZE);
	drain_watch(&server->exchanges.drain, &readable, &highest);
	if (server->listening >= 0)
		FD_SET(server->signals, &readable);
	if (select(highest + 1, &readable, &writable, &broken, wait_ms < 0 ? NULL : &wait) < 0)
		return;
	if (server->listening >= 0 && FD_ISSET(server->signals, &readable))
		begin_ending(server);
	(void)MHD_run_from_select(server->daemon, &readable, &writable, &broken);
	if (server->exchanges.drain.count > 0)
		drain_read(&server->exchanges.drain, clock_running_ms());
}

static bool has_ended(const struct server *server)
{
	if (server->listening >= 0)
		return false;
	return (server->exchanges.active_count == 0 && server->exchanges.drain.count == 0) ||
	       clock_running_ms() >= server->end_at_ms;
}

static void run_loop(struct server *server)
{
	bool is_flushed = false;

	while (!has_ended(server)) {
		take_turn(server, is_flushed ? 0 : timeout_ms(server));
		is_flushed = exchanges_flush(&server->exchanges);
	}
	MHD_stop_daemon(server->daemon);
	exchanges_done(&server->exchanges);
}

/* SIGTERM and SIGINT, which the parent has blocked, as a descriptor. */
static int open_signals(void)
{
	sigset_t ending;

	(void)sigemptyset(&ending);
	(void)sigaddset(&ending, SIGTERM);
	(void)sigaddset(&ending, SIGINT);
	return signalfd(-1, &ending, SFD_CLOEXEC);
}

static enum status run_web(const struct process *process, int report, struct fault *fault)
{
	const struct service *service = process->context;
	const struct http_site *site = service->site;
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)4 * 1024 * 1024);
	struct server server = { .listening = service->sockets[process->number], .signals = open_signals() };
	enum status status;

	for (size_t i = 0; i < service->count; i++)
		if ((int)i != process->number)
			(void)close(service->sockets[i]);
	status = site->start(site->context, fault);
	if (status)
		return status;
	server.exchanges =
		(struct exchanges){ .site = site,
		                    .routes = routes_new(site->routes, site->routes_count, arena) };
	server.daemon = start_daemon(&server.exchanges, server.listening);
	if (server.daemon == NULL)
		return fault_set(fault, FAILED, "cannot start the web server: %s", strerror(errno));
	process_is_ready(report);
	run_loop(&server);
	site->stop(site->context);
	return OK;
}

struct work {
	const struct http_worker *worker;
	void *context;
	const struct service *service;
};

static enum status run_worker(const struct process *process, int report, struct fault *fault)
{
	const struct work *work = process->context;
	sigset_t none;

	(void)report;
	listen_close(work->service->sockets, work->service->count);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	return work->worker->work(work->context, fault);
}

enum status http_serve(const struct http_site *site, const char *address, unsigned processes,
                       struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new((size_t)1024 * 1024);
	struct service service = { .site = site, .count = processes };
	struct process *list = ARENA_MANY(arena, processes + site->workers_count, struct process);
	char url[LISTEN_URL_SIZE];
	enum status status;

	if (processes == 0 || processes > PROCESSES_MAX)
		return fault_set(fault, WRONG_USE, "%u web processes; choose from 1 to %d", processes,
		                 PROCESSES_MAX);
	(void)routes_new(site->routes, site->routes_count, arena);
	status = listen_open(address, service.sockets, processes, url, fault);
	if (status)
		return status;
	for (unsigned i = 0; i < processes; i++)
		list[i] = (struct process){ .name = "web",
			                    .run = run_web,
			                    .reports_ready = true,
			                    .context = &service,
			                    .number = (int)i };
	for (size_t i = 0; i < site->workers_count; i++) {
		struct work *work = ARENA_NEW(arena, struct work);

		*work = (struct work){ .worker = &site->workers[i],
			               .context = site->context,
			               .service = &service };
		list[processes + i] =
			(struct process){ .name = site->workers[i].name, .run = run_worker, .context = work };
	}
	status = processes_keep(list, processes + site->workers_count,
	                        arena_print(arena, "listening on %s", url), fault);
	listen_close(service.sockets, processes);
	return status;
}
