/* SPDX-License-Identifier: EUPL-1.2 */
/* Points at the door, and as they are kept. */
#include "platform/base/words.h"
#include "policy/programme/need.h"
#include "programme_sql.h"

static const struct field kept_fields[] = {
	FIELD(struct programme_need, need),
	FIELD(struct programme_need, sort, .choices = need_sorts),
	FIELD(struct programme_need, words, .max_chars = 2000),
	FIELD(struct programme_need, source, .choices = need_sources),
	FIELD(struct programme_need, document),
	FIELD(struct programme_need, outcome, .choices = need_outcomes),
	FIELD(struct programme_need, landed, .max_chars = 2000),
	FIELD(struct programme_need, noted_on),
};
const struct record programme_need_record = RECORD(struct programme_need, "programme_need", kept_fields);

static enum status apply_noted(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct need_noted *noted = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(noted->of.programme),
		                        value_number(fact->fact),
		                        value_text(noted->sort),
		                        value_text(noted->words),
		                        value_text(noted->source),
		                        value_text_or_empty(noted->document),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_programme_add_need, values, COUNT(values), fault);
}

static enum status prepare_landed(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct need_landed *landed = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_text(landed->of.programme),
		                        value_number(landed->need) };
	enum status status = programme_prepare(journal, fact, findings, fault);

	if (status == OK)
		status = db_one(journal->db, &sql_programme_need, values, COUNT(values), &rows, fault);
	landed->situation.is_need = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_landed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct need_landed *landed = fact->item;
	const struct value values[] = { value_number(register_id),   value_text(landed->of.programme),
		                        value_number(landed->need),  value_number(fact->fact),
		                        value_text(landed->outcome), value_text(landed->words),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_programme_add_landing, values, COUNT(values), fault);
}

const struct journal_kind need_noted_kind = {
	.name = "need_noted",
	.title = WORDS("Een punt opschrijven"),
	.done = WORDS("Punt opgeschreven"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_LOG_IN,
	.record = &need_noted_record,
	.prepare = programme_prepare,
	.rules = need_noted_rules,
	.rules_count = NEED_NOTED_RULES_COUNT,
	.apply = apply_noted,
	.page = "/programmes/{programme}/needs",
};

const struct journal_kind need_landed_kind = {
	.name = "need_landed",
	.title = WORDS("Zeggen waar een punt is gebleven"),
	.done = WORDS("Vastgelegd waar het punt is gebleven"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = (enum permission)(MAY_ADOPT_SCHEME | MAY_MANAGE_AGREEMENTS),
	.record = &need_landed_record,
	.prepare = prepare_landed,
	.rules = need_landed_rules,
	.rules_count = NEED_LANDED_RULES_COUNT,
	.apply = apply_landed,
	.page = "/programmes/{programme}/needs",
};

enum status programme_needs(struct journal *journal, const struct programme_asked *asked,
                            struct records *ret_needs, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on) };

	return db_list(journal->db, &sql_programme_needs, values, COUNT(values),
	               &(struct db_list){ &programme_need_record, journal->arena, ret_needs }, fault);
}
