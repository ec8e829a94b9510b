/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading what was known at a moment: the pages then come from a snapshot, and nothing is recorded. */
#ifndef COMMON_ACCESS_WEB_SNAPSHOT_H
#define COMMON_ACCESS_WEB_SNAPSHOT_H

#include "common/access/web_visitor.h"
#include "platform/page/frame.h"

/* A snapshot that a process keeps open. */
struct web_snapshot {
	struct arena *arena; /* in which it lives itself */
	const char *name;
	struct db *db;
	struct scheme_book *schemes;
	struct moment until; /* what it knows was recorded by then */
	struct clock clock;  /* stands on the day of that moment */
};
/* Lets the visitor's pages come from the snapshot of the session; NOT_FOUND when it is gone. */
enum status web_read_snapshot(const struct http_request *request, struct fault *fault) MUST_CHECK;
/* Whether this is a page about snapshots themselves, which is not read from one. */
bool web_is_about_snapshots(const struct http_request *request);
void web_show_snapshot(const struct http_request *request, struct page_frame *frame);
void web_close_snapshot(struct web *web);

#endif
