/* SPDX-License-Identifier: EUPL-1.2 */
/* Help at once and closing, at the door and as they are kept; and their letters. */
#include "common/calendar/calendar.h"
#include "common/document/letter_words.h"
#include "common/person/vault.h"
#include "common/scheme/resident.h"
#include "common/scheme/scheme_book.h"
#include "desk_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/urgent.h"

static const struct field urgent_line_fields[] = {
	FIELD(struct urgent_line, urgent),
	FIELD(struct urgent_line, report),
	FIELD(struct urgent_line, product),
	FIELD(struct urgent_line, party),
	FIELD(struct urgent_line, help, .max_chars = 1000),
	FIELD(struct urgent_line, reason, .max_chars = 1000),
	FIELD(struct urgent_line, decided_by),
	FIELD(struct urgent_line, decided_on),
	FIELD(struct urgent_line, starts_on),
	FIELD(struct urgent_line, objection_until),
};
const struct record urgent_line_record = RECORD(struct urgent_line, "urgent_line", urgent_line_fields);

static const struct field closing_line_fields[] = {
	FIELD(struct closing_line, report),
	FIELD(struct closing_line, closed),
	FIELD(struct closing_line, outcome, .choices = closing_outcomes),
	FIELD(struct closing_line, words, .max_chars = 1000),
	FIELD(struct closing_line, closed_on),
};
const struct record closing_line_record = RECORD(struct closing_line, "closing_line", closing_line_fields);

enum status desk_urgent_of(struct journal *journal, int64_t report, struct records *ret_lines,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(report) };

	return db_list(journal->db, &sql_desk_urgent_of, values, COUNT(values),
	               &(struct db_list){ &urgent_line_record, journal->arena, ret_lines }, fault);
}

enum status desk_closing_of(struct journal *journal, int64_t report, struct closing_line *ret_line,
                            struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(report) };
	enum status status = db_one(journal->db, &sql_desk_closing_of, values, COUNT(values), &rows, fault);

	*ret_line = (struct closing_line){ 0 };
	if (status == OK)
		db_record(&rows, &closing_line_record, ret_line, journal->arena);
	return status;
}

/* The report, and whether it is closed; how far its case is, the caseload adds. */
static enum status look(struct journal *journal, int64_t number, struct report_line *ret_report,
                        struct urgent_situation *situation, struct fault *fault)
{
	struct closing_line closing;
	enum status status = desk_report(journal, number, ret_report, fault);

	*situation = (struct urgent_situation){ .today = clock_today(journal->clock),
		                                .received_on = ret_report->received_on,
		                                .is_known_report = status == OK };
	if (status == OK)
		status = desk_closing_of(journal, number, &closing, fault);
	situation->is_closed = status == OK && situation->is_known_report;
	return status == NOT_FOUND ? OK : status;
}

/* --- help at once --- */

static enum status prepare_urgent(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct urgent_help *urgent = fact->item;
	struct report_line report;
	struct term term = { 0 };
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, or_empty(urgent->product));
	enum status status = look(journal, urgent->report, &report, &urgent->situation, fault);

	if (status == OK)
		status = vault_refuse_dead(journal, report.person, "report", findings, fault);
	fact->valid_on = urgent->decided_on;
	urgent->person = report.person;
	urgent->situation.is_known_party =
		has_words(urgent->party) &&
		scheme_book_with_party(journal->schemes, journal->register_id, urgent->party) != NULL;
	urgent->unit = product == NULL ? NULL : product->unit;
	urgent->frequency = product == NULL ? NULL : product->frequency;
	if (!date_is(urgent->last_day))
		urgent->last_day = date_add_days(urgent->starts_on, 7 * URGENT_WEEKS - 1);
	if (status == OK)
		status = resident_has_product(journal, urgent->person, urgent->product,
		                              &urgent->situation.is_known_product, fault);
	if (status == OK)
		status = resident_authority(journal, urgent->person, &urgent->authority, fault);
	if (status == OK)
		status = calendar_term(journal->calendar, "objection", urgent->decided_on, journal->arena,
		                       &term, fault);
	urgent->objection_until = term.due;
	urgent->steps = term.steps;
	return status;
}

static enum status apply_urgent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct urgent_help *urgent = fact->item;
	const struct value values[] = {
		value_number(register_id),      value_number(urgent->report),
		value_number(fact->fact),       value_number(urgent->person),
		value_text(urgent->product),    value_text_or_empty(urgent->party),
		value_text(urgent->help),       value_text(urgent->reason),
		value_text(urgent->decided_by), value_date(urgent->decided_on),
		value_date(urgent->starts_on),  value_date(urgent->objection_until),
	};

	(void)arena;
	return db_run(db, &sql_desk_add_urgent, values, COUNT(values), fault);
}

