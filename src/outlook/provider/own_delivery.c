/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/provider/own_delivery.h"

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
