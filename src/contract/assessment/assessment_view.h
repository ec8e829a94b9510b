/* SPDX-License-Identifier: EUPL-1.2 */
/* What the pages of an assessment share: who looks, at which tender, and where they may go from here. */
#ifndef CONTRACT_ASSESSMENT_ASSESSMENT_VIEW_H
#define CONTRACT_ASSESSMENT_ASSESSMENT_VIEW_H

#include "common/access/web.h"
#include "contract/assessment/assessment_store.h"

/* Somebody at a page of a tender. */
struct seeing {
	struct http_request *request;
	struct http_response *response;
	struct journal *journal;
	struct assessed assessed;
	const struct owed_assessor *assessor; /* who looks, as an assessor; NULL: is none */
	const char *account;                  /* who looks */
	bool is_manager;                      /* runs the tender */
	bool is_declared;                     /* said what interests there are; who did not reads no bid */
	bool is_past; /* at a round before the newest, ?round=N: nothing is done there */
};

/* The tender of the address, in the round that was asked for. False: it has been answered (no such tender, or
 * neither of both). */
bool seeing_begin(struct http_request *request, struct http_response *response, struct seeing *ret_seeing);
/* Where who did not declare is sent: to the list of bidders to declare about. Answers and says no. */
bool seeing_declare_first(const struct seeing *seeing);
/*
 * Whether who looks may read what is said of all bids at once, such as an award or another threshold: who
 * said what interests there are, and has none (Aanbestedingswet 2012, art. 1.10b). False: it has been
 * answered.
 */
bool seeing_reads_all(const struct seeing *seeing);
/* Answers 403 and says no. */
bool seeing_refuse(const struct seeing *seeing, const char *words);
/* The frame of one of its pages: steps, what was done; no other day, for what is done here is done today. */
struct page_frame seeing_frame(const struct seeing *seeing, const char *title);
/* The address of one of its pages. */
const char *seeing_address(const struct seeing *seeing, const char *page);

/* A link, or a form of a kind of fact. */
struct assessment_link {
	const char *address, *label;
};
extern const struct record assessment_link_record;
/* The form of a kind about this tender, with more of a query, "" or "&bid=3"; where the visitor may bring it.
 */
void seeing_offer(const struct seeing *seeing, const struct journal_kind *kind, const char *more,
                  struct records *links);

/* A bidder to declare about. */
struct interest_asked {
	const char *bidder, *lots, *address; /* of the form on which an interest is declared */
};
/* What who did not declare yet is asked first; nothing where there is no bid, or all is said. */
struct interests_asked {
	const char *token, *tender;
	struct records bidders;
	bool is_asked;
};
extern const struct record interests_asked_record;
struct interests_asked seeing_interests(const struct seeing *seeing);

/* Which lot and criterion a page is about: those of the query, else the first ones. */
struct seeing_place {
	const struct notice_lot *lot;
	const struct notice_criterion *criterion;
};
struct seeing_place seeing_place_of(const struct seeing *seeing, const struct pairs *asked);
/* A tab for each lot and criterion, without counts, at a page of the tender. */
struct records seeing_tabs(const struct seeing *seeing, const struct seeing_place *place, const char *page);
/* A mark as a person reads it, in the visitor's language. */
const char *seeing_mark(const struct seeing *seeing, const char *mark);
/* The value of a field with a number behind its name: "mark" and 3 is "mark_3"; "" without one. */
const char *seeing_posted(const struct seeing *seeing, const char *name, int64_t number);

#endif
