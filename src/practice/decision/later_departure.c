/* SPDX-License-Identifier: EUPL-1.2 */
/* Who died, lives elsewhere or falls under another law has no support from that day on. */
#include <string.h>

#include "common/access/access.h"
#include "common/person/departure.h"
#include "practice/decision/decision.h"
#include "practice/decision/decision_kept.h"
#include "practice/decision/later.h"

/* The granted line with days left after the departure, at that place; NULL behind the last. */
static const struct granted_line *nth_left(const struct records *lines, struct date ended_on, size_t place)
{
	const struct granted_line *items = lines->items;

	for (size_t i = 0; i < lines->count; i++)
		if (date_before(ended_on, items[i].valid_until) &&
		    date_before(items[i].valid_from, items[i].valid_until) && place-- == 0)
			return &items[i];
	return NULL;
}

enum status later_ends_at_departure(struct journal *journal, const struct journal_fact *cause, size_t place,
                                    void *item, bool *ret_follows, struct fault *fault)
{
	const struct departure *departure = cause->item;
	bool died = strcmp(departure->sort, DEPARTURE_DIED) == 0;
	const struct granted_line *line;
	const char *name = NULL;
	struct records lines = { 0 };
	enum status status = decision_lines_of(journal, departure->person, DATE_LAST, &lines, fault);

	if (status == OK)
		status = access_name(journal->db, journal->register_id, journal->account, journal->arena,
		                     &name, fault);
	line = status == OK ? nth_left(&lines, departure->ended_on, place) : NULL;
	*ret_follows = line != NULL;
	if (line == NULL)
		return status == NOT_FOUND ? OK : status;
	*(struct later_decision *)item = (struct later_decision){
		.person = departure->person,
		.decision = line->decision,
		.line = line->line,
		.decided_on = clock_today(journal->clock),
		.effective_from = date_before(line->valid_from, departure->ended_on) ? departure->ended_on
		                                                                     : line->valid_from,
		.ground = "not_needed",
		.reasons = choice_label(departure_sorts, departure->sort),
		.without_notice = died ? "died" : "left",
		.why_without = choice_label(departure_sorts, departure->sort),
		.decided_by = name,
	};
	return OK;
}
