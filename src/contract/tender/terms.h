/* SPDX-License-Identifier: EUPL-1.2 */
/* The terms of a tender as arithmetic needs them: lots, criteria, what must be reached, how many may win. */
#ifndef CONTRACT_TENDER_TERMS_H
#define CONTRACT_TENDER_TERMS_H

#include "common/scheme/scheme.h"
#include "platform/base/decimal.h"

enum tender_rule {
	TENDER_EACH,          /* the mark on each criterion */
	TENDER_WEIGHTED_MEAN, /* the mean of the marks by the weights of their criteria */
	TENDER_BOTH
};
extern const struct choice tender_rules[]; /* their codes, in this order */

struct tender_criterion {
	const char *name, *label;
	int64_t weight_percent;
	struct decimal knock_out; /* less than this is the end of a bid under any rule; 0: never */
};

struct tender_lot {
	const char *name, *label;
	struct texts areas;
	int64_t winners; /* the best so many of those that reach the threshold; 0: all of them */
};

struct tender_terms {
	const struct tender_lot *lots;
	size_t lots_count;
	const struct tender_criterion *criteria; /* weights are 100 together */
	size_t criteria_count;
	struct decimal threshold; /* reached by whoever has it or more */
	struct decimal highest;   /* mark that can be given */
	enum tender_rule rule;
	int64_t areas_per_party; /* at most; 0: no cap */
	struct texts areas;      /* of the scheme */
};

/* The terms that a scheme without findings has, in arena; the scheme must outlive them. */
struct tender_terms tender_terms_of(const struct scheme *scheme, struct arena *arena);
/* What is lacking to award by: lots, criteria, a threshold or a number. False with findings. */
bool tender_terms_suffice(const struct tender_terms *terms, struct findings *findings);
/* Whether an area is in a lot. */
bool tender_lot_has(const struct tender_lot *lot, const char *area);
/* The rule of that code; false when there is none. */
bool tender_rule_read(const char *code, enum tender_rule *ret_rule);

#endif
