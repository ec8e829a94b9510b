/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/at_once.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "decision_sql.h"
#include "practice/decision/decision_keep.h"
#include "practice/decision/later.h"
#include "practice/desk/urgent.h"

enum status at_once_lines(struct journal *journal, int64_t person, int64_t report, struct records *ret_lines,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(report) };

	return db_list(journal->db, &sql_decision_urgent_lines, values, COUNT(values),
	               &(struct db_list){ &granted_line_record, journal->arena, ret_lines }, fault);
}

enum status at_once_is(struct journal *journal, int64_t person, int64_t decision, bool *ret_is,
                       struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(decision) };
	enum status status = db_one(journal->db, &sql_decision_urgent, values, COUNT(values), &rows, fault);

	*ret_is = status == OK;
	return status == NOT_FOUND ? OK : status;
}

int64_t decision_notice_days(const struct journal *journal, const char *product)
{
	const struct scheme_entry *entry =
		scheme_book_with_product(journal->schemes, journal->register_id, product);
	const struct scheme_norm *norms = entry == NULL ? NULL : entry->scheme.norms.items;

	for (size_t i = 0; norms != NULL && i < entry->scheme.norms.count; i++)
		if (norms[i].measure != NULL && strcmp(norms[i].measure, "change_notice") == 0)
			return norms[i].within_days;
	return CHANGE_NOTICE_DAYS;
}

/* The day on which the decision takes the place of a line: of the same product, else of what it grants first.
 */
static struct date replaced_on(struct journal *journal, const struct decision *decision,
                               const struct granted_line *line)
{
	const struct decision_line *granted = decision->lines.items;

	for (size_t i = 0; i < decision->lines.count; i++)
		if (granted[i].product != NULL && strcmp(granted[i].product, line->product) == 0)
			return granted[i].from;
	return decision->lines.count > 0
	               ? granted[0].from
	               : date_add_days(decision->decided_on,
	                               (int32_t)decision_notice_days(journal, line->product));
}

enum status at_once_complete(struct journal *journal, struct decision *decision, struct fault *fault)
{
	struct records lines = { 0 };
	const struct granted_line *line;
	struct at_once_end *ends;
	enum status status = at_once_lines(journal, decision->person, decision->report, &lines, fault);

	line = lines.items;
	decision->at_once = records_new(&at_once_end_record, lines.count, journal->arena);
	decision->at_once.count = 0;
	ends = decision->at_once.items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		struct date ends_from = replaced_on(journal, decision, &line[i]);

		if (date_before(ends_from, line[i].valid_until))
			ends[decision->at_once.count++] = (struct at_once_end){ line[i].decision, ends_from };
	}
	return status;
}

enum status at_once_keep_end(struct db *db, int64_t register_id, const struct decision *decision,
                             struct fault *fault)
{
	const struct at_once_end *end = decision->at_once.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < decision->at_once.count; i++) {
		const struct value values[] = { value_number(register_id), value_number(decision->person),
			                        value_number(end[i].urgent), value_number(0),
			                        value_date(end[i].ends_from) };

		status = db_run(db, &sql_decision_shorten_line, values, COUNT(values), fault);
		if (status == OK)
			status = db_run(db, &sql_decision_drop_line, values, COUNT(values), fault);
	}
	return status;
}

enum status at_once_judge(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                          struct fault *fault)
{
	struct urgent_help *urgent = fact->item;
	struct records lines = { 0 };
	const struct granted_line *line;
	enum status status = decision_lines_of(journal, urgent->person, DATE_LAST, &lines, fault);

	(void)findings;
	line = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (strcmp(line[i].product, urgent->product) == 0 &&
		    date_before(line[i].valid_from, urgent_until(urgent)) &&
		    date_before(urgent->starts_on, line[i].valid_until))
			urgent->situation.overlaps = true;
	return status;
}

enum status at_once_follow(struct db *db, int64_t register_id, const struct journal_fact *fact,
                           struct arena *arena, struct fault *fault)
{
	const struct urgent_help *urgent = fact->item;
	const struct value added[] = { value_number(register_id), value_number(urgent->person),
		                       value_number(urgent->report), value_number(fact->fact),
		                       value_text_or_empty(urgent->authority) };
	const struct value line[] = {
		value_number(register_id),
		value_number(urgent->person),
		value_number(fact->fact),
		value_number(0),
		value_text(urgent->product),
		value_number(urgent->amount),
		value_text(urgent->unit),
		value_text(urgent->frequency),
		value_date(urgent->starts_on),
		value_date(urgent_until(urgent)),
		value_text(urgent->reason),
		value_text(NULL),
		value_text(NULL),
		value_date(urgent->decided_on),
		value_number(0),
	};
	enum status status = OK;

	(void)arena;
	if (urgent->amount == 0)
		return OK;
	status = db_run(db, &sql_decision_add_urgent, added, COUNT(added), fault);
	return status == OK ? db_run(db, &sql_decision_add_line, line, COUNT(line), fault) : status;
}
