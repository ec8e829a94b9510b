/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/person/person.h"
#include "common/person/vault.h"
#include "common/scheme/resident.h"
#include "common/scheme/scheme_book.h"
#include "decision_sql.h"
#include "platform/base/words.h"
#include "practice/decision/at_once.h"
#include "practice/decision/decision.h"
#include "practice/decision/decision_keep.h"
#include "practice/desk/desk_store.h"
#include "practice/investigation/investigation.h"
#include "practice/plan/struck.h"

#define ROW_BYTES ((size_t)64 * 1024)

static const struct field application_line_fields[] = {
	FIELD(struct application_line, report), FIELD(struct application_line, application),
	FIELD(struct application_line, person), FIELD(struct application_line, received_on),
	FIELD(struct application_line, due_on),
};
static const struct record application_line_record =
	RECORD(struct application_line, "application_line", application_line_fields);

static const struct field decision_kept_fields[] = {
	FIELD(struct decision_kept, report),
	FIELD(struct decision_kept, decision),
	FIELD(struct decision_kept, person),
	FIELD(struct decision_kept, decided_on),
	FIELD(struct decision_kept, outcome, .choices = decision_outcomes),
	FIELD(struct decision_kept, decided_by),
	FIELD(struct decision_kept, reasons),
	FIELD(struct decision_kept, objection_until),
	FIELD(struct decision_kept, authority),
	FIELD(struct decision_kept, mandate),
	FIELD(struct decision_kept, not_granted, .max_chars = 4000),
};
const struct record decision_kept_record =
	RECORD(struct decision_kept, "decision_kept", decision_kept_fields);

static const struct field granted_line_fields[] = {
	FIELD(struct granted_line, decision),
	FIELD(struct granted_line, line),
	FIELD(struct granted_line, product),
	FIELD(struct granted_line, amount),
	FIELD(struct granted_line, unit, .choices = scheme_units),
	FIELD(struct granted_line, frequency, .choices = scheme_frequencies),
	FIELD(struct granted_line, valid_from),
	FIELD(struct granted_line, valid_until),
	FIELD(struct granted_line, decided_on),
	FIELD(struct granted_line, reasons),
	FIELD(struct granted_line, is_budget),
};
const struct record granted_line_record = RECORD(struct granted_line, "granted_line", granted_line_fields);

enum status decision_was_asked(struct journal *journal, int64_t person, bool *ret_has, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	enum status status =
		db_one(journal->db, &sql_decision_was_asked, values, COUNT(values), &rows, fault);

	*ret_has = status == OK;
	return status == NOT_FOUND ? OK : status;
}

enum status decision_application_of(struct journal *journal, int64_t report,
                                    struct application_line *ret_line, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(report) };
	enum status status =
		db_one(journal->db, &sql_decision_application, values, COUNT(values), &rows, fault);

	*ret_line = (struct application_line){ 0 };
	if (status == OK)
		db_record(&rows, &application_line_record, ret_line, journal->arena);
	return status;
}

enum status decision_of(struct journal *journal, int64_t report, struct decision_kept *ret_decision,
                        struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(report) };
	enum status status = db_one(journal->db, &sql_decision_of, values, COUNT(values), &rows, fault);

	*ret_decision = (struct decision_kept){ 0 };
	if (status == OK)
		db_record(&rows, &decision_kept_record, ret_decision, journal->arena);
	return status;
}

enum status decisions_of(struct journal *journal, int64_t person, struct date until,
                         struct records *ret_decisions, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_decision_all_of, values, COUNT(values),
	               &(struct db_list){ &decision_kept_record, journal->arena, ret_decisions }, fault);
}

enum status decision_people(struct journal *journal, const char *product, struct date on,
                            struct records *ret_people, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on),
		                        value_text(product) };

	return db_list(journal->db, &sql_decision_people, values, COUNT(values),
	               &(struct db_list){ &person_number_record, journal->arena, ret_people }, fault);
}

static const struct field decision_due_fields[] = { FIELD(struct decision_due, decision) };
static const struct record decision_due_record =
	RECORD(struct decision_due, "decision_due", decision_due_fields);

enum status decision_due_of(struct journal *journal, int64_t person, struct records *ret_due,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_decision_due_of, values, COUNT(values),
	               &(struct db_list){ &decision_due_record, journal->arena, ret_due }, fault);
}

