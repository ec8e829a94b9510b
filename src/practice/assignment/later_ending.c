/* SPDX-License-Identifier: EUPL-1.2 */
/* After another decision: the assignments that end with it, and what waits for a provider then. */
#include "assignment_sql.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/ending.h"
#include "practice/decision/later.h"
#include "practice/decision/restored.h"

/* Nobody is looked for any more: after a departure, or where it ends at once. */
static bool ends_the_waiting(const struct journal_fact *fact)
{
	const struct later_decision *later = fact->item;

	return fact->kind != &decision_changed_kind && later_is_without_notice(later) &&
	       (later->situation.has_died || later->situation.has_left ||
	        !date_before(date_add_days(later->decided_on, 1), later->effective_from));
}

/* A line for which nobody comes yet waits on until its new end, or ends where it began to wait. */
static enum status settle_waiting(struct journal *journal, struct journal_fact *fact, struct fault *fault)
{
	struct later_decision *later = fact->item;
	struct waiting_line line = { 0 };
	enum status status =
		assignment_waiting_line(journal, later->person, later->decision, later->line, &line, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	if (ends_the_waiting(fact) && date_before(line.valid_from, later->ends_from))
		later->ends_from = line.valid_from;
	later->still_waits = date_before(line.valid_from, later->ends_from);
	return OK;
}

enum status assignment_complete_later(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct later_decision *later = fact->item;
	struct records lines = { 0 };
	const struct assignment_line *items;
	struct later_support *support;
	enum status status = settle_waiting(journal, fact, fault);

	if (status == OK)
		status = assignments_of(journal, later->person, &lines, fault);

	(void)findings;
	items = lines.items;
	later->support = records_new(&later_support_record, lines.count, journal->arena);
	later->support.count = 0;
	support = later->support.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (items[i].decision == later->decision && items[i].line == later->line &&
		    date_before(later->ends_from, items[i].valid_until))
			support[later->support.count++].assignment = items[i].assignment;
	return status;
}

enum status assignment_end_later(struct journal *journal, const struct journal_fact *cause, size_t place,
                                 void *item, bool *ret_follows, struct fault *fault)
{
	const struct later_decision *later = cause->item;
	const struct later_support *support = later->support.items;
	struct assignment_end *end = item;

	(void)journal, (void)fault;
	*ret_follows = place < later->support.count;
	if (*ret_follows)
		*end = (struct assignment_end){
			.person = later->person,
			.assignment = support[place].assignment,
			.ended_on = later->ends_from,
			.because = later_is_without_notice(later) ? later->without_notice : "decision",
			.told_on = later->decided_on,
			.told_how = "letter",
		};
	return OK;
}

enum status assignment_follow_later(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct later_decision *later = fact->item;
	const struct value ended[] = { value_number(register_id), value_number(later->person),
		                       value_number(later->decision), value_number(later->line),
		                       value_date(later->ends_from) };
	const struct value values[] = {
		value_number(register_id),     value_number(later->person),
		value_number(fact->fact),      value_number(0),
		value_text(later->product),    value_number(later->amount),
		value_text(later->unit),       value_text(later->frequency),
		value_date(later->ends_from),  value_date(later_until(later)),
		value_date(later->decided_on),
	};
	enum status status = db_run(db, &sql_assignment_shorten_waiting, ended, COUNT(ended), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_assignment_drop_waiting, ended, COUNT(ended), fault);
	if (status == OK && later_goes_on_in_kind(fact))
		status = db_run(db, &sql_assignment_add_waiting, values, COUNT(values), fault);
	return status;
}

enum status assignment_follow_restored(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                       struct arena *arena, struct fault *fault)
{
	const struct decision_restored *restored = fact->item;
	const struct value values[] = {
		value_number(register_id),         value_number(restored->person),
		value_number(restored->decision),  value_number(restored->line),
		value_text(restored->product),     value_number(restored->amount),
		value_text(restored->unit),        value_text(restored->frequency),
		value_date(restored->from),        value_date(restored->until),
		value_date(restored->restored_on),
	};

	(void)arena;
	return restored->is_budget ? OK
	                           : db_run(db, &sql_assignment_add_waiting, values, COUNT(values), fault);
}
