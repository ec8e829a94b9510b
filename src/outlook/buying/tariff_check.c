/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/buying/tariff_check.h"

#include "buying_sql.h"
#include "contract/tariff/tariff.h"
#include "outlook/buying/buying.h"

/* For what tariffs are. */
struct asked {
	const char *scheme, *programme; /* the programme that they name; or NULL */
};

/* Whether one of the programmes for the scheme has its money stage closed, whatever the tariffs name. */
static enum status is_scheme_closed(struct journal *journal, const char *scheme, bool *ret_is_closed,
                                    struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct date today = clock_today(journal->clock);
	const struct value values[] = { value_number(journal->register_id), value_date(today),
		                        value_text_or_empty(scheme) };
	struct texts programmes = { 0 };
	size_t room = 0;
	enum status status =
		db_select(journal->db, &sql_buying_of_scheme, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		programmes.items = arena_with_room(journal->arena, (void *)programmes.items, programmes.count,
		                                   &room, sizeof(*programmes.items));
		programmes.items[programmes.count++] = db_text(&rows, 0, journal->arena);
	}
	status = status == NOT_FOUND ? OK : status;
	for (size_t i = 0; status == OK && !*ret_is_closed && i < programmes.count; i++) {
		bool is_open = false;

		status = outlook_programme_finance_open(journal->db, journal->register_id,
		                                        programmes.items[i], today, &is_open, fault);
		*ret_is_closed = !is_open;
	}
	return status;
}

static enum status is_closed(struct journal *journal, const struct asked *asked, bool *ret_is_closed,
                             struct fault *fault)
{
	bool is_open = true;
	enum status status = OK;

	if (has_words(asked->programme))
		status = outlook_programme_finance_open(journal->db, journal->register_id, asked->programme,
		                                        clock_today(journal->clock), &is_open, fault);
	*ret_is_closed = !is_open;
	return status == OK ? is_scheme_closed(journal, asked->scheme, ret_is_closed, fault) : status;
}

enum status buying_check_proposal(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct tariffs_proposed *proposed = fact->item;

	(void)findings;
	return is_closed(journal, &(struct asked){ proposed->scheme, proposed->programme },
	                 &proposed->situation.is_finance_closed, fault);
}

enum status buying_check_setting(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct tariffs_set *set = fact->item;

	(void)findings;
	return is_closed(journal, &(struct asked){ set->scheme, set->programme },
	                 &set->situation.is_finance_closed, fault);
}