enum status decision_contributors(struct journal *journal, struct records *ret_people, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_decision_contributors, values, COUNT(values),
	               &(struct db_list){ &person_number_record, journal->arena, ret_people }, fault);
}

enum status decisions_ending(struct journal *journal, const struct ending_visit *visit, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROW_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_date(visit->on),
		                        value_date(visit->until) };
	enum status status =
		db_select(journal->db, &sql_decision_ending, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		arena_clear(arena);
		visit->visit(visit->context, &(struct ending_line){ .person = db_number(&rows, 0),
		                                                    .decision = db_number(&rows, 1),
		                                                    .line = db_number(&rows, 2),
		                                                    .product = db_text(&rows, 3, arena),
		                                                    .valid_from = db_date(&rows, 4),
		                                                    .valid_until = db_date(&rows, 5),
		                                                    .born = db_date(&rows, 6),
		                                                    .postcode = db_text(&rows, 7, arena),
		                                                    .house_number = db_number(&rows, 8) });
	}
	return status == NOT_FOUND ? OK : status;
}

enum status decision_lines_of(struct journal *journal, int64_t person, struct date until,
                              struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(until) };

	return db_list(journal->db, &sql_decision_lines_of, values, COUNT(values),
	               &(struct db_list){ &granted_line_record, journal->arena, ret_lines }, fault);
}

/* --- application --- */

static enum status application_situation(struct journal *journal, const struct application *application,
                                         struct application_situation *situation, struct fault *fault)
{
	struct investigation_outcome outcome;
	struct application_line earlier;
	enum status status = investigation_of(journal, application->report, &outcome, fault);

	situation->today = clock_today(journal->clock);
	situation->is_investigated = status == OK;
	if (status == OK || status == NOT_FOUND)
		status = decision_application_of(journal, application->report, &earlier, fault);
	situation->is_applied = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_application(struct journal *journal, struct journal_fact *fact,
                                       struct findings *findings, struct fault *fault)
{
	struct application *application = fact->item;
	struct report_line report;
	struct term term;
	enum status status = desk_report(journal, application->report, &report, fault);

	application->situation.is_known_report = status == OK;
	if (status == OK)
		status = vault_refuse_dead(journal, report.person, "report", findings, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	application->person = report.person;
	application->situation.received_on = report.received_on;
	application->situation.investigation_due_on = report.due_on;
	fact->valid_on = application->received_on;
	status = application_situation(journal, application, &application->situation, fault);
	if (status == OK)
		status = calendar_term(journal->calendar, "decision", application->received_on,
		                       journal->arena, &term, fault);
	if (status)
		return status;
	application->due_on = term.due;
	application->steps = term.steps;
	return OK;
}

static enum status apply_application(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                     struct arena *arena, struct fault *fault)
{
	const struct application *application = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(application->report),
		                        value_number(fact->fact),
		                        value_number(application->person),
		                        value_date(application->received_on),
		                        value_date(application->due_on) };

	(void)arena;
	return db_run(db, &sql_decision_add_application, values, COUNT(values), fault);
}

const struct journal_kind application_received_kind = {
	.name = "application_received",
	.title = WORDS("Aanvraag vastleggen"),
	.done = WORDS("Aanvraag ontvangen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &application_record,
	.prepare = prepare_application,
	.rules = application_rules,
	.rules_count = APPLICATION_RULES_COUNT,
	.apply = apply_application,
};

/* --- decision --- */

static enum status line_overlaps(struct journal *journal, const struct decision *decision,
                                 const struct decision_line *line, bool *overlaps, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(decision->person),
		                        value_text(line->product),
		                        value_date(line->from),
		                        value_date(decision_line_until(line)),
		                        value_number(decision->report) };
	enum status status = db_one(journal->db, &sql_decision_overlap, values, COUNT(values), &rows, fault);

	*overlaps = *overlaps || status == OK;
	return status == NOT_FOUND ? OK : status;
}

enum status decision_household_has(struct journal *journal, int64_t person, const struct decision_line *line,
                                   bool *ret_has, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, line->product);
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_text(line->product), value_date(line->from),
		                        value_date(decision_line_until(line)) };
	enum status status;

	*ret_has = false;
	if (product == NULL || !scheme_product_serves_household(product))
		return OK;
	status = db_one(journal->db, &sql_decision_household, values, COUNT(values), &rows, fault);
	*ret_has = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* Whether the norm set may be used, and whether the household has the product already. */
