/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/web_snapshot.h"

#include <string.h>
#include <unistd.h>

#include "common/journal/register.h"

#define SNAPSHOTS_PATH "/known"
#define SNAPSHOT_BYTES ((size_t)4096)

void web_close_snapshot(struct web *web)
{
	struct web_snapshot *snapshot = web->snapshot;

	web->snapshot = NULL;
	if (snapshot == NULL)
		return;
	db_close(snapshot->db);
	if (snapshot->schemes != NULL)
		web->forget(snapshot->schemes);
	arena_free(snapshot->arena);
}

static struct web_snapshot *new_snapshot(const char *name)
{
	struct arena *arena = arena_new(SNAPSHOT_BYTES);
	struct web_snapshot *snapshot = ARENA_NEW(arena, struct web_snapshot);

	snapshot->arena = arena;
	snapshot->name = arena_copy(arena, name);
	return snapshot;
}

/* A process keeps the snapshot open that was read last. */
static enum status open_snapshot(struct web *web, const char *name, const char *file, struct fault *fault)
{
	struct web_snapshot *snapshot = web->snapshot;
	enum status status;

	if (snapshot != NULL && strcmp(snapshot->name, name) == 0)
		return OK;
	web_close_snapshot(web);
	web->snapshot = snapshot = new_snapshot(name);
	status = db_open(file, &snapshot->db, fault);
	if (status == OK)
		status = journal_known_until(snapshot->db, &snapshot->until, fault);
	snapshot->clock.fixed_day = clock_day_of(snapshot->until);
	if (status == OK)
		status = web->refresh(&snapshot->schemes, snapshot->db, &snapshot->clock, fault);
	if (status)
		web_close_snapshot(web);
	return status;
}

bool web_is_about_snapshots(const struct http_request *request)
{
	size_t length = strlen(SNAPSHOTS_PATH);

	return strncmp(request->path, SNAPSHOTS_PATH, length) == 0 &&
	       (request->path[length] == '\0' || request->path[length] == '/');
}

enum status web_read_snapshot(const struct http_request *request, struct fault *fault)
{
	struct visitor *visitor = web_visitor(request);
	struct web *web = visitor->web;
	const char *name = visitor->is_known ? visitor->session.snapshot : "";
	const char *file;
	enum status status;

	if (name[0] == '\0' || request->method != HTTP_GET)
		return OK;
	file = access_snapshot_file(web->db, name, request->arena);
	if (access(file, R_OK) != 0)
		return web_is_about_snapshots(request) ? OK : NOT_FOUND;
	status = open_snapshot(web, name, file, fault);
	if (status)
		return status;
	visitor->snapshot_until = web->snapshot->until;
	if (web_is_about_snapshots(request))
		return OK;
	visitor->clock = web->snapshot->clock;
	visitor->journal.db = web->snapshot->db;
	visitor->journal.schemes = web->snapshot->schemes;
	return OK;
}

void web_show_snapshot(const struct http_request *request, struct page_frame *frame)
{
	const struct visitor *visitor = web_visitor(request);

	if (!visitor->is_known)
		return;
	if (access_may(visitor->session.role, MAY_SEE_CLIENTS))
		frame->known_address = SNAPSHOTS_PATH;
	frame->snapshot_at = visitor->snapshot_until;
	frame->may_leave_snapshot = visitor->session.snapshot[0] != '\0';
}
