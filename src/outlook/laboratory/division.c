/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/laboratory/division.h"

#include <string.h>

#include "common/lane/lane_change.h"
#include "contract/tender/plan.h"
#include "laboratory_sql.h"
#include "platform/base/words.h"

#define LEASE_SECONDS 600
#define ROOM_BYTES ((size_t)4 * 1024 * 1024)
#define ANSWER_BYTES ((size_t)1024 * 1024)

const struct choice division_states[] = {
	{ "asked", WORDS("wacht op de rekenmachine") },
	{ "making", WORDS("wordt uitgerekend") },
	{ "found", WORDS("gevonden") },
	{ "none", WORDS("kan niet") },
	{ "no_time", WORDS("niet gevonden binnen de tijd") },
	{ "failed", WORDS("mislukt") },
	{ NULL, NULL },
};

static const struct field division_fields[] = {
	FIELD(struct division, number),
	FIELD(struct division, scheme),
	FIELD(struct division, asked_at),
	FIELD(struct division, name),
	FIELD(struct division, max_per_party),
	FIELD(struct division, per_area),
	FIELD(struct division, seconds),
	FIELD(struct division, state, .choices = division_states),
	FIELD(struct division, took_ms, .flags = FIELD_ZERO_IS_SET),
	FIELD(struct division, plan, .max_chars = 1000000),
	FIELD(struct division, total),
	FIELD(struct division, is_optimal),
	FIELD(struct division, gap_millis),
	FIELD(struct division, concentration),
	FIELD(struct division, why, .max_chars = 1000000),
};
const struct record division_record = RECORD(struct division, "division", division_fields);

static const char *lines_of(const struct texts *texts, struct arena *arena)
{
	CLEANUP(text_done) struct text lines = text_new(ANSWER_BYTES);

	for (size_t i = 0; i < texts->count; i++)
		text_print(&lines, "%s%s", i == 0 ? "" : "\n", texts->items[i]);
	return arena_copy(arena, text_words(&lines));
}

enum status division_ask(struct journal *journal, const struct division_asked *asked, struct moment now,
                         int64_t *ret_number, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(asked->scheme),
		                        value_moment(now),
		                        value_text(journal->account),
		                        value_text(lines_of(&asked->areas, journal->arena)),
		                        value_text(asked->bids),
		                        value_number(asked->max_per_party),
		                        value_number(asked->per_area),
		                        value_number(asked->seconds) };
	enum status status =
		db_one(journal->db, &sql_laboratory_add_plan, values, COUNT(values), &rows, fault);

	*ret_number = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status division_list(struct journal *journal, struct records *ret_divisions, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id) };

	return db_list(journal->db, &sql_laboratory_plans, values, COUNT(values),
	               &(struct db_list){ &division_record, journal->arena, ret_divisions }, fault);
}

enum status division_find(struct journal *journal, int64_t number, struct division *ret_division,
                          struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(number) };
	enum status status = db_one(journal->db, &sql_laboratory_plan, values, COUNT(values), &rows, fault);

	*ret_division = (struct division){ 0 };
	if (status == OK)
		db_record(&rows, &division_record, ret_division, journal->arena);
	return status;
}

/* --- the work --- */

struct solving {
	struct db *db;
	struct arena *arena;
	int64_t register_id, number;
	struct texts areas;
	const char *bids;
	struct plan_question question;
	int64_t began_ms;
};

static int64_t now_seconds(void)
{
	const struct clock real = { { 0 } };

	return clock_now(&real).seconds;
}

/* The next one, in a transaction of its own; NOT_FOUND: another process has it. */
static enum status take(struct solving *solving, struct fault *fault)
{
	struct db_rows rows = { 0 };
	const struct value values[] = { value_number(now_seconds()),
		                        value_number(now_seconds() + LEASE_SECONDS) };
	enum status status = db_begin(solving->db, fault), ended;

