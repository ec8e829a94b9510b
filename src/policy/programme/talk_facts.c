/* SPDX-License-Identifier: EUPL-1.2 */
/* Interests and consultations at the door, and as they are kept. */
#include "platform/base/words.h"
#include "policy/programme/talk.h"
#include "programme_sql.h"

static const struct field kept_interest_fields[] = {
	FIELD(struct interest_mapped, who),
	FIELD(struct interest_mapped, wants, .max_chars = 2000),
	FIELD(struct interest_mapped, collides_with, .max_chars = 2000),
	FIELD(struct interest_mapped, handled, .max_chars = 2000),
	FIELD(struct interest_mapped, mapped_on),
};
const struct record programme_interest_record =
	RECORD(struct interest_mapped, "programme_interest", kept_interest_fields);

static const struct field kept_guest_fields[] = {
	FIELD(struct talk_guest, meeting),
	FIELD(struct talk_guest, party),
	FIELD(struct talk_guest, people),
	FIELD(struct talk_guest, interest, .choices = talk_interests),
};
const struct record programme_guest_record = RECORD(struct talk_guest, "programme_guest", kept_guest_fields);

static const struct field kept_point_fields[] = {
	FIELD(struct talk_point, meeting),
	FIELD(struct talk_point, about, .choices = talk_sorts),
	FIELD(struct talk_point, words, .max_chars = 2000),
};
const struct record programme_point_record = RECORD(struct talk_point, "programme_point", kept_point_fields);

static const struct field kept_meeting_fields[] = {
	FIELD(struct programme_meeting, meeting),
	FIELD(struct programme_meeting, subject),
	FIELD(struct programme_meeting, place),
	FIELD(struct programme_meeting, invited, .max_chars = 2000),
	FIELD(struct programme_meeting, planned_on),
	FIELD(struct programme_meeting, held_on),
	FIELD(struct programme_meeting, is_held),
	FIELD(struct programme_meeting, outcome, .max_chars = 2000),
};
const struct record programme_meeting_record =
	RECORD(struct programme_meeting, "programme_meeting", kept_meeting_fields);

static enum status apply_interest(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct interest_mapped *mapped = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(mapped->of.programme),
		                        value_number(fact->fact),
		                        value_text(mapped->who),
		                        value_text(mapped->wants),
		                        value_text_or_empty(mapped->collides_with),
		                        value_text_or_empty(mapped->handled),
		                        value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_programme_add_interest, values, COUNT(values), fault);
}

static enum status apply_planned(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct consultation_planned *planned = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(planned->of.programme),
		                        value_number(fact->fact),
		                        value_text(planned->subject),
		                        value_text_or_empty(planned->place),
		                        value_text(planned->invited),
		                        value_date(planned->planned_on),
		                        value_date(fact->valid_on),
		                        value_date((struct date){ 0 }),
		                        value_text("") };

	(void)arena;
	return db_run(db, &sql_programme_add_meeting, values, COUNT(values), fault);
}

static enum status prepare_held(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct consultation_held *held = fact->item;
	const struct value values[] = { value_number(journal->register_id), value_text(held->of.programme),
		                        value_number(held->consultation) };
	enum status status = programme_prepare(journal, fact, findings, fault);

	fact->valid_on = held->held_on;
	if (status == OK)
		status = db_one(journal->db, &sql_programme_meeting, values, COUNT(values), &rows, fault);
	held->situation.is_meeting = status == OK;
	held->situation.is_held = status == OK && db_number(&rows, 0) == 1;
	return status == NOT_FOUND ? OK : status;
}

/* The form of a consultation that was planned begins with what it was about. */
static enum status begin_held(struct journal *journal, void *item, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct consultation_held *held = item;
	const struct value values[] = { value_number(journal->register_id),
		                        value_text_or_empty(held->of.programme),
		                        value_number(held->consultation) };
	enum status status = db_one(journal->db, &sql_programme_meeting, values, COUNT(values), &rows, fault);

	if (status == OK && !has_words(held->subject))
		held->subject = db_text(&rows, 1, journal->arena);
	return status == NOT_FOUND ? OK : status;
}

static enum status keep_meeting(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct fault *fault)
{
	const struct consultation_held *held = fact->item;
	const struct value told[] = { value_number(register_id),          value_text(held->of.programme),
		                      value_number(held->consultation),   value_date(held->held_on),
		                      value_text_or_empty(held->outcome), value_text(held->subject) };
	const struct value added[] = { told[0],
		                       told[1],
		                       value_number(fact->fact),
		                       value_text(held->subject),
		                       value_text(""),
		                       value_text(""),
		                       value_date((struct date){ 0 }),
		                       value_date(fact->valid_on),
		                       value_date(held->held_on),
		                       value_text_or_empty(held->outcome) };

