/* SPDX-License-Identifier: EUPL-1.2 */
/* Later decisions at the door, and what they do to the lines that run. */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/person/departure.h"
#include "common/scheme/resident.h"
#include "common/scheme/scheme_book.h"
#include "decision_sql.h"
#include "platform/base/words.h"
#include "practice/decision/at_once.h"
#include "practice/decision/decision.h"
#include "practice/decision/decision_keep.h"
#include "practice/decision/later.h"

static const struct field later_kept_fields[] = {
	FIELD(struct later_kept, later),
	FIELD(struct later_kept, person),
	FIELD(struct later_kept, report),
	FIELD(struct later_kept, decision),
	FIELD(struct later_kept, line),
	FIELD(struct later_kept, sort),
	FIELD(struct later_kept, product),
	FIELD(struct later_kept, ground, .choices = later_grounds),
	FIELD(struct later_kept, without_notice),
	FIELD(struct later_kept, why_without, .max_chars = 2000),
	FIELD(struct later_kept, decided_by),
	FIELD(struct later_kept, mandate),
	FIELD(struct later_kept, reasons, .max_chars = 8000),
	FIELD(struct later_kept, decided_on),
	FIELD(struct later_kept, effective_from),
	FIELD(struct later_kept, ends_from),
	FIELD(struct later_kept, objection_until),
	FIELD(struct later_kept, restored_on),
};
const struct record later_kept_record = RECORD(struct later_kept, "later_kept", later_kept_fields);

enum status later_of(struct journal *journal, int64_t person, struct date until, struct records *ret_kept,
                     struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_decision_later_of, values, COUNT(values),
	               &(struct db_list){ &later_kept_record, journal->arena, ret_kept }, fault);
}

bool later_goes_on_in_kind(const struct journal_fact *fact)
{
	return fact->kind == &decision_changed_kind &&
	       !((const struct later_decision *)fact->item)->is_budget;
}

static enum later_sort sort_of(const struct journal_fact *fact)
{
	return fact->kind == &decision_changed_kind ? LATER_CHANGED
	       : fact->kind == &decision_ended_kind ? LATER_ENDED
	                                            : LATER_WITHDRAWN;
}

static const char *const sort_codes[] = {
	[LATER_CHANGED] = "changed",
	[LATER_ENDED] = "ended",
	[LATER_WITHDRAWN] = "withdrawn",
};

/* --- at the door --- */

static void take_line(struct later_decision *later, const struct granted_line *line)
{
	later->product = line->product;
	later->unit = line->unit;
	later->frequency = line->frequency;
	later->amount_before = line->amount;
	later->is_budget = later->situation.is_budget = line->is_budget;
	later->earlier_on = line->decided_on;
	later->line_from = line->valid_from;
	later->line_until = line->valid_until;
	later->situation.is_known = true;
}

/* Whether another line of the product has days in the new period. */
static bool overlaps(const struct later_decision *later, const struct records *lines)
{
	const struct granted_line *items = lines->items;

	for (size_t i = 0; i < lines->count; i++)
		if ((items[i].decision != later->decision || items[i].line != later->line) &&
		    strcmp(items[i].product, later->product) == 0 &&
		    date_before(items[i].valid_from, later_until(later)) &&
		    date_before(later->ends_from, items[i].valid_until))
			return true;
	return false;
}

static struct date later_of_two(struct date a, struct date b)
{
	return date_before(a, b) ? b : a;
}

/* When what runs is not as before: on the day itself, but after wrong data not before the notice has run. */
static void set_days(struct journal *journal, struct later_decision *later)
{
	later->notice_until = later->situation.notice_until =
		date_add_days(later->decided_on, (int32_t)decision_notice_days(journal, later->product));
	later->ends_from = later->effective_from;
	if (!later_is_without_notice(later))
		later->ends_from = later_of_two(later->ends_from, later->notice_until);
	if (date_before(later->line_until, later->ends_from))
		later->ends_from = later->line_until;
}

static enum status find_line(struct journal *journal, struct later_decision *later, struct fault *fault)
{
	struct records lines = { 0 };
	const struct granted_line *items;
	enum status status = decision_lines_of(journal, later->person, DATE_LAST, &lines, fault);

	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (items[i].decision == later->decision && items[i].line == later->line)
			take_line(later, &items[i]);
	if (status != OK || !later->situation.is_known)
		return status;
	set_days(journal, later);
	later->situation.overlaps = later->situation.sort == LATER_CHANGED && overlaps(later, &lines);
	return OK;
}

static enum status find_report(struct journal *journal, struct later_decision *later, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(later->person),
		                        value_number(later->decision) };
	enum status status =
		db_one(journal->db, &sql_decision_report_of, values, COUNT(values), &rows, fault);

	later->report = status == OK ? db_number(&rows, 0) : 0;
	if (status == NOT_FOUND)
		status = OK;
	return status == OK ? at_once_is(journal, later->person, later->decision, &later->is_at_once, fault)
	                    : status;
}

static enum status look_at_departure(struct journal *journal, struct later_decision *later,
                                     struct fault *fault)
{
	struct departed departed;
	enum status status = departure_of(journal, later->person, &departed, fault);