const struct journal_kind urgent_help_given_kind = {
	.name = "urgent_help_given",
	.title = WORDS("Meteen hulp geven"),
	.done = WORDS("Meteen hulp gegeven, voor het onderzoek klaar is"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT | MAY_DECIDE,
	.record = &urgent_help_record,
	.prepare = prepare_urgent,
	.rules = urgent_rules,
	.rules_count = URGENT_RULES_COUNT,
	.apply = apply_urgent,
};

/* --- closing --- */

static enum status prepare_closing(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct case_closing *closing = fact->item;
	struct report_line report;
	enum status status = look(journal, closing->report, &report, &closing->situation, fault);

	(void)findings;
	fact->valid_on = closing->closed_on;
	closing->person = report.person;
	closing->received_on = report.received_on;
	closing->asked = report.asked;
	return status;
}

static enum status apply_closing(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct case_closing *closing = fact->item;
	const struct value values[] = { value_number(register_id),    value_number(closing->report),
		                        value_number(fact->fact),     value_number(closing->person),
		                        value_text(closing->outcome), value_date(closing->closed_on),
		                        value_text(closing->words) };

	(void)arena;
	return db_run(db, &sql_desk_add_closing, values, COUNT(values), fault);
}

const struct journal_kind case_closed_kind = {
	.name = "case_closed",
	.title = WORDS("Melding afsluiten zonder besluit"),
	.done = WORDS("Melding afgesloten, zonder besluit"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &case_closing_record,
	.prepare = prepare_closing,
	.rules = closing_rules,
	.rules_count = CLOSING_RULES_COUNT,
	.apply = apply_closing,
};

/* --- their letters --- */

enum status desk_write_urgent(struct journal *journal, const struct journal_fact *cause, void *item,
                              bool *ret_follows, struct fault *fault)
{
	const struct urgent_help *urgent = cause->item;
	struct arena *arena = journal->arena;
	const struct term_step *steps = urgent->steps.items;
	const struct scheme_product *product =
		scheme_book_product(journal->schemes, journal->register_id, urgent->product);
	struct letter_values values = { 0 },
			     *step_values = ARENA_MANY(arena, urgent->steps.count + 1, struct letter_values);
	const struct letter_list list = { "steps", "step", step_values, urgent->steps.count };
	const struct letter_filling filling = { &values, &list, 1 };

	for (size_t i = 0; i < urgent->steps.count; i++)
		letter_value(&step_values[i], "step", term_step_words(&steps[i], "nl", arena));
	letter_value(&values, "product", product == NULL ? urgent->product : product->label);
	letter_value(&values, "party",
	             has_words(urgent->party)
	                     ? scheme_book_organisation(journal->schemes, journal->register_id, urgent->party)
	                     : "");
	letter_value(&values, "amount",
	             urgent->amount == 0 ? ""
	                                 : scheme_amount_words(urgent->amount, urgent->unit,
	                                                       urgent->frequency, "nl", arena));
	letter_value(&values, "last_day", calendar_date_words(urgent->last_day, "nl", true, arena));
	letter_value(&values, "help", urgent->help);
	letter_value(&values, "reason", urgent->reason);
	letter_value(&values, "starts_on", calendar_date_words(urgent->starts_on, "nl", true, arena));
	letter_value(&values, "decided_by", urgent->decided_by);
	letter_value(&values, "college",
	             arena_print(arena, "het college van burgemeester en wethouders%s%s",
	                         has_words(urgent->authority) ? " van " : "", or_empty(urgent->authority)));
	letter_value(&values, "until", calendar_date_words(urgent->objection_until, "nl", true, arena));
	letter_begin(item, "decision", cause, clock_today(journal->clock), "", arena);
	*ret_follows = true;
	return letter_fill(journal, item, "urgent", &filling, fault);
}

/* A letter that says that a report is closed is no decision (CRVB:2018:2013): it says so, and no term begins.
 */
enum status desk_write_closing(struct journal *journal, const struct journal_fact *cause, void *item,
                               bool *ret_follows, struct fault *fault)
{
	const struct case_closing *closing = cause->item;
	struct letter_values values = { 0 };
	const struct letter_filling filling = { &values, NULL, 0 };

	letter_value(&values, "received_on",
	             calendar_date_words(closing->received_on, "nl", false, journal->arena));
	letter_value(&values, "asked", closing->asked);
	letter_value(&values, "because", closing->words);
	letter_begin(item, "closing", cause, clock_today(journal->clock), "", journal->arena);
	*ret_follows = true;
	return letter_fill(journal, item, "closing", &filling, fault);
}
