/* SPDX-License-Identifier: EUPL-1.2 */
/* The investigation: what somebody can do alone, with others, with general provisions, and what then remains.
 */
#ifndef PRACTICE_INVESTIGATION_INVESTIGATION_H
#define PRACTICE_INVESTIGATION_INVESTIGATION_H

#include "common/journal/journal.h"

/* What remains to be given, in the product's own unit. */
struct investigation_line {
	const char *product;
	int64_t amount;
};
extern const struct record investigation_line_record;

struct investigation_situation {
	struct date today, received_on;
	bool is_known_report;
	bool is_concluded;     /* already, by an earlier fact */
	bool is_known_product; /* every line's */
	struct date plan_until;    /* the last of the days in which the resident may hand in a plan */
	bool has_plan, is_waived;  /* a plan was handed in; or the resident said that there will be none */
	struct texts evidence; /* what the scheme wants written down when the network can help; none: it does
	                          not ask */
};

/* The fact that an investigation was concluded (Wmo 2015, art. 2.3.2 lid 4). */
struct investigation {
	int64_t report;
	struct date concluded_on;
	const char *needs;
	const char *own_strength;
	const char *network;
	/* Can the network take over, all or a part: an answer with evidence that is looked at again, never a
	 * ground to refuse by itself. */
	const char *network_helps;
	const char *helper_who, *helper_what, *helper_how_long, *helper_capacity;
	struct date network_review_on;
	const char *general_provisions;
	const char *conclusion;
	const char *own_plan; /* what was done with the resident's own plan; NULL where there is none */
	struct records lines;
	/* at the door */
	int64_t person;
	struct investigation_situation situation;
};
extern const struct record investigation_record;
extern const struct choice network_answers[];
extern const struct journal_kind investigation_concluded_kind;
#define INVESTIGATION_RULES_COUNT 12
extern const struct journal_rule investigation_rules[INVESTIGATION_RULES_COUNT];

/* What was found, as it is kept: the words, and the lines. */
struct investigation_outcome {
	int64_t report, investigation;
	struct date concluded_on;
	const char *needs, *own_strength, *network, *general_provisions, *conclusion;
	const char *network_helps, *helper_who, *helper_what, *helper_how_long, *helper_capacity;
	struct date network_review_on;
};
extern const struct record investigation_outcome_record;
/* The outcome of a report's investigation; NOT_FOUND. */
enum status investigation_of(struct journal *journal, int64_t report,
                             struct investigation_outcome *ret_outcome, struct fault *fault) MUST_CHECK;
/* Its lines, investigation_line_record. */
enum status investigation_lines(struct journal *journal, int64_t report, struct records *ret_lines,
                                struct fault *fault) MUST_CHECK;

#endif
