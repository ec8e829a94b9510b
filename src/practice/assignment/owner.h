/* SPDX-License-Identifier: EUPL-1.2 */
/* Who the owner of a client is in each stage, as the scheme's rule says; what follows an assignment or its
 * end. */
#ifndef PRACTICE_ASSIGNMENT_OWNER_H
#define PRACTICE_ASSIGNMENT_OWNER_H

#include "common/journal/journal.h"

/*
 * The owners of a person from a day on, struct owner_period: while an assignment runs whose scheme says so
 * its responsible party, of several the one that was there first; else who was the owner before any
 * assignment.
 */
enum status owner_periods(struct journal *journal, int64_t person, struct date from,
                          struct records *ret_periods, struct fault *fault) MUST_CHECK;
/* The change of owner that follows a fact about a person, from the fact's day on; none where it stays. */
enum status owner_follows(struct journal *journal, const struct journal_fact *cause, void *item,
                          bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