static enum status judge_line(struct journal *journal, const struct decision *decision,
                              const struct decision_line *line, struct decision_situation *situation,
                              struct fault *fault)
{
	enum norm_standing standing = NORM_HOLDS;
	bool has = false;
	enum status status = OK;

	if (has_words(line->norm_set))
		status = norm_standing_on(journal, line->norm_set, decision->decided_on, &standing, fault);
	situation->norms_hold = situation->norms_hold && standing == NORM_HOLDS;
	if (status == OK && !has_words(line->household_reason))
		status = decision_household_has(journal, decision->person, line, &has, fault);
	situation->is_in_household = situation->is_in_household || has;
	return status;
}

/* So many days as the scheme of the product says for a measure; 0 where it says none. */
static int64_t scheme_days(const struct journal *journal, const char *product, const char *measure)
{
	const struct scheme_entry *entry =
		scheme_book_with_product(journal->schemes, journal->register_id, product);
	const struct scheme_norm *norms = entry == NULL ? NULL : entry->scheme.norms.items;

	for (size_t i = 0; norms != NULL && i < entry->scheme.norms.count; i++)
		if (norms[i].measure != NULL && strcmp(norms[i].measure, measure) == 0)
			return norms[i].within_days;
	return 0;
}

/* The days on which the line is looked at again, where the scheme has them and nobody chose one. */
static void set_looks(const struct journal *journal, struct decision_line *line)
{
	int64_t after = scheme_days(journal, line->product, "evaluation");
	int64_t before = scheme_days(journal, line->product, "reassessment");
	struct date until = decision_line_until(line), look;

	look = date_add_days(line->from, (int32_t)after);
	if (after > 0 && !date_is(line->evaluate_on) && date_before(look, until))
		line->evaluate_on = look;
	look = date_add_days(until, (int32_t)-before);
	if (before > 0 && !date_is(line->reassess_on) && date_is(line->last_day) &&
	    date_before(line->from, look))
		line->reassess_on = look;
}

static enum status find_birth(struct journal *journal, struct decision *decision, struct fault *fault)
{
	struct identity who = { 0 };
	enum status status = vault_identity(journal, decision->person, &who, fault);

	decision->situation.born = who.born;
	return status == NOT_FOUND ? OK : status;
}

/* A product that the resident's municipality has not is unknown. */
enum status decision_complete_lines(struct journal *journal, struct decision *decision, struct fault *fault)
{
	struct decision_situation *situation = &decision->situation;
	struct decision_line *lines = decision->lines.items;
	enum status status = OK;

	situation->is_known_product = situation->weekly_has_last_day = situation->norms_hold = true;
	status = find_birth(journal, decision, fault);
	for (size_t i = 0; status == OK && i < decision->lines.count; i++) {
		const struct scheme_product *product =
			scheme_book_product(journal->schemes, journal->register_id, lines[i].product);
		bool is_here = false;

		status = resident_has_product(journal, decision->person, lines[i].product, &is_here, fault);
		if (status != OK || product == NULL || !is_here) {
			situation->is_known_product = false;
			continue;
		}
		lines[i].unit = product->unit;
		lines[i].frequency = product->frequency;
		if (product->needs_end_date && !date_is(lines[i].last_day))
			situation->weekly_has_last_day = false;
		set_looks(journal, &lines[i]);
		status = line_overlaps(journal, decision, &lines[i], &situation->overlaps, fault);
		if (status == OK)
			status = judge_line(journal, decision, &lines[i], situation, fault);
	}
	return status;
}

static enum status decision_situation(struct journal *journal, struct decision *decision,
                                      struct decision_situation *situation, struct fault *fault)
{
	struct application_line application = { 0 };
	struct decision_kept earlier = { 0 };
	enum status status = decision_application_of(journal, decision->report, &application, fault);

	situation->today = clock_today(journal->clock);
	situation->is_applied = status == OK;
	situation->applied_on = application.received_on;
	if (status == OK || status == NOT_FOUND)
		status = decision_of(journal, decision->report, &earlier, fault);
	situation->is_decided = status == OK;
	decision->replaces = status == OK && strcmp(earlier.outcome, "refused") == 0 ? earlier.decision : 0;
	return status == NOT_FOUND ? OK : status;
}

