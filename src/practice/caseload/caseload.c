/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/caseload/caseload.h"

#include <string.h>

#include "caseload_sql.h"
#include "platform/base/clock.h"
#include "platform/base/words.h"
#include "practice/assignment/assignment.h"
#include "practice/assignment/ending.h"
#include "practice/care/care.h"
#include "practice/care/care_change.h"
#include "practice/caseload/caseload_keeping.h"
#include "practice/decision/decision.h"
#include "practice/decision/later.h"
#include "practice/desk/absence.h"
#include "practice/desk/contact.h"
#include "practice/desk/desk.h"
#include "practice/desk/urgent.h"
#include "practice/investigation/investigation.h"

const struct choice case_statuses[] = {
	{ "reported", WORDS("onderzoek te doen") },
	{ "investigated", WORDS("wacht op aanvraag") },
	{ "applied", WORDS("besluit te nemen") },
	{ "waiting", WORDS("wacht op aanbieder") },
	{ "assigned", WORDS("wacht op start") },
	{ "in_care", WORDS("ondersteuning begonnen") },
	{ "paused", WORDS("tijdelijk gestopt") },
	{ "stopped", WORDS("ondersteuning gestopt") },
	{ "refused", WORDS("afgewezen") },
	{ "ended", WORDS("beëindigd") },
	{ "closed", WORDS("afgesloten zonder besluit") },
	{ NULL, NULL },
};

static const struct field case_line_fields[] = {
	FIELD(struct case_line, report),
	FIELD(struct case_line, person),
	FIELD(struct case_line, team),
	FIELD(struct case_line, contact),
	FIELD(struct case_line, status, .choices = case_statuses),
	FIELD(struct case_line, asked, .max_chars = 4000),
	FIELD(struct case_line, since),
	FIELD(struct case_line, due_on),
	FIELD(struct case_line, assigned_on),
};
const struct record case_line_record = RECORD(struct case_line, "case_line", case_line_fields);

/* Once care runs, since is the day on which that began; a day of before may know a later assignment. */
struct date case_provided_on(const struct case_line *line)
{
	bool is_earlier = date_is(line->assigned_on) && !date_before(line->since, line->assigned_on);

	if (strcmp(line->status, "assigned") == 0)
		return line->since;
	if (strcmp(line->status, "in_care") != 0 && strcmp(line->status, "paused") != 0 &&
	    strcmp(line->status, "stopped") != 0)
		return (struct date){ 0 };
	return is_earlier ? line->assigned_on : line->since;
}

/* --- following the facts --- */

static enum status change_count(const struct keeping *keeping, const struct case_line *line,
                                const char *status_code, int64_t by, struct fault *fault)
{
	const struct value values[] = { value_number(keeping->register_id), value_text(line->team),
		                        value_text(line->contact), value_text(status_code),
		                        value_number(by) };

	return db_run(keeping->db, &sql_caseload_change_count, values, COUNT(values), fault);
}

/* How many products a case has, how far they are, and since which day the last of them is. */
struct case_lines {
	int64_t granted, assigned, started;
	struct date assigned_on, started_on;
	int64_t budgets; /* products that the resident buys in */
};

static enum status read_case(const struct keeping *keeping, int64_t report, struct case_line *ret_line,
                             struct case_lines *ret_lines, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(keeping->register_id), value_number(report) };
	enum status status = db_one(keeping->db, &sql_caseload_case, values, COUNT(values), &rows, fault);

	if (status)
		return status;
	db_record(&rows, &case_line_record, ret_line, keeping->arena);
	*ret_lines = (struct case_lines){ db_number(&rows, 8), db_number(&rows, 9), db_number(&rows, 10),
		                          db_date(&rows, 11),  db_date(&rows, 12),  db_number(&rows, 13) };
	return OK;
}

/* What is known of the case from that day on; what it was before stays. */
static enum status keep_history(const struct keeping *keeping, int64_t report, const struct case_step *step,
                                struct fault *fault)
{
	const struct value values[] = { value_number(keeping->register_id), value_number(report),
		                        value_date(step->since), value_text(step->status),
		                        value_date(step->due_on) };
	enum status status = caseload_split(keeping, report, step->since, fault);

