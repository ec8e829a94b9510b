/* SPDX-License-Identifier: EUPL-1.2 */
/* Choices and wishes at the door, and as they are kept. */
#include "platform/base/words.h"
#include "policy/programme/choose.h"
#include "programme_sql.h"

static const struct field kept_alternative_fields[] = {
	FIELD(struct choice_alternative, choice),
	FIELD(struct choice_alternative, what),
	FIELD(struct choice_alternative, form, .choices = programme_forms),
	FIELD(struct choice_alternative, parties),
	FIELD(struct choice_alternative, in_favour, .max_chars = 2000),
	FIELD(struct choice_alternative, against, .max_chars = 2000),
};
const struct record programme_alternative_record =
	RECORD(struct choice_alternative, "programme_alternative", kept_alternative_fields);

static const struct field kept_wish_fields[] = {
	FIELD(struct wish_tested, words, .max_chars = 2000),
	FIELD(struct wish_tested, agreement),
	FIELD(struct wish_tested, fits, .choices = wish_fits),
	FIELD(struct wish_tested, why, .max_chars = 2000),
	FIELD(struct wish_tested, tested_on),
};
const struct record programme_wish_record = RECORD(struct wish_tested, "programme_wish", kept_wish_fields);

static const struct field kept_choice_fields[] = {
	FIELD(struct programme_choice, choice),
	FIELD(struct programme_choice, vision),
	FIELD(struct programme_choice, need),
	FIELD(struct programme_choice, unfit),
	FIELD(struct programme_choice, subject, .choices = choice_subjects),
	FIELD(struct programme_choice, question),
	FIELD(struct programme_choice, chosen),
	FIELD(struct programme_choice, reason, .max_chars = 4000),
	FIELD(struct programme_choice, decided_with, .max_chars = 1000),
	FIELD(struct programme_choice, decided_on),
	FIELD(struct programme_choice, is_replaced),
};
const struct record programme_choice_record =
	RECORD(struct programme_choice, "programme_choice", kept_choice_fields);

static enum status count_unfit(struct journal *journal, struct choice_made *made, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(made->of.programme),
		                        value_date(made->of.today) };
	enum status status = db_one(journal->db, &sql_programme_unfit, values, COUNT(values), &rows, fault);

	made->unfit = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

static enum status prepare_choice(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct choice_made *made = fact->item;
	const struct value need[] = { value_number(journal->register_id), value_text(made->of.programme),
		                      value_number(made->need) };
	enum status status = programme_prepare(journal, fact, findings, fault);

	if (status == OK)
		status = count_unfit(journal, made, fault);
	made->situation.is_need = made->need == 0;
	if (status != OK || made->need == 0)
		return status;
	status = db_one(journal->db, &sql_programme_need, need, COUNT(need), &rows, fault);
	made->situation.is_need = status == OK;
	return status == NOT_FOUND ? OK : status;
}

static enum status begin_choice(struct journal *journal, void *item, struct fault *fault)
{
	struct choice_made *made = item;
	const struct programme_asked asked = { made->of.programme, clock_today(journal->clock) };
	struct programme_now now = { 0 };
	enum status status =
		programme_find(journal->db, journal->register_id, &asked, journal->arena, &now, fault);

	if (made->vision == 0)
		made->vision = now.vision;
	return status == NOT_FOUND ? OK : status;
}

static enum status add_alternative(struct db *db, const struct value *key,
                                   const struct choice_alternative *alternative, int64_t place,
                                   struct fault *fault)
{
	const struct value values[] = { key[0],
		                        key[1],
		                        key[2],
		                        value_number(place),
		                        value_text(alternative->what),
		                        value_text_or_empty(alternative->form),
		                        value_number(alternative->parties),
		                        value_text(alternative->in_favour),
		                        value_text(alternative->against) };

	return db_run(db, &sql_programme_add_alternative, values, COUNT(values), fault);
}

static enum status apply_choice(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct choice_made *made = fact->item;
	const struct choice_alternative *alternative = made->alternatives.items;
	const struct value values[] = { value_number(register_id),    value_text(made->of.programme),
		                        value_number(fact->fact),     value_text(made->subject),
		                        value_text(made->question),   value_text(made->chosen),
		                        value_text(made->reason),     value_number(made->vision),
		                        value_number(made->need),     value_text(made->decided_with),
		                        value_date(made->decided_on), value_number(made->unfit) };
	enum status status = db_run(db, &sql_programme_add_choice, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < made->alternatives.count; i++)
		status = add_alternative(db, values, &alternative[i], (int64_t)i, fault);
	return status;
}

static enum status apply_wish(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct wish_tested *tested = fact->item;
	const struct value values[] = { value_number(register_id),        value_text(tested->of.programme),
		                        value_number(fact->fact),         value_text(tested->words),
		                        value_text(tested->agreement),    value_text(tested->fits),
		                        value_text_or_empty(tested->why), value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_programme_add_wish, values, COUNT(values), fault);
}

const struct journal_kind choice_made_kind = {
	.name = "choice_made",
	.title = WORDS("Een keuze vastleggen"),
	.done = WORDS("Keuze vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_ADOPT_SCHEME,
	.record = &choice_made_record,
	.prepare = prepare_choice,
	.begin = begin_choice,
	.rules = choice_made_rules,
	.rules_count = CHOICE_MADE_RULES_COUNT,
	.apply = apply_choice,
	.page = "/programmes/{programme}/choices",
};

const struct journal_kind wish_tested_kind = {
	.name = "wish_tested",
	.title = WORDS("Een wens naast het lopende contract leggen"),
	.done = WORDS("Wens vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = (enum permission)(MAY_ADOPT_SCHEME | MAY_MANAGE_AGREEMENTS),
	.record = &wish_tested_record,
	.prepare = programme_prepare,
	.rules = wish_tested_rules,
	.rules_count = WISH_TESTED_RULES_COUNT,
	.apply = apply_wish,
	.page = "/programmes/{programme}/choices",
};

enum status programme_choices(struct journal *journal, const struct programme_asked *asked,
                              struct records *ret_choices, struct records *ret_alternatives,
                              struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on) };
	enum status status =
		db_list(journal->db, &sql_programme_choices, values, COUNT(values),
	                &(struct db_list){ &programme_choice_record, journal->arena, ret_choices }, fault);

	return status != OK ? status
	                    : db_list(journal->db, &sql_programme_alternatives, values, 2,
	                              &(struct db_list){ &programme_alternative_record, journal->arena,
	                                                 ret_alternatives },
	                              fault);
}

enum status programme_wishes(struct journal *journal, const struct programme_asked *asked,
                             struct records *ret_wishes, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on) };

	return db_list(journal->db, &sql_programme_wishes, values, COUNT(values),
	               &(struct db_list){ &programme_wish_record, journal->arena, ret_wishes }, fault);
}
