/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of the site's ground that web.c puts together: the day and the snapshot; only access includes
 * this. */
#ifndef COMMON_ACCESS_WEB_PARTS_H
#define COMMON_ACCESS_WEB_PARTS_H

#include "common/access/web.h"

/* Reads ?on= (false: it has answered), shows it in the frame, keeps it in the page. */
bool web_choose_day(const struct http_request *request, struct http_response *response);
void web_show_day(const struct http_request *request, struct page_frame *frame);
void web_keep_day(const struct http_request *request, struct http_response *response);

/* Whether the visitor may open the file that the path is in; false: it has answered. */
bool web_admit_to_file(const struct http_request *request, const struct http_route *route,
                       struct http_response *response);
/* Whether who entered an own page for another still represents that resident; of everybody else it is so. */
enum status web_still_acts(const struct http_request *request, bool *ret_acts,
                           struct fault *fault) MUST_CHECK;
/* To who brings a fact, or asks a page, of a file that is of others. */
#define WEB_CLOSED_WORDS WORDS("Dit dossier is niet van u of van uw team. Open het eerst met een reden.")

/* A snapshot that a process keeps open. */
struct web_snapshot {
	struct arena *arena; /* in which it lives itself */
	const char *name;
	struct db *db;
	struct scheme_book *schemes;
	struct moment until; /* what it knows was recorded by then */
	struct clock clock;  /* stands on the day of that moment */
};
/* Whether the visitor reads a snapshot; nothing is recorded there either. */
bool web_is_snapshot(const struct http_request *request);
/* Lets the visitor's pages come from the snapshot of the session; NOT_FOUND when it is gone. */
enum status web_read_snapshot(const struct http_request *request, struct fault *fault) MUST_CHECK;
void web_show_snapshot(const struct http_request *request, struct page_frame *frame);
void web_close_snapshot(struct web *web);
/* False: a form that a snapshot does not take was answered. */
bool web_takes_form(const struct http_request *request, struct http_response *response);

#endif
