/* SPDX-License-Identifier: EUPL-1.2 */
/* What groups say of a version at the door, and as it is kept. */
#include "policy/programme/endorse.h"

#include <string.h>

#include "platform/base/words.h"
#include "programme_sql.h"

#define ENDORSED "endorsed"

static const struct field seat_fields[] = {
	FIELD(struct programme_seat, name),       FIELD(struct programme_seat, sort),
	FIELD(struct programme_seat, speaker),    FIELD(struct programme_seat, speaker_name),
	FIELD(struct programme_seat, on_vision),  FIELD(struct programme_seat, on_content),
	FIELD(struct programme_seat, on_finance), FIELD(struct programme_seat, place),
};
const struct record programme_seat_record = RECORD(struct programme_seat, "programme_seat", seat_fields);

static const struct choice said_sorts[] = {
	{ "vision", WORDS("de visie") },
	{ "content", WORDS("de inhoud") },
	{ "finance", WORDS("de financiële kant van de inhoud") },
	{ NULL, NULL },
};

static const struct field said_fields[] = {
	FIELD(struct programme_said, sort, .choices = said_sorts),
	FIELD(struct programme_said, name),
	FIELD(struct programme_said, outcome, .choices = endorse_outcomes),
	FIELD(struct programme_said, words, .max_chars = 2000),
	FIELD(struct programme_said, about),
	FIELD(struct programme_said, endorsed_by),
	FIELD(struct programme_said, version),
	FIELD(struct programme_said, endorsed_on),
};
const struct record programme_said_record = RECORD(struct programme_said, "programme_said", said_fields);

/* Of what a kind speaks. */
static const char *sort_of(const struct journal_kind *kind)
{
	if (kind == &vision_endorsed_kind)
		return "vision";
	return kind == &content_endorsed_kind ? "content" : "finance";
}

static int64_t version_that_holds(const struct journal_kind *kind, const struct programme_now *now)
{
	return kind == &vision_endorsed_kind ? now->vision : now->content;
}

static enum status prepare_endorsement(struct journal *journal, struct journal_fact *fact,
                                       struct findings *findings, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct endorsement *endorsement = fact->item;
	enum status status = programme_prepare(journal, fact, findings, fault);
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(endorsement->of.programme),
		                        value_text(sort_of(fact->kind)), value_number(endorsement->version),
		                        value_text_or_empty(endorsement->of.group) };

	endorsement->group = endorsement->of.group;
	endorsement->situation.holds = version_that_holds(fact->kind, &endorsement->of.now);
	if (status == OK)
		status = db_one(journal->db, &sql_programme_endorsed, values, COUNT(values), &rows, fault);
	if (status == OK)
		endorsement->situation.is_done = strcmp(db_text(&rows, 0, journal->arena), ENDORSED) == 0;
	return status == NOT_FOUND ? OK : status;
}

/* The form begins with the version that holds: it is the one that stands on the page. */
static enum status begin_with_version(struct journal *journal, const struct journal_kind *kind,
                                      struct endorsement *endorsement, struct fault *fault)
{
	const struct programme_asked asked = { endorsement->of.programme, clock_today(journal->clock) };
	struct programme_now now = { 0 };
	enum status status =
		programme_find(journal->db, journal->register_id, &asked, journal->arena, &now, fault);

	if (status == OK && endorsement->version == 0)
		endorsement->version = version_that_holds(kind, &now);
	return status == NOT_FOUND ? OK : status;
}

static enum status begin_vision(struct journal *journal, void *item, struct fault *fault)
{
	return begin_with_version(journal, &vision_endorsed_kind, item, fault);
}

static enum status begin_content(struct journal *journal, void *item, struct fault *fault)
{
	return begin_with_version(journal, &content_endorsed_kind, item, fault);
}

static enum status begin_finance(struct journal *journal, void *item, struct fault *fault)
{
	return begin_with_version(journal, &finance_endorsed_kind, item, fault);
}