	return status == OK ? db_run(keeping->db, &sql_caseload_set_history, values, COUNT(values), fault)
	                    : status;
}

/* A step never comes before the one before it, also where its own day lies earlier. */
static enum status move(const struct keeping *keeping, const struct case_line *line, struct case_step step,
                        struct fault *fault)
{
	if (date_before(step.since, line->since))
		step.since = line->since;
	{
		const struct value values[] = { value_number(keeping->register_id),
			                        value_number(line->report), value_text(step.status),
			                        value_date(step.since), value_date(step.due_on) };
		enum status status = db_run(keeping->db, &sql_caseload_set, values, COUNT(values), fault);

		if (status == OK)
			status = keep_history(keeping, line->report, &step, fault);
		if (status != OK || strcmp(line->status, step.status) == 0)
			return status;
		status = change_count(keeping, line, line->status, -1, fault);
		return status == OK ? change_count(keeping, line, step.status, 1, fault) : status;
	}
}

enum status caseload_move_to(const struct keeping *keeping, int64_t report, const struct case_step *step,
                             struct fault *fault)
{
	struct case_line line = { 0 };
	struct case_lines lines;
	enum status status = read_case(keeping, report, &line, &lines, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	return move(keeping, &line, *step, fault);
}

enum status caseload_report(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct report *report = fact->item;
	const struct case_line line = { .team = report->team, .contact = report->contact };
	const struct value values[] = { value_number(register_id),    value_number(fact->fact),
		                        value_number(report->person), value_text(report->team),
		                        value_text(report->contact),  value_text("reported"),
		                        value_text(report->asked),    value_date(report->received_on),
		                        value_date(report->due_on) };
	const struct value history[] = { values[0], values[1], values[7], values[2],
		                         values[3], values[4], values[5], values[8] };
	enum status status = db_run(db, &sql_caseload_add, values, COUNT(values), fault);

	if (status == OK)
		status = db_run(db, &sql_caseload_begin_history, history, COUNT(history), fault);
	return status == OK ? change_count(&keeping, &line, "reported", 1, fault) : status;
}

enum status caseload_investigation(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct investigation *investigation = fact->item;
	const struct case_step step = { "investigated", investigation->concluded_on, DATE_LAST };

	return caseload_move_to(&keeping, investigation->report, &step, fault);
}

enum status caseload_closing(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct case_closing *closing = fact->item;
	const struct case_step step = { "closed", closing->closed_on, DATE_LAST };

	return caseload_move_to(&keeping, closing->report, &step, fault);
}

enum status caseload_application(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct application *application = fact->item;
	const struct case_step step = { "applied", application->received_on, application->due_on };

	return caseload_move_to(&keeping, application->report, &step, fault);
}

enum status caseload_decision(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct decision *decision = fact->item;
	const struct decision_line *lines = decision->lines.items;
	const struct value decided[] = {
		value_number(register_id), value_number(decision->report), value_number(fact->fact),
		value_number((int64_t)decision_lines_in_kind(decision)),
		value_number((int64_t)(decision->lines.count - decision_lines_in_kind(decision)))
	};
	struct case_step step = { "refused", decision->decided_on, DATE_LAST };
	enum status status = db_run(db, &sql_caseload_set_decision, decided, COUNT(decided), fault);

	if (status)
		return status;
	if (decision_lines_in_kind(decision) > 0) {
		step.status = "waiting";
		step.due_on = lines[0].from; /* from that day on the resident goes without what was granted */
	} else if (decision->lines.count > 0) {
		step.status = "in_care"; /* the resident buys it in, so nobody is looked for */
	}
	return caseload_move_to(&keeping, decision->report, &step, fault);
}

/* Where a case stands by its products: after a later decision there may be fewer of them, or none. */
static const char *status_by_lines(const struct case_lines *lines)
{
	if (lines->granted == 0)
		return lines->budgets > 0 ? "in_care" : "ended";
	if (lines->assigned < lines->granted)
		return "waiting";
	return lines->started < lines->granted ? "assigned" : "in_care";
}

/* Looks again where the case stands, of which something is different from that day on. */
enum status caseload_settle(const struct keeping *keeping, int64_t report, struct date from,
                            struct fault *fault)
{
	struct case_step step = { .since = from, .due_on = DATE_LAST };
	struct case_line line = { 0 };
	struct case_lines lines;
	enum status status = read_case(keeping, report, &line, &lines, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	step.status = status_by_lines(&lines);
	if (strcmp(step.status, line.status) == 0)
		return OK;
	if (strcmp(step.status, "waiting") == 0 || strcmp(step.status, "assigned") == 0)
		step.due_on = from;
	return move(keeping, &line, step, fault);
}

enum status caseload_later(struct db *db, int64_t register_id, const struct journal_fact *fact,
                           struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct later_decision *later = fact->item;
	bool goes_on = later->amount > 0;                                 /* changed, not ended */
	int64_t fewer = (goes_on ? 0 : 1) - (later->still_waits ? 1 : 0); /* lines that want a provider */
	const struct value added[] = { value_number(register_id), value_number(fact->fact),
		                       value_number(later->report) };
	const struct value changed[] = { value_number(register_id), value_number(later->report),
		                         value_number(later->is_budget ? 0 : fewer),
		                         value_number(later->is_budget && !goes_on ? 1 : 0) };
	enum status status =
		later->is_at_once ? OK : db_run(db, &sql_caseload_add_later, added, COUNT(added), fault);

	if (later->is_at_once) /* the case waits for its own decision still */
		return OK;
	if (status == OK)
		status = db_run(db, &sql_caseload_ungrant, changed, COUNT(changed), fault);
	return status == OK ? caseload_settle(&keeping, later->report, later_felt_from(later), fault)
	                    : status;
}

/* The day from which the provider is known: that of the choice, or of the care where that began before. */
static struct date day_of_assignment(const struct journal_fact *fact)
{
	struct date chosen = clock_day_of(fact->recorded_at);

