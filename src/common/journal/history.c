/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/journal/history.h"

#include "journal_sql.h"

static const struct field journal_line_fields[] = {
	FIELD(struct journal_line, fact),     FIELD(struct journal_line, kind),
	FIELD(struct journal_line, valid_on), FIELD(struct journal_line, recorded_at),
	FIELD(struct journal_line, name),
};
static const struct record journal_line_record =
	RECORD(struct journal_line, "journal_line", journal_line_fields);

enum status journal_of_person(struct journal *journal, int64_t person, struct date on,
                              struct records *ret_lines, struct fault *fault)
{
	const struct db_list list = { &journal_line_record, journal->arena, ret_lines };
	bool is_dated = date_is(on);
	struct moment end = is_dated ? clock_moment_on(on, DAY_SECONDS) : (struct moment){ 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on), value_moment(end) };

	return db_list(journal->db, is_dated ? &sql_journal_of_person_on : &sql_journal_of_person, values,
	               is_dated ? 4 : 2, &list, fault);
}