	later->situation.has_died = status == OK && strcmp(departed.sort, DEPARTURE_DIED) == 0;
	later->situation.has_left = status == OK && !later->situation.has_died;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_later(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct later_decision *later = fact->item;
	const struct scheme_product *product;
	struct term term;
	enum status status;

	(void)findings;
	fact->valid_on = later->effective_from;
	later->situation =
		(struct later_situation){ .today = clock_today(journal->clock), .sort = sort_of(fact) };
	status = look_at_departure(journal, later, fault);
	if (status == OK)
		status = find_line(journal, later, fault);
	if (status != OK || !later->situation.is_known)
		return status;
	product = scheme_book_product(journal->schemes, journal->register_id, later->product);
	later->situation.needs_last_day = product != NULL && product->needs_end_date;
	status = find_report(journal, later, fault);
	if (status == OK)
		status = resident_authority(journal, later->person, &later->authority, fault);
	if (status == OK)
		status = calendar_term(journal->calendar, "objection", later->decided_on, journal->arena,
		                       &term, fault);
	if (status)
		return status;
	later->objection_until = term.due;
	later->steps = term.steps;
	return OK;
}

/* --- what it does --- */

static enum status keep(struct db *db, int64_t register_id, const struct journal_fact *fact,
                        struct fault *fault)
{
	const struct later_decision *later = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(later->person),
		value_number(fact->fact),
		value_number(later->report),
		value_number(later->decision),
		value_number(later->line),
		value_text(sort_codes[sort_of(fact)]),
		value_text(later->product),
		value_date(later->decided_on),
		value_date(later->effective_from),
		value_date(later->ends_from),
		value_date(later->notice_until),
		value_text(later->ground),
		value_text_or_empty(later->without_notice),
		value_text_or_empty(later->why_without),
		value_text(later->decided_by),
		value_text_or_empty(later->mandate),
		value_text(later->reasons),
		value_date(later->objection_until),
	};

	return db_run(db, &sql_decision_add_later, values, COUNT(values), fault);
}

static enum status add_new_line(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct fault *fault)
{
	const struct later_decision *later = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(later->person),
		value_number(fact->fact),
		value_number(0),
		value_text(later->product),
		value_number(later->amount),
		value_text(later->unit),
		value_text(later->frequency),
		value_date(later->ends_from),
		value_date(later_until(later)),
		value_text(later->reasons),
		value_text(NULL),
		value_text(NULL),
		value_date(later->decided_on),
		value_number(later->is_budget),
	};

	return db_run(db, &sql_decision_add_line, values, COUNT(values), fault);
}

/* What a departure ends is kept, so that it can stand again where the departure was a mistake. */
static enum status keep_stopped(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct fault *fault)
{
	const struct later_decision *later = fact->item;
	const struct value values[] = { value_number(register_id), value_number(later->person),
		                        value_number(fact->fact) };

	if (!later_is_of_departure(later) || fact->kind != &decision_ended_kind)
		return OK;
	return db_run(db, &sql_decision_keep_stopped, values, COUNT(values), fault);
}

/* What changes help at once is help at once, and ends with it. */
static enum status follow_urgent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct fault *fault)
{
	const struct later_decision *later = fact->item;
	const struct value values[] = { value_number(register_id), value_number(later->person),
		                        value_number(later->decision), value_number(fact->fact) };

	return db_run(db, &sql_decision_follow_urgent, values, COUNT(values), fault);
}

static enum status apply_later(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct later_decision *later = fact->item;
	const struct value values[] = { value_number(register_id), value_number(later->person),
		                        value_number(later->decision), value_number(later->line),
		                        value_date(later->ends_from) };
	enum status status = keep(db, register_id, fact, fault);

	(void)arena;
	if (status == OK)
		status = keep_stopped(db, register_id, fact, fault);
	if (status == OK)
		status = db_run(db, &sql_decision_shorten_line, values, COUNT(values), fault);
	if (status == OK)
		status = db_run(db, &sql_decision_drop_line, values, COUNT(values), fault);
	if (status == OK && fact->kind == &decision_changed_kind)
		status = add_new_line(db, register_id, fact, fault);
	if (status == OK && fact->kind == &decision_changed_kind)
		status = follow_urgent(db, register_id, fact, fault);
	return status;
}

const struct journal_kind decision_changed_kind = {
	.name = "decision_changed",
	.title = WORDS("Besluit wijzigen"),
	.done = WORDS("Besluit gewijzigd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_DECIDE,
	.record = &decision_changed_record,
	.prepare = prepare_later,
	.rules = later_rules,
	.rules_count = LATER_RULES_COUNT,
	.apply = apply_later,
	.ends_task = "decision-again",
};

const struct journal_kind decision_ended_kind = {
	.name = "decision_ended",
	.title = WORDS("Ondersteuning beëindigen"),
	.done = WORDS("Ondersteuning beëindigd"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_DECIDE,
	.record = &decision_ended_record,
	.prepare = prepare_later,
	.rules = later_rules,
	.rules_count = LATER_RULES_COUNT,
	.apply = apply_later,
	.ends_task = "decision-again",
};

const struct journal_kind decision_withdrawn_kind = {
	.name = "decision_withdrawn",
	.title = WORDS("Besluit intrekken"),
	.done = WORDS("Besluit ingetrokken"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_DECIDE,
	.record = &decision_withdrawn_record,
	.prepare = prepare_later,
	.rules = later_rules,
	.rules_count = LATER_RULES_COUNT,
	.apply = apply_later,
	.ends_task = "decision-again",
};
