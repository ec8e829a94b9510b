/* SPDX-License-Identifier: EUPL-1.2 */
/* A copy of a letter to who represents its receiver: a letter of its own in the outbox, with the same words.
 */
#ifndef COMMON_DOCUMENT_LETTER_COPY_H
#define COMMON_DOCUMENT_LETTER_COPY_H

#include "common/journal/journal.h"

/* The fact that a letter goes to a representative too; making it known is what the letter itself does. */
struct letter_copy {
	int64_t person, letter, representative;
	/* at the door */
	const char *code_mark; /* digest of the code on the copy: the representative enters with it */
};
extern const struct record letter_copy_record;
extern const struct journal_kind letter_copied_kind;

/* A copy of a letter that was written, where somebody acts for the person who gets one (Awb, art. 2:1). */
enum status letter_copy_follows(struct journal *journal, const struct journal_fact *cause, void *item,
                                bool *ret_follows, struct fault *fault) MUST_CHECK;

#endif
