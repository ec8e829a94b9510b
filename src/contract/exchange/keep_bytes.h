/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeping what came in and what left byte by byte; for who sends and receives messages. */
#ifndef CONTRACT_EXCHANGE_KEEP_BYTES_H
#define CONTRACT_EXCHANGE_KEEP_BYTES_H

#include "contract/exchange/round.h"
#include "platform/db/depot_seal.h"

/* What left in a message, and the bytes of it. */
struct leaving {
	const char *sort, *identification;
	const struct text *xml; /* NULL: they are kept by who receives them here */
	const struct journal_kind *kind;
	void *items; /* the facts that say so, one after another */
	size_t size, count;
};
/*
 * Appends the facts that a message left, and keeps its bytes; all or nothing. The file is there already.
 * FAILED also when a fact is refused.
 */
enum status round_append_left(struct journal *journal, const struct leaving *leaving,
                              struct fault *fault) MUST_CHECK;

/* Seals an answer in the depot before it leaves, for received_keep. */
enum status received_seal_answer(struct received *received, const struct depot_source *answer,
                                 struct fault *fault) MUST_CHECK;
/* Keeps what came in, and the answer that was sealed, for the row that it has in the register. */
enum status received_keep(struct received *received, struct fault *fault) MUST_CHECK;
/* Adds the answer that left when the same message came before; NOT_FOUND when that was not kept. */
enum status received_answer_again(struct received *received, struct text *out,
                                  struct fault *fault) MUST_CHECK;

#endif
