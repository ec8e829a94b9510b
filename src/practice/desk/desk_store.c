/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/desk_store.h"

#include <string.h>

#include "common/access/access.h"
#include "desk_sql.h"
#include "practice/desk/desk.h"

static const struct field report_line_fields[] = {
	FIELD(struct report_line, report),
	FIELD(struct report_line, person),
	FIELD(struct report_line, area),
	FIELD(struct report_line, asked),
	FIELD(struct report_line, channel, .choices = report_channels),
	FIELD(struct report_line, received_on),
	FIELD(struct report_line, due_on),
};
static const struct record report_line_record = RECORD(struct report_line, "report_line", report_line_fields);

static const struct field contact_fields[] = {
	FIELD(struct contact, owner),      FIELD(struct contact, team),        FIELD(struct contact, contact),
	FIELD(struct contact, valid_from), FIELD(struct contact, valid_until),
};
const struct record contact_record = RECORD(struct contact, "contact", contact_fields);

enum status desk_report(struct journal *journal, int64_t report, struct report_line *ret_line,
                        struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(report) };
	enum status status = db_one(journal->db, &sql_desk_report, values, COUNT(values), &rows, fault);

	*ret_line = (struct report_line){ 0 };
	if (status == OK)
		db_record(&rows, &report_line_record, ret_line, journal->arena);
	return status;
}

enum status desk_reports_of(struct journal *journal, int64_t person, struct records *ret_lines,
                            struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_desk_reports_of, values, COUNT(values),
	               &(struct db_list){ &report_line_record, journal->arena, ret_lines }, fault);
}

enum status desk_contact_on(struct journal *journal, int64_t person, struct date on,
                            struct contact *ret_contact, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };
	enum status status = db_one(journal->db, &sql_desk_contact_on, values, COUNT(values), &rows, fault);

	*ret_contact = (struct contact){ 0 };
	if (status == OK)
		db_record(&rows, &contact_record, ret_contact, journal->arena);
	return status;
}

enum status desk_contacts_of(struct journal *journal, int64_t person, struct records *ret_contacts,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person) };

	return db_list(journal->db, &sql_desk_contacts_of, values, COUNT(values),
	               &(struct db_list){ &contact_record, journal->arena, ret_contacts }, fault);
}

enum status desk_has_left(struct journal *journal, const char *account, bool *ret_has_left,
                          struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(account) };
	enum status status = db_one(journal->db, &sql_desk_left, values, COUNT(values), &rows, fault);

	*ret_has_left = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* Takes the account out of the list. */
static void leave_out(struct records *workers, const char *account)
{
	struct access_account *items = workers->items;
	size_t kept = 0;

	for (size_t i = 0; i < workers->count; i++)
		if (strcmp(items[i].account, account) != 0)
			items[kept++] = items[i];
	workers->count = kept;
}

enum status desk_team(struct journal *journal, const char *team, struct records *ret_workers,
                      struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id) };
	enum status status =
		access_team(journal->db, journal->register_id, team, journal->arena, ret_workers, fault);

	if (status == OK)
		status = db_select(journal->db, &sql_desk_all_left, values, COUNT(values), &rows, fault);
	while (status == OK && (status = db_next(&rows, fault)) == OK)
		leave_out(ret_workers, db_text(&rows, 0, journal->arena));
	return status == NOT_FOUND ? OK : status;
}
