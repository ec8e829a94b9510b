/* SPDX-License-Identifier: EUPL-1.2 */
/* The part about the own contribution: from when until when; the CAK says how much. */
#include "outlook/resident/mine.h"
#include "practice/care/contribution.h"

static const struct field mine_contribution_fields[] = {
	FIELD(struct mine_contribution, from),
	FIELD(struct mine_contribution, last_day),
};
const struct record mine_contribution_record =
	RECORD(struct mine_contribution, "mine_contribution", mine_contribution_fields);

enum status mine_make_contributions(struct mine *mine)
{
	struct records periods = { 0 };
	const struct contribution_period *items;
	enum status status = contributions_of(mine->journal, mine->person, &periods, mine->fault);

	items = periods.items;
	mine->view->contributions = records_new(&mine_contribution_record, periods.count, mine->arena);
	for (size_t i = 0; i < periods.count; i++)
		((struct mine_contribution *)mine->view->contributions.items)[i] =
			(struct mine_contribution){ items[i].from, date_last_day(items[i].until) };
	return status;
}
