/* SPDX-License-Identifier: EUPL-1.2 */
/* Own contributions at the door, and as they are kept. */
#include <string.h>

#include "care_sql.h"
#include "common/person/vault.h"
#include "platform/base/words.h"
#include "practice/care/contribution.h"

const struct choice contribution_states[] = {
	{ "open", WORDS("te versturen") },   { "sent", WORDS("verstuurd") },
	{ "refused", WORDS("afgekeurd") },   { "accepted", WORDS("aangenomen") },
	{ "settled", WORDS("afgehandeld") }, { NULL, NULL },
};

static const struct field period_fields[] = {
	FIELD(struct contribution_period, period),
	FIELD(struct contribution_period, from),
	FIELD(struct contribution_period, until),
};
const struct record contribution_period_record =
	RECORD(struct contribution_period, "contribution_period", period_fields);

static const struct field line_fields[] = {
	FIELD(struct contribution_line, change),
	FIELD(struct contribution_line, person),
	FIELD(struct contribution_line, period),
	FIELD(struct contribution_line, sort, .choices = contribution_sorts),
	FIELD(struct contribution_line, state, .choices = contribution_states),
	FIELD(struct contribution_line, answer, .max_chars = 1000),
	FIELD(struct contribution_line, words, .max_chars = 1000),
	FIELD(struct contribution_line, from_day),
	FIELD(struct contribution_line, last_day),
	FIELD(struct contribution_line, made_on),
	FIELD(struct contribution_line, sent_on),
	FIELD(struct contribution_line, answered_on),
	FIELD(struct contribution_line, initials),
	FIELD(struct contribution_line, prefix),
	FIELD(struct contribution_line, surname),
};
const struct record contribution_line_record =
	RECORD(struct contribution_line, "contribution_line", line_fields);

static const struct field count_fields[] = {
	FIELD(struct contribution_count, state, .choices = contribution_states),
	FIELD(struct contribution_count, changes),
};
static const struct record count_record =
	RECORD(struct contribution_count, "contribution_count", count_fields);

enum status contributions_of(struct journal *journal, int64_t person, struct records *ret_periods,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_care_contributions_of, values, COUNT(values),
	               &(struct db_list){ &contribution_period_record, journal->arena, ret_periods }, fault);
}

enum status contribution_lines(struct journal *journal, const char *state, int64_t after,
                               struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(state),
		                        value_number(after) };

	return db_list(journal->db, &sql_care_contribution_lines, values, COUNT(values),
	               &(struct db_list){ &contribution_line_record, journal->arena, ret_lines }, fault);
}

enum status contribution_person(struct journal *journal, int64_t change, int64_t *ret_person,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(change) };
	enum status status =
		db_one(journal->db, &sql_care_contribution_person, values, COUNT(values), &rows, fault);

	*ret_person = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status contribution_counts(struct journal *journal, struct records *ret_counts, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_care_contribution_counts, values, COUNT(values),
	               &(struct db_list){ &count_record, journal->arena, ret_counts }, fault);
}

/* --- changed --- */

static enum status prepare_change(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct contribution_change *change = fact->item;

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	return vault_has_bsn(journal, change->person, &change->has_bsn, fault);
}

/* The period as it is from now on told. */
static enum status keep_period(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct fault *fault)
{
	const struct contribution_change *change = fact->item;
	bool starts = strcmp(change->sort, "started") == 0, stops = date_is(change->last_day);
	const struct value values[] = { value_number(register_id), value_number(change->person),
		                        value_number(starts ? fact->fact : change->period),
		                        value_date(stops ? date_add_days(change->last_day, 1) : DATE_LAST),
		                        value_date(change->from) };

	if (starts)
		return db_run(db, &sql_care_add_contribution, values, COUNT(values), fault);
	if (strcmp(change->sort, "withdrawn") == 0)
		return db_run(db, &sql_care_drop_contribution, values, 3, fault);
	if (strcmp(change->sort, "start_moved") == 0) {
		const struct value moved[] = { values[0], values[1], values[2], values[4] };

		return db_run(db, &sql_care_move_contribution, moved, COUNT(moved), fault);
	}
	return db_run(db, &sql_care_stop_contribution, values, 4, fault);
}

static enum status apply_change(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct contribution_change *change = fact->item;
	bool starts = strcmp(change->sort, "started") == 0;
	const struct value values[] = {
		value_number(register_id),    value_number(fact->fact),
		value_number(change->person), value_number(starts ? fact->fact : change->period),
		value_text(change->sort),     value_date(change->from),
		value_date(change->last_day), value_date(fact->valid_on),
	};
	enum status status = keep_period(db, register_id, fact, fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_care_add_contribution_change, values, COUNT(values), fault)
	                    : status;
}

