/* SPDX-License-Identifier: EUPL-1.2 */
/* The fact that a municipality works by a version of a scheme from a day on, with what it changes. */
#ifndef COMMON_SCHEME_ADOPTION_H
#define COMMON_SCHEME_ADOPTION_H

#include "common/journal/journal.h"
#include "common/scheme/scheme_diff.h"

/* A change as it was known when the version was adopted. */
struct adopted_change {
	const char *section, *words;
	struct date from, until; /* as in scheme_change */
	bool is_help;            /* it is about help of clients, who were counted */
	struct date on;          /* on this day; no date when it was over by then */
	int64_t clients;
	const char *clients_words; /* "412 cliënten: ..." */
};

/* What the door finds out, for the rules alone. */
struct adoption_situation {
	bool is_of_register;
	bool is_first;  /* the register has no version of this scheme */
	bool is_same;   /* it says what the version says that it would take the place of */
	bool is_past;   /* its day lies before today */
	bool is_larger; /* than a fact may be */
};

struct scheme_adopted {
	const char *text;   /* the file as it was */
	struct date from;   /* the day from which it holds; today when none was given */
	const char *reason; /* why, also where running clients are left without anybody */
	/* at the door */
	const char *scheme;
	int64_t previous;       /* the fact of the version in force on that day; 0 when none was */
	struct records changes; /* struct adopted_change, in Dutch */
	bool is_counted;        /* the numbers below are known */
	int64_t clients, of;    /* touched, each once, of all with help on one of the days */
	int64_t nobody;         /* for whom nobody could deliver */
	const char *summary;    /* the same in words */
	struct adoption_situation situation;
};
extern const struct record scheme_adopted_record;
extern const struct journal_kind scheme_adopted_kind;
#define ADOPTION_RULES_COUNT 5
extern const struct journal_rule adoption_rules[ADOPTION_RULES_COUNT];

/*
 * The version that would be adopted beside the one that it takes the place of: both as they were adopted,
 * with what happened since laid over them; the changes in Dutch. For who completes the fact at the door.
 */
struct adoption_comparison {
	struct scheme before, after;
	struct scheme_changes changes;
};
/* The arena needs room for ADOPTION_BYTES. NOT_FOUND when there is no version before it. */
#define ADOPTION_BYTES ((size_t)1024 * 1024 * 1024)
enum status adoption_compare(struct journal *journal, const struct scheme_adopted *adopted,
                             struct arena *arena, struct adoption_comparison *ret_comparison,
                             struct fault *fault) MUST_CHECK;

#endif
