/* SPDX-License-Identifier: EUPL-1.2 */
/* One process of the site, and who visits it: what they may, the day they look at, the words they read. */
#ifndef COMMON_ACCESS_WEB_VISITOR_H
#define COMMON_ACCESS_WEB_VISITOR_H

#include "common/access/reads.h"
#include "common/access/sight.h"
#include "platform/http/http.h"
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
/* Whether the visitor reads a snapshot; nothing is recorded there either. */
bool web_is_snapshot(const struct http_request *request);
/* Whether the visitor sees the file of the client that the request is about. */
bool web_sees_file(const struct http_request *request, int64_t person);

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
/* What a role is called; "" where it is not known. */
const char *web_role_words(const struct http_request *request, const char *role);

#endif