const struct journal_kind contribution_changed_kind = {
	.name = "contribution_changed",
	.title = WORDS("Eigen bijdrage verandert"),
	.done = WORDS("Eigen bijdrage verandert; het CAK hoort het"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &contribution_change_record,
	.prepare = prepare_change,
	.rules = contribution_change_rules,
	.rules_count = CONTRIBUTION_CHANGE_RULES_COUNT,
	.apply = apply_change,
};

/* --- sent, answered, settled --- */

static enum status find_situation(struct journal *journal, int64_t person, int64_t change,
                                  struct contribution_situation *situation, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(change),
		                        value_number(person) };
	enum status status =
		db_one(journal->db, &sql_care_contribution_state, values, COUNT(values), &rows, fault);

	*situation = (struct contribution_situation){ .today = clock_today(journal->clock) };
	if (status == OK) {
		situation->state = db_text(&rows, 0, journal->arena);
		status = vault_has_bsn(journal, person, &situation->has_bsn, fault);
	}
	return status == NOT_FOUND ? OK : status;
}

static enum status set_state(struct db *db, const struct value *values, size_t count, struct fault *fault)
{
	return db_run(db, &sql_care_contribution_set, values, count, fault);
}

static enum status prepare_sent(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct contribution_sent *sent = fact->item;

	(void)findings;
	fact->valid_on = sent->sent_on;
	return find_situation(journal, sent->person, sent->change, &sent->situation, fault);
}

static enum status apply_sent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct contribution_sent *sent = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(sent->change),
		                        value_text("sent"),
		                        value_date(sent->sent_on),
		                        value_date((struct date){ 0 }),
		                        value_text(""),
		                        value_text("") };

	(void)arena;
	return set_state(db, values, COUNT(values), fault);
}

const struct journal_kind contribution_sent_kind = {
	.name = "contribution_sent",
	.title = WORDS("Eigen bijdrage doorgeven"),
	.done = WORDS("Aan het CAK doorgegeven: de eigen bijdrage verandert"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES,
	.record = &contribution_sent_record,
	.prepare = prepare_sent,
	.rules = contribution_sent_rules,
	.rules_count = CONTRIBUTION_SENT_RULES_COUNT,
	.apply = apply_sent,
};

/* An answer to what was not sent is no notice. */
static enum status prepare_answered(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct contribution_answered *answered = fact->item;
	enum status status =
		find_situation(journal, answered->person, answered->change, &answered->situation, fault);

	fact->valid_on = answered->answered_on;
	if (status == OK &&
	    (answered->situation.state == NULL || strcmp(answered->situation.state, "sent") != 0))
		(void)findings_add(findings, "contribution-not-sent", "change",
		                   WORDS("Dit bericht van deze persoon wacht niet op een antwoord."));
	return status;
}

static enum status apply_answered(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct contribution_answered *answered = fact->item;
	const struct value values[] = {
		value_number(register_id),
		value_number(answered->change),
		value_text(answered->outcome),
		value_date((struct date){ 0 }),
		value_date(answered->answered_on),
		value_text_or_empty(answered->answer),
		value_text(""),
	};

	(void)arena;
	return set_state(db, values, COUNT(values), fault);
}

const struct journal_kind contribution_answered_kind = {
	.name = "contribution_answered",
	.title = WORDS("Antwoord van het CAK vastleggen"),
	.done = WORDS("Het CAK antwoordde over de eigen bijdrage"),
	.sort = KIND_NOTICE,
	.corner = CORNER_PRACTICE,
	.permission = MAY_CARRY_MESSAGES | MAY_REPORT,
	.record = &contribution_answered_record,
	.prepare = prepare_answered,
	.rules = contribution_answered_rules,
	.rules_count = CONTRIBUTION_ANSWERED_RULES_COUNT,
	.apply = apply_answered,
	.page = "/contributions",
};

static enum status prepare_settled(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct contribution_settled *settled = fact->item;

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	return find_situation(journal, settled->person, settled->change, &settled->situation, fault);
}

static enum status apply_settled(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct contribution_settled *settled = fact->item;
	const char *state = strcmp(settled->next, "again") == 0 ? "open" : "settled";
	const struct value values[] = {
		value_number(register_id),      value_number(settled->change),  value_text(state),
		value_date((struct date){ 0 }), value_date((struct date){ 0 }), value_text(""),
		value_text(settled->words)
	};

	(void)arena;
	return set_state(db, values, COUNT(values), fault);
}

const struct journal_kind contribution_settled_kind = {
	.name = "contribution_settled",
	.title = WORDS("Afkeuring van het CAK afhandelen"),
	.done = WORDS("Afkeuring van het CAK afgehandeld"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_REPORT,
	.record = &contribution_settled_record,
	.prepare = prepare_settled,
	.rules = contribution_settled_rules,
	.rules_count = CONTRIBUTION_SETTLED_RULES_COUNT,
	.apply = apply_settled,
	.ends_task = "contribution-refused",
	.page = "/contributions",
};
