/* SPDX-License-Identifier: EUPL-1.2 */
/* What another threshold would have done with the clients that the register's practice has now. */
#ifndef OUTLOOK_LABORATORY_THRESHOLD_H
#define OUTLOOK_LABORATORY_THRESHOLD_H

#include "contract/assessment/assessment_store.h"
#include "contract/tender/what_if.h"

/* Fewer clients than this, and at least one: a small organisation. */
#define THRESHOLD_SMALL_CLIENTS 25

/*
 * The clients with help of the tender's scheme on a day, by the party that answers for it, the area they live
 * in (their neighbourhood where the scheme is one area) and the expertise of that party; counted, never
 * named. In the journal's arena.
 */
enum status threshold_clients(struct journal *journal, const struct assessed *assessed,
                              const struct names *bidders, struct date on, struct clients *ret_clients,
                              struct fault *fault) MUST_CHECK;

/* The bids at one threshold: terms has it. */
struct threshold_judged {
	const struct tender_terms *terms;
	const struct tender_bids *bids;
	const struct award_outcome *outcomes; /* as award_judge gave them */
};
/* A neighbourhood, or an area of the scheme where that has several: who bid and helps there now. */
struct threshold_cover {
	const char *area;
	int64_t clients, kept;
	int64_t parties, stay; /* bidders with clients there now, and those of them who win there */
};
extern const struct record threshold_cover_record;
/* All of them, by name, in arena: struct threshold_cover. Counted as what_if counts. */
struct records threshold_covers(const struct threshold_judged *judged, const struct clients *clients,
                                struct arena *arena);

#endif
