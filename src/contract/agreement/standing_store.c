/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/standing_store.h"

#include "agreement_sql.h"
#include "contract/agreement/place.h"

static enum status read_rows(struct journal *journal, struct standing *standing, struct fault *fault)
{
	const struct value events[] = { value_number(journal->register_id),
		                        value_text(standing->ahead->name) };
	const struct value contacts[] = { events[0], events[1], value_date(standing->on) };
	enum status status =
		db_list(journal->db, &sql_agreement_events, events, COUNT(events),
	                &(struct db_list){ &place_event_record, journal->arena, &standing->events }, fault);

	if (status)
		return status;
	return db_list(journal->db, &sql_agreement_contacts, contacts, COUNT(contacts),
	               &(struct db_list){ &contact_line_record, journal->arena, &standing->contacts }, fault);
}

enum status standing_read(struct journal *journal, const struct scheme_entry *entry, struct date on,
                          struct standing *ret_standing, struct fault *fault)
{
	struct scheme *scheme = ARENA_NEW(journal->arena, struct scheme);
	enum status status = scheme_book_on(journal, entry, on, scheme, fault);

	*ret_standing = (struct standing){ .scheme = scheme,
		                           .ahead = &entry->scheme,
		                           .on = on,
		                           .language = journal->language,
		                           .arena = journal->arena };
	return status == OK ? read_rows(journal, ret_standing, fault) : status;
}
