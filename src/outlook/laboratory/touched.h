/* SPDX-License-Identifier: EUPL-1.2 */
/* How many running clients each change of a scheme touches, and what it does to them. */
#ifndef OUTLOOK_LABORATORY_TOUCHED_H
#define OUTLOOK_LABORATORY_TOUCHED_H

#include "common/scheme/scheme_diff.h"
#include "platform/base/text.h"
#include "platform/db/db.h"

/* What a version does to help that runs, or waits for a provider; the further, the worse. */
enum outcome {
	OUTCOME_NONE,         /* not touched */
	OUTCOME_SAME,         /* touched, but the same provider and the same choice */
	OUTCOME_OTHER_CHOICE, /* the provider may stay; others could be chosen than before */
	OUTCOME_OTHER_PARTY,  /* the provider may stay, under another contract party */
	OUTCOME_LOST,         /* the provider may no longer deliver it */
	OUTCOME_NOBODY,       /* nobody may */
	OUTCOMES_COUNT
};

/* Clients by the worst that happens to them; those of OUTCOME_NONE are not counted. */
struct touch {
	struct date on; /* the day that was asked about; no date where a change has no day of its own left */
	int64_t clients;
	int64_t by_outcome[OUTCOMES_COUNT];
};

/* Two versions of a scheme, and when and where to count. */
struct touching {
	struct db *db;
	int64_t register_id;
	const struct scheme *before, *after;
	const struct scheme_changes *changes;
	struct date today; /* changes of an earlier day are asked about on this one */
};

struct touched {
	struct touch *changes; /* one for each change */
	struct touch whole;    /* each client once, over all changes and days */
	int64_t clients;       /* with help, running or waiting, on one of the days */
	struct date *days;     /* that were asked about, the earliest first */
	size_t days_count;
};

/*
 * For each change on its day, the clients whose help it is about, as both versions answer for them who may
 * deliver it. A provider that delivers now is taken to have been let in rightly. In arena.
 */
enum status touched_count(const struct touching *touching, struct arena *arena, struct touched *ret_touched,
                          struct fault *fault) MUST_CHECK;

/* "412 cliënten: van 12 mag de aanbieder niet meer leveren, ...", or "" for a change that touches no help. */
const char *touch_words(const struct scheme_change *change, const struct touch *touch, const char *language,
                        struct arena *arena);
/* The same over all changes, with the days. */
const char *touched_words(const struct touched *touched, const char *language, struct arena *arena);
/* Changes and numbers as a JSON object; touched may be NULL. */
void touched_to_json(const struct scheme_changes *changes, const struct touched *touched, struct text *out);

#endif
