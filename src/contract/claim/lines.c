/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/claim/lines.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "claim_sql.h"
#include "common/journal/register.h"
#include "contract/claim/claim.h"
#include "platform/db/bulk.h"

#define PART_LINES 1000                         /* some milliseconds */
#define CODES_BYTES (CLAIM_RULES_COUNT * 5 + 1) /* four digits and a blank */

/* --- a line --- */

/* The codes of a refused line, with blanks between. */
static const char *join_codes(const struct texts *codes, char joined[static CODES_BYTES])
{
	size_t length = 0;

	joined[0] = '\0';
	for (size_t i = 0; i < codes->count; i++)
		length += (size_t)snprintf(joined + length, CODES_BYTES - length, "%s%s", i == 0 ? "" : " ",
		                           codes->items[i]);
	return joined;
}

static enum status put_line(struct db_bulk *bulk, int64_t register_id, const struct claim_booking *booking,
                            size_t place, struct fault *fault)
{
	const struct message_line *line = booking->places[place].line;
	char joined[CODES_BYTES];
	const struct value values[] = {
		value_number(register_id),
		value_number(booking->number),
		value_number((int64_t)place + 1),
		value_text(booking->party),
		value_text(line->reference.number),
		value_text_or_empty(line->reference.earlier),
		value_number(line->order),
		value_text(line->product.category),
		value_text(line->product.code),
		value_date(line->period.begins_on),
		value_date(line->period.ends_on),
		value_number(line->volume),
		value_number(claim_unit_of(line->unit)),
		value_number(claim_tariff_of(line)),
		value_number(line->amount.amount.cents),
		value_number(claim_is_credit(line)),
		value_text(join_codes(&line->return_codes, joined)),
	};

	return db_bulk_row(bulk, values, COUNT(values), fault);
}

/* Those that are not there yet, so many at most. */
static enum status put_lines(struct journal *journal, struct claim_booking *booking, size_t most,
                             struct fault *fault)
{
	size_t until = booking->count - booking->down < most ? booking->count : booking->down + most;
	struct db_bulk bulk = { 0 };
	enum status status = db_bulk_begin(journal->db, &sql_claim_add_line, &bulk, fault);

	for (size_t i = booking->down; status == OK && i < until; i++)
		status = put_line(&bulk, journal->register_id, booking, i, fault);
	status = db_bulk_end(&bulk, status, fault);
	if (status == OK)
		booking->down = until;
	return status;
}

/* --- a number of the claim's own --- */

/* Whoever holds the journal is the only one that takes a number. */
static enum status take_number(struct journal *journal, struct claim_booking *booking, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status = journal_hold(journal->db, journal->register_id, fault);

	if (status == OK)
		status = db_one(journal->db, &sql_claim_next, values, COUNT(values), &rows, fault);
	if (status == OK)
		booking->number = db_number(&rows, 0);
	return status;
}

static enum status open_claim(struct journal *journal, struct claim_booking *booking, struct fault *fault)
{
	enum status status = take_number(journal, booking, fault);
	const struct value values[] = { value_number(journal->register_id), value_number(booking->number) };

	return status == OK ? db_run(journal->db, &sql_claim_open, values, COUNT(values), fault) : status;
}

/* What was put down must still be there: another process could have taken it for left. */
static enum status check_open(struct journal *journal, const struct claim_booking *booking,
                              struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(booking->number) };
	enum status status = db_one(journal->db, &sql_claim_open_lines, values, COUNT(values), &rows, fault);

	if (status == FAILED || (status == OK && db_number(&rows, 0) == (int64_t)booking->down))
		return status;
	return fault_set(fault, FAILED, "another process removed the lines of claim %lld",
	                 (long long)booking->number);
}

static enum status set_open_lines(struct journal *journal, int64_t claim, size_t lines, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(claim),
		                        value_number((int64_t)lines) };

	return db_run(journal->db, &sql_claim_open_more, values, COUNT(values), fault);
}

static enum status close_claim(struct journal *journal, int64_t claim, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(claim) };

	return db_run(journal->db, &sql_claim_close, values, COUNT(values), fault);
}

