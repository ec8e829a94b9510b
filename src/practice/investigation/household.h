/* SPDX-License-Identifier: EUPL-1.2 */
/* Housemates: who lives at the address, and the help that may be expected of them (customary help). */
#ifndef PRACTICE_INVESTIGATION_HOUSEHOLD_H
#define PRACTICE_INVESTIGATION_HOUSEHOLD_H

#include "common/journal/journal.h"

extern const struct choice housemate_relations[], housemate_ages[], housemate_helps[];

struct housemate_situation {
	struct date today;
	bool is_known_person, is_known_client, is_same_address;
};

/* The fact that somebody was found to live with the client. Of a housemate no more is kept than this needs.
 */
struct housemate {
	int64_t person;
	struct date recorded_on;
	const char *relation, *age_band;
	int64_t client; /* the housemate's own number, where the housemate is a client too; else 0 */
	const char *helps, *what, *why_not;
	struct housemate_situation situation;
};
extern const struct record housemate_record;
extern const struct journal_kind housemate_recorded_kind;
#define HOUSEMATE_RULES_COUNT 6
extern const struct journal_rule housemate_rules[HOUSEMATE_RULES_COUNT];

struct housemate_line {
	int64_t housemate, client;
	const char *relation, *age_band, *helps, *what, *why_not;
	struct date recorded_on;
};
extern const struct record housemate_line_record;
/* Who were found to live with a person, newest first. */
enum status housemates_of(struct journal *journal, int64_t person, struct records *ret_lines,
                          struct fault *fault) MUST_CHECK;

/* Another client at the same address, whether or not they keep house together. */
struct neighbour {
	int64_t person;
	const char *initials, *prefix, *surname;
};
enum status household_others(struct journal *journal, int64_t person, struct records *ret_neighbours,
                             struct fault *fault) MUST_CHECK;

#endif
