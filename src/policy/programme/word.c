/* SPDX-License-Identifier: EUPL-1.2 */
#include "policy/programme/word.h"

#include "platform/base/words.h"
#include "programme_sql.h"

static const struct field agreed_fields[] = {
	PROGRAMME_FIELD(struct word_agreed),
	FIELD(struct word_agreed, word, .label = WORDS("Welk woord?"), .required = true, .max_chars = 60),
	FIELD(struct word_agreed, meaning, .label = WORDS("Wat bedoelen wij ermee?"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000,
	      .hint = WORDS("In gewone woorden, zoals u het een inwoner zou uitleggen.")),
};
const struct record word_agreed_record = RECORD(struct word_agreed, "word_agreed", agreed_fields);

static const struct field kept_fields[] = {
	FIELD(struct word_agreed, word),
	FIELD(struct word_agreed, meaning, .max_chars = 1000),
	FIELD(struct word_agreed, agreed_on),
};
const struct record programme_word_record = RECORD(struct word_agreed, "programme_word", kept_fields);

const struct journal_rule word_agreed_rules[WORD_AGREED_RULES_COUNT] = {
	{ "programme-known", "programme", PROGRAMME_KNOWN_WORDS, "", programme_is_known },
	{ "programme-table", "programme", PROGRAMME_TABLE_WORDS, "", programme_is_at_the_table },
};

static enum status apply_agreed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct word_agreed *agreed = fact->item;
	const struct value values[] = { value_number(register_id),   value_text(agreed->of.programme),
		                        value_number(fact->fact),    value_text(agreed->word),
		                        value_text(agreed->meaning), value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_programme_add_word, values, COUNT(values), fault);
}

const struct journal_kind word_agreed_kind = {
	.name = "word_agreed",
	.title = WORDS("Een woord uitleggen"),
	.done = WORDS("Woord uitgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_LOG_IN,
	.record = &word_agreed_record,
	.prepare = programme_prepare,
	.rules = word_agreed_rules,
	.rules_count = WORD_AGREED_RULES_COUNT,
	.apply = apply_agreed,
	.page = "/programmes/{programme}/content",
};

enum status programme_words(struct journal *journal, const struct programme_asked *asked,
                            struct records *ret_words, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on) };

	return db_list(journal->db, &sql_programme_words, values, COUNT(values),
	               &(struct db_list){ &programme_word_record, journal->arena, ret_words }, fault);
}