	return held->consultation != 0 ? db_run(db, &sql_programme_hold_meeting, told, COUNT(told), fault)
	                               : db_run(db, &sql_programme_add_meeting, added, COUNT(added), fault);
}

static enum status keep_lines(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct fault *fault)
{
	const struct consultation_held *held = fact->item;
	const struct talk_guest *guest = held->guests.items;
	const struct talk_point *point = held->points.items;
	const struct value key[] = { value_number(register_id), value_text(held->of.programme),
		                     value_number(held->consultation != 0 ? held->consultation
		                                                          : fact->fact) };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < held->guests.count; i++) {
		const struct value values[] = { key[0],
			                        key[1],
			                        key[2],
			                        value_number((int64_t)i),
			                        value_text(guest[i].party),
			                        value_number(guest[i].people),
			                        value_text(guest[i].interest) };

		status = db_run(db, &sql_programme_add_guest, values, COUNT(values), fault);
	}
	for (size_t i = 0; status == OK && i < held->points.count; i++) {
		const struct value values[] = { key[0],
			                        key[1],
			                        key[2],
			                        value_number((int64_t)i),
			                        value_text(point[i].about),
			                        value_text(point[i].words) };

		status = db_run(db, &sql_programme_add_point, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply_held(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	enum status status = keep_meeting(db, register_id, fact, fault);

	(void)arena;
	return status == OK ? keep_lines(db, register_id, fact, fault) : status;
}

#define TALK_PAGE "/programmes/{programme}/talks"
#define MAY_TALK ((enum permission)(MAY_ADOPT_SCHEME | MAY_MANAGE_AGREEMENTS))

const struct journal_kind interest_mapped_kind = {
	.name = "interest_mapped",
	.title = WORDS("Een belang benoemen"),
	.done = WORDS("Belang benoemd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_TALK,
	.record = &interest_mapped_record,
	.prepare = programme_prepare,
	.rules = interest_mapped_rules,
	.rules_count = INTEREST_MAPPED_RULES_COUNT,
	.apply = apply_interest,
	.page = TALK_PAGE,
};

const struct journal_kind consultation_planned_kind = {
	.name = "consultation_planned",
	.title = WORDS("Een bijeenkomst plannen"),
	.done = WORDS("Bijeenkomst gepland"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_TALK,
	.record = &consultation_planned_record,
	.prepare = programme_prepare,
	.rules = consultation_planned_rules,
	.rules_count = CONSULTATION_PLANNED_RULES_COUNT,
	.apply = apply_planned,
	.page = TALK_PAGE,
};

const struct journal_kind consultation_held_kind = {
	.name = "consultation_held",
	.title = WORDS("Vastleggen hoe een bijeenkomst was"),
	.done = WORDS("Bijeenkomst vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_POLICY,
	.permission = MAY_TALK,
	.record = &consultation_held_record,
	.prepare = prepare_held,
	.begin = begin_held,
	.rules = consultation_held_rules,
	.rules_count = CONSULTATION_HELD_RULES_COUNT,
	.apply = apply_held,
	.page = TALK_PAGE,
};

/* A list of the programme: by the day where the query asks it. */
static enum status list(struct journal *journal, const struct programme_asked *asked, bool by_day,
                        const struct db_query *query, const struct db_list *into, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->programme),
		                        value_date(asked->on) };

	return db_list(journal->db, query, values, by_day ? 3 : 2, into, fault);
}

enum status programme_talks(struct journal *journal, const struct programme_asked *asked,
                            struct programme_talks *ret_talks, struct fault *fault)
{
	enum status status = list(
		journal, asked, true, &sql_programme_meetings,
		&(struct db_list){ &programme_meeting_record, journal->arena, &ret_talks->meetings }, fault);

	if (status == OK)
		status =
			list(journal, asked, false, &sql_programme_guests,
		             &(struct db_list){ &programme_guest_record, journal->arena, &ret_talks->guests },
		             fault);
	if (status == OK)
		status =
			list(journal, asked, false, &sql_programme_points,
		             &(struct db_list){ &programme_point_record, journal->arena, &ret_talks->points },
		             fault);
	if (status == OK)
		status = list(journal, asked, true, &sql_programme_interests,
		              &(struct db_list){ &programme_interest_record, journal->arena,
		                                 &ret_talks->interests },
		              fault);
	return status;
}
