/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/buying/buying.h"

#include "policy/programme/programme.h"

#define PROGRAMME_BYTES ((size_t)64 * 1024)

enum status buying_programme(struct db *db, int64_t register_id, const char *programme, struct date on,
                             struct buying_programme *ret_programme, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(PROGRAMME_BYTES);
	struct programme_now now = { 0 };
	enum status status = programme_find(db, register_id, &(struct programme_asked){ programme, on },
	                                    arena, &now, fault);

	*ret_programme = (struct buying_programme){
		.is_known = now.is_known,
		.vision = now.vision,
		.content = now.content,
		.is_content_endorsed =
			now.content > 0 && now.group_count > 0 && now.has_endorsed == now.group_count,
		.is_finance_open = now.is_finance_open,
		.finance_opened_on = now.finance_opened_on,
	};
	return status == NOT_FOUND ? OK : status;
}

enum status outlook_programme_finance_open(struct db *db, int64_t register_id, const char *programme,
                                           struct date on, bool *ret_is_open, struct fault *fault)
{
	struct buying_programme found = { 0 };
	enum status status = buying_programme(db, register_id, programme, on, &found, fault);

	*ret_is_open = found.is_finance_open;
	return status;
}
