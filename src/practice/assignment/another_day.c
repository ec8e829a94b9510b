/* SPDX-License-Identifier: EUPL-1.2 */
/* What was assigned, and what waited for a provider, on another day than today. */
#include "assignment_sql.h"
#include "platform/base/clock.h"
#include "practice/assignment/assignment.h"
#include "practice/decision/decision.h"

enum status assignments_on(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on), value_moment(clock_moment_on(on, DAY_SECONDS)) };

	return db_list(journal->db, &sql_assignment_of_on, values, COUNT(values),
	               &(struct db_list){ &assignment_line_record, journal->arena, ret_lines }, fault);
}

/* Since when a granted line waited, or no date when it had a provider on the day or was over. */
static struct date waiting_since(const struct granted_line *granted, const struct records *assigned,
                                 struct date on)
{
	const struct assignment_line *lines = assigned->items;
	struct date since = granted->decided_on;

	if (!date_before(on, granted->valid_until))
		return (struct date){ 0 };
	for (size_t i = 0; i < assigned->count; i++) {
		if (lines[i].decision != granted->decision || lines[i].line != granted->line)
			continue;
		if (date_before(on, lines[i].valid_until))
			return (struct date){ 0 };
		if (date_before(since, lines[i].valid_until))
			since = lines[i].valid_until;
	}
	return since;
}

enum status assignment_waiting_on(struct journal *journal, int64_t person, struct date on,
                                  struct records *ret_lines, struct fault *fault)
{
	struct records granted, assigned;
	const struct granted_line *lines;
	enum status status = decision_lines_of(journal, person, on, &granted, fault);

	if (status == OK)
		status = assignments_on(journal, person, on, &assigned, fault);
	if (status)
		return status;
	lines = granted.items;
	*ret_lines = records_new(&waiting_line_record, granted.count, journal->arena);
	ret_lines->count = 0;
	for (size_t i = 0; i < granted.count; i++) {
		struct date since = waiting_since(&lines[i], &assigned, on);

		if (date_is(since))
			((struct waiting_line *)ret_lines->items)[ret_lines->count++] =
				(struct waiting_line){ .person = person,
				                       .decision = lines[i].decision,
				                       .line = lines[i].line,
				                       .product = lines[i].product,
				                       .unit = lines[i].unit,
				                       .frequency = lines[i].frequency,
				                       .amount = lines[i].amount,
				                       .valid_from = lines[i].valid_from,
				                       .valid_until = lines[i].valid_until,
				                       .since = since };
	}
	return OK;
}