	return date_is(chosen) && date_before(chosen, fact->valid_on) ? chosen : fact->valid_on;
}

enum status caseload_assignment(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct keeping keeping = { db, register_id, arena };
	const struct assignment *assignment = fact->item;
	const struct value decided[] = { value_number(register_id), value_number(assignment->person),
		                         value_number(assignment->decision),
		                         value_date(day_of_assignment(fact)) };
	struct case_step step = { .status = "assigned", .due_on = assignment->from };
	struct case_line line = { 0 };
	struct case_lines lines;
	enum status status = db_one(db, &sql_caseload_assign_line, decided, COUNT(decided), &rows, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	{
		const struct value added[] = { value_number(register_id), value_number(fact->fact),
			                       value_number(db_number(&rows, 0)) };

		status = db_run(db, &sql_caseload_add_line, added, COUNT(added), fault);
	}
	if (status == OK)
		status = read_case(&keeping, db_number(&rows, 0), &line, &lines, fault);
	if (status != OK || lines.assigned < lines.granted)
		return status;
	step.since = lines.assigned_on;
	return move(&keeping, &line, step, fault);
}

enum status caseload_start(struct db *db, int64_t register_id, const struct journal_fact *fact,
                           struct arena *arena, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct keeping keeping = { db, register_id, arena };
	const struct care_start *start = fact->item;
	const struct value started[] = { value_number(register_id), value_number(start->assignment) };
	struct case_step step = { .status = "in_care", .due_on = DATE_LAST };
	struct case_line line = { 0 };
	struct case_lines lines;
	enum status status = db_one(db, &sql_caseload_start_line, started, COUNT(started), &rows, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	{
		const struct value counted[] = { value_number(register_id), value_number(db_number(&rows, 0)),
			                         value_date(start->started_on) };

		status = db_run(db, &sql_caseload_count_start, counted, COUNT(counted), fault);
	}
	if (status == OK)
		status = read_case(&keeping, db_number(&rows, 0), &line, &lines, fault);
	if (status != OK || lines.started < lines.granted)
		return status;
	step.since = lines.started_on;
	return move(&keeping, &line, step, fault);
}

/* Whether a case has come as far as care. */
static bool has_care(const struct case_line *line)
{
	return strcmp(line->status, "in_care") == 0 || strcmp(line->status, "paused") == 0 ||
	       strcmp(line->status, "stopped") == 0;
}

/* Care of an assignment runs from a day on, or does not; a case of which nothing runs any more stands so. */
struct gap_change {
	int64_t assignment;
	const char *gap; /* pause, stop; "" while care runs */
	struct date since, expected_on;
};

/* Where a case with care stands, by its products. */
static enum status step_of_gaps(const struct keeping *keeping, int64_t report,
                                const struct gap_change *change, struct case_step *ret_step,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(keeping->register_id), value_number(report) };
	enum status status = db_one(keeping->db, &sql_caseload_gaps, values, COUNT(values), &rows, fault);

	*ret_step = (struct case_step){ "in_care", change->since, DATE_LAST };
	if (status != OK || db_number(&rows, 1) < db_number(&rows, 0))
		return status;
	if (db_number(&rows, 2) == db_number(&rows, 0))
		*ret_step = (struct case_step){ "stopped", change->since, change->since };
	else
		*ret_step =
			(struct case_step){ "paused", change->since,
			                    date_is(change->expected_on) ? change->expected_on : DATE_LAST };
	return OK;
}

static enum status change_gap(const struct keeping *keeping, const struct gap_change *change,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(keeping->register_id), value_number(change->assignment),
		                        value_text_or_empty(change->gap) };
	struct case_line line = { 0 };
	struct case_lines lines;
	struct case_step step;
	enum status status = db_one(keeping->db, &sql_caseload_set_gap, values, COUNT(values), &rows, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	status = step_of_gaps(keeping, db_number(&rows, 0), change, &step, fault);
	if (status == OK)
		status = read_case(keeping, db_number(&rows, 0), &line, &lines, fault);
	return status == OK && has_care(&line) ? move(keeping, &line, step, fault) : status;
}

enum status caseload_pause(struct db *db, int64_t register_id, const struct journal_fact *fact,
                           struct arena *arena, struct fault *fault)
{
	const struct care_pause *pause = fact->item;

	return change_gap(
		&(struct keeping){ db, register_id, arena },
		&(struct gap_change){ pause->assignment, "pause", pause->paused_on, pause->expected_on },
		fault);
}

enum status caseload_resume(struct db *db, int64_t register_id, const struct journal_fact *fact,
                            struct arena *arena, struct fault *fault)
{
	const struct care_resume *resume = fact->item;

	return change_gap(&(struct keeping){ db, register_id, arena },
	                  &(struct gap_change){
				  .assignment = resume->assignment, .gap = "", .since = resume->resumed_on },
	                  fault);
}

enum status caseload_stop(struct db *db, int64_t register_id, const struct journal_fact *fact,
                          struct arena *arena, struct fault *fault)
{
	const struct care_stop *stop = fact->item;

	return change_gap(&(struct keeping){ db, register_id, arena },
	                  &(struct gap_change){
				  .assignment = stop->assignment, .gap = "stop", .since = stop->stopped_on },
	                  fault);
}

/* A start that was none: the case waits for it again. */
static enum status withdraw_start(const struct keeping *keeping, const struct care_withdrawn *withdrawn,
                                  struct date on, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value line[] = { value_number(keeping->register_id),
		                      value_number(withdrawn->assignment) };
	enum status status = db_one(keeping->db, &sql_caseload_unstart_line, line, COUNT(line), &rows, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	{
		const struct value report[] = { value_number(keeping->register_id),
			                        value_number(db_number(&rows, 0)) };

		status = db_run(keeping->db, &sql_caseload_uncount_start, report, COUNT(report), fault);
	}
	return status == OK ? caseload_move_to(keeping, db_number(&rows, 0),
	                                       &(struct case_step){ "assigned", on, on }, fault)
	                    : status;
}

enum status caseload_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct care_withdrawn *withdrawn = fact->item;
	const char *gap = "";

	if (!has_words(withdrawn->state))
		return withdraw_start(&keeping, withdrawn, fact->valid_on, fault);
	if (strcmp(withdrawn->state, "started") != 0)
		gap = strcmp(withdrawn->state, "paused") == 0 ? "pause" : "stop";
	return change_gap(&keeping,
	                  &(struct gap_change){
				  .assignment = withdrawn->assignment, .gap = gap, .since = fact->valid_on },
	                  fault);
}

/* Who was not taken waits from the day on which that was said; else one waits once nobody comes any more. */
static struct date day_of_end(const struct journal_fact *fact)
{
	const struct assignment_end *end = fact->item;
	struct date said = clock_day_of(fact->recorded_at);

	return strcmp(end->because, "declined") == 0 && date_before(said, end->ended_on) ? said
	                                                                                 : end->ended_on;
}

enum status caseload_assignment_ended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                      struct arena *arena, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct keeping keeping = { db, register_id, arena };
	const struct assignment_end *end = fact->item;
	const struct value ended[] = { value_number(register_id), value_number(end->assignment) };
	const struct case_step step = { "waiting", day_of_end(fact), end->waits_from };
	enum status status = db_one(db, &sql_caseload_drop_line, ended, COUNT(ended), &rows, fault);

	if (status)
		return status == NOT_FOUND ? OK : status;
	{
		const struct value values[] = { value_number(register_id), value_number(db_number(&rows, 0)),
			                        value_number(db_number(&rows, 1)) };

		status = db_run(db, &sql_caseload_unassign, values, COUNT(values), fault);
	}
	if (status == OK && !assignment_end_waits(end))
		return caseload_settle(&keeping, db_number(&rows, 0), end->ended_on, fault);
	return status == OK ? caseload_move_to(&keeping, db_number(&rows, 0), &step, fault) : status;
}

/* From a day on cases have another contact person. */
struct contact_move {
	const char *before, *to;
	struct date from;
};

static enum status move_contact(const struct keeping *keeping, const struct case_line *line,
                                const struct contact_move *change, struct fault *fault)
{
	const struct case_line after = { .team = line->team, .contact = change->to };
	const struct value set[] = { value_number(keeping->register_id), value_number(line->report),
		                     value_text(change->to) };
	const struct value history[] = { set[0], set[1], value_date(change->from), set[2],
		                         value_text(change->before) };
	enum status status = db_run(keeping->db, &sql_caseload_set_contact, set, COUNT(set), fault);

	if (status == OK)
		status = caseload_split(keeping, line->report, change->from, fault);
	if (status == OK)
		status = db_run(keeping->db, &sql_caseload_set_history_contact, history, COUNT(history),
		                fault);
	if (status == OK)
		status = change_count(keeping, line, line->status, -1, fault);
	return status == OK ? change_count(keeping, &after, line->status, 1, fault) : status;
}

/* The cases of a person, or all of a contact person. */
static enum status move_contacts(const struct keeping *keeping, const struct db_query *query,
                                 struct value whose, const struct contact_move *change, struct fault *fault)
{
	const struct value values[] = { value_number(keeping->register_id), whose };
	struct records cases;
	enum status status = db_list(keeping->db, query, values, COUNT(values),
	                             &(struct db_list){ &case_line_record, keeping->arena, &cases }, fault);

