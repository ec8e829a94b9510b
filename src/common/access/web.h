/* SPDX-License-Identifier: EUPL-1.2 */
/* The site for its handlers: who visits, the door in their name, and the page around every page. */
#ifndef COMMON_ACCESS_WEB_H
#define COMMON_ACCESS_WEB_H

#include "common/access/reads.h"
#include "common/access/sight.h"
#include "platform/http/http.h"
#include "platform/page/form.h"
#include "platform/page/frame.h"
#include "platform/page/page.h"

struct web_snapshot;
struct web_menu_item;

/* Something with the fields of a record, such as a fact that is being written. */
struct web_item {
	const struct record *record;
	const void *item;
};

/* Whose file something is about. */
struct web_client {
	int64_t person;
	const char *name, *postcode;
};

/* One process of the site. */
struct web {
	const char *database;
	const struct clock *clock; /* as the command line set it; a demonstration's day when it did not */
	const struct journal_book *book;
	const struct calendar *calendar;
	const struct page_template *pages;
	size_t pages_count;
	const struct web_menu_item *menu;
	size_t menu_count;
	const struct web_menu_item *file; /* the pages of a client's file */
	size_t file_count;
	struct sight_relations relations; /* that open a client's file */
	struct page_source source;
	struct db *db;
	struct page_set *set;
	struct scheme_book *schemes;
	struct moment known_until;     /* of a database that is a snapshot itself */
	struct web_snapshot *snapshot; /* the one that was read last */
	struct reads reads;
	char upload_folder[512];
	bool keeps_reads; /* false only to measure what the read log costs */
	/* What lies to the right of this slice: newly adopted schemes; the codes of a field that they fill
	 * for who lives at a postcode (NULL: not; a NULL postcode: for everybody); whose file an item is
	 * about (NOT_FOUND: nobody's); by which schemes a register works. */
	enum status (*refresh)(struct scheme_book **schemes, struct db *db, const struct clock *clock,
	                       struct fault *fault);
	void (*forget)(struct scheme_book *schemes);
	const struct choice *(*choices)(const struct journal *journal, const char *record, const char *field,
	                                const char *postcode);
	enum status (*whose)(struct journal *journal, const struct web_item *item,
	                     struct web_client *ret_client, struct fault *fault);
	struct texts (*arrangements)(const struct web *web, int64_t register_id, struct arena *arena);
	/* Why a client may be out of sight on the day that is shown: struct web_unseen. */
	enum status (*unseen)(const struct http_request *request, int64_t person, struct records *ret_shown,
	                      struct fault *fault);
	/* What waits for the visitor alone (struct page_task); what a refused fact leaves behind, or NULL;
	 * what a party of the register is called. */
	enum status (*waiting)(const struct http_request *request, struct records *ret_tasks,
	                       struct fault *fault);
	enum status (*refused)(struct journal *journal, const struct web_item *item, struct fault *fault);
	const char *(*organisation)(const struct journal *journal, const char *party);
};

/* Who a request comes from. */
struct visitor {
	struct web *web;
	bool is_known;
	struct access_session session; /* when known */
	const char *language;
	struct clock clock;
	struct clock present; /* the same, also while a snapshot is read */
	struct date demo_day;
	struct moment snapshot_until; /* the pages say what was known then; none: what is known */
	struct date on;    /* the day that the page shows; no date before the request was admitted */
	bool is_other_day; /* than today */
	const char *register_name;
	struct journal journal; /* the door, in this visitor's name */
	struct sight sight;     /* of the client that this request is about */
};

/* The visitor of a request that was admitted. */
struct visitor *web_visitor(const struct http_request *request);

/* The day that a page shows: ?on=YYYY-MM-DD, else today. What it says held on that day; its links keep it. */
struct date web_on(const struct http_request *request);
/* Whether that is today. On another day nothing is recorded, and a page offers no forms. */
bool web_is_today(const struct http_request *request);
/* Whether something may be recorded here: today, not in a snapshot. */
bool web_is_present(const struct http_request *request);
/* The day when it is another than today, else no date: what stands now is read faster than a past day. */
struct date web_other_day(const struct http_request *request);
/* The moment at which that day ends, or a snapshot; none for today. */
struct moment web_day_end(const struct http_request *request);
/* Answers that what is asked for was not there yet on the day. */
void web_not_yet(const struct http_request *request, struct http_response *response);

/* The frame of a page: title in the visitor's language, menu, account. */
struct page_frame web_frame(const struct http_request *request, const char *title);
/* Adds a step to the breadcrumbs: at most five. */
void web_breadcrumb(struct page_frame *frame, const char *address, const char *label, struct arena *arena);
/*
 * The frame of a page in the file of a client of that name: the steps that lead there, and the other pages of
 * the file. A NULL title: the file's first page.
 */
struct page_frame web_client_frame(const struct http_request *request, int64_t person, const char *name,
                                   const char *title);
void web_page(const struct http_request *request, struct http_response *response, const char *name,
              const void *view);
/* Answers with the page for a problem. */
void web_problem(const struct http_request *request, struct http_response *response, int status);
/* The same with words of its own for what is the matter. */
void web_problem_in_words(const struct http_request *request, struct http_response *response, int status,
                          const char *words);
/* For what a store said: OK goes on (true); NOT_FOUND and FAILED answer with their page (false). */
bool web_ok(const struct http_request *request, struct http_response *response, enum status status,
            const struct fault *fault);
/* Notes that the visitor saw this person's file (0: a list); the page leaves once that is on disk. */
void web_note_read(const struct http_request *request, struct http_response *response, int64_t person,
                   const char *page);
/* Translated words for this visitor. */
const char *web_words(const struct http_request *request, const char *dutch) __attribute__((format_arg(2)));
/* The number in a path part or query, or 0. */
int64_t web_number(const struct pairs *pairs, const char *name);
/* What the organisation is called that an account is of: a party, or the register itself for "" and NULL. */
const char *web_organisation(const struct http_request *request, const char *party);
/* Whether the visitor may; on another day, or in a snapshot, only look, so that a page offers no more. */
bool web_may(const struct http_request *request, enum permission permission);
/* Whether the visitor may bring such a fact, here and now: a page offers its form. */
bool web_may_bring(const struct http_request *request, const struct journal_kind *kind);

/* Appends the fact in the visitor's name in the transaction of this turn; the answer leaves once it is there.
 */
struct web_fact {
	const struct journal_kind *kind;
	void *item;
	struct findings *findings;
	int64_t fact; /* its number, once it is stored */
};
enum status web_append(const struct http_request *request, struct http_response *response,
                       struct web_fact *brought, struct fault *fault) MUST_CHECK;

#endif
