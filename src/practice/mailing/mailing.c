/* SPDX-License-Identifier: EUPL-1.2 */
/* What somebody asks for, who is in it, and how it stands. */
#include "practice/mailing/mailing.h"

#include <stdlib.h>
#include <string.h>

#include "common/document/letter_words.h"
#include "common/person/person.h"
#include "mailing_sql.h"
#include "platform/base/words.h"
#include "practice/assignment/delivery.h"
#include "practice/decision/decision.h"

const struct choice mailing_groups[] = {
	{ "all", WORDS("iedereen met ondersteuning") },
	{ "product", WORDS("iedereen met een bepaald product") },
	{ "party", WORDS("iedereen bij een bepaalde aanbieder") },
	{ "list", WORDS("een eigen lijst van cliëntnummers") },
	{ NULL, NULL },
};
const struct choice mailing_sorts[] = {
	{ "announcement", WORDS("aankondiging van een verandering") },
	{ "general", WORDS("algemene brief") },
	{ NULL, NULL },
};
const struct choice mailing_states[] = {
	{ "planned", WORDS("klaar om te beginnen") },
	{ "asked", WORDS("begint zo") },
	{ "writing", WORDS("wordt geschreven") },
	{ "stopped", WORDS("gestopt") },
	{ "ready", WORDS("geschreven, ligt klaar om te versturen") },
	{ "leaving", WORDS("wordt als verzonden vastgelegd") },
	{ "left", WORDS("verzonden") },
	{ "failed", WORDS("mislukt") },
	{ NULL, NULL },
};
const struct choice mailing_reasons[] = {
	{ "unknown", WORDS("staat niet in dit register") },
	{ "died", WORDS("is overleden") },
	{ "address", WORDS("heeft geen adres") },
	{ NULL, NULL },
};

static const struct field mailing_asked_fields[] = {
	FIELD(struct mailing_asked, who, .label = WORDS("Aan wie"), .required = true,
	      .choices = mailing_groups),
	FIELD(struct mailing_asked, which, .label = WORDS("Welk product of welke aanbieder")),
	FIELD(struct mailing_asked, list, .label = WORDS("Cliëntnummers"), .max_chars = 900000),
	FIELD(struct mailing_asked, sort, .label = WORDS("Soort brief"), .required = true,
	      .choices = mailing_sorts),
	FIELD(struct mailing_asked, subject, .label = WORDS("Onderwerp"), .required = true),
	FIELD(struct mailing_asked, words, .label = WORDS("De woorden van de brief"), .required = true,
	      .max_chars = 8000),
};
const struct record mailing_asked_record =
	RECORD(struct mailing_asked, "mailing_asked", mailing_asked_fields);

static const struct field mailing_fields[] = {
	FIELD(struct mailing, number),
	FIELD(struct mailing, total, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct mailing, written, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct mailing, skipped, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct mailing, fact),
	FIELD(struct mailing, asked_at),
	FIELD(struct mailing, name),
	FIELD(struct mailing, account),
	FIELD(struct mailing, who, .choices = mailing_groups),
	FIELD(struct mailing, which),
	FIELD(struct mailing, sort, .choices = mailing_sorts),
	FIELD(struct mailing, subject),
	FIELD(struct mailing, words, .max_chars = 8000),
	FIELD(struct mailing, state, .choices = mailing_states),
	FIELD(struct mailing, fault, .max_chars = 2000),
};
const struct record mailing_record = RECORD(struct mailing, "mailing", mailing_fields);

static const struct field mailing_skipped_fields[] = {
	FIELD(struct mailing_skipped, person),
	FIELD(struct mailing_skipped, skipped, .choices = mailing_reasons),
};
const struct record mailing_skipped_record =
	RECORD(struct mailing_skipped, "mailing_skipped", mailing_skipped_fields);

static const struct field mailing_started_fields[] = {
	FIELD(struct mailing_started, sort, .label = WORDS("Soort brief"), .required = true,
	      .choices = mailing_sorts),
	FIELD(struct mailing_started, subject, .label = WORDS("Onderwerp"), .required = true),
	FIELD(struct mailing_started, words, .label = WORDS("De woorden van de brief"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 8000),
	FIELD(struct mailing_started, who, .label = WORDS("Aan wie"), .required = true,
	      .choices = mailing_groups),
	FIELD(struct mailing_started, which, .label = WORDS("Welk product of welke aanbieder")),
	FIELD(struct mailing_started, people, .label = WORDS("Aan hoeveel mensen"), .required = true),
	FIELD(struct mailing_started, started_on, .flags = FIELD_BY_DOOR),
};
static const struct record mailing_started_record =
	RECORD(struct mailing_started, "mailing_started", mailing_started_fields);

static enum status prepare_started(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct mailing_started *started = fact->item;

	(void)findings, (void)fault;
	started->started_on = fact->valid_on = clock_today(journal->clock);
	return OK;
}

const struct journal_kind mailing_started_kind = {
	.name = "mailing_started",
	.title = WORDS("Brieven aan velen schrijven"),
	.done = WORDS("Brieven aan velen geschreven"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_WRITE_LETTERS,
	.record = &mailing_started_record,
	.prepare = prepare_started,
};

enum status mailing_list(struct journal *journal, struct records *ret_mailings, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_mailing_list, values, COUNT(values),
	               &(struct db_list){ &mailing_record, journal->arena, ret_mailings }, fault);
}

enum status mailing_find(struct journal *journal, int64_t number, struct mailing *ret_mailing,
                         struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(number) };
	enum status status = db_one(journal->db, &sql_mailing_find, values, COUNT(values), &rows, fault);

	*ret_mailing = (struct mailing){ 0 };
	if (status == OK)
		db_record(&rows, &mailing_record, ret_mailing, journal->arena);
	return status;
}

