/* SPDX-License-Identifier: EUPL-1.2 */
/* A resident who is recorded without having reported anything: a municipality begins with whom it helps
 * already.
 */
#ifndef COMMON_PERSON_RECORDED_H
#define COMMON_PERSON_RECORDED_H

#include "common/journal/kind.h"
#include "common/person/person.h"

/* What the rule needs to know of the world, put there at the door. */
struct recorded_situation {
	struct date today;
	bool is_alike; /* somebody else has this name, birthday and address, and one of the two has a BSN */
};

/* The notice that somebody lives here, or lived here, with who that is. */
struct resident_recorded {
	int64_t person; /* given at the door */
	struct identity who;
	const char *died;   /* YYYYMMDD, zeros where unknown; NULL for who lives */
	const char *source; /* where it came from: the digest of a file; NULL for a form */
	int64_t line;       /* of that file */
	/* at the door */
	int64_t alike; /* who may be the same person; 0: nobody */
	struct recorded_situation situation;
};
extern const struct record resident_recorded_record;
extern const struct journal_kind resident_recorded_kind;

#define RECORDED_RULES_COUNT 1
extern const struct journal_rule recorded_rules[RECORDED_RULES_COUNT];

/*
 * What is wrong with who somebody is, as findings at "who.bsn", "died" and so on: a name that is missing, a
 * day that cannot be, a BSN that fails its check.
 */
void resident_check(const struct resident_recorded *recorded, struct findings *findings);

#endif
