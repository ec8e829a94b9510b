/* SPDX-License-Identifier: EUPL-1.2 */
#include "plan_sql.h"
#include "platform/base/words.h"
#include "practice/plan/norm.h"
#include "practice/plan/struck.h"

enum status norm_struck_of(struct journal *journal, const char *norm_set, struct norm_struck *ret_struck,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(norm_set) };
	enum status status = db_one(journal->db, &sql_plan_struck_norm, values, COUNT(values), &rows, fault);

	*ret_struck = (struct norm_struck){ 0 };
	if (status == OK)
		*ret_struck = (struct norm_struck){ .norm_set = db_text(&rows, 0, journal->arena),
			                            .from = db_date(&rows, 1),
			                            .why = db_text(&rows, 2, journal->arena),
			                            .ruling = db_text(&rows, 3, journal->arena) };
	return status;
}

enum status norm_standing_on(struct journal *journal, const char *norm_set, struct date on,
                             enum norm_standing *ret_standing, struct fault *fault)
{
	const struct records sets = norm_sets(journal->arena);
	const struct norm_set *set = norm_set_named(&sets, norm_set);
	struct norm_struck struck;
	enum status status;

	*ret_standing = set == NULL ? NORM_UNKNOWN : NORM_NOT_IN_FORCE;
	if (set == NULL || !norm_set_in_force(set, on))
		return OK;
	status = norm_struck_of(journal, norm_set, &struck, fault);
	*ret_standing = status == OK && !date_before(on, struck.from) ? NORM_STRUCK_DOWN : NORM_HOLDS;
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_struck(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct norm_struck *item = fact->item, earlier;
	const struct records sets = norm_sets(journal->arena);
	enum status status = norm_struck_of(journal, item->norm_set, &earlier, fault);

	(void)findings;
	fact->valid_on = item->from;
	item->situation.is_known_set = norm_set_named(&sets, item->norm_set) != NULL;
	item->situation.is_struck = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_struck(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct norm_struck *item = fact->item;
	const struct value values[] = {
		value_number(register_id), value_text(item->norm_set), value_number(fact->fact),
		value_date(item->from),    value_text(item->why),      value_text(item->ruling),
	};

	(void)arena;
	return db_run(db, &sql_plan_strike_norm, values, COUNT(values), fault);
}

const struct journal_kind norm_set_struck_down_kind = {
	.name = "norm_set_struck_down",
	.title = WORDS("Tijdnorm niet meer gebruiken"),
	.done = WORDS("Tijdnorm niet meer te gebruiken"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_ADOPT_SCHEME,
	.record = &norm_struck_record,
	.prepare = prepare_struck,
	.rules = struck_rules,
	.rules_count = STRUCK_RULES_COUNT,
	.apply = apply_struck,
	.page = "/time-norms",
};
