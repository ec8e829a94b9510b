/* SPDX-License-Identifier: EUPL-1.2 */
/* The caseload follows terms: what a case waits for is due on another day, or stands still. */
#include <string.h>

#include "caseload_sql.h"
#include "practice/caseload/caseload_keeping.h"
#include "practice/term/term.h"

enum status caseload_split(const struct keeping *keeping, int64_t report, struct date on, struct fault *fault)
{
	const struct value values[] = { value_number(keeping->register_id), value_number(report),
		                        value_date(on) };
	enum status status = db_run(keeping->db, &sql_caseload_split_history, values, COUNT(values), fault);

	if (status == OK)
		status = db_run(keeping->db, &sql_caseload_end_history, values, COUNT(values), fault);
	return status;
}

/* A term that is due on another day, from a day on. */
struct due_change {
	const char *term;
	int64_t report;
	struct date due_on; /* none while it stands still with no end in sight: then nothing is due */
	struct date from;
};

/* The status in which a case waits for what this term is about, or NULL. */
static const char *status_of_term(const char *term)
{
	if (strcmp(term, "investigation") == 0)
		return "reported";
	return strcmp(term, "decision") == 0 ? "applied" : NULL;
}

static enum status move_due(const struct keeping *keeping, const struct due_change *change,
                            struct fault *fault)
{
	const char *waits = status_of_term(change->term);
	struct date due_on = date_is(change->due_on) ? change->due_on : DATE_LAST;
	const struct value now[] = { value_number(keeping->register_id), value_number(change->report),
		                     value_text(waits), value_date(due_on) };
	const struct value history[] = { now[0], now[1], now[2], value_date(change->from), now[3] };
	enum status status;

	if (waits == NULL)
		return OK;
	status = db_run(keeping->db, &sql_caseload_set_due, now, COUNT(now), fault);
	if (status == OK)
		status = caseload_split(keeping, change->report, change->from, fault);
	return status == OK
	               ? db_run(keeping->db, &sql_caseload_set_history_due, history, COUNT(history), fault)
	               : status;
}

enum status caseload_term_suspended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct term_suspended *suspended = fact->item;

	return move_due(&(struct keeping){ db, register_id, arena },
	                &(struct due_change){ suspended->term, suspended->report, suspended->due_on,
	                                      suspended->told_on },
	                fault);
}

enum status caseload_term_resumed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct term_resumed *resumed = fact->item;

	return move_due(
		&(struct keeping){ db, register_id, arena },
		&(struct due_change){ resumed->term, resumed->report, resumed->due_on, resumed->resumed_on },
		fault);
}

enum status caseload_term_recounted(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct term_recounted *recounted = fact->item;

	return move_due(
		&(struct keeping){ db, register_id, arena },
		&(struct due_change){ recounted->term, recounted->report, recounted->due_on, fact->valid_on },
		fault);
}
