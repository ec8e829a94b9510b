/* SPDX-License-Identifier: EUPL-1.2 */
/* The site for its handlers: who visits, the page around every page, and the door in the visitor's name. */
#ifndef COMMON_ACCESS_WEB_H
#define COMMON_ACCESS_WEB_H

#include "common/access/web_page.h"
#include "common/access/web_visitor.h"

/* Notes that the visitor saw this person's file (0: a list); the page leaves once that is on disk. */
void web_note_read(const struct http_request *request, struct http_response *response, int64_t person,
                   const char *page);

/* Appends the fact in the visitor's name in this turn's transaction; the answer leaves once it is there. */
struct web_fact {
	const struct journal_kind *kind;
	void *item;
	struct findings *findings;
	int64_t fact; /* its number, once it is stored */
};
enum status web_append(const struct http_request *request, struct http_response *response,
                       struct web_fact *brought, struct fault *fault) MUST_CHECK;

/* Begins the writing transaction of this turn where none is open; the answer leaves once it is there. */
enum status web_begin_writing(const struct http_request *request, struct http_response *response,
                              struct fault *fault) MUST_CHECK;

#endif
