/* SPDX-License-Identifier: EUPL-1.2 */
/* A letter with a new code for the own page; the codes on the letters before it open nothing any more. */
#ifndef COMMON_DOCUMENT_CODE_LETTER_H
#define COMMON_DOCUMENT_CODE_LETTER_H

#include "common/document/letter.h"

/* The fact that somebody needs a new code. */
struct code_renewal {
	int64_t person;
	const char *because;    /* of code_reasons */
	int64_t representative; /* for whom the code is, in the place of the person; or 0 */
	/* at the door */
	bool is_known_person;
	bool may_represent; /* nobody was named, or somebody who represents the person today */
};
extern const struct choice code_reasons[];
extern const struct journal_kind code_renewed_kind;

/*
 * The renewal that follows the end of a representation, but not of who died: who represented may have read
 * the codes on letters to the resident.
 */
enum status code_follows_end(struct journal *journal, const struct journal_fact *cause, void *item,
                             bool *ret_follows, struct fault *fault) MUST_CHECK;
/* The letter that follows a renewal. */
enum status code_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                              bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
