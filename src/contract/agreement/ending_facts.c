/* SPDX-License-Identifier: EUPL-1.2 */
/* Endings and clauses at the door, and as they are kept. */
#include <string.h>

#include "agreement_sql.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/due.h"
#include "contract/agreement/ending.h"
#include "contract/agreement/place.h"
#include "contract/tariff/tariff_store.h"
#include "platform/base/words.h"

static const struct field party_fields[] = {
	FIELD(struct ending_party, party),    FIELD(struct ending_party, why),
	FIELD(struct ending_party, reason),   FIELD(struct ending_party, ends_on),
	FIELD(struct ending_party, begun_on),
};
static const struct record ending_party_record = RECORD(struct ending_party, "ending_party", party_fields);

static const struct field done_fields[] = {
	FIELD(struct ending_done, party),
	FIELD(struct ending_done, step),
	FIELD(struct ending_done, words),
	FIELD(struct ending_done, done_on),
};
static const struct record ending_done_record = RECORD(struct ending_done, "ending_done", done_fields);

static const struct field clause_fields[] = {
	FIELD(struct agreement_clause, clause),
	FIELD(struct agreement_clause, sort, .choices = clause_sorts),
	FIELD(struct agreement_clause, article),
	FIELD(struct agreement_clause, words, .max_chars = 2000),
	FIELD(struct agreement_clause, valid_from),
};
const struct record agreement_clause_record = RECORD(struct agreement_clause, "clause", clause_fields);

enum status endings_of(struct journal *journal, const char *agreement, struct date on,
                       struct records *ret_parties, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement),
		                        value_date(on) };

	return db_list(journal->db, &sql_agreement_endings, values, COUNT(values),
	               &(struct db_list){ &ending_party_record, journal->arena, ret_parties }, fault);
}

enum status endings_done(struct journal *journal, const char *agreement, struct records *ret_done,
                         struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement) };

	return db_list(journal->db, &sql_agreement_ended_steps, values, COUNT(values),
	               &(struct db_list){ &ending_done_record, journal->arena, ret_done }, fault);
}

enum status clauses_of(struct journal *journal, const char *agreement, struct date on,
                       struct records *ret_clauses, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement),
		                        value_date(on) };

	return db_list(journal->db, &sql_agreement_clauses, values, COUNT(values),
	               &(struct db_list){ &agreement_clause_record, journal->arena, ret_clauses }, fault);
}

/* --- parties that end --- */

static enum status find_ending(struct journal *journal, const char *agreement, const char *party,
                               bool *ret_is_there, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(agreement),
		                        value_text(party) };
	enum status status =
		db_one(journal->db, &sql_agreement_ending_of, values, COUNT(values), &rows, fault);

	*ret_is_there = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* A form that was opened from the task after an award begins with what was made ready. */
static enum status begin_begun(struct journal *journal, void *item, struct fault *fault)
{
	struct ending_begun *begun = item;
	struct agreement_due due = { 0 };
	enum status status = begun->due == 0 ? NOT_FOUND : due_find(journal, begun->due, &due, fault);

	if (status != OK || strcmp(due.sort, DUE_ENDING) != 0)
		return status == NOT_FOUND ? OK : status;
	begun->agreement = due.agreement;
	begun->parties = due.parties;
	begun->ends_on = due.ends_on;
	begun->why = ending_whys[0].code;
	begun->reason = words_in(journal->language, WORDS("Niet gekozen in de nieuwe inkoop."));
	return OK;
}

/* Which task it ends: that of its agreement, or with its own number none. */
static enum status find_due(struct journal *journal, const struct journal_fact *fact, struct fault *fault)
{
	struct ending_begun *begun = fact->item;
	enum status status = OK;

	if (begun->due == 0)
		status = due_of(journal, &(struct due_asked){ DUE_ENDING, begun->agreement, NULL },
		                &begun->due, fault);
	if (begun->due == 0)
		begun->due = fact->fact;
	return status;
}