enum status mailing_skips(struct journal *journal, int64_t number, struct records *ret_skipped,
                          struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(number) };

	return db_list(journal->db, &sql_mailing_skipped, values, COUNT(values),
	               &(struct db_list){ &mailing_skipped_record, journal->arena, ret_skipped }, fault);
}

/* --- who --- */

static int compare_numbers(const void *a, const void *b)
{
	const struct person_number *one = a, *other = b;

	return (one->person > other->person) - (one->person < other->person);
}

/* The numbers in a text, whatever stands between them; each once, in order. */
static struct records numbers_in(const char *list, struct arena *arena)
{
	struct records people = records_new(&person_number_record, strlen(list) / 2 + 1, arena);
	struct person_number *items = people.items;

	people.count = 0;
	while (*(list += strcspn(list, "0123456789")) != '\0' && people.count < MAILING_MOST) {
		char *end;

		items[people.count++].person = strtoll(list, &end, 10);
		list = end;
	}
	qsort(items, people.count, sizeof(*items), compare_numbers);
	for (size_t i = 0, count = people.count; i < count; i++) {
		people.count = i == 0 ? 0 : people.count;
		if (i == 0 || items[i].person != items[people.count - 1].person)
			items[people.count++] = items[i];
	}
	return people;
}

static enum status people_of(struct journal *journal, const struct mailing_asked *asked, struct date on,
                             struct records *ret_people, struct fault *fault)
{
	if (strcmp(asked->who, "list") == 0) {
		*ret_people = numbers_in(or_empty(asked->list), journal->arena);
		return OK;
	}
	if (strcmp(asked->who, "party") == 0)
		return delivery_people(journal, or_empty(asked->which), on, ret_people, fault);
	return decision_people(journal, strcmp(asked->who, "product") == 0 ? or_empty(asked->which) : "", on,
	                       ret_people, fault);
}

static enum status add_members(struct journal *journal, int64_t number, const struct records *people,
                               struct fault *fault)
{
	const struct person_number *items = people->items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < people->count; i++) {
		const struct value values[] = { value_number(journal->register_id), value_number(number),
			                        value_number((int64_t)i + 1), value_number(items[i].person) };

		status = db_run(journal->db, &sql_mailing_add_member, values, COUNT(values), fault);
	}
	return status;
}

enum status mailing_plan(struct journal *journal, const struct mailing_asked *asked, struct date on,
                         struct moment now, int64_t *ret_number, struct fault *fault)
{
	struct db_rows rows = { 0 };
	struct records people = { 0 };
	const struct value values[] = {
		value_number(journal->register_id), value_moment(now),
		value_text(journal->account),       value_text(asked->who),
		value_text_or_empty(asked->which),  value_text(asked->sort),
		value_text(asked->subject),         value_text(asked->words),
	};
	enum status status = people_of(journal, asked, on, &people, fault);

	if (status == OK)
		status = db_one(journal->db, &sql_mailing_add, values, COUNT(values), &rows, fault);
	*ret_number = status == OK ? db_number(&rows, 0) : 0;
	db_rows_done(&rows);
	if (status == OK)
		status = add_members(journal, *ret_number, &people, fault);
	if (status == OK) {
		const struct value total[] = { value_number(journal->register_id), value_number(*ret_number),
			                       value_number((int64_t)people.count) };

		status = db_run(journal->db, &sql_mailing_set_total, total, COUNT(total), fault);
	}
	return status;
}

enum status mailing_go(struct journal *journal, const struct mailing_step *step, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(step->number),
		                        value_text(step->to), value_text(step->from),
		                        value_text(step->or_from) };

	return db_one(journal->db, &sql_mailing_set_state, values, COUNT(values), &rows, fault);
}

/* --- the letter --- */

enum status mailing_write(const struct journal *journal, const struct mailing *mailing, int64_t person,
                          struct date dated, struct letter *ret_letter, struct fault *fault)
{
	const struct journal_fact about = { .fact = mailing->fact, .person = person };
	struct letter_values values = { 0 };

	letter_value(&values, "subject", mailing->subject);
	letter_value(&values, "words", mailing->words);
	letter_begin(ret_letter, mailing->sort, &about, dated, "", journal->arena);
	return letter_fill(journal, ret_letter, mailing->sort, &(struct letter_filling){ .values = &values },
	                   fault);
}

enum status mailing_example(struct journal *journal, const struct mailing *mailing, struct letter *ret_letter,
                            struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(mailing->number) };
	enum status status = db_one(journal->db, &sql_mailing_first, values, COUNT(values), &rows, fault);

	if (status)
		return status;
	return mailing_write(journal, mailing, db_number(&rows, 0), clock_today(journal->clock), ret_letter,
	                     fault);
}

const char *mailing_print_file(const struct journal *journal, int64_t number, int64_t part)
{
	return arena_print(journal->arena, "%s/mailings/%lld-%lld-%lld.pdf", db_state_directory(journal->db),
	                   (long long)journal->register_id, (long long)number, (long long)part);
}
