/* SPDX-License-Identifier: EUPL-1.2 */
/* Vision, content and the cases at the door, and as they are kept. */
#include "platform/base/words.h"
#include "policy/programme/writing.h"
#include "programme_sql.h"

static const struct field text_fields[] = {
	FIELD(struct programme_text, version),
	FIELD(struct programme_text, vision),
	FIELD(struct programme_text, words, .max_chars = 20000),
	FIELD(struct programme_text, changes, .max_chars = 2000),
	FIELD(struct programme_text, started_from),
	FIELD(struct programme_text, is_newest),
	FIELD(struct programme_text, with_whom, .max_chars = 2000),
	FIELD(struct programme_text, with_providers, .max_chars = 2000),
	FIELD(struct programme_text, with_teams, .max_chars = 2000),
	FIELD(struct programme_text, with_participation, .max_chars = 2000),
	FIELD(struct programme_text, written_on),
	FIELD(struct programme_text, written_by),
};
const struct record programme_text_record = RECORD(struct programme_text, "programme_text", text_fields);

static const struct field test_fields[] = {
	FIELD(struct programme_test, version),
	FIELD(struct programme_test, tester, .choices = content_testers),
	FIELD(struct programme_test, situation, .max_chars = 2000),
	FIELD(struct programme_test, meaning, .max_chars = 2000),
	FIELD(struct programme_test, outcome, .choices = content_outcomes),
	FIELD(struct programme_test, tested_on),
};
const struct record programme_test_record = RECORD(struct programme_test, "programme_test", test_fields);

static enum status add_text(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            const char *sort, const struct programme_text *text, struct fault *fault)
{
	const struct programme_item *of = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(of->programme),
		                        value_text(sort),
		                        value_number(text->version),
		                        value_number(fact->fact),
		                        value_number(text->vision),
		                        value_text(text->words),
		                        value_text_or_empty(text->changes),
		                        value_text_or_empty(text->started_from),
		                        value_text_or_empty(text->with_whom),
		                        value_text_or_empty(text->with_providers),
		                        value_text_or_empty(text->with_teams),
		                        value_text_or_empty(text->with_participation),
		                        value_date(fact->valid_on),
		                        value_text(fact->account) };

	return db_run(db, &sql_programme_add_text, values, COUNT(values), fault);
}

static enum status prepare_vision(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct vision_written *written = fact->item;
	enum status status = programme_prepare(journal, fact, findings, fault);

	written->version = written->of.now.vision + 1;
	return status;
}

static enum status apply_vision(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct vision_written *written = fact->item;
	const struct programme_text text = { .version = written->version,
		                             .words = written->words,
		                             .changes = written->changes,
		                             .with_whom = written->with_whom };

	(void)arena;
	return add_text(db, register_id, fact, "vision", &text, fault);
}

static enum status prepare_content(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct content_written *written = fact->item;
	enum status status = programme_prepare(journal, fact, findings, fault);

	written->version = written->of.now.content + 1;
	written->vision = written->of.now.vision;
	return status;
}

static enum status apply_content(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct content_written *written = fact->item;
	const struct programme_text text = { .version = written->version,
		                             .vision = written->vision,
		                             .words = written->words,
		                             .changes = written->changes,
		                             .started_from = written->started_from,
		                             .with_providers = written->with_providers,
		                             .with_teams = written->with_teams,
		                             .with_participation = written->with_participation };

	(void)arena;
	return add_text(db, register_id, fact, "content", &text, fault);
}

static enum status prepare_tested(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct content_tested *tested = fact->item;
	enum status status = programme_prepare(journal, fact, findings, fault);

	tested->version = tested->of.now.content;
	return status;
}

static enum status apply_tested(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct content_tested *tested = fact->item;
	const struct value values[] = { value_number(register_id),   value_text(tested->of.programme),
		                        value_number(fact->fact),    value_number(tested->version),
		                        value_text(tested->tester),  value_text(tested->situation),
		                        value_text(tested->meaning), value_text(tested->outcome),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_programme_add_test, values, COUNT(values), fault);
}

const struct journal_kind vision_written_kind = {
	.name = "vision_written",
	.title = WORDS("De visie opschrijven"),
	.done = WORDS("Visie vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_ADOPT_SCHEME,
	.record = &vision_written_record,
	.prepare = prepare_vision,
	.rules = vision_written_rules,
	.rules_count = VISION_WRITTEN_RULES_COUNT,
	.apply = apply_vision,
	.page = "/programmes/{programme}/content",
};

const struct journal_kind content_written_kind = {
	.name = "content_written",
	.title = WORDS("De inhoud opschrijven"),
	.done = WORDS("Inhoud vastgelegd; elke groep wordt opnieuw gevraagd haar te onderschrijven"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_ADOPT_SCHEME,
	.record = &content_written_record,
	.prepare = prepare_content,
	.rules = content_written_rules,
	.rules_count = CONTENT_WRITTEN_RULES_COUNT,
	.apply = apply_content,
	.page = "/programmes/{programme}/content",
};

const struct journal_kind content_tested_kind = {
	.name = "content_tested",
	.title = WORDS("De inhoud uitproberen op een situatie"),
	.done = WORDS("Situatie vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_LOG_IN,
	.record = &content_tested_record,
	.prepare = prepare_tested,
	.rules = content_tested_rules,
	.rules_count = CONTENT_TESTED_RULES_COUNT,
	.apply = apply_tested,
	.page = "/programmes/{programme}/content",
};

enum status programme_texts(struct journal *journal, const struct programme_asked *asked, const char *sort,
                            struct records *ret_texts, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_text(sort), value_date(asked->on) };

	return db_list(journal->db, &sql_programme_texts, values, COUNT(values),
	               &(struct db_list){ &programme_text_record, journal->arena, ret_texts }, fault);
}

enum status programme_tests(struct journal *journal, const struct programme_asked *asked,
                            struct records *ret_tests, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on) };

	return db_list(journal->db, &sql_programme_tests, values, COUNT(values),
	               &(struct db_list){ &programme_test_record, journal->arena, ret_tests }, fault);
}
