/* SPDX-License-Identifier: EUPL-1.2 */
/* The letter that a decision comes later. */
#include "practice/term/term_letters.h"

#include "common/document/letter_words.h"

enum status term_write_extension(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault)
{
	const struct term_extended *extended = cause->item;
	struct arena *arena = journal->arena;
	struct letter_values values = { 0 };
	const struct letter_filling filling = { .values = &values };

	letter_value(&values, "reason", extended->reason);
	letter_value(&values, "expected_by", calendar_date_words(extended->expected_by, "nl", true, arena));
	letter_value(&values, "due_on", calendar_date_words(extended->due_on, "nl", true, arena));
	letter_begin(item, "extension", cause, extended->told_on, "", arena);
	*ret_follows = true;
	return letter_fill(journal, item, "extension", &filling, fault);
}
