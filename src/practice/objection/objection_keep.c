/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/objection/objection_keep.h"

#include <string.h>

#include "objection_sql.h"
#include "platform/base/words.h"
#include "practice/objection/hearing.h"
#include "practice/term/term.h"

/* The jurist goes on seeing the file while an appeal, and a higher one, may come. */
#define SIGHT_DAYS 730

const struct choice objection_states[] = {
	{ "hear", WORDS("te horen") },
	{ "decide", WORDS("te beslissen") },
	{ "done", WORDS("klaar") },
	{ NULL, NULL },
};

static const struct field kept_fields[] = {
	FIELD(struct objection_kept, objection),
	FIELD(struct objection_kept, person),
	FIELD(struct objection_kept, report),
	FIELD(struct objection_kept, decision),
	FIELD(struct objection_kept, answer),
	FIELD(struct objection_kept, received_on),
	FIELD(struct objection_kept, posted_on),
	FIELD(struct objection_kept, until_on),
	FIELD(struct objection_kept, due_on),
	FIELD(struct objection_kept, adjourned_on),
	FIELD(struct objection_kept, hearing_on),
	FIELD(struct objection_kept, heard_on),
	FIELD(struct objection_kept, ended_on),
	FIELD(struct objection_kept, appeal_until),
	FIELD(struct objection_kept, in_time),
	FIELD(struct objection_kept, has_committee),
	FIELD(struct objection_kept, by_whom),
	FIELD(struct objection_kept, reasons, .max_chars = 4000),
	FIELD(struct objection_kept, hearing_at),
	FIELD(struct objection_kept, hearing_where),
	FIELD(struct objection_kept, heard_how),
	FIELD(struct objection_kept, heard_words, .max_chars = 8000),
	FIELD(struct objection_kept, outcome),
	FIELD(struct objection_kept, result),
	FIELD(struct objection_kept, outcome_words, .max_chars = 8000),
	FIELD(struct objection_kept, decided_by),
	FIELD(struct objection_kept, initials),
	FIELD(struct objection_kept, prefix),
	FIELD(struct objection_kept, surname),
};
static const struct record kept_record = RECORD(struct objection_kept, "objection_kept", kept_fields);

static const struct field count_fields[] = {
	FIELD(struct objection_count, state, .choices = objection_states),
	FIELD(struct objection_count, objections),
};
static const struct record count_record = RECORD(struct objection_count, "objection_count", count_fields);

enum status objection_load(struct journal *journal, int64_t objection, struct objection_kept *ret_objection,
                           struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(objection) };
	enum status status = db_one(journal->db, &sql_objection_one, values, COUNT(values), &rows, fault);

	*ret_objection = (struct objection_kept){ 0 };
	if (status == OK)
		db_record(&rows, &kept_record, ret_objection, journal->arena);
	return status;
}

const char *objection_term(const struct objection_kept *objection)
{
	return objection->has_committee ? "objection-decision-committee" : "objection-decision";
}

static bool is_by(struct date day, struct date on)
{
	return date_is(day) && !date_before(on, day);
}

const char *objection_state(const struct objection_kept *objection, struct date on)
{
	if (is_by(objection->ended_on, on))
		return "done";
	return is_by(objection->heard_on, on) ? "decide" : "hear";
}

enum status objections_of(struct journal *journal, int64_t person, struct date on,
                          struct records *ret_objections, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };

	return db_list(journal->db, &sql_objection_of, values, COUNT(values),
	               &(struct db_list){ &kept_record, journal->arena, ret_objections }, fault);
}

enum status objections_page_of(struct journal *journal, const struct objections_asked *asked,
                               struct records *ret_objections, struct fault *fault)
{
	struct date after = date_is(asked->after_due_on) ? asked->after_due_on : (struct date){ 1 };
	const struct value values[] = { value_number(journal->register_id), value_date(asked->on),
		                        value_text(asked->state), value_date(after),
		                        value_number(asked->after) };

	return db_list(journal->db, &sql_objection_page, values, COUNT(values),
	               &(struct db_list){ &kept_record, journal->arena, ret_objections }, fault);
}

enum status objection_counts(struct journal *journal, struct date on, struct records *ret_counts,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };

	return db_list(journal->db, &sql_objection_counts, values, COUNT(values),
	               &(struct db_list){ &count_record, journal->arena, ret_counts }, fault);
}

enum status objection_find(struct journal *journal, int64_t objection, struct objection_kept *ret_objection,
                           struct objection_situation *ret_situation, struct fault *fault)
{
	enum status status = objection_load(journal, objection, ret_objection, fault);

	*ret_situation = (struct objection_situation){ .today = clock_today(journal->clock),
		                                       .received_on = ret_objection->received_on,
		                                       .due_on = ret_objection->due_on,
		                                       .is_known = status == OK,
		                                       .has_ended = date_is(ret_objection->ended_on),
		                                       .is_planned = date_is(ret_objection->hearing_on),
		                                       .is_heard = date_is(ret_objection->heard_on),
		                                       .is_adjourned = date_is(ret_objection->adjourned_on),
		                                       .in_time = ret_objection->in_time };
	return status == NOT_FOUND ? OK : status;
}

/* --- following terms --- */

/* A term of something else than an objection changes no row. */
static enum status set_due(struct db *db, int64_t register_id, const struct term_line *term,
                           struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_number(term->about),
		                        value_date(date_is(term->due_on) ? term->due_on : DATE_LAST) };

	if (strncmp(term->term, "objection-decision", strlen("objection-decision")) != 0)
		return OK;
	return db_run(db, &sql_objection_set_due, values, COUNT(values), fault);
}

enum status objection_follow_suspended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                       struct arena *arena, struct fault *fault)
{
	const struct term_suspended *suspended = fact->item;

	(void)arena;
	return set_due(db, register_id,
	               &(struct term_line){ .about = suspended->about,
	                                    .term = suspended->term,
	                                    .due_on = suspended->due_on },
	               fault);
}

enum status objection_follow_resumed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                     struct arena *arena, struct fault *fault)
{
	const struct term_resumed *resumed = fact->item;

	(void)arena;
	return set_due(db, register_id,
	               &(struct term_line){
			       .about = resumed->about, .term = resumed->term, .due_on = resumed->due_on },
	               fault);
}

enum status objection_follow_recounted(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                       struct arena *arena, struct fault *fault)
{
	const struct term_recounted *recounted = fact->item;

	(void)arena;
	return set_due(db, register_id,
	               &(struct term_line){ .about = recounted->about,
	                                    .term = recounted->term,
	                                    .due_on = recounted->due_on },
	               fault);
}

enum status objection_sight_of_jurist(struct journal *journal, const struct sight_asked *asked,
                                      const char **ret_ground, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(asked->person),
		                        value_date(date_add_days(asked->today, -SIGHT_DAYS)) };
	enum status status =
		db_one(journal->db, &sql_objection_of_jurist, values, COUNT(values), &rows, fault);

	if (status == OK)
		*ret_ground = "objection";
	return status == NOT_FOUND ? OK : status;
}
