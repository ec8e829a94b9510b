/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/access/sight.h"

#include "access_sql.h"

enum status sight_of(struct journal *journal, const struct sight_relations *relations,
                     const struct access_role *role, const struct sight_asked *asked, const char **ret_ground,
                     struct fault *fault)
{
	enum status status = OK;

	*ret_ground = NULL;
	for (size_t i = 0; status == OK && *ret_ground == NULL && i < relations->count; i++)
		if ((role->permissions & relations->items[i].permissions) != 0)
			status = relations->items[i].holds(journal, asked, ret_ground, fault);
	return status;
}

/* The ground where the query has a row. */
static enum status where_found(struct db *db, const struct db_query *query, const struct value *values,
                               size_t count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };

	return db_one(db, query, values, count, &rows, fault);
}

enum status sight_in_need(struct journal *journal, const struct sight_asked *asked, const char **ret_ground,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(asked->person),
		                        value_text(asked->account->account), value_date(asked->today) };
	enum status status = where_found(journal->db, &sql_access_opened, values, COUNT(values), fault);

	if (status == OK)
		*ret_ground = "need";
	return status == NOT_FOUND ? OK : status;
}

enum status sight_to_check(struct journal *journal, const struct sight_asked *asked, const char **ret_ground,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(asked->person),
		                        value_text(asked->account->account) };
	enum status status = where_found(journal->db, &sql_access_to_check, values, COUNT(values), fault);

	if (status == OK)
		*ret_ground = "check";
	return status == NOT_FOUND ? OK : status;
}