static enum status prepare_begun(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct ending_begun *begun = fact->item;
	const struct tariff_place place = tariff_place_of(journal, begun->agreement);
	enum status status = find_due(journal, fact, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	begun->situation.is_known = place.entry != NULL;
	begun->situation.knows_parties = begun->situation.is_new = true;
	if (place.entry == NULL)
		return status;
	begun->scheme = place.entry->scheme.name;
	for (size_t i = 0; status == OK && i < begun->parties.count; i++) {
		bool is_there = false;

		status = find_ending(journal, begun->agreement, begun->parties.items[i], &is_there, fault);
		begun->situation.is_new = begun->situation.is_new && !is_there;
		begun->situation.knows_parties =
			begun->situation.knows_parties &&
			scheme_party(&place.entry->scheme, begun->parties.items[i]) != NULL;
	}
	return status;
}

static enum status apply_begun(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct ending_begun *begun = fact->item;
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < begun->parties.count; i++) {
		const struct value values[] = {
			value_number(register_id),           value_text(begun->agreement),
			value_text(begun->parties.items[i]), value_number(fact->fact),
			value_date(begun->ends_on),          value_text(begun->why),
			value_text(begun->reason),           value_date(fact->valid_on),
		};

		status = db_run(db, &sql_agreement_add_ending, values, COUNT(values), fault);
	}
	return status;
}

const struct journal_kind ending_begun_kind = {
	.name = "ending_begun",
	.title = WORDS("Afronding met partijen beginnen"),
	.done = WORDS("Afronding met partijen begonnen"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &ending_begun_record,
	.begin = begin_begun,
	.prepare = prepare_begun,
	.rules = ending_begun_rules,
	.rules_count = ENDING_BEGUN_RULES_COUNT,
	.apply = apply_begun,
	.ends_task = "ending-open",
	.page = "/agreements",
};

/* --- a step --- */

static void see_done(struct ending_step_done *done, const struct records *all)
{
	const struct ending_done *other = all->items;

	done->situation.is_new = true;
	for (size_t i = 0; i < all->count; i++) {
		if (strcmp(other[i].party, or_empty(done->party)) != 0)
			continue;
		if (check_is(other[i].step, done->step))
			done->situation.is_new = false;
		if (check_is(other[i].step, "last_claims"))
			done->situation.claims_are_in = true;
	}
}

static enum status prepare_step(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct ending_step_done *done = fact->item;
	const struct tariff_place place = tariff_place_of(journal, done->agreement);
	const struct ending_step *step = ending_step_named(done->step);
	struct records all = { 0 };
	enum status status = endings_done(journal, done->agreement, &all, fault);

	(void)findings;
	fact->valid_on = done->done_on;
	done->situation.is_past = !date_before(clock_today(journal->clock), done->done_on);
	done->situation.fits = step != NULL && step->of_party == has_words(done->party);
	done->situation.has_ending = place.entry != NULL && date_is(place.until);
	see_done(done, &all);
	if (status == OK && has_words(done->party))
		status = find_ending(journal, done->agreement, done->party, &done->situation.has_ending,
		                     fault);
	return status;
}

static enum status apply_step(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct ending_step_done *done = fact->item;
	const struct value values[] = { value_number(register_id),        value_text(done->agreement),
		                        value_text_or_empty(done->party), value_text(done->step),
		                        value_number(fact->fact),         value_date(done->done_on),
		                        value_text_or_empty(done->words) };

	(void)arena;
	return db_run(db, &sql_agreement_add_ended, values, COUNT(values), fault);
}

const struct journal_kind ending_step_done_kind = {
	.name = "ending_step_done",
	.title = WORDS("Stap van de afronding vastleggen"),
	.done = WORDS("Stap van de afronding vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &ending_step_done_record,
	.prepare = prepare_step,
	.rules = ending_step_rules,
	.rules_count = ENDING_STEP_RULES_COUNT,
	.apply = apply_step,
	.page = "/agreements",
};

/* --- what the agreement says --- */

static enum status prepare_clause(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct clause_recorded *clause = fact->item;

	(void)findings;
	(void)fault;
	fact->valid_on = clause->from;
	clause->situation.is_known = tariff_place_of(journal, clause->agreement).entry != NULL;
	return OK;
}

static enum status apply_clause(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct clause_recorded *clause = fact->item;
	const struct value values[] = { value_number(register_id),     value_number(fact->fact),
		                        value_text(clause->agreement), value_text(clause->sort),
		                        value_text(clause->article),   value_text(clause->words),
		                        value_date(clause->from) };

	(void)arena;
	return db_run(db, &sql_agreement_add_clause, values, COUNT(values), fault);
}

const struct journal_kind clause_recorded_kind = {
	.name = "clause_recorded",
	.title = WORDS("Bepaling van de overeenkomst vastleggen"),
	.done = WORDS("Bepaling van de overeenkomst vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &clause_recorded_record,
	.prepare = prepare_clause,
	.rules = clause_rules,
	.rules_count = CLAUSE_RULES_COUNT,
	.apply = apply_clause,
	.page = "/agreements",
};
