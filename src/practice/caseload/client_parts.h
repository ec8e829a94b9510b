/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of the client's file; only caseload's own files include this. */
#ifndef PRACTICE_CASELOAD_CLIENT_PARTS_H
#define PRACTICE_CASELOAD_CLIENT_PARTS_H

#include "common/access/web.h"

/* Somebody who answered or delivered for some time. */
struct client_period {
	const char *who, *under, *what;
	struct date from, last_day;
	bool is_now;
};
extern const struct record client_period_record;

/* Something granted: waiting for a provider, assigned, or begun. */
struct client_support {
	const char *product, *amount, *provider, *under, *reasons, *assign_address, *handover_address,
		*why_address, *search_address, *expertise;
	const char *waits; /* how long, in words; "" when it does not wait for a provider */
	const char *gap;   /* why nobody comes now who did, or who did not take it; "" */
	struct date from, last_day, started_on;
	struct date since; /* the day on which the provider began */
	bool is_ended;
	bool is_budget; /* the resident buys it in */
	bool has_forms; /* something about who comes may be recorded */
};
extern const struct record client_support_record;

/* A handover inside a combination. */
struct client_handover {
	const char *from_member, *to_member, *told_how, *reason;
	struct date handed_on, told_on;
};
extern const struct record client_handover_record;

/* Something that happened. */
struct client_event {
	const char *words, *account;
	struct date valid_on;
	struct moment recorded_at;
};
extern const struct record client_event_record;
/* A step of a search. */
struct client_step {
	const char *label, *days, *outcome, *asked, *members, *reason;
	struct date started_on, ended_on;
};
/* A search for somebody who can come. */
struct client_search {
	const char *party, *words; /* words: with how many, and how long in all */
	struct records steps;      /* client_step */
};
extern const struct record client_search_record;

/* The next step of a case, with how long there is. */
struct client_todo {
	const char *what, *about, *until, *address, *label; /* address "": for whoever may not */
	const char *before, *before_address; /* what may come first, and where that is recorded; "" */
	bool is_late, is_soon;
};
extern const struct record client_todo_record;
#define CLIENT_SOON_DAYS 7

/* Who acts for a client, and other numbers of the same person: src/practice/caseload/around.html. */
struct client_around {
	int64_t person;
	const char *representative; /* with as what; "" for nobody */
	int64_t stays;              /* the number that came in the place of this one, or 0 */
	const char *same_as;        /* other numbers, or "" */
};
extern const struct record client_around_record;
enum status client_around_of(const struct http_request *request, int64_t person,
                             struct client_around *ret_around, struct fault *fault) MUST_CHECK;

struct client_view {
	struct page_frame frame;
	int64_t person;
	const char *name, *street, *place, *phone;
	const char *born, *age; /* in words: parts of the day may be unknown */
	const char *died;       /* the same; "" for who lives */
	const char *presence;   /* why the client is not at home or not here any more; "" for who is */
	const char *owner, *contact;
	struct client_around around;
	struct date contact_since;
	bool has_bsn, may_record_bsn, may_report, may_hand_over, may_depart, may_take_back, may_stay,
		may_come_home;
	struct records cases, support, decisions, letters, reads;
	struct records events, earlier;              /* client_event: the newest, and those before */
	struct records contacts, owners, deliveries; /* client_period, newest first */
	struct records handovers;                    /* client_handover, newest first */
	struct records searches;                     /* client_search, newest first */
	struct records todos;                        /* client_todo */
	struct records unseen;                       /* web_unseen, oldest first */
	const char *contact_hint; /* who the contact person should be by the scheme, or "" */
};

/* What the parts of the page are made with. */
struct making {
	const struct http_request *request;
	struct journal *journal;
	struct arena *arena;
	struct client_view *view;
	struct fault *fault;
	struct date today;
	struct records terms; /* term_line, of the client */
};

/* The day somebody died in words, "" for who lives; the day may be unknown as that of a birth may. */
enum status client_died(struct journal *journal, int64_t person, const char **ret_words,
                        struct fault *fault) MUST_CHECK;
/* The last day of what is shown: the day that is looked at; today everything that is known. */
struct date client_until(const struct making *making);
/* The label of a product of the register, or its name. */
const char *client_product(const struct making *making, const char *product);
const char *client_organisation(const struct making *making, const char *name);
/* Who is owner and contact person, and who was. */
enum status client_make_contacts(struct making *making) MUST_CHECK;
/* What was granted, with who waits and who comes. */
enum status client_make_support(struct making *making) MUST_CHECK;
/* Where a provider is chosen for a granted line, for whoever may; else "". */
struct waiting_line;
const char *client_assign_address(const struct making *making, const struct waiting_line *waiting);
/* Who delivers what, and since when; who did before; what was handed over. deliveries is struct delivery. */
enum status client_make_handovers(struct making *making) MUST_CHECK;
/* What happened, newest first; all but the newest few apart. */
enum status client_make_events(struct making *making) MUST_CHECK;
/* How long there is, in words; "" where nothing has to be done by a day. */
const char *client_term_words(const struct http_request *request, const char *status, struct date due_on);
/* Adds what the municipality must do next in a case; false where it must do nothing. */
struct case_line;
bool client_add_todo(const struct making *making, const struct case_line *line,
                     const struct client_todo *next);
/* Why the client may be out of sight. */
enum status client_make_unseen(struct making *making) MUST_CHECK;
/* The searches for somebody who can come, with their steps and days. */
enum status client_make_searches(struct making *making) MUST_CHECK;
/* Where the next step of the search for a granted line is recorded, for whoever may; assignment 0: it waits.
 */
struct search_place_asked {
	int64_t assignment, decision, line;
};
const char *client_search_address(const struct making *making, const struct search_place_asked *asked);

#endif
