/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/provider/own_delivery.h"

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
