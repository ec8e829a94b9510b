/* SPDX-License-Identifier: EUPL-1.2 */
#include "command/opened.h"

void opened_done(struct opened *opened)
{
	db_closep(&opened->db);
	scheme_book_freep(&opened->schemes);
}

enum status opened_all(const struct command_call *call, struct opened *opened, struct fault *fault)
{
	enum status status = command_database(call, &opened->db, fault);

	opened->schemes = scheme_book_new();
	if (status == OK)
		status = command_calendar(call, &opened->calendar, fault);
	if (status == OK)
		status = scheme_book_refresh(opened->schemes, opened->db, fault);
	return status == OK ? journal_registers(opened->db, call->arena, &opened->registers, fault) : status;
}

struct journal opened_journal(const struct command_call *call, const struct opened *opened,
                              int64_t register_id, const struct clock *clock)
{
	return (struct journal){ .db = opened->db,
		                 .clock = clock,
		                 .book = call->program->book,
		                 .calendar = &opened->calendar,
		                 .schemes = opened->schemes,
		                 .arena = call->arena,
		                 .language = call->language,
		                 .register_id = register_id,
		                 .account = opened->account };
}
