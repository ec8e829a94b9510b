/* SPDX-License-Identifier: EUPL-1.2 */
#include "outlook/monitor/counting.h"

#include <string.h>

#include "common/access/reads.h"
#include "common/calendar/calendar.h"
#include "common/journal/book.h"
#include "common/journal/register.h"
#include "monitor_sql.h"
#include "platform/base/words.h"
#include "practice/assignment/assign_kept.h"
#include "practice/term/term_keep.h"

#define ROOM_BYTES ((size_t)64 * 1024 * 1024)

/* --- 6: terms --- */

struct counted_term {
	const char *kind;
	const struct db_query *query; /* from, due, how many, and one of them: person and number */
};

static const struct counted_term counted_terms[] = {
	{ "investigation", &sql_monitor_investigation_terms },
	{ "decision", &sql_monitor_decision_terms },
	{ "objection", &sql_monitor_objection_terms },
};

/* The calendar without one of its decreed days: so it may have been when a term that is closed was counted.
 */
static struct calendar calendar_without(const struct calendar *calendar, struct date day, struct arena *arena)
{
	struct calendar_day *days = ARENA_MANY(arena, calendar->count + 1, struct calendar_day);
	size_t count = 0;

	for (size_t i = 0; i < calendar->count; i++)
		if (calendar->days[i].date.day != day.day)
			days[count++] = calendar->days[i];
	return (struct calendar){ days, count };
}

/* A wrong use, as a day outside the calendar, is a wrong term and no failure. */
static bool is_counted(enum status *status, struct date found, struct date kept)
{
	bool is_right = *status == OK && found.day == kept.day;

	if (*status == WRONG_USE)
		*status = OK;
	return is_right;
}

/* A day that was decreed later does not make what was counted before it wrong. */
static enum status find_due(struct counting *counting, const struct term_kind *kind,
                            const struct db_rows *rows, struct arena *arena, bool *ret_is_right,
                            struct fault *fault)
{
	struct date kept = db_date(rows, 1);
	const struct calendar before = calendar_without(counting->monitor->calendar, kept, arena);
	struct term term = { 0 };
	enum status status =
		calendar_count(counting->monitor->calendar, kind, db_date(rows, 0), arena, &term, fault);

	*ret_is_right = is_counted(&status, term.due, kept);
	if (status != OK || *ret_is_right)
		return status;
	status = calendar_count(&before, kind, db_date(rows, 0), arena, &term, fault);
	*ret_is_right = is_counted(&status, term.due, kept);
	return status;
}

static enum status count_term(struct counting *counting, const struct counted_term *counted,
                              struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(counting->register_id) };
	enum status status =
		db_select(counting->monitor->db, counted->query, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		bool is_right = false;

		arena_clear(arena);
		status = find_due(counting, term_kind(counted->kind), &rows, arena, &is_right, fault);
		if (!is_right)
			counting_add(counting, 6, db_number(&rows, 2),
			             (struct violation){
					     .person = db_number(&rows, 3),
					     .number = db_number(&rows, 4),
					     .words = WORDS(
						     "de termijn is anders dan de kalender hem berekent") });
	}
	return status == NOT_FOUND ? OK : status;
}

/* An open term, with its suspensions, as the calendar counts it now; a closed one also as it was before. */
static enum status count_kept(struct counting *counting, const struct db_rows *rows, struct arena *arena,
                              bool *ret_is_right, struct fault *fault)
{
	struct term_line line = { .term = db_text(rows, 0, arena),
		                  .starts_on = db_date(rows, 1),
		                  .due_on = db_date(rows, 2),
		                  .still_from = db_date(rows, 3),
		                  .still_until = db_date(rows, 4),
		                  .sum = db_text(rows, 5, arena) };
	struct date kept = line.due_on;
	bool is_open = db_number(rows, 6) != 0 && !term_is_over(&line, counting->monitor->on);
	const struct calendar before = calendar_without(counting->monitor->calendar, kept, arena);
	struct term_count count = { .line = line };
	struct records steps;
	enum status status;

	*ret_is_right = false;
	if (term_kind(line.term) == NULL)
		return OK;
	status = term_count(counting->monitor->calendar, &count, arena, &steps, fault);
	*ret_is_right = is_counted(&status, count.line.due_on, kept);
	if (status != OK || *ret_is_right || is_open)
		return status == FAILED ? OK : status;
	count.line = line;
	status = term_count(&before, &count, arena, &steps, fault);
	*ret_is_right = is_counted(&status, count.line.due_on, kept);
	return status;
}