	if (status)
		return status;
	status = db_one(solving->db, &sql_laboratory_take_plan, values, COUNT(values), &rows, fault);
	if (status == OK) {
		solving->register_id = db_number(&rows, 0);
		solving->number = db_number(&rows, 1);
		solving->areas = lane_change_names(db_text(&rows, 2, solving->arena), solving->arena);
		solving->bids = db_text(&rows, 3, solving->arena);
		solving->question.max_per_party = db_number(&rows, 4);
		solving->question.per_area = db_number(&rows, 5);
		solving->question.seconds = db_number(&rows, 6);
	}
	db_rows_done(&rows);
	if (status == FAILED) {
		db_rollback(solving->db);
		return status;
	}
	ended = db_commit(solving->db, fault);
	return ended == OK ? status : ended;
}

static const char *plan_lines(const struct solving *solving, const struct plan_answer *answer)
{
	CLEANUP(text_done) struct text out = text_new(ANSWER_BYTES);
	const struct area_bids *bids = solving->question.bids;

	for (size_t area = 0; area < bids->areas.count; area++) {
		const char *between = "";

		text_print(&out, "%s%s\t", area == 0 ? "" : "\n", bids->areas.items[area]);
		for (size_t i = 0; i < bids->count; i++)
			if (bids->items[i].area == area && answer->plan.is_chosen[i]) {
				text_print(&out, "%s%s", between, bids->bidders.items[bids->items[i].bidder]);
				between = ", ";
			}
	}
	return arena_copy(solving->arena, text_words(&out));
}

static enum status keep(const struct solving *solving, const char *state, const struct plan_answer *answer,
                        struct fault *fault)
{
	char total[DECIMAL_TEXT_SIZE];
	bool is_found = answer->end == PLAN_FOUND && strcmp(state, "failed") != 0;
	const struct value values[] = {
		value_number(solving->register_id),
		value_number(solving->number),
		value_text(state),
		value_number(clock_running_ms() - solving->began_ms),
		value_text(is_found ? plan_lines(solving, answer) : ""),
		value_text(is_found ? decimal_print(answer->plan.value, total) : ""),
		value_number(is_found && answer->plan.is_optimal),
		value_number(is_found ? answer->plan.gap_millis : 0),
		value_number(is_found ? answer->concentration : 0),
		value_text(lines_of(&answer->why, solving->arena)),
	};
	enum status status = db_begin(solving->db, fault);

	if (status)
		return status;
	return db_end(solving->db,
	              db_run(solving->db, &sql_laboratory_end_plan, values, COUNT(values), fault), fault);
}

static enum status solve(struct solving *solving, struct fault *fault)
{
	static const char *const states[] = {
		[PLAN_FOUND] = "found", [PLAN_NONE] = "none", [PLAN_NO_TIME] = "no_time"
	};
	struct findings findings = findings_new(solving->arena, "nl");
	struct area_bids bids = area_bids_read(solving->bids, strlen(solving->bids), &solving->areas, NULL,
	                                       (struct decimal){ .billionths = INT64_MAX }, &findings);
	struct plan_answer answer = { 0 };
	struct fault why = { "" };
	enum status status;

	solving->question.bids = &bids;
	solving->began_ms = clock_running_ms();
	status = plan_best(&solving->question, "nl", solving->arena, &answer, &why);
	if (status != OK) {
		const char *words = why.words;

		answer.why = (struct texts){ .items = &words, .count = 1 };
		status = keep(solving, "failed", &answer, fault);
	} else {
		status = keep(solving, states[answer.end], &answer, fault);
	}
	solving->question.bids = NULL; /* they end here */
	return status;
}

enum status division_work(struct db *db, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	struct db_rows waiting = { 0 };
	const struct value now[] = { value_number(now_seconds()) };
	struct solving solving = { .db = db, .arena = arena };
	enum status status = db_one(db, &sql_laboratory_plans_waiting, now, 1, &waiting, fault);
	bool is_waiting = status == OK && db_number(&waiting, 0) > 0;

	db_rows_done(&waiting);
	if (status != OK || !is_waiting)
		return status;
	status = take(&solving, fault);
	if (status)
		return status == NOT_FOUND ? OK : status;
	return solve(&solving, fault);
}
