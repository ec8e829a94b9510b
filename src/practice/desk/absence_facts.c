/* SPDX-License-Identifier: EUPL-1.2 */
/* A caseload that moves and comes back, at the door and as it is kept. */
#include <string.h>

#include "common/access/access.h"
#include "desk_sql.h"
#include "platform/base/words.h"
#include "practice/desk/absence.h"
#include "practice/desk/worker.h"

static const struct field absence_line_fields[] = {
	FIELD(struct absence_line, absence),  FIELD(struct absence_line, worker),
	FIELD(struct absence_line, to),       FIELD(struct absence_line, reason, .choices = absence_reasons),
	FIELD(struct absence_line, from_day), FIELD(struct absence_line, expected_on),
};
const struct record absence_line_record = RECORD(struct absence_line, "absence_line", absence_line_fields);

enum status absences(struct journal *journal, struct date on, struct records *ret_lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };

	return db_list(journal->db, &sql_desk_absences, values, COUNT(values),
	               &(struct db_list){ &absence_line_record, journal->arena, ret_lines }, fault);
}

/* The absence of a worker that goes on; its number is 0 when there is none. */
static enum status absence_of(struct journal *journal, const char *worker, struct absence_line *ret_line,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(worker) };
	enum status status = db_one(journal->db, &sql_desk_absence_of, values, COUNT(values), &rows, fault);

	*ret_line = (struct absence_line){ 0 };
	if (status == OK)
		db_record(&rows, &absence_line_record, ret_line, journal->arena);
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_moved(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct caseload_moved *moved = fact->item;
	struct absence_situation *situation = &moved->situation;
	const struct value values[] = { value_number(journal->register_id), value_text(moved->worker),
		                        value_date(moved->from) };
	struct absence_line away;
	struct worker_move move = { false, false };
	int64_t clients = 0;
	enum status status = worker_is_there(journal, moved->worker, NULL, &situation->is_worker, fault);

	(void)findings;
	fact->valid_on = moved->from;
	situation->today = clock_today(journal->clock);
	if (status != OK || !situation->is_worker)
		return status;
	status = absence_of(journal, moved->worker, &away, fault);
	situation->is_away = away.absence != 0;
	if (status == OK)
		status =
			worker_successor(journal, moved->worker, &moved->to, &situation->has_stand_in, fault);
	if (status == OK)
		status = worker_may_move(journal, moved->worker, situation->has_stand_in ? moved->to : "",
		                         &move, fault);
	situation->is_by_others = move.is_by_others;
	situation->goes_to_others = move.goes_to_others;
	if (status == OK)
		status = worker_clients(journal, moved->worker, moved->from, &clients, &situation->later,
		                        fault);
	if (status)
		return status;
	return db_list(journal->db, &sql_desk_persons_of_worker, values, COUNT(values),
	               &(struct db_list){ &absence_client_record, journal->arena, &moved->clients }, fault);
}

static enum status apply_moved(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct caseload_moved *moved = fact->item;
	const struct absence_client *clients = moved->clients.items;
	const struct value values[] = { value_number(register_id),     value_number(fact->fact),
		                        value_text(moved->worker),     value_text(moved->to),
		                        value_date(moved->from),       value_text(moved->reason),
		                        value_date(moved->expected_on) };
	enum status status = db_run(db, &sql_desk_add_absence, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < moved->clients.count; i++) {
		const struct value lent[] = { values[0], values[1], value_number(clients[i].person) };

		status = db_run(db, &sql_desk_add_lent, lent, COUNT(lent), fault);
	}
	if (status)
		return status;
	return worker_hand_on(db, register_id,
	                      &(struct worker_change){ moved->worker, moved->to, moved->from }, fault);
}

static enum status prepare_returned(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct caseload_returned *returned = fact->item;
	struct return_situation *situation = &returned->situation;
	struct absence_line away;
	struct worker_move move = { false, false };
	enum status status = absence_of(journal, returned->worker, &away, fault);

	(void)findings;
	fact->valid_on = returned->from;
	*situation = (struct return_situation){ .today = clock_today(journal->clock),
		                                .away_from = away.from_day,
		                                .is_away = away.absence != 0 };
	if (status != OK || !situation->is_away)
		return status;
	status = worker_may_move(journal, returned->worker, "", &move, fault);
	if (status)
		return status;
	situation->is_by_others = move.is_by_others;
	returned->absence = away.absence;
	returned->to = away.to;
	return db_list(journal->db, &sql_desk_lent_still,
	               (const struct value[]){ value_number(journal->register_id), value_number(away.absence),
	                                       value_text(away.to), value_date(returned->from) },
	               4, &(struct db_list){ &absence_client_record, journal->arena, &returned->clients },
	               fault);
}

static enum status apply_returned(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct caseload_returned *returned = fact->item;
	const struct absence_client *clients = returned->clients.items;
	const struct value values[] = { value_number(register_id), value_number(returned->absence),
		                        value_date(returned->from) };
	enum status status = db_run(db, &sql_desk_end_absence, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < returned->clients.count; i++) {
		const struct value set[] = { values[0], value_number(clients[i].person), values[2],
			                     value_text(returned->worker) };

		status = db_run(db, &sql_desk_split, set, 3, fault);
		if (status == OK)
			status = db_run(db, &sql_desk_end, set, 3, fault);
		if (status == OK)
			status = db_run(db, &sql_desk_set_contact, set, 4, fault);
	}
	return status;
}

const struct journal_kind caseload_moved_kind = {
	.name = "caseload_moved",
	.title = WORDS("Collega afwezig: cliënten laten waarnemen"),
	.done = WORDS("Collega afwezig, de cliënten hebben een waarnemer"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN | MAY_ADMINISTER,
	.record = &caseload_moved_record,
	.prepare = prepare_moved,
	.rules = caseload_moved_rules,
	.rules_count = CASELOAD_MOVED_RULES_COUNT,
	.apply = apply_moved,
};

const struct journal_kind caseload_returned_kind = {
	.name = "caseload_returned",
	.title = WORDS("Collega terug: cliënten teruggeven"),
	.done = WORDS("Collega terug, de cliënten ook"),
	.sort = KIND_ACT,
	.corner = CORNER_PRACTICE,
	.permission = MAY_ASSIGN | MAY_ADMINISTER,
	.record = &caseload_returned_record,
	.prepare = prepare_returned,
	.rules = caseload_returned_rules,
	.rules_count = CASELOAD_RETURNED_RULES_COUNT,
	.apply = apply_returned,
};
