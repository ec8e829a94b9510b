/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A request to erase is answered by erasing (practice/erasure), or by refusing it in a letter: a law, or the
 * weighty interest of another, stands against it (Wmo 2015, art. 5.3.5 lid 2; AVG, art. 17 lid 3).
 */
#ifndef PRACTICE_REQUEST_REFUSAL_H
#define PRACTICE_REQUEST_REFUSAL_H

#include "common/journal/journal.h"

/* The fact that a request to erase was refused. */
struct erasure_refusal {
	int64_t person, request;
	const char *because; /* of erasure_obstacles */
	const char *reasons; /* in words for the resident */
	const char *decided_by;
	/* at the door */
	bool is_known; /* the person asked to erase, under that number */
	bool is_open;
};
extern const struct choice erasure_obstacles[];
extern const struct record erasure_refusal_record;
extern const struct journal_kind erasure_refused_kind;
#define ERASURE_REFUSAL_RULES_COUNT 2
extern const struct journal_rule erasure_refusal_rules[ERASURE_REFUSAL_RULES_COUNT];

/* The letter that says so, and how to object (UAVG, art. 34: it is a decision as the Awb means it). */
enum status erasure_write_refusal(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
