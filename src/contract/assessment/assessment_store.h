/* SPDX-License-Identifier: EUPL-1.2 */
/* The assessment of a tender as it is kept: for its facts, its pages, and what is published of it. */
#ifndef CONTRACT_ASSESSMENT_ASSESSMENT_STORE_H
#define CONTRACT_ASSESSMENT_ASSESSMENT_STORE_H

#include "contract/assessment/owed.h"
#include "contract/assessment/stand.h"
#include "contract/procurement/procurement_store.h"
#include "contract/tender/marks.h"

/* A tender with what there is to mark, and how far that is. */
struct assessed {
	struct tender_notice notice;
	struct owed owed;      /* of bids that were opened */
	struct stand stand;    /* of the newest round; not known: no such tender */
	struct texts unsealed; /* lots whose marks are open */
	struct tender_terms terms;
};
/* In the journal's arena. tender may be NULL. */
enum status assessment_see(struct journal *journal, const char *tender, struct assessed *ret_assessed,
                           struct fault *fault) MUST_CHECK;
/* The same as an earlier round was left; a round that never was leaves it as it is. */
enum status assessment_look_back(struct journal *journal, int64_t round, struct assessed *assessed,
                                 struct fault *fault) MUST_CHECK;
/* The opened bid of that number, or NULL; the assessor of that account, or NULL. */
const struct owed_bid *assessment_bid(const struct assessed *assessed, int64_t bid);
const struct owed_assessor *assessment_assessor(const struct assessed *assessed, const char *account);
/* How somebody stands to the bidders who would decide of all bids at once (stand.h). */
struct judging assessment_judging(const struct assessed *assessed, const char *account);
/*
 * Whether somebody of the municipality may read an opened bid: who said what interests there are, and has
 * none in its bidder (Aanbestedingswet 2012, art. 1.10b).
 */
bool assessment_may_read(const struct assessed *assessed, const char *account, int64_t bid);
bool assessment_is_unsealed(const struct assessed *assessed, const char *lot);
/* Whether the corners that judge all have an assessor. */
bool assessment_has_corners(const struct assessed *assessed);
/* Reads a mark: a number, with a comma or a point; and whether it is on the scale. Text with a point. */
struct mark_read {
	bool is_number, is_on_scale;
	struct mark_steps steps;
	const char *mark;
};
struct mark_read assessment_read_mark(const struct assessed *assessed, const char *text, struct arena *arena);

/* An interest that somebody declared in the bidder of a bid, and who lifted it and why. */
struct assessment_interest {
	const char *account;
	int64_t bid;
	const char *words;
	struct date declared_on, lifted_on; /* no day: it holds */
	const char *lifted_by, *lifted_words;
};
enum status assessment_interests(struct journal *journal, const char *tender, struct records *ret_interests,
                                 struct fault *fault) MUST_CHECK;

/* A mark of one assessor; sealed, or in the open. */
struct assessment_mark {
	int64_t bid;
	const char *criterion, *account, *sealed;
	const char *mark, *reason; /* "" while sealed */
};
extern const struct record assessment_mark_record;
/* The marks of a lot in this round, on a criterion; NULL: on all. */
struct marks_asked {
	const struct assessed *assessed;
	const char *lot, *criterion;
};
enum status assessment_marks(struct journal *journal, const struct marks_asked *asked,
                             struct records *ret_marks, struct fault *fault) MUST_CHECK;
/* The same of one assessor, who reads the own marks while they are sealed. */
enum status assessment_own_marks(struct journal *journal, const struct marks_asked *asked,
                                 const char *account, struct records *ret_marks,
                                 struct fault *fault) MUST_CHECK;
enum status assessment_marks_count(struct journal *journal, const struct marks_asked *asked,
                                   int64_t *ret_count, struct fault *fault) MUST_CHECK;
/* How many marks each assessor gave in this round. */
struct assessor_marks {
	const char *account;
	int64_t marks;
};
enum status assessment_marks_of(struct journal *journal, const struct assessed *assessed,
                                struct records *ret_counts, struct fault *fault) MUST_CHECK;

/* What the assessors agreed on. */
struct assessment_consensus {
	const char *lot;
	int64_t bid;
	const char *criterion, *mark, *motivation, *present; /* who sat at the table: accounts, one a line */
};
enum status assessment_consensus(struct journal *journal, const struct assessed *assessed,
                                 struct records *ret_consensus, struct fault *fault) MUST_CHECK;
/* The same of one bid. */
struct agreed_asked {
	const char *tender, *lot;
	int64_t round, bid;
};
enum status assessment_consensus_of(struct journal *journal, const struct agreed_asked *asked,
                                    struct records *ret_consensus, struct fault *fault) MUST_CHECK;
/* The same of the bids that won its lot; the bid itself is not looked at. */
enum status assessment_consensus_won(struct journal *journal, const struct agreed_asked *asked,
                                     struct records *ret_consensus, struct fault *fault) MUST_CHECK;
/* The consensus for a bid on a criterion, or NULL. */
const struct assessment_consensus *assessment_agreed(const struct records *consensus, int64_t bid,
                                                     const char *criterion);
/*
 * The bids with their marks in consensus, for contract/tender; parties are the bidders. numbers: the number
 * of each bid. What is lacking is a finding. In the findings' arena.
 */
struct tender_bids assessment_judged(const struct assessed *assessed, const struct records *consensus,
                                     const int64_t **ret_numbers, struct findings *findings);

/* How a bid came out in a round, and the letter about it. */
struct assessment_result {
	int64_t bid;
	const char *bidder, *lot, *why, *criterion, *mark, *mean;
	int64_t rank;
	const char *words;
	struct date signed_on;
	int64_t letter;
	struct date sent_on;
	const char *how;
};
enum status assessment_results(struct journal *journal, const char *tender, int64_t round,
                               struct records *ret_results, struct fault *fault) MUST_CHECK;
/* All rounds of a tender, the first first: struct stand, without counts. */
enum status assessment_rounds(struct journal *journal, const char *tender, struct records *ret_rounds,
                              struct fault *fault) MUST_CHECK;

/* What was asked of a judge. */
struct assessment_relief {
	int64_t relief, round, bid;
	struct date asked_on;
	bool is_in_time;
	const char *words, *outcome;
	struct date ended_on;
	const char *judged;
};
enum status assessment_reliefs(struct journal *journal, const char *tender, struct records *ret_reliefs,
                               struct fault *fault) MUST_CHECK;
/* Those of them whose marks are not frozen; those whose award is signed and not yet published. */
enum status assessment_work_of(struct journal *journal, const char *account, struct texts *ret_tenders,
                               struct fault *fault) MUST_CHECK;
enum status assessment_unpublished(struct journal *journal, struct texts *ret_tenders,
                                   struct fault *fault) MUST_CHECK;
/* The tenders that somebody marks: their names. */
enum status assessment_of_account(struct journal *journal, const char *account, struct texts *ret_tenders,
                                  struct fault *fault) MUST_CHECK;

#endif
