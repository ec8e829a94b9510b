/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/posted.h"

#include <string.h>

#include "common/document/dispatch.h"

#define UNSENT_DAYS 4
#define POST_LEAVES (17 * 3600)

/* One page of the outbox; ret_after is its last letter, 0 when there are no more. */
static enum status post_page(struct filling *filling, struct date last, int64_t *ret_after,
                             struct fault *fault)
{
	struct records letters = { 0 };
	const struct waiting_letter *items;
	int64_t fact;
	enum status status =
		letters_waiting(&filling->journal, &(struct waiting_asked){ .sort = "", .after = *ret_after },
	                        &letters, fault);

	items = letters.items;
	*ret_after = letters.count < LETTERS_ON_A_PAGE ? 0 : items[letters.count - 1].letter;
	for (size_t i = 0; status == OK && i < letters.count; i++) {
		struct dispatch dispatch = { .letter = items[i].letter,
			                     .dispatched_on = items[i].dated,
			                     .how = "post" };

		if (!date_before(last, items[i].dated))
			status = acts_append(filling, &letter_dispatched_kind,
			                     settings_account(filling->ground.of, "desk")->account, &dispatch,
			                     &fact, fault);
	}
	return status;
}

enum status posted_by(struct filling *filling, struct date day, struct fault *fault)
{
	struct date last = date_add_days(filling->ground.of->day, -UNSENT_DAYS);
	int64_t after = 0;
	enum status status = OK;

	if (date_is(day) && date_before(last, day))
		return OK;
	filling->clock = (struct clock){ date_is(day) ? day : filling->ground.of->day, POST_LEAVES };
	do {
		status = post_page(filling, date_is(day) ? day : last, &after, fault);
		arena_clear(filling->arena);
	} while (status == OK && after != 0);
	return status;
}
