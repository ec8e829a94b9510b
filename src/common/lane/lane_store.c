/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/lane/lane_store.h"

#include <string.h>

#include "lane_sql.h"

enum status lane_change_add(struct db *db, int64_t register_id, const struct lane_change *change,
                            struct fault *fault)
{
	const struct value values[] = {
		value_number(register_id),
		value_text(change->scheme),
		value_number(change->fact),
		value_text(change->sort),
		value_date(change->valid_from),
		value_date(change->valid_until),
		value_text_or_empty(change->agreement),
		value_text_or_empty(change->party),
		value_text_or_empty(change->other),
		value_text_or_empty(change->label),
		value_text_or_empty(change->agb),
		value_text_or_empty(change->products),
		value_text_or_empty(change->areas),
	};

	return db_run(db, &sql_lane_add_change, values, COUNT(values), fault);
}

enum status lane_changes_of(struct db *db, int64_t register_id, const char *scheme, struct arena *arena,
                            struct records *ret_changes, struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text(scheme) };

	return db_list(db, &sql_lane_changes, values, COUNT(values),
	               &(struct db_list){ &lane_change_record, arena, ret_changes }, fault);
}

/* --- client stops --- */

static const struct field lane_intake_fields[] = {
	FIELD(struct lane_intake, party),       FIELD(struct lane_intake, fact),
	FIELD(struct lane_intake, products),    FIELD(struct lane_intake, valid_from),
	FIELD(struct lane_intake, valid_until), FIELD(struct lane_intake, reason),
	FIELD(struct lane_intake, words),
};
static const struct record lane_intake_record = RECORD(struct lane_intake, "lane_intake", lane_intake_fields);

enum status lane_intake_close(struct db *db, int64_t register_id, const struct lane_intake *intake,
                              struct fault *fault)
{
	const struct value values[] = { value_number(register_id),      value_text(intake->party),
		                        value_number(intake->fact),     value_text_or_empty(intake->products),
		                        value_date(intake->valid_from), value_date(intake->valid_until),
		                        value_text(intake->reason),     value_text_or_empty(intake->words) };

	return db_run(db, &sql_lane_close_intake, values, COUNT(values), fault);
}

enum status lane_intake_open(struct db *db, int64_t register_id, const char *party, struct date from,
                             struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text(party), value_date(from) };
	enum status status = db_run(db, &sql_lane_drop_intakes, values, COUNT(values), fault);

	return status == OK ? db_run(db, &sql_lane_open_intakes, values, COUNT(values), fault) : status;
}

enum status lane_intakes_after(struct db *db, const struct lane_intakes_asked *asked, struct arena *arena,
                               struct records *ret_intakes, struct fault *fault)
{
	const struct value values[] = { value_number(asked->register_id), value_text_or_empty(asked->party),
		                        value_date(asked->after) };

	return db_list(db, &sql_lane_intakes, values, COUNT(values),
	               &(struct db_list){ &lane_intake_record, arena, ret_intakes }, fault);
}

bool lane_intake_is_closed(const struct lane_intake *intake, const char *product, struct date on)
{
	size_t length = strlen(product);

	if (!date_within(on, intake->valid_from, intake->valid_until))
		return false;
	if (intake->products[0] == '\0')
		return true;
	for (const char *at = strstr(intake->products, product); at != NULL; at = strstr(at + 1, product))
		if ((at == intake->products || at[-1] == '\n') && (at[length] == '\0' || at[length] == '\n'))
			return true;
	return false;
}
