/* SPDX-License-Identifier: EUPL-1.2 */
/* All letters of a round in one file for the printer. */
#include "contract/assessment/assessment_store.h"
#include "contract/assessment/telling.h"
#include "platform/pdf/pdf.h"

#define LETTER_BYTES ((size_t)16 * 1024 * 1024) /* of texts while one letter is printed */

/* One letter; its texts are let go. */
static enum status add_letter(const struct journal *journal, const struct letters_printed *printed,
                              int64_t bid, struct pdf_book *book, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(LETTER_BYTES);
	struct award_letter_kept kept = { 0 };
	struct journal own = *journal;
	struct letter_shown shown;
	struct pdf_document document;
	enum status status;

	own.arena = arena;
	status = award_letter_find(&own, &(struct letter_asked){ printed->tender, bid, printed->round },
	                           &kept, fault);
	if (status)
		return status;
	shown = award_letter_shown(&kept, printed->register_name, arena);
	document = letter_document(&shown, arena);
	return pdf_book_add(book, &document, fault);
}

enum status award_letters_print(struct journal *journal, const struct letters_printed *printed,
                                struct fault *fault)
{
	struct records results = { 0 };
	const struct assessment_result *result;
	struct pdf_book *book;
	enum status status = assessment_results(journal, printed->tender, printed->round, &results, fault),
		    ended;

	if (status)
		return status;
	result = results.items;
	book = pdf_book_new(printed->path, "nl", clock_now(journal->clock));
	for (size_t i = 0; status == OK && i < results.count; i++)
		if (result[i].letter != 0)
			status = add_letter(journal, printed, result[i].bid, book, fault);
	ended = pdf_book_end(book, fault);
	return status == OK ? ended : status;
}