static enum status count_kept_terms(struct counting *counting, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(counting->register_id) };
	enum status status = db_select(counting->monitor->db, &sql_monitor_kept_terms, values, COUNT(values),
	                               &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		bool is_right = false;

		arena_clear(arena);
		status = count_kept(counting, &rows, arena, &is_right, fault);
		if (!is_right)
			counting_add(counting, 6, db_number(&rows, 7),
			             (struct violation){
					     .person = db_number(&rows, 8),
					     .number = db_number(&rows, 9),
					     .words = WORDS("een termijn die is bijgehouden, is anders dan "
			                                    "de kalender hem berekent") });
	}
	return status == NOT_FOUND ? OK : status;
}

enum status count_wrong_terms(struct counting *counting, struct fault *fault)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < COUNT(counted_terms); i++)
		status = count_term(counting, &counted_terms[i], fault);
	return status == OK ? count_kept_terms(counting, fault) : status;
}

/* --- 7: explanations --- */

enum status count_poor_explanations(struct counting *counting, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(counting->register_id) };
	enum status status = db_select(counting->monitor->db, &sql_monitor_explanations, values,
	                               COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		arena_clear(arena);
		if (!assign_kept_explains(db_text(&rows, 3, arena), db_text(&rows, 2, arena), arena))
			counting_add(counting, 7, 1,
			             (struct violation){
					     .person = db_number(&rows, 0),
					     .number = db_number(&rows, 1),
					     .words = WORDS(
						     "de uitleg zegt niet waarom deze aanbieder het werd") });
	}
	return status == NOT_FOUND ? OK : status;
}

/* --- 8: the read log --- */

enum status count_unreadable_reads(struct counting *counting, struct fault *fault)
{
	int64_t unreadable = 0;
	enum status status = reads_unreadable(counting->monitor->db, &unreadable, fault);

	if (status == OK && unreadable > 0)
		counting_add(counting, 8, unreadable,
		             (struct violation){
				     .words = WORDS("een bestand van het leeslogboek is niet te lezen") });
	return status;
}

/* --- 9: the chain --- */

static enum status count_unknown_kinds(struct counting *counting, struct fault *fault)
{
	CLEANUP(arena_freep) struct arena *arena = arena_new(ROOM_BYTES);
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(counting->register_id) };
	enum status status =
		db_select(counting->monitor->db, &sql_monitor_kinds, values, COUNT(values), &rows, fault);

	while (status == OK && (status = db_next(&rows, fault)) == OK)
		if (journal_kind_named(counting->monitor->book, db_text(&rows, 0, arena)) == NULL)
			counting_add(counting, 9, db_number(&rows, 1),
			             (struct violation){ .number = db_number(&rows, 2),
			                                 .words = WORDS("dit soort feit is onbekend") });
	return status == NOT_FOUND ? OK : status;
}

/* The head of a register that is kept outside the database, or NULL. */
static const struct journal_head *known_head(const struct monitor *monitor, int64_t register_id)
{
	const struct monitor_head *heads = monitor->known == NULL ? NULL : monitor->known->items;

	for (size_t i = 0; heads != NULL && i < monitor->known->count; i++)
		if (heads[i].register_id == register_id)
			return &heads[i].head;
	return NULL;
}

enum status count_broken_chain(struct counting *counting, struct fault *fault)
{
	const struct journal_head *known = known_head(counting->monitor, counting->register_id);
	int64_t broken = 0;
	enum status status =
		journal_verify_chain(counting->monitor->db, counting->register_id, known, &broken, fault);

	if (status)
		return status;
	if (broken > 0)
		counting_add(counting, 9, broken,
		             (struct violation){
				     .words = WORDS("een feit is veranderd, ontbreekt of sluit niet aan") });
	return count_unknown_kinds(counting, fault);
}

void count_lost_registers(struct counting *counting, const struct records *registers)
{
	const struct journal_register *there = registers->items;
	const struct records *known = counting->monitor->known;

	for (size_t i = 0; known != NULL && i < known->count; i++) {
		int64_t register_id = ((const struct monitor_head *)known->items)[i].register_id;
		bool is_there = false;

		for (size_t j = 0; j < registers->count; j++)
			is_there = is_there || there[j].register_id == register_id;
		counting->register_id = register_id;
		if (!is_there)
			counting_add(counting, 9, 1,
			             (struct violation){ .words = WORDS("dit register is er niet meer") });
	}
}