static enum status apply_endorsement(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                     struct arena *arena, struct fault *fault)
{
	const struct endorsement *endorsement = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(endorsement->of.programme),
		                        value_text(sort_of(fact->kind)),
		                        value_number(endorsement->version),
		                        value_text(endorsement->group),
		                        value_number(fact->fact),
		                        value_text(endorsement->outcome),
		                        value_text_or_empty(endorsement->words),
		                        value_text_or_empty(endorsement->about),
		                        value_date(fact->valid_on),
		                        value_text(fact->account) };

	(void)arena;
	return db_run(db, &sql_programme_add_endorsement, values, COUNT(values), fault);
}

static enum status prepare_opened(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct finance_opened *opened = fact->item;
	enum status status = programme_prepare(journal, fact, findings, fault);

	opened->version = opened->of.now.content;
	return status;
}

static enum status apply_opened(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct finance_opened *opened = fact->item;
	const struct value values[] = { value_number(register_id),     value_text(opened->of.programme),
		                        value_number(opened->version), value_number(fact->fact),
		                        value_date(fact->valid_on),    value_text_or_empty(opened->words) };

	(void)arena;
	return db_run(db, &sql_programme_add_finance, values, COUNT(values), fault);
}

const struct journal_kind vision_endorsed_kind = {
	.name = "vision_endorsed",
	.title = WORDS("Onderschrijft uw groep de visie?"),
	.done = WORDS("Antwoord over de visie vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_LOG_IN,
	.record = &vision_endorsed_record,
	.prepare = prepare_endorsement,
	.begin = begin_vision,
	.rules = vision_endorsed_rules,
	.rules_count = VISION_ENDORSED_RULES_COUNT,
	.apply = apply_endorsement,
	.page = "/programmes/{programme}",
};

const struct journal_kind content_endorsed_kind = {
	.name = "content_endorsed",
	.title = WORDS("Onderschrijft uw groep de inhoud?"),
	.done = WORDS("Antwoord over de inhoud vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_LOG_IN,
	.record = &content_endorsed_record,
	.prepare = prepare_endorsement,
	.begin = begin_content,
	.rules = content_endorsed_rules,
	.rules_count = CONTENT_ENDORSED_RULES_COUNT,
	.apply = apply_endorsement,
	.page = "/programmes/{programme}",
};

const struct journal_kind finance_opened_kind = {
	.name = "finance_opened",
	.title = WORDS("De geldfase openen"),
	.done = WORDS("Geldfase geopend"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_ADOPT_SCHEME,
	.record = &finance_opened_record,
	.prepare = prepare_opened,
	.rules = finance_opened_rules,
	.rules_count = FINANCE_OPENED_RULES_COUNT,
	.apply = apply_opened,
	.page = "/programmes/{programme}",
};

const struct journal_kind finance_endorsed_kind = {
	.name = "finance_endorsed",
	.title = WORDS("Onderschrijft uw groep de financiële kant?"),
	.done = WORDS("Antwoord over de financiële kant vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_LOG_IN,
	.record = &finance_endorsed_record,
	.prepare = prepare_endorsement,
	.begin = begin_finance,
	.rules = finance_endorsed_rules,
	.rules_count = FINANCE_ENDORSED_RULES_COUNT,
	.apply = apply_endorsement,
	.page = "/programmes/{programme}",
};

enum status programme_seats(struct journal *journal, const struct programme_asked *asked,
                            const struct programme_now *now, struct records *ret_seats, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on), value_number(now->vision),
		                        value_number(now->content) };

	return db_list(journal->db, &sql_programme_groups, values, COUNT(values),
	               &(struct db_list){ &programme_seat_record, journal->arena, ret_seats }, fault);
}

enum status programme_sayings(struct journal *journal, const struct programme_asked *asked,
                              struct records *ret_sayings, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on) };

	return db_list(journal->db, &sql_programme_endorsements, values, COUNT(values),
	               &(struct db_list){ &programme_said_record, journal->arena, ret_sayings }, fault);
}
