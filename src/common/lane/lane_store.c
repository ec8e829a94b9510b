/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/lane/lane_store.h"

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
