/* SPDX-License-Identifier: EUPL-1.2 */
#include "demo/leads.h"

#include <string.h>

#define CLOSING (17 * 3600) /* in seconds since midnight */

enum status leads_tell(struct filling *filling,
                       enum status (*tell)(struct filling *filling, const struct demo_account *lead,
                                           struct fault *fault),
                       struct fault *fault)
{
	const struct demo_account *account = filling->ground.of->accounts.items;
	enum status status = db_begin(filling->journal.db, fault);

	if (status)
		return status;
	filling->clock = (struct clock){ filling->ground.of->day, CLOSING };
	for (size_t i = 0; status == OK && i < filling->ground.of->accounts.count; i++)
		if (strcmp(account[i].role, "lead") == 0 && has_words(account[i].party))
			status = tell(filling, &account[i], fault);
	arena_clear(filling->arena);
	return db_end(filling->journal.db, status, fault);
}
