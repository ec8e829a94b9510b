/* SPDX-License-Identifier: EUPL-1.2 */
/* Applications and decisions as they are kept, and how they are read back. */
#ifndef PRACTICE_DECISION_DECISION_KEPT_H
#define PRACTICE_DECISION_DECISION_KEPT_H

#include "common/journal/journal.h"

struct application_line {
	int64_t report, application, person;
	struct date received_on, due_on;
};
/* Whether a person ever applied: then the case is one to decide, or decided. */
enum status decision_was_asked(struct journal *journal, int64_t person, bool *ret_has,
                               struct fault *fault) MUST_CHECK;
enum status decision_application_of(struct journal *journal, int64_t report,
                                    struct application_line *ret_line, struct fault *fault) MUST_CHECK;

struct decision_kept {
	int64_t report, decision, person;
	struct date decided_on, objection_until;
	const char *outcome, *decided_by, *reasons;
	const char *mandate, *not_granted; /* "" where they are not said */
	const char *authority;             /* NULL in a decision from before that was kept */
};
extern const struct record decision_kept_record;
/* The decision on a report; NOT_FOUND. */
enum status decision_of(struct journal *journal, int64_t report, struct decision_kept *ret_decision,
                        struct fault *fault) MUST_CHECK;

/* The first decisions about a person, up to a day, newest first; later ones: later_of. */
enum status decisions_of(struct journal *journal, int64_t person, struct date until,
                         struct records *ret_decisions, struct fault *fault) MUST_CHECK;

/* Who has something granted on a day, struct person_number: of one product, or with "" of any. */
enum status decision_people(struct journal *journal, const char *product, struct date on,
                            struct records *ret_people, struct fault *fault) MUST_CHECK;

struct granted_line {
	int64_t decision, line;
	const char *product, *unit, *frequency, *reasons;
	int64_t amount;
	struct date valid_from, valid_until, decided_on;
	bool is_budget; /* the resident buys it in */
};
extern const struct record granted_line_record;
/* What was granted to a person up to a day, newest decision first. */
enum status decision_lines_of(struct journal *journal, int64_t person, struct date until,
                              struct records *ret_lines, struct fault *fault) MUST_CHECK;

/* The decisions about a person, first and later, in which a contribution is owed, struct decision_due. */
struct decision_due {
	int64_t decision;
};
enum status decision_due_of(struct journal *journal, int64_t person, struct records *ret_due,
                            struct fault *fault) MUST_CHECK;
/* Everybody whose decision says that a contribution is owed, struct person_number. */
enum status decision_contributors(struct journal *journal, struct records *ret_people,
                                  struct fault *fault) MUST_CHECK;

/* A granted line that ends, with age and address of the client. */
struct ending_line {
	int64_t person, decision, line;
	const char *product;
	struct date valid_from, valid_until;
	struct date born;
	const char *postcode;
	int64_t house_number;
};
/*
 * Visits what is granted on a day, ends after it and no later than another day, and is not followed by a
 * grant of the same product; the soonest first. The texts last until the next visit.
 */
struct ending_visit {
	struct date on, until;
	void (*visit)(void *context, const struct ending_line *line);
	void *context;
};
enum status decisions_ending(struct journal *journal, const struct ending_visit *visit,
                             struct fault *fault) MUST_CHECK;

#endif
