/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Help that was found outside a provision: from the network, neighbours, volunteers, or free for all. A real
 * answer to a question, with who, what, how often, and a day on which somebody looks whether it still works.
 */
#ifndef PRACTICE_INVESTIGATION_HELP_H
#define PRACTICE_INVESTIGATION_HELP_H

#include "practice/investigation/step.h"

extern const struct choice help_sources[], help_holds[];

struct help_found {
	int64_t report;
	const char *source, *who, *what, *how_often;
	const char *capacity; /* what the carer says of carrying on (art. 2.3.2 lid 4 onder d) */
	struct date found_on, review_on;
	/* at the door */
	int64_t person;
	struct investigation_step step;
};
extern const struct record help_found_record;
extern const struct journal_kind help_found_kind;
#define HELP_FOUND_RULES_COUNT 4
extern const struct journal_rule help_found_rules[HELP_FOUND_RULES_COUNT];

/* Somebody looked whether it still works. */
struct help_reviewed {
	int64_t help;
	struct date reviewed_on;
	const char *holds, *words;
	struct date review_on; /* when to look again; none where it stopped */
	/* at the door */
	int64_t person;
	struct date today, found_on;
	bool is_known_help;
};
extern const struct record help_reviewed_record;
extern const struct journal_kind help_reviewed_kind;
#define HELP_REVIEWED_RULES_COUNT 3
extern const struct journal_rule help_reviewed_rules[HELP_REVIEWED_RULES_COUNT];

struct help_line {
	int64_t help, report, person;
	const char *source, *who, *what, *how_often, *capacity, *holds, *words;
	struct date found_on, review_on, reviewed_on;
};
extern const struct record help_line_record;
/* The help that was found for a person, newest first. */
enum status help_of_person(struct journal *journal, int64_t person, struct records *ret_lines,
                           struct fault *fault) MUST_CHECK;
/* One of them by its number; NOT_FOUND. */
enum status help_by_number(struct journal *journal, int64_t help, struct help_line *ret_line,
                           struct fault *fault) MUST_CHECK;

#endif
