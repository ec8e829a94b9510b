/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/safety/safety_sight.h"

#include "safety_sql.h"

/* The ground where something of the client is open. */
static enum status while_open(struct journal *journal, const struct db_query *query,
                              const struct sight_asked *asked, bool *ret_is_open, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(asked->person),
		                        value_date(asked->today) };
	enum status status = db_one(journal->db, query, values, COUNT(values), &rows, fault);

	*ret_is_open = status == OK;
	return status == NOT_FOUND ? OK : status;
}

enum status safety_sight_of_officer(struct journal *journal, const struct sight_asked *asked,
                                    const char **ret_ground, struct fault *fault)
{
	bool is_open = false;
	enum status status = while_open(journal, &sql_safety_open_complaint, asked, &is_open, fault);

	if (status == OK && !is_open)
		status = while_open(journal, &sql_safety_open_incident, asked, &is_open, fault);
	if (is_open)
		*ret_ground = "safety";
	return status;
}

enum status safety_sight_of_supervisor(struct journal *journal, const struct sight_asked *asked,
                                       const char **ret_ground, struct fault *fault)
{
	bool is_open = false;
	enum status status = while_open(journal, &sql_safety_open_incident, asked, &is_open, fault);

	if (is_open)
		*ret_ground = "supervision";
	return status;
}
