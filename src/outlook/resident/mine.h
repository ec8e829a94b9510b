/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of the resident's own page; only this slice includes this. */
#ifndef OUTLOOK_RESIDENT_MINE_H
#define OUTLOOK_RESIDENT_MINE_H

#include "common/access/web.h"
#include "practice/investigation/investigation.h"

/* Help that was granted and has not ended: who comes, from when, how much, and why it is that organisation.
 */
struct mine_help {
	const char *product, *amount;
	const char *provider; /* "" while there is none */
	const char *under;    /* who answers for the provider, where that is another */
	const char *expertise, *state, *choose_address;
	const char *worker; /* "Gerda komt 1 keer per week"; "" while that is not known */
	struct texts why;
	struct date from, last_day, since;
	bool has_begun;
};

/* A decision with its lines, and how to object. */
struct mine_line {
	const char *product, *amount, *reasons;
	struct date from, last_day;
};
struct mine_decision {
	int64_t decision;  /* 0 while there is none */
	const char *asked; /* the question that it is the answer to */
	struct date received_on;
	bool has_investigation;
	struct investigation_outcome outcome_of;
	const char *outcome, *decided_by, *authority, *reasons;
	const char *objection; /* until when, and how many days that is; "" when the term is over */
	const char *object_address;
	const char *objected; /* what became of the objection; "" before there is one */
	struct date decided_on;
	struct records lines; /* mine_line */
};

/* From when until when the resident owes an own contribution. */
struct mine_contribution {
	struct date from, last_day;
};

/* What the resident gave consent for, since when; and until when, where it was taken back. */
struct mine_consent {
	int64_t consulted;
	const char *partner;
	struct date from, withdrawn_on;
};

/* A goal of the plan in the own words, how far it is, and what the resident said of that. */
struct mine_score {
	struct date on;
	int64_t score; /* 1 to 10 */
	const char *words;
};
struct mine_goal {
	const char *words, *result;
	const char *last, *said; /* "" before the goal was spoken of */
	struct records earlier;  /* mine_score */
};

/* Something that changes on a day to come. */
struct mine_change {
	struct date on;
	const char *words;
};

/* Who looked on one day. */
struct mine_reads {
	struct date day;
	struct texts lines;
};

struct mine_view {
	struct page_frame frame;
	const char *name, *street, *place, *phone, *organisation;
	const char *acting; /* of a representative: for whom; else "" */
	const char *contact, *contact_phone, *owner;
	struct records contributions; /* mine_contribution */
	struct records consents;      /* mine_consent */
	const char *arrangement;      /* how the help fits together; NULL without a plan */
	struct date planned_on;
	struct date today;
	struct records help, decisions, changes, letters, files, reads, asked, complaints, goals;
	struct records told;          /* letter_line: announcements of a change, of the last half year */
	struct records earlier_reads; /* on paper left out */
};

/* A form with an explanation above it. */
struct ask_view {
	struct page_frame frame;
	const char *title, *explanation;
	struct form_view form;
};

/* What the parts are made with. */
struct mine {
	const struct http_request *request;
	struct journal *journal;
	struct arena *arena;
	struct mine_view *view;
	struct fault *fault;
	int64_t person;
	struct date today;
};

/* The frame of a page of the resident: without another day, and with the way back. A NULL title: the page
 * itself. */
struct page_frame mine_frame(const struct http_request *request, const char *title);
/* The labels of the register's schemes. */
const char *mine_product(const struct mine *mine, const char *product);
const char *mine_organisation(const struct mine *mine, const char *name);
/* The day as people say it, in the visitor's language. */
const char *mine_day(const struct mine *mine, struct date day);

extern const struct record mine_help_record, mine_decision_record, mine_change_record, mine_reads_record,
	mine_goal_record, mine_contribution_record, mine_consent_record;
/* Who comes, and what was decided. */
enum status mine_make_help(struct mine *mine) MUST_CHECK;
enum status mine_make_decisions(struct mine *mine) MUST_CHECK;
/* From when until when a contribution is owed, as the CAK is told. */
enum status mine_make_contributions(struct mine *mine) MUST_CHECK;
/* For what the resident gave consent, newest first. */
enum status mine_make_consents(struct mine *mine) MUST_CHECK;
/* The goals of the newest plan, and how far they are. */
enum status mine_make_plan(struct mine *mine) MUST_CHECK;
/* What changes after today, the soonest first, and the letters that told of a change. */
enum status mine_make_changes(struct mine *mine) MUST_CHECK;
/* Who looked, newest day first. */
enum status mine_make_reads(struct mine *mine) MUST_CHECK;

#endif
