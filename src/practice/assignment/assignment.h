/* SPDX-License-Identifier: EUPL-1.2 */
/* Assignment: who delivers what was granted, why that one, and who waits until somebody does. */
#ifndef PRACTICE_ASSIGNMENT_ASSIGNMENT_H
#define PRACTICE_ASSIGNMENT_ASSIGNMENT_H

#include "common/journal/journal.h"
#include "practice/assignment/assign.h"

struct scheme_area;
struct scheme_entry;

/* A granted line without a provider. */
struct waiting_line {
	int64_t person, decision, line;
	const char *product, *unit, *frequency;
	int64_t amount;
	struct date valid_from, valid_until, since;
};
extern const struct record waiting_line_record;
/* Where the resident waits for a provider. */
enum status assignment_waiting_of(struct journal *journal, int64_t person, struct records *ret_lines,
                                  struct fault *fault) MUST_CHECK;
/* One of them; NOT_FOUND. */
enum status assignment_waiting_line(struct journal *journal, int64_t person, int64_t decision, int64_t line,
                                    struct waiting_line *ret_line, struct fault *fault) MUST_CHECK;

/* An assignment; who comes on a day says deliveries_of. */
struct assignment_line {
	int64_t assignment, decision, line;
	const char *product, *party, *deliverer, *choice;
	struct date valid_from, valid_until;
};
extern const struct record assignment_line_record;
extern const struct choice assignment_choices[];
/* All assignments of a person, newest first. */
enum status assignments_of(struct journal *journal, int64_t person, struct records *ret_lines,
                           struct fault *fault) MUST_CHECK;

/* The same on another day: the assignments that had begun or were chosen by then. */
enum status assignments_on(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                           struct fault *fault) MUST_CHECK;
/* Where the resident waited for a provider on that day. */
enum status assignment_waiting_on(struct journal *journal, int64_t person, struct date on,
                                  struct records *ret_lines, struct fault *fault) MUST_CHECK;

/* An assignment with what decides its lane: age and address of the client. */
struct assigned_line {
	int64_t person, assignment;
	const char *product, *party, *deliverer;
	struct date valid_from, valid_until;
	struct date known_since; /* since when the deliverer came, where somebody said so at the door */
	struct date born;
	const char *postcode;
	int64_t house_number;
};
/*
 * Visits every assignment of the register, by person, product and first day; the texts last until the next
 * visit.
 */
struct assigned_visit {
	void (*visit)(void *context, const struct assigned_line *line);
	void *context;
};
enum status assignments_visit(struct journal *journal, const struct assigned_visit *visit,
                              struct fault *fault) MUST_CHECK;

/* Who could deliver: the question, the answer and what is needed to say it in words. */
struct advice {
	struct assign_question question;
	struct assign_answer *answer;
	struct assign_view view;
	const char *area;
	int64_t version; /* the fact by which the scheme was adopted */
};
/* What is asked about a person: a product, from a day on. */
struct advice_asked {
	int64_t person;
	const char *product;
	struct date on;
	const char *current; /* who delivers now; NULL: the deliverer of an assignment of the same product */
	struct date since;
	const char *address; /* "9351AB 12", where the person does not live yet; NULL for the present one */
	struct texts expertise; /* what the deliverer must know */
};
/* The scheme and the area of it in which somebody lives. */
struct assignment_place {
	const struct scheme_entry *entry;
	const struct scheme_area *area;
	struct date born;
};
/* NOT_FOUND when the person has no area, or no scheme the product. */
enum status assignment_place(struct journal *journal, const struct advice_asked *asked,
                             struct assignment_place *ret_place, struct fault *fault) MUST_CHECK;
/* Asks the scheme in force who can deliver. NOT_FOUND as above, or when the scheme does not know the current
 * party. */
enum status assignment_advice(struct journal *journal, const struct advice_asked *asked,
                              struct advice *ret_advice, struct fault *fault) MUST_CHECK;

/* Why somebody was assigned, and by whom. */
struct assignment_reason {
	int64_t assignment;
	const char *product, *party, *deliverer, *choice, *explanation;
	struct date valid_from, valid_until;
	struct moment recorded_at;
	const char *name; /* of the person who assigned */
};
/* NOT_FOUND when the person has no such assignment. */
enum status assignment_reason_of(struct journal *journal, int64_t person, int64_t assignment,
                                 struct assignment_reason *ret_reason, struct fault *fault) MUST_CHECK;

struct assignment_situation {
	bool is_waiting; /* the line was granted and has no provider */
	bool has_advice; /* the scheme has an answer for it */
	bool can_serve;  /* the chosen party is a candidate without a reason against */
	bool has_choice;
	bool is_at_once;                     /* the line is help at once */
	struct date valid_from, valid_until; /* of the granted line */
};

/* The fact that a provider was assigned. */
struct assignment {
	int64_t person;
	int64_t decision;
	int64_t line;
	const char *deliverer; /* who comes */
	struct date from;
	const char *choice;  /* who chose */
	const char *current; /* who delivers now, where the system does not know it yet */
	struct date since;
	struct texts expertise; /* what who comes must know, as the scheme names it */
	/* at the door */
	const char *party; /* who answers to the municipality */
	const char *product, *unit, *frequency;
	int64_t amount;
	struct date last_day;
	struct moment decided_at;
	const char *explanation; /* the whole answer as it was at that moment: assign_keep */
	struct assignment_situation situation;
};
extern const struct record assignment_record;
extern const struct journal_kind assignment_made_kind;
#define ASSIGNMENT_RULES_COUNT 6
extern const struct journal_rule assignment_rules[ASSIGNMENT_RULES_COUNT];

/* Keeps the waiting list from the decisions. */
journal_apply assignment_wait_for_provider;

#endif