/* --- ahead of the fact --- */

static enum status put_part(struct journal *journal, struct claim_booking *booking, struct fault *fault)
{
	enum status status = db_begin(journal->db, fault);

	if (status)
		return status;
	status = booking->number == 0 ? open_claim(journal, booking, fault)
	                              : check_open(journal, booking, fault);
	if (status == OK)
		status = put_lines(journal, booking, PART_LINES, fault);
	if (status == OK)
		status = set_open_lines(journal, booking->number, booking->down, fault);
	return db_end(journal->db, status, fault);
}

enum status claim_lines_ahead(struct journal *journal, struct claim_booking *booking, struct fault *fault)
{
	size_t before = booking->down;
	enum status status = OK;

	while (status == OK && booking->count - booking->down > PART_LINES)
		status = put_part(journal, booking, fault);
	if (status == OK && before == 0 && booking->down > 0)
		booking->codes_down = ARENA_MANY(booking->arena, booking->down, struct texts);
	for (size_t i = before; status == OK && i < booking->down; i++)
		booking->codes_down[i] = booking->places[i].line->return_codes;
	return status;
}

/* --- with the fact --- */

static bool are_same(const struct texts *codes, const struct texts *others)
{
	bool is_same = codes->count == others->count;

	for (size_t i = 0; is_same && i < codes->count; i++)
		is_same = strcmp(codes->items[i], others->items[i]) == 0;
	return is_same;
}

static enum status mend_lines(struct journal *journal, const struct claim_booking *booking, size_t down,
                              struct fault *fault)
{
	char joined[CODES_BYTES];
	enum status status = OK;

	for (size_t i = 0; status == OK && i < down; i++) {
		const struct texts *codes = &booking->places[i].line->return_codes;
		const struct value values[] = { value_number(journal->register_id),
			                        value_number(booking->number), value_number((int64_t)i + 1),
			                        value_text(join_codes(codes, joined)) };

		if (!are_same(codes, &booking->codes_down[i]))
			status = db_run(journal->db, &sql_claim_mend_line, values, COUNT(values), fault);
	}
	return status;
}

enum status claim_lines_book(struct journal *journal, struct claim_booking *booking, struct fault *fault)
{
	const size_t ahead = booking->down;
	enum status status = booking->number == 0 ? take_number(journal, booking, fault)
	                                          : check_open(journal, booking, fault);

	assert(db_is_writing(journal->db));
	if (status == OK)
		status = put_lines(journal, booking, booking->count, fault);
	if (status == OK)
		status = mend_lines(journal, booking, ahead, fault);
	return status == OK && ahead > 0 ? close_claim(journal, booking->number, fault) : status;
}

/* --- of a process that ended --- */

/* A claim that was left, and the lines that stand there; NOT_FOUND when there is none. */
static enum status first_left(struct journal *journal, struct claim_booking *ret_left, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status = db_one(journal->db, &sql_claim_open_first, values, COUNT(values), &rows, fault);

	if (status == OK) {
		ret_left->number = db_number(&rows, 0);
		ret_left->down = (size_t)db_number(&rows, 1);
	}
	return status;
}

static enum status remove_part(struct journal *journal, const struct claim_booking *left, struct fault *fault)
{
	const size_t rest = left->down > PART_LINES ? left->down - PART_LINES : 0;
	const struct value values[] = { value_number(journal->register_id), value_number(left->number),
		                        value_number((int64_t)rest) };
	enum status status = db_begin(journal->db, fault);

	if (status)
		return status;
	status = db_run(journal->db, &sql_claim_remove_lines, values, COUNT(values), fault);
	if (status == OK)
		status = rest > 0 ? set_open_lines(journal, left->number, rest, fault)
		                  : close_claim(journal, left->number, fault);
	return db_end(journal->db, status, fault);
}

enum status claim_lines_clear(struct journal *journal, struct fault *fault)
{
	struct claim_booking left = { 0 };
	enum status status;

	while ((status = first_left(journal, &left, fault)) == OK)
		if ((status = remove_part(journal, &left, fault)) != OK)
			break;
	return status == NOT_FOUND ? OK : status;
}
