/* SPDX-License-Identifier: EUPL-1.2 */
#include "agreement_sql.h"
#include "common/lane/lane_change.h"
#include "common/scheme/scheme_book.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/due.h"

enum status due_find(struct journal *journal, int64_t due, struct agreement_due *ret_due, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(due) };
	enum status status = db_one(journal->db, &sql_agreement_due, values, COUNT(values), &rows, fault);

	*ret_due = (struct agreement_due){ 0 };
	if (status)
		return status;
	*ret_due = (struct agreement_due){
		.due = due,
		.sort = db_text(&rows, 0, journal->arena),
		.agreement = db_text(&rows, 1, journal->arena),
		.party = db_text(&rows, 2, journal->arena),
		.parties = lane_change_names(db_text(&rows, 3, journal->arena), journal->arena),
		.ends_on = db_date(&rows, 4),
	};
	return OK;
}

enum status due_of(struct journal *journal, const struct due_asked *asked, int64_t *ret_due,
                   struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(asked->sort),
		                        value_text_or_empty(asked->agreement),
		                        value_text_or_empty(asked->party) };
	enum status status = db_one(journal->db, &sql_agreement_due_of, values, COUNT(values), &rows, fault);

	*ret_due = status == OK ? db_number(&rows, 0) : 0;
	return status == NOT_FOUND ? OK : status;
}

enum status made_lacking(struct journal *journal, const struct lacking_asked *asked, int64_t *ret_lacking,
                         const char **ret_first, struct fault *fault)
{
	const struct scheme_entry *entry =
		scheme_book_entry(journal->schemes, journal->register_id, asked->scheme);
	const struct scheme_corner *corner = entry == NULL ? NULL : entry->scheme.corners.items;
	enum status status = OK;

	*ret_lacking = 0;
	*ret_first = NULL;
	for (size_t i = 0; corner != NULL && status == OK && i < entry->scheme.corners.count; i++) {
		CLEANUP(db_rows_done) struct db_rows rows = { 0 };
		const struct value values[] = { value_number(journal->register_id), value_text(asked->scheme),
			                        value_text(asked->party), value_text(corner[i].name),
			                        value_date(asked->on) };

		if (check_is(corner[i].name, asked->but))
			continue;
		status = db_one(journal->db, &sql_agreement_contact_on, values, COUNT(values), &rows, fault);
		if (status != NOT_FOUND)
			continue;
		status = OK;
		*ret_first = *ret_lacking == 0 ? corner[i].name : *ret_first;
		++*ret_lacking;
	}
	return status;
}
