/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/calendar/calendar.h"
#include "common/person/vault.h"
#include "common/scheme/resident.h"
#include "common/scheme/scheme_book.h"
#include "investigation_sql.h"
#include "platform/base/words.h"
#include "practice/desk/desk_store.h"
#include "practice/desk/offer.h"
#include "practice/investigation/investigation.h"

static const struct field outcome_fields[] = {
	FIELD(struct investigation_outcome, report),
	FIELD(struct investigation_outcome, investigation),
	FIELD(struct investigation_outcome, concluded_on),
	FIELD(struct investigation_outcome, needs),
	FIELD(struct investigation_outcome, own_strength),
	FIELD(struct investigation_outcome, network),
	FIELD(struct investigation_outcome, general_provisions),
	FIELD(struct investigation_outcome, conclusion),
	FIELD(struct investigation_outcome, network_helps, .choices = network_answers),
	FIELD(struct investigation_outcome, helper_who),
	FIELD(struct investigation_outcome, helper_what),
	FIELD(struct investigation_outcome, helper_how_long),
	FIELD(struct investigation_outcome, helper_capacity),
	FIELD(struct investigation_outcome, network_review_on),
};
const struct record investigation_outcome_record =
	RECORD(struct investigation_outcome, "investigation_outcome", outcome_fields);

enum status investigation_of(struct journal *journal, int64_t report,
                             struct investigation_outcome *ret_outcome, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(report) };
	enum status status =
		db_one(journal->db, &sql_investigation_outcome, values, COUNT(values), &rows, fault);

	*ret_outcome = (struct investigation_outcome){ 0 };
	if (status == OK)
		db_record(&rows, &investigation_outcome_record, ret_outcome, journal->arena);
	return status;
}

enum status investigation_lines(struct journal *journal, int64_t report, struct records *ret_lines,
                                struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(report) };

	return db_list(journal->db, &sql_investigation_lines, values, COUNT(values),
	               &(struct db_list){ &investigation_line_record, journal->arena, ret_lines }, fault);
}

/* Whether the resident's municipality has the product of every line. */
static enum status find_products(struct journal *journal, struct investigation *investigation,
                                 struct fault *fault)
{
	const struct investigation_line *lines = investigation->lines.items;
	bool has = true;
	enum status status = OK;

	for (size_t i = 0; status == OK && has && i < investigation->lines.count; i++)
		status = resident_has_product(journal, investigation->person, lines[i].product, &has, fault);
	investigation->situation.is_known_product = has;
	return status;
}

/* What a scheme of the register wants written down when it asks the network first. */
static struct texts network_evidence(const struct journal *journal)
{
	const struct scheme_entry *entry;

	for (size_t i = 0; (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL; i++)
		if (entry->scheme.network_first.evidence.count > 0)
			return entry->scheme.network_first.evidence;
	return (struct texts){ 0 };
}

/* Until when there may be a plan, and whether it is there. */
static enum status find_plan(struct journal *journal, const struct investigation *investigation,
                             struct investigation_situation *situation, struct fault *fault)
{
	struct records plans = { 0 };
	struct term term = { 0 };
	enum status status = desk_plans_of(journal, investigation->report, &plans, fault);

	for (size_t i = 0; status == OK && i < plans.count; i++) {
		const struct own_plan_line *plan = &((const struct own_plan_line *)plans.items)[i];

		situation->has_plan = situation->has_plan || !plan->is_waived;
		situation->is_waived = situation->is_waived || plan->is_waived;
	}
	if (status == OK && situation->is_known_report)
		status = calendar_term(journal->calendar, "personal-plan", situation->received_on,
		                       journal->arena, &term, fault);
	situation->plan_until = term.due;
	return status;
}

static enum status prepare_investigation(struct journal *journal, struct journal_fact *fact,
                                         struct findings *findings, struct fault *fault)
{
	struct investigation *investigation = fact->item;
	struct investigation_situation *situation = &investigation->situation;
	struct investigation_outcome earlier;
	struct report_line report;
	enum status status = desk_report(journal, investigation->report, &report, fault);

	situation->is_known_report = status == OK;
	if (status == OK)
		status = vault_refuse_dead(journal, report.person, "report", findings, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	investigation->person = report.person;
	fact->valid_on = investigation->concluded_on;
	situation->today = clock_today(journal->clock);
	situation->received_on = report.received_on;
	situation->evidence = network_evidence(journal);
	status = find_products(journal, investigation, fault);
	if (status == OK)
		status = find_plan(journal, investigation, situation, fault);
	if (status == OK)
		status = investigation_of(journal, investigation->report, &earlier, fault);
	situation->is_concluded = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* Said before the form is filled in, not at its end: Wmo 2015, art. 2.3.2 lid 2. */
static enum status advise_investigation(struct journal *journal, const void *item,
                                        struct journal_advice *ret_advice, struct fault *fault)
{
	const struct investigation *investigation = item;
	struct date until = { 0 };
	enum status status = desk_plan_awaited(journal, investigation->report, &until, fault);

	if (status != OK || !date_is(until))
		return status;
	ret_advice->words = arena_print(
		journal->arena,
		words_in(journal->language,
	                 WORDS("De inwoner kan tot en met %s nog een eigen plan geven. Rondt u eerder af? "
	                       "Leg dan eerst vast dat de inwoner geen plan wil maken.")),
		calendar_date_words(until, journal->language, false, journal->arena));
	ret_advice->kind = "plan_waived";
	ret_advice->fields = arena_print(journal->arena, "report=%lld", (long long)investigation->report);
	return OK;
}

static enum status apply_investigation(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                       struct arena *arena, struct fault *fault)
{
	const struct investigation *investigation = fact->item;
	const struct investigation_line *lines = investigation->lines.items;
	const struct value values[] = {
		value_number(register_id),
		value_number(investigation->report),
		value_number(fact->fact),
		value_number(investigation->person),
		value_date(investigation->concluded_on),
		value_text(investigation->needs),
		value_text(investigation->own_strength),
		value_text(investigation->network),
		value_text(investigation->general_provisions),
		value_text(investigation->conclusion),
		value_text(investigation->network_helps),
		value_text(investigation->helper_who),
		value_text(investigation->helper_what),
		value_text(investigation->helper_how_long),
		value_text(investigation->helper_capacity),
		value_date(investigation->network_review_on),
	};
	enum status status = db_run(db, &sql_investigation_add, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < investigation->lines.count; i++) {
		const struct value line[] = { value_number(register_id), value_number(investigation->report),
			                      value_number((int64_t)i), value_text(lines[i].product),
			                      value_number(lines[i].amount) };

		status = db_run(db, &sql_investigation_add_line, line, COUNT(line), fault);
	}
	return status;
}

const struct journal_kind investigation_concluded_kind = {
	.name = "investigation_concluded",
	.title = WORDS("Onderzoek afronden"),
	.done = WORDS("Onderzoek afgerond"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_INVESTIGATE,
	.record = &investigation_record,
	.prepare = prepare_investigation,
	.advise = advise_investigation,
	.rules = investigation_rules,
	.rules_count = INVESTIGATION_RULES_COUNT,
	.apply = apply_investigation,
};
