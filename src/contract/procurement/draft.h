/* SPDX-License-Identifier: EUPL-1.2 */
/* What is written in a bid before it is submitted: every version by whom, sealed with the key of the vault.
 */
#ifndef CONTRACT_PROCUREMENT_DRAFT_H
#define CONTRACT_PROCUREMENT_DRAFT_H

#include "common/journal/journal.h"
#include "contract/procurement/bid_content.h"
#include "contract/procurement/notice.h"

/* A version of the answer on a criterion. */
struct draft_version {
	int64_t version;
	const char *criterion;
	struct moment saved_at;
	const char *account, *party;
	const char *sealed;
	struct bid_answer answer; /* once it was opened */
};
extern const struct record draft_version_record;

/* Keeps a next version in the name of who is at the door; not a fact. */
enum status draft_save(struct journal *journal, int64_t bid, const struct bid_answer *answer,
                       struct fault *fault) MUST_CHECK;
/* All versions of a bid, newest first, in the journal's arena: struct draft_version. */
enum status draft_versions(struct journal *journal, int64_t bid, struct records *ret_versions,
                           struct fault *fault) MUST_CHECK;
/* The newest answer on each criterion that has one, by whom it was written and how often it was saved. */
struct records draft_answers(const struct records *versions, struct arena *arena);

/* Something that an answer still lacks. */
struct draft_gap {
	const char *criterion, *label;
	const char *words; /* Dutch, marked for translation */
};
/* What is lacking to submit by the criteria of the notice, in their order: struct draft_gap, in arena. */
struct records draft_gaps(const struct records *criteria, const struct records *answers, struct arena *arena);

#endif
