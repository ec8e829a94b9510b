/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/provider/own_delivery.h"

#include <assert.h>

#include "contract/billing/billing.h"
#include "outlook/provider/grace.h"
#include "platform/base/words.h"
#include "provider_sql.h"

enum status provider_check_own(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct record *record = fact->kind->record;
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(record_number(record, fact->item, "person")),
		                        value_number(record_number(record, fact->item, "assignment")),
		                        value_text_or_empty(journal->party) };
	enum status status;

	if (!has_words(journal->party))
		return OK;
	status = db_one(journal->db, &sql_provider_delivers, values, COUNT(values), &rows, fault);
	if (status == NOT_FOUND)
		(void)findings_add(findings, "report-own", "assignment",
		                   WORDS("Deze opdracht is niet voor uw organisatie."));
	return status == NOT_FOUND ? OK : status;
}

/*
 * Wmo 2015, art. 5.1.1 and 5.2.1: who no longer delivers has no task with the client any more. What messages
 * say of a start or a stop may come later; what goes on with the client is of who comes now.
 */
enum status provider_check_care(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct record *record = fact->kind->record;
	const struct date today = clock_today(journal->clock);
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(record_number(record, fact->item, "person")),
		                        value_number(record_number(record, fact->item, "assignment")),
		                        value_text_or_empty(journal->party),
		                        value_date(date_add_days(today, -grace_days(today))) };
	size_t count = findings->count;
	enum status status = provider_check_own(journal, fact, findings, fault);

	if (status != OK || findings->count > count || !has_words(journal->party))
		return status;
	status = db_one(journal->db, &sql_provider_delivers_still, values, COUNT(values), &rows, fault);
	if (status == NOT_FOUND)
		(void)findings_add(findings, "care-own", "assignment",
		                   WORDS("Uw organisatie levert dit niet meer, en de dagen om over te dragen "
		                         "zijn voorbij."));
	return status == NOT_FOUND ? OK : status;
}

enum status provider_check_delivered(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	const struct care_delivered *delivered = fact->item;

	if (!has_words(delivered->party) ||
	    billing_speaks_for(journal, or_empty(journal->party), delivered->party, delivered->day))
		return OK;
	return provider_check_own(journal, fact, findings, fault);
}

/* --- who reports of which days --- */

/* Whether the query finds a row; the first four values say whose what. */
static enum status is_so(struct journal *journal, const struct db_query *query, const struct value *values,
                         size_t count, bool *ret_is_so, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	enum status status = db_one(journal->db, query, values, count, &rows, fault);

	*ret_is_so = status == OK;
	return status == NOT_FOUND ? OK : status;
}

enum status provider_standing(struct journal *journal, int64_t person, int64_t assignment, const char *party,
                              struct delivery_standing *ret_standing, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_number(assignment), value_text_or_empty(party),
		                        value_date(clock_today(journal->clock)) };
	enum status status = is_so(journal, &sql_provider_delivers_now, values, COUNT(values),
	                           &ret_standing->is_now, fault);

	if (status)
		return status;
	return is_so(journal, &sql_provider_last_of_other, values, COUNT(values) - 1,
	             &ret_standing->is_of_other, fault);
}

static enum status standing_of(struct journal *journal, const struct journal_fact *fact,
                               struct delivery_standing *ret_standing, struct fault *fault)
{
	const struct record *record = fact->kind->record;

	*ret_standing = (struct delivery_standing){ .is_now = true };
	if (!has_words(journal->party))
		return OK;
	return provider_standing(journal, record_number(record, fact->item, "person"),
	                         record_number(record, fact->item, "assignment"), journal->party,
	                         ret_standing, fault);
}

/* The day that a report is about: the last one with care, or the first. */
static const struct field *day_field(const struct record *record)
{
	static const char *const names[] = { "last_day", "started_on", "resumed_on" };

	for (size_t i = 0; i < COUNT(names); i++)
		if (record_field(record, names[i]) != NULL)
			return record_field(record, names[i]);
	return NULL;
}

/* Whether the day is one's own, and whether somebody who came after has said how it stands since. */
static enum status look_at_day(struct journal *journal, const struct journal_fact *fact,
                               const struct field *field, bool *ret_is_own, bool *ret_is_told,
                               struct fault *fault)
{
	const struct record *record = fact->kind->record;
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(record_number(record, fact->item, "person")),
		                        value_number(record_number(record, fact->item, "assignment")),
		                        value_text_or_empty(journal->party),
		                        value_date(clock_today(journal->clock)),
		                        value_date(MEMBER(struct date, field, fact->item)) };
	enum status status =
		is_so(journal, &sql_provider_delivered_on, values, COUNT(values), ret_is_own, fault);

	if (status)
		return status;
	return is_so(journal, &sql_provider_last_of_later, values, COUNT(values) - 1, ret_is_told, fault);
}

/* Wmo 2015, art. 5.1.1 and 5.2.1: what who came before says is of its own days; now another one answers. */
enum status provider_check_report(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	const struct field *field = day_field(fact->kind->record);
	struct delivery_standing standing = { 0 };
	bool is_own_day = false, is_told = false;
	enum status status = standing_of(journal, fact, &standing, fault);

	assert(field != NULL);
	if (status != OK || standing.is_now)
		return status;
	status = look_at_day(journal, fact, field, &is_own_day, &is_told, fault);
	if (status == OK && !is_own_day)
		(void)findings_add(findings, "report-own-day", field->name,
		                   WORDS("Op deze dag leverde uw organisatie dit niet."));
	else if (status == OK && is_told)
		(void)findings_add(
			findings, "report-successor", "assignment",
			WORDS("Een andere organisatie levert dit nu, en meldde al hoe het staat."));
	return status;
}

enum status provider_check_answer(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	const struct record *record = fact->kind->record;
	bool delivers = false;
	const struct value values[] = { value_number(journal->register_id),
		                        value_number(record_number(record, fact->item, "person")),
		                        value_number(record_number(record, fact->item, "assignment")),
		                        value_text_or_empty(journal->party),
		                        value_date(clock_today(journal->clock)) };
	const size_t count = findings->count;
	enum status status = provider_check_own(journal, fact, findings, fault);

	if (status != OK || findings->count > count || !has_words(journal->party))
		return status;
	status = is_so(journal, &sql_provider_delivers_still, values, COUNT(values), &delivers, fault);
	if (status == OK && !delivers)
		(void)findings_add(findings, "answer-own", "assignment",
		                   WORDS("Uw organisatie levert dit niet meer."));
	return status;
}

/* A withdrawal undoes what was said: only one's own, and while one delivers. */
enum status provider_check_withdrawal(struct journal *journal, struct journal_fact *fact,
                                      struct findings *findings, struct fault *fault)
{
	struct delivery_standing standing = { 0 };
	enum status status = standing_of(journal, fact, &standing, fault);

	if (status == OK && (!standing.is_now || standing.is_of_other))
		(void)findings_add(findings, "withdraw-own", "assignment",
		                   WORDS("U kunt alleen uw eigen laatste melding intrekken, zolang uw "
		                         "organisatie dit levert."));
	return status;
}
