/* SPDX-License-Identifier: EUPL-1.2 */
#include "agreement_sql.h"
#include "contract/agreement/place.h"

enum status place_find(struct journal *journal, const struct place_sought *sought, struct place *ret_place,
                       struct fault *fault)
{
	const struct scheme_entry *entry = NULL;
	enum status status = OK;

	*ret_place = (struct place){ 0 };
	for (size_t i = 0;
	     status == OK && (entry = scheme_book_nth(journal->schemes, journal->register_id, i)) != NULL;
	     i++) {
		struct place place = { .entry = entry };

		status = scheme_book_on(journal, entry, (struct date){ 0 }, &place.scheme, fault);
		if (status == OK && sought->is_in(&place.scheme, sought)) {
			*ret_place = place;
			return OK;
		}
	}
	return status;
}

enum status place_keep(struct db *db, int64_t register_id, const struct place_event *event,
                       struct fault *fault)
{
	const struct value values[] = {
		value_number(register_id),          value_text(event->scheme),
		value_number(event->fact),          value_text(event->sort),
		value_date(event->valid_from),      value_text_or_empty(event->agreement),
		value_text_or_empty(event->party),  value_text_or_empty(event->other),
		value_text_or_empty(event->area),   value_text_or_empty(event->status),
		value_text_or_empty(event->reason),
	};

	return db_run(db, &sql_agreement_add_event, values, COUNT(values), fault);
}
