/* SPDX-License-Identifier: EUPL-1.2 */
/* The hearing at the door. */
#include "objection_sql.h"
#include "platform/base/words.h"
#include "practice/objection/hearing.h"
#include "practice/objection/objection_keep.h"

static enum status prepare_planned(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct hearing_planned *planned = fact->item;
	struct objection_kept kept;
	enum status status = objection_find(journal, planned->objection, &kept, &planned->situation, fault);

	(void)findings;
	fact->valid_on = planned->told_on;
	planned->person = kept.person;
	return status;
}

static enum status apply_planned(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct hearing_planned *planned = fact->item;
	const struct value values[] = { value_number(register_id), value_number(planned->objection),
		                        value_date(planned->hearing_on), value_text(planned->at),
		                        value_text(planned->where) };

	(void)arena;
	return db_run(db, &sql_objection_plan, values, COUNT(values), fault);
}

const struct journal_kind hearing_planned_kind = {
	.name = "hearing_planned",
	.title = WORDS("Uitnodigen voor de hoorzitting"),
	.done = WORDS("Uitgenodigd voor de hoorzitting"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_HANDLE_OBJECTIONS,
	.record = &hearing_planned_record,
	.prepare = prepare_planned,
	.rules = planned_rules,
	.rules_count = PLANNED_RULES_COUNT,
	.apply = apply_planned,
	.page = "/objections",
};

/* What came of the hearing: held, or the ground on which there is none. */
static enum status hear(struct db *db, int64_t register_id, int64_t objection, const struct value came[3],
                        struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(objection), came[0], came[1],
		                        came[2] };

	return db_run(db, &sql_objection_hear, values, COUNT(values), fault);
}

static enum status prepare_held(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct hearing_held *held = fact->item;
	struct objection_kept kept;
	enum status status = objection_find(journal, held->objection, &kept, &held->situation, fault);

	(void)findings;
	fact->valid_on = held->held_on;
	held->person = kept.person;
	return status;
}

static enum status apply_held(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct hearing_held *held = fact->item;
	const char *words = arena_print(arena, "%s: %s", held->present, held->words);
	const struct value came[] = { value_date(held->held_on), value_text("held"), value_text(words) };

	return hear(db, register_id, held->objection, came, fault);
}

const struct journal_kind hearing_held_kind = {
	.name = "hearing_held",
	.title = WORDS("Verslag van de hoorzitting"),
	.done = WORDS("Gehoord over het bezwaar"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_HANDLE_OBJECTIONS,
	.record = &hearing_held_record,
	.prepare = prepare_held,
	.rules = held_rules,
	.rules_count = HELD_RULES_COUNT,
	.apply = apply_held,
	.page = "/objections",
};

static enum status prepare_waived(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct hearing_waived *waived = fact->item;
	struct objection_kept kept;
	enum status status = objection_find(journal, waived->objection, &kept, &waived->situation, fault);

	(void)findings;
	fact->valid_on = waived->waived_on;
	waived->person = kept.person;
	return status;
}

static enum status apply_waived(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct hearing_waived *waived = fact->item;
	const struct value came[] = { value_date(waived->waived_on), value_text(waived->ground),
		                      value_text(waived->reason) };

	(void)arena;
	return hear(db, register_id, waived->objection, came, fault);
}

const struct journal_kind hearing_waived_kind = {
	.name = "hearing_waived",
	.title = WORDS("Niet horen, en waarom"),
	.done = WORDS("Vastgesteld dat horen niet hoeft"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_HANDLE_OBJECTIONS,
	.record = &hearing_waived_record,
	.prepare = prepare_waived,
	.rules = waived_rules,
	.rules_count = WAIVED_RULES_COUNT,
	.apply = apply_waived,
	.page = "/objections",
};