/* The most of the day on which the first line begins. */
static enum status complete_contribution(struct decision *decision, struct fault *fault)
{
	const struct decision_line *lines = decision->lines.items;
	struct resident_amount most = { 0 };
	enum status status = OK;

	if (has_words(decision->contribution) && strcmp(decision->contribution, "due") == 0)
		status = contribution_most(decision->lines.count == 0 ? decision->decided_on : lines[0].from,
		                           &most, fault);
	decision->contribution_cents = most.cents;
	return status;
}

static enum status prepare_decision(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct decision *decision = fact->item;
	struct report_line report;
	struct term term;
	enum status status = desk_report(journal, decision->report, &report, fault);

	decision->situation.is_known_report = status == OK;
	if (status == OK && decision->lines.count > 0)
		status = vault_refuse_dead(journal, report.person, "report", findings, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	decision->person = report.person;
	fact->valid_on = decision->decided_on;
	status = decision_situation(journal, decision, &decision->situation, fault);
	if (status == OK)
		status = resident_authority(journal, decision->person, &decision->authority, fault);
	if (status == OK)
		status = decision_complete_lines(journal, decision, fault);
	if (status == OK)
		status = at_once_complete(journal, decision, fault);
	if (status == OK)
		status = calendar_term(journal->calendar, "objection", decision->decided_on, journal->arena,
		                       &term, fault);
	if (status)
		return status;
	decision->objection_until = term.due;
	decision->steps = term.steps;
	return complete_contribution(decision, fault);
}

static enum status add_line(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            size_t number, struct fault *fault)
{
	const struct decision *decision = fact->item;
	const struct decision_line *line = &((const struct decision_line *)decision->lines.items)[number];
	const struct value values[] = {
		value_number(register_id),
		value_number(decision->person),
		value_number(fact->fact),
		value_number((int64_t)number),
		value_text(line->product),
		value_number(line->amount),
		value_text(line->unit),
		value_text(line->frequency),
		value_date(line->from),
		value_date(decision_line_until(line)),
		value_text(line->reasons),
		value_text(line->norm_set),
		value_text(line->household_reason),
		value_date(decision->decided_on),
		value_number(decision_line_is_budget(decision, line) ? 1 : 0),
	};

	return db_run(db, &sql_decision_add_line, values, COUNT(values), fault);
}

enum status decision_keep(struct db *db, int64_t register_id, const struct journal_fact *fact,
                          struct arena *arena, struct fault *fault)
{
	const struct decision *decision = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(decision->report),
		value_number(fact->fact),
		value_number(decision->person),
		value_date(decision->decided_on),
		value_text(decision->outcome),
		value_text(decision->decided_by),
		value_text(decision->reasons),
		value_date(decision->objection_until),
		value_text(decision->authority),
		value_text_or_empty(decision->mandate),
		value_text_or_empty(decision->not_granted),
		value_text_or_empty(decision->contribution),
	};
	const struct value replaced[] = { value_number(register_id), value_number(decision->report),
		                          value_number(decision->replaces) };
	enum status status = OK;

	(void)arena;
	if (decision->replaces != 0)
		status = db_run(db, &sql_decision_replace, replaced, COUNT(replaced), fault);
	if (status == OK && decision->replaces != 0)
		status = db_run(db, &sql_decision_remove, replaced, COUNT(replaced), fault);
	if (status == OK)
		status = db_run(db, &sql_decision_add, values, COUNT(values), fault);
	for (size_t i = 0; status == OK && i < decision->lines.count; i++)
		status = add_line(db, register_id, fact, i, fault);
	return status == OK ? at_once_keep_end(db, register_id, decision, fault) : status;
}

const struct journal_kind decision_taken_kind = {
	.name = "decision_taken",
	.title = WORDS("Besluit nemen"),
	.done = WORDS("Besluit genomen"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_DECIDE,
	.record = &decision_record,
	.prepare = prepare_decision,
	.rules = decision_rules,
	.rules_count = DECISION_RULES_COUNT,
	.apply = decision_keep,
	.ends_task = "decision-anew",
};
