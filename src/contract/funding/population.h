/* SPDX-License-Identifier: EUPL-1.2 */
/* How many people live in each area, group by group: what a budget by population is divided by. */
#ifndef CONTRACT_FUNDING_POPULATION_H
#define CONTRACT_FUNDING_POPULATION_H

#include "common/scheme/scheme.h"
#include "platform/base/finding.h"

#define POPULATION_PEOPLE_MAX 10000000 /* of one group in one area */

/* A row as it was brought or stands in the scheme. */
struct population {
	struct records rows; /* struct scheme_people, in the order of the scheme's areas and bands */
	bool is_demo;        /* it is the scheme's own */
};

/*
 * Reads a CSV file with the columns area, band and people for a budget of this scheme in the year that begins
 * on a day. Every group of every area that there is then stands there once; what does not is a finding at its
 * line, and nothing is read. Lives in the findings' arena.
 */
struct population population_read(const char *bytes, size_t length, const struct scheme *scheme,
                                  struct date on, struct findings *findings);
/* The numbers that the scheme has itself; without rows where it has none. */
struct population population_of(const struct scheme *scheme, struct date on, struct arena *arena);
/* How many people of a group live in an area; -1 when that is not known. */
int64_t population_people(const struct population *population, const char *area, const char *band);

#endif
