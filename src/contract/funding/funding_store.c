/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/funding/funding_store.h"

#include <string.h>

#include "funding_sql.h"

static const struct field run_fields[] = {
	FIELD(struct funding_run, run),        FIELD(struct funding_run, scheme),
	FIELD(struct funding_run, year),       FIELD(struct funding_run, scheme_fact),
	FIELD(struct funding_run, version),    FIELD(struct funding_run, agreement),
	FIELD(struct funding_run, population), FIELD(struct funding_run, formula),
	FIELD(struct funding_run, rounding),   FIELD(struct funding_run, digest),
	FIELD(struct funding_run, reason),     FIELD(struct funding_run, made_by),
	FIELD(struct funding_run, total),      FIELD(struct funding_run, made_on),
	FIELD(struct funding_run, set_on),
};
static const struct record run_record = RECORD(struct funding_run, "funding_run", run_fields);

static const struct field signature_fields[] = {
	FIELD(struct funding_signature, corner),
	FIELD(struct funding_signature, account),
	FIELD(struct funding_signature, name),
	FIELD(struct funding_signature, signed_on),
};
static const struct record signature_record =
	RECORD(struct funding_signature, "funding_signature", signature_fields);

static const struct field spent_fields[] = {
	FIELD(struct funding_spent, party),
	FIELD(struct funding_spent, spent_until),
	FIELD(struct funding_spent, cents),
	FIELD(struct funding_spent, reached),
};
static const struct record spent_record = RECORD(struct funding_spent, "funding_spent", spent_fields);

static const struct field signal_fields[] = {
	FIELD(struct funding_signal, signal),       FIELD(struct funding_signal, party),
	FIELD(struct funding_signal, percent),      FIELD(struct funding_signal, talked_about),
	FIELD(struct funding_signal, signalled_on), FIELD(struct funding_signal, talked_on),
};
static const struct record signal_record = RECORD(struct funding_signal, "funding_signal", signal_fields);

/* A list by the register and a number, and where it asks one, a day. */
static enum status list_of(struct journal *journal, const struct db_query *query, const int64_t *number,
                           const struct date *on, const struct db_list *list, struct fault *fault)
{
	struct value values[3] = { value_number(journal->register_id) };
	size_t count = 1;

	if (number != NULL)
		values[count++] = value_number(*number);
	if (on != NULL)
		values[count++] = value_date(*on);
	return db_list(journal->db, query, values, count, list, fault);
}

enum status funding_run_of(struct journal *journal, int64_t run, struct funding_run *ret_run,
                           struct fault *fault)
{
	struct records found = { 0 };
	const struct db_list list = { &run_record, journal->arena, &found };
	enum status status = list_of(journal, &sql_funding_run, &run, NULL, &list, fault);

	if (status)
		return status;
	if (found.count == 0)
		return NOT_FOUND;
	*ret_run = *(const struct funding_run *)found.items;
	return OK;
}

enum status funding_runs(struct journal *journal, struct date on, struct records *ret_runs,
                         struct fault *fault)
{
	const struct db_list list = { &run_record, journal->arena, ret_runs };

	return list_of(journal, &sql_funding_runs, NULL, &on, &list, fault);
}

enum status funding_parts(struct journal *journal, int64_t run, struct records *ret_parts,
                          struct fault *fault)
{
	const struct db_list list = { &funded_part_record, journal->arena, ret_parts };

	return list_of(journal, &sql_funding_parts, &run, NULL, &list, fault);
}

enum status funding_before(struct journal *journal, int64_t run, struct records *ret_before,
                           struct fault *fault)
{
	const struct db_list list = { &budget_before_record, journal->arena, ret_before };

	return list_of(journal, &sql_funding_before_of, &run, NULL, &list, fault);
}

enum status funding_had(struct journal *journal, const char *scheme, int64_t year, struct records *ret_had,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(scheme),
		                        value_number(year), value_date(DATE_LAST) };

	return db_list(journal->db, &sql_funding_had, values, COUNT(values),
	               &(struct db_list){ &budget_before_record, journal->arena, ret_had }, fault);
}

enum status funding_signatures(struct journal *journal, int64_t run, struct date on,
                               struct records *ret_signatures, struct fault *fault)
{
	const struct db_list list = { &signature_record, journal->arena, ret_signatures };

	return list_of(journal, &sql_funding_signatures, &run, &on, &list, fault);
}

enum status funding_spending(struct journal *journal, int64_t run, struct date on, struct records *ret_spent,
                             struct fault *fault)
{
	const struct db_list list = { &spent_record, journal->arena, ret_spent };

	return list_of(journal, &sql_funding_spent_of, &run, &on, &list, fault);
}

enum status funding_signals(struct journal *journal, int64_t run, struct date on, struct records *ret_signals,
                            struct fault *fault)
{
	const struct db_list list = { &signal_record, journal->arena, ret_signals };

	return list_of(journal, &sql_funding_signals, &run, &on, &list, fault);
}

/* --- the same again --- */

static enum status scheme_of_then(struct journal *journal, const struct funding_run *run,
                                  struct findings *findings, struct scheme *ret_scheme, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(run->scheme),
		                        value_number(run->scheme_fact) };
	enum status status =
		db_one(journal->db, &sql_funding_scheme_text, values, COUNT(values), &rows, fault);
	const char *text;

	if (status)
		return status;
	text = db_text(&rows, 0, findings->arena);
	return scheme_read(text, strlen(text), ret_scheme, findings) == OK ? OK : NOT_FOUND;
}

static bool is_same(const struct budget *budget, const struct records *parts)
{
	const struct funded_part *part = parts->items;
	bool is_same = budget->parts_count == parts->count;

	for (size_t i = 0; is_same && i < parts->count; i++)
		is_same = part[i].cents.cents == budget->parts[i].cents &&
		          strcmp(part[i].party, budget->parts[i].party) == 0 &&
		          strcmp(part[i].district, budget->parts[i].district) == 0;
	return is_same;
}

enum status funding_run_again(struct journal *journal, const struct funding_run *run, struct arena *arena,
                              struct funding_again *ret_again, struct fault *fault)
{
	struct findings findings = findings_new(arena, journal->language);
	struct budget_question question = { .scheme = &ret_again->scheme,
		                            .year = (int)run->year,
		                            .total = run->total.cents };
	struct budget_place place = { 0 };
	struct population population = { 0 };
	struct records parts = { 0 };
	enum status status = scheme_of_then(journal, run, &findings, &ret_again->scheme, fault);

	if (status == OK)
		status = funding_before(journal, run->run, &question.before, fault);
	if (status == OK)
		status = funding_parts(journal, run->run, &parts, fault);
	if (status)
		return status;
	if (!budget_place_of(question.scheme, question.year, &findings, &place))
		return NOT_FOUND;
	if (has_words(run->population)) {
		population = population_read(run->population, strlen(run->population), question.scheme,
		                             place.on, &findings);
		question.brought = &population;
	}
	if (findings.count > 0 || budget_run(&question, &findings, &ret_again->budget) != OK)
		return NOT_FOUND;
	ret_again->is_same = is_same(&ret_again->budget, &parts);
	return OK;
}
