/* SPDX-License-Identifier: EUPL-1.2 */
/* Erasure at the door: what runs, what was asked, how long the file must be kept. */
#include <string.h>

#include "common/person/vault.h"
#include "erasure_sql.h"
#include "platform/base/words.h"
#include "practice/decision/decision.h"
#include "practice/erasure/erasure.h"
#include "practice/request/request.h"

static const struct choice erasure_grounds[] = {
	{ "request", WORDS("op verzoek van de inwoner") },
	{ "retention", WORDS("de bewaartermijn is voorbij") },
	{ NULL, NULL },
};

static const struct field erased_fields[] = {
	FIELD(struct person_erased, person, .label = WORDS("Persoon"), .required = true),
	FIELD(struct person_erased, ground, .label = WORDS("Waarom wordt er gewist?"),
	      .hint = WORDS("Wissen kan niet ongedaan worden gemaakt."), .required = true,
	      .choices = erasure_grounds),
	FIELD(struct person_erased, facts, .flags = FIELD_BY_DOOR),
	FIELD(struct person_erased, kept_until, .flags = FIELD_BY_DOOR),
};
static const struct record erased_record = RECORD(struct person_erased, "person_erased", erased_fields);

/* What was granted: does any of it run, and when did the last of it end? */
static enum status look_at_grants(struct journal *journal, int64_t person,
                                  struct erasure_situation *situation, struct date *ret_ended_on,
                                  struct fault *fault)
{
	struct records lines = { 0 };
	const struct granted_line *items;
	enum status status = decision_lines_of(journal, person, DATE_LAST, &lines, fault);

	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++) {
		struct date last = date_add_days(items[i].valid_until, -1);

		situation->is_running = situation->is_running || !date_before(last, situation->today);
		if (date_before(*ret_ended_on, last))
			*ret_ended_on = last;
	}
	return status;
}

/* How many facts there are, and until when they must be kept: from the end of what was granted, else from the
 * last fact. */
static enum status look_at_keeping(struct journal *journal, int64_t person,
                                   struct erasure_situation *situation, int64_t *ret_facts,
                                   struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person) };
	struct date ended_on = { 0 };
	struct keeping_term term = { 0 };
	bool had_any;
	enum status status = look_at_grants(journal, person, situation, &ended_on, fault);

	if (status == OK)
		status = db_one(journal->db, &sql_erasure_count_facts, values, COUNT(values), &rows, fault);
	if (status)
		return status;
	*ret_facts = db_number(&rows, 0);
	had_any = date_is(ended_on);
	if (!had_any)
		ended_on = db_date(&rows, 1);
	status = erasure_term(had_any ? "provision" : "report", situation->today, journal->arena, &term,
	                      fault);
	if (status == OK)
		situation->kept_until = erasure_kept_until(ended_on, &term);
	return status;
}

/* Whether a request to erase waits for an answer. */
static enum status look_at_requests(struct journal *journal, int64_t person,
                                    struct erasure_situation *situation, struct fault *fault)
{
	struct records lines = { 0 };
	const struct request_line *items;
	enum status status = requests_of(journal, person, DATE_LAST, &lines, fault);

	items = lines.items;
	for (size_t i = 0; status == OK && i < lines.count; i++)
		if (strcmp(or_empty(items[i].sort), "erasure") == 0 && !has_words(items[i].outcome))
			situation->is_asked = true;
	return status;
}

static enum status look_at_person(struct journal *journal, int64_t person,
                                  struct erasure_situation *situation, struct fault *fault)
{
	struct identity who;
	enum status status = vault_identity(journal, person, &who, fault);

	*situation = (struct erasure_situation){ .today = clock_today(journal->clock),
		                                 .is_known_person = status == OK };
	if (status == OK)
		status = look_at_requests(journal, person, situation, fault);
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_erased(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct person_erased *erased = fact->item;
	enum status status = look_at_person(journal, erased->person, &erased->situation, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	if (status == OK && erased->situation.is_known_person)
		status = look_at_keeping(journal, erased->person, &erased->situation, &erased->facts, fault);
	erased->kept_until = erased->situation.kept_until;
	return status;
}

static enum status apply_erased(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct person_erased *erased = fact->item;
	const struct value values[] = { value_number(register_id), value_number(fact->fact),
		                        value_date(fact->valid_on), value_text(erased->ground),
		                        value_number(erased->facts) };

	(void)arena;
	return db_run(db, &sql_erasure_add_done, values, COUNT(values), fault);
}

const struct journal_kind person_erased_kind = {
	.name = "person_erased",
	.title = WORDS("Gegevens van een inwoner wissen"),
	.done = WORDS("Gegevens gewist"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ADMINISTER,
	.record = &erased_record,
	.prepare = prepare_erased,
	.rules = person_erased_rules,
	.rules_count = PERSON_ERASED_RULES_COUNT,
	.apply = apply_erased,
	.page = "/retention",
	.erases = true,
};

/* --- read back --- */

static const struct field count_fields[] = {
	FIELD(struct erasure_count, year),
	FIELD(struct erasure_count, ground, .choices = erasure_grounds),
	FIELD(struct erasure_count, people),
};
const struct record erasure_count_record = RECORD(struct erasure_count, "erasure_count", count_fields);

#define COUNTS_MAX 200 /* years and grounds */

enum status erasure_counts(struct journal *journal, struct records *ret_counts, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	struct erasure_count *counts = ARENA_MANY(journal->arena, COUNTS_MAX, struct erasure_count);
	enum status status =
		db_select(journal->db, &sql_erasure_all_done, values, COUNT(values), &rows, fault);
	size_t count = 0;

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		int year = 0, month = 0, day = 0;
		const char *ground = db_text(&rows, 1, journal->arena);
		size_t place = 0;

		date_parts(db_date(&rows, 0), &year, &month, &day);
		while (place < count &&
		       (counts[place].year != year || strcmp(counts[place].ground, ground) != 0))
			place++;
		if (place == count && count < COUNTS_MAX)
			counts[count++] = (struct erasure_count){ year, ground, 0 };
		if (place < count)
			counts[place].people++;
	}
	*ret_counts = (struct records){ counts, count };
	return status == NOT_FOUND ? OK : status;
}
