/* SPDX-License-Identifier: EUPL-1.2 */
/* What residents need and what the council demands, followed to where it landed in the tender. */
#ifndef POLICY_PROGRAMME_NEED_H
#define POLICY_PROGRAMME_NEED_H

#include "policy/programme/programme.h"

extern const struct choice need_sorts[];
extern const struct choice need_sources[];
/* The fact that a point was noted. */
struct need_noted {
	struct programme_item of;
	const char *sort, *words, *source;
	const char *document; /* of a demand: where the council said so */
};
extern const struct record need_noted_record;
extern const struct journal_kind need_noted_kind;
#define NEED_NOTED_RULES_COUNT 3
extern const struct journal_rule need_noted_rules[NEED_NOTED_RULES_COUNT];

extern const struct choice need_outcomes[];
/* The fact that a point has a place in the tender, or has none, and why. */
struct need_landed {
	struct programme_item of;
	int64_t need;
	const char *outcome, *words;
	struct {
		bool is_need;
	} situation;
};
extern const struct record need_landed_record;
extern const struct journal_kind need_landed_kind;
#define NEED_LANDED_RULES_COUNT 2
extern const struct journal_rule need_landed_rules[NEED_LANDED_RULES_COUNT];

/* A point as it is kept, with what was said of it last. */
struct programme_need {
	int64_t need;
	const char *sort, *words, *source, *document, *outcome, *landed;
	struct date noted_on;
};
extern const struct record programme_need_record;
/* Demands first, then needs in the order in which they were noted. */
enum status programme_needs(struct journal *journal, const struct programme_asked *asked,
                            struct records *ret_needs, struct fault *fault) MUST_CHECK;

#endif
