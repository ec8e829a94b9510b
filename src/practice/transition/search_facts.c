/* SPDX-License-Identifier: EUPL-1.2 */
/* A step of the search at the door: for what it is, who searches, and which step is due. */
#include <string.h>

#include "common/scheme/scheme_book.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/delivery.h"
#include "practice/transition/search.h"
#include "transition_sql.h"

static const struct field search_line_fields[] = {
	FIELD(struct search_line, search),
	FIELD(struct search_line, place),
	FIELD(struct search_line, assignment),
	FIELD(struct search_line, decision),
	FIELD(struct search_line, line),
	FIELD(struct search_line, step, .choices = search_steps),
	FIELD(struct search_line, party),
	FIELD(struct search_line, outcome),
	FIELD(struct search_line, asked),
	FIELD(struct search_line, members, .max_chars = 4000),
	FIELD(struct search_line, reason, .max_chars = 2000),
	FIELD(struct search_line, started_on),
	FIELD(struct search_line, ended_on),
};
static const struct record search_line_record = RECORD(struct search_line, "search_line", search_line_fields);

enum status searches_of(struct journal *journal, int64_t person, struct records *ret_lines,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_transition_searches_of, values, COUNT(values),
	               &(struct db_list){ &search_line_record, journal->arena, ret_lines }, fault);
}

/* Of an assignment: its line, who answers for it, and who delivers it on the day. */
static enum status find_assignment(struct journal *journal, struct search_step *step,
                                   const char **ret_deliverer, struct fault *fault)
{
	struct records lines, deliveries;
	const struct assignment_line *items;
	const struct delivery *delivery;
	enum status status = assignments_of(journal, step->person, &lines, fault);

	if (status == OK)
		status = deliveries_of(journal, step->person, &deliveries, fault);
	if (status)
		return status;
	items = lines.items;
	for (size_t i = 0; i < lines.count; i++) {
		if (items[i].assignment != step->assignment)
			continue;
		step->situation.is_known = true;
		step->decision = items[i].decision;
		step->line = items[i].line;
		step->product = items[i].product;
		step->party = items[i].party;
		delivery = delivery_on(&deliveries, step->assignment, step->started_on);
		*ret_deliverer = delivery == NULL ? items[i].deliverer : delivery->deliverer;
	}
	return OK;
}

static enum status find_waiting(struct journal *journal, struct search_step *step, struct fault *fault)
{
	struct waiting_line line;
	enum status status =
		assignment_waiting_line(journal, step->person, step->decision, step->line, &line, fault);

	step->situation.is_known = status == OK;
	step->product = line.product;
	return status == NOT_FOUND ? OK : status;
}

static bool names(const struct texts *texts, const char *name)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i], name) == 0)
			return true;
	return false;
}

/* Which members there are beside the one who delivers, and whether they were asked. */
static void compare_members(struct search_step *step, const struct texts *members, const char *deliverer)
{
	struct search_situation *situation = &step->situation;

	situation->asks_members = situation->asks_all = true;
	for (size_t i = 0; i < members->count; i++)
		if (strcmp(members->items[i], deliverer) != 0 && !names(&step->members, members->items[i]))
			situation->asks_all = false;
	for (size_t i = 0; i < step->members.count; i++)
		if (strcmp(step->members.items[i], deliverer) == 0 || !names(members, step->members.items[i]))
			situation->asks_members = false;
}

static void find_party(struct journal *journal, struct search_step *step, const char *deliverer)
{
	const struct scheme_entry *entry =
		scheme_book_with_product(journal->schemes, journal->register_id, step->product);
	const struct scheme_combination *combination;

	if (entry == NULL || step->party == NULL)
		return;
	step->situation.is_party = scheme_party(&entry->scheme, step->party) != NULL;
	combination = scheme_combination_on(&entry->scheme, step->party, step->started_on);
	if (combination == NULL)
		return;
	step->situation.is_combination = true;
	compare_members(step, &combination->members, deliverer);
}

/* Where the search stands: which step is due, from which day. */
static enum status find_place(struct journal *journal, const struct journal_fact *fact,
                              struct search_step *step, struct fault *fault)
{
	struct search_situation *situation = &step->situation;
	const struct search_line *last;
	struct records lines;
	enum status status = searches_of(journal, step->person, &lines, fault);

	if (status)
		return status;
	situation->due_place =
		search_due(&lines, step->decision, step->line, situation->is_combination, &last);
	step->search = fact->fact;
	if (last == NULL)
		return OK;
	situation->earliest_on = last->ended_on;
	if (!date_is(last->ended_on))
		situation->begun_on = last->started_on;
	if (situation->due_place != SEARCH_SAME_WORKER || last->outcome[0] == '\0')
		step->search = last->search;
	return OK;
}

static enum status prepare_step(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct search_step *step = fact->item;
	const char *deliverer = "";
	enum status status = step->assignment != 0 ? find_assignment(journal, step, &deliverer, fault)
	                                           : find_waiting(journal, step, fault);

	(void)findings;
	step->situation.today = clock_today(journal->clock);
	fact->valid_on = step->started_on;
	if (status != OK || !step->situation.is_known)
		return status;
	find_party(journal, step, deliverer);
	return find_place(journal, fact, step, fault);
}

static const char *joined(const struct texts *texts, struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < texts->count; i++)
		all = arena_print(arena, "%s%s%s", all, i == 0 ? "" : ",", texts->items[i]);
	return all;
}

static enum status apply_step(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct search_step *step = fact->item;
	const struct value values[] = {
		value_number(register_id),  value_number(step->person),
		value_number(step->search), value_number(search_place_of(step->step)),
		value_text(step->step),     value_number(step->decision),
		value_number(step->line),   value_number(step->assignment),
		value_text(step->party),    value_date(step->started_on),
		value_date(step->ended_on), value_text_or_empty(step->outcome),
		value_text(step->asked),    value_text(joined(&step->members, arena)),
		value_text(step->reason),   value_number(fact->fact),
	};

	return db_run(db, &sql_transition_take_step, values, COUNT(values), fault);
}

const struct journal_kind search_step_taken_kind = {
	.name = "search_step_taken",
	.title = WORDS("Stap in het zoeken vastleggen"),
	.done = WORDS("Gezocht naar wie kan komen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN,
	.record = &search_step_record,
	.prepare = prepare_step,
	.rules = search_rules,
	.rules_count = SEARCH_RULES_COUNT,
	.apply = apply_step,
};