	for (size_t i = 0; status == OK && i < cases.count; i++)
		status = move_contact(keeping, &((const struct case_line *)cases.items)[i], change, fault);
	return status;
}

enum status caseload_contact(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct contact_handover *handover = fact->item;
	const struct contact_move change = { handover->before, handover->to, handover->from };

	return move_contacts(&keeping, &sql_caseload_of, value_number(handover->person), &change, fault);
}

enum status caseload_worker_left(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct worker_left *left = fact->item;
	const struct contact_move change = { left->account, left->successor, left->from };

	return move_contacts(&keeping, &sql_caseload_of_contact, value_text(left->account), &change, fault);
}

enum status caseload_lent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                          struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct caseload_moved *moved = fact->item;
	const struct contact_move change = { moved->worker, moved->to, moved->from };

	return move_contacts(&keeping, &sql_caseload_of_contact, value_text(moved->worker), &change, fault);
}

enum status caseload_given_back(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct keeping keeping = { db, register_id, arena };
	const struct caseload_returned *returned = fact->item;
	const struct absence_client *clients = returned->clients.items;
	const struct contact_move change = { returned->to, returned->worker, returned->from };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < returned->clients.count; i++)
		status = move_contacts(&keeping, &sql_caseload_of, value_number(clients[i].person), &change,
		                       fault);
	return status;
}
