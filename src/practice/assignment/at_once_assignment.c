/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/assignment/at_once_assignment.h"

#include <assert.h>
#include <string.h>

#include "assignment_sql.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/ending.h"
#include "practice/decision/at_once.h"
#include "practice/desk/urgent.h"

/* Who is named, where that one can; else who is proposed first. */
static void take_deliverer(struct urgent_help *urgent, const struct advice *advice)
{
	const struct lane_set *set = advice->view.set;
	const struct assign_answer *answer = advice->answer;

	assert(set != NULL && answer != NULL);
	urgent->situation.has_advice = true;
	for (size_t i = 0; i < answer->able_count && urgent->deliverer == NULL; i++) {
		const char *name = set->parties.items[answer->candidates[i].party].name;

		if (!has_words(urgent->party) || strcmp(name, urgent->party) == 0)
			urgent->deliverer = name;
	}
	urgent->situation.is_able = urgent->deliverer != NULL;
	if (!has_words(urgent->party)) {
		urgent->party = urgent->deliverer;
		urgent->situation.is_known_party = true;
	}
}

enum status assignment_complete_urgent(struct journal *journal, struct journal_fact *fact,
                                       struct findings *findings, struct fault *fault)
{
	struct urgent_help *urgent = fact->item;
	struct advice advice = { 0 };
	enum status status = OK;

	(void)findings;
	urgent->deliverer = NULL;
	if (!urgent->situation.is_known_report || !urgent->situation.is_known_product)
		return OK;
	status = assignment_advice(journal,
	                           &(struct advice_asked){ .person = urgent->person,
	                                                   .product = urgent->product,
	                                                   .on = urgent->starts_on },
	                           &advice, fault);
	if (status == OK)
		take_deliverer(urgent, &advice);
	return status == NOT_FOUND ? OK : status;
}

enum status assignment_at_once(struct journal *journal, const struct journal_fact *cause, void *item,
                               bool *ret_follows, struct fault *fault)
{
	const struct urgent_help *urgent = cause->item;

	(void)journal, (void)fault;
	*ret_follows = has_words(urgent->deliverer) && urgent->amount > 0;
	if (*ret_follows)
		*(struct assignment *)item = (struct assignment){ .person = urgent->person,
			                                          .decision = cause->fact,
			                                          .deliverer = urgent->deliverer,
			                                          .from = urgent->starts_on,
			                                          .choice = CHOICE_URGENT };
	return OK;
}

enum status assignment_wait_for_urgent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                       struct arena *arena, struct fault *fault)
{
	const struct urgent_help *urgent = fact->item;
	const struct value values[] = {
		value_number(register_id),      value_number(urgent->person),
		value_number(fact->fact),       value_number(0),
		value_text(urgent->product),    value_number(urgent->amount),
		value_text(urgent->unit),       value_text(urgent->frequency),
		value_date(urgent->starts_on),  value_date(urgent_until(urgent)),
		value_date(urgent->decided_on),
	};

	(void)arena;
	return urgent->amount == 0 ? OK
	                           : db_run(db, &sql_assignment_add_waiting, values, COUNT(values), fault);
}

enum status assignment_complete_decision(struct journal *journal, struct journal_fact *fact,
                                         struct findings *findings, struct fault *fault)
{
	struct decision *decision = fact->item;
	const struct at_once_end *ends = decision->at_once.items;
	struct records lines = { 0 };
	const struct assignment_line *line;
	struct at_once_support *support;
	enum status status = OK;

	(void)findings;
	if (decision->at_once.count > 0)
		status = assignments_of(journal, decision->person, &lines, fault);
	line = lines.items;
	decision->at_once_support = records_new(&at_once_support_record, lines.count, journal->arena);
	decision->at_once_support.count = 0;
	support = decision->at_once_support.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		for (size_t n = 0; n < decision->at_once.count; n++)
			if (line[i].decision == ends[n].urgent &&
			    date_before(ends[n].ends_from, line[i].valid_until))
				support[decision->at_once_support.count++] =
					(struct at_once_support){ line[i].assignment, ends[n].ends_from };
	return status;
}

enum status assignment_end_at_once(struct journal *journal, const struct journal_fact *cause, size_t place,
                                   void *item, bool *ret_follows, struct fault *fault)
{
	const struct decision *decision = cause->item;
	const struct at_once_support *support = decision->at_once_support.items;

	(void)journal, (void)fault;
	*ret_follows = place < decision->at_once_support.count;
	if (*ret_follows)
		*(struct assignment_end *)item = (struct assignment_end){
			.person = decision->person,
			.assignment = support[place].assignment,
			.ended_on = support[place].ends_from,
			.because = decision->lines.count > 0 ? ENDED_REPLACED : "decision",
			.told_on = decision->decided_on,
			.told_how = "letter",
		};
	return OK;
}

enum status assignment_follow_at_once(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                      struct arena *arena, struct fault *fault)
{
	const struct decision *decision = fact->item;
	const struct at_once_end *end = decision->at_once.items;
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < decision->at_once.count; i++) {
		const struct value values[] = { value_number(register_id), value_number(decision->person),
			                        value_number(end[i].urgent), value_number(0),
			                        value_date(end[i].ends_from) };

		status = db_run(db, &sql_assignment_shorten_waiting, values, COUNT(values), fault);
		if (status == OK)
			status = db_run(db, &sql_assignment_drop_waiting, values, COUNT(values), fault);
	}
	return status;
}
