/* SPDX-License-Identifier: EUPL-1.2 */
/* The caseload as it is read: pages of cases, and how many there are. */
#include "caseload_sql.h"
#include "practice/caseload/caseload_keeping.h"

static const struct field work_case_fields[] = {
	FIELD(struct work_case, report), FIELD(struct work_case, person),  FIELD(struct work_case, asked),
	FIELD(struct work_case, since),  FIELD(struct work_case, due_on),  FIELD(struct work_case, initials),
	FIELD(struct work_case, prefix), FIELD(struct work_case, surname), FIELD(struct work_case, contact),
	FIELD(struct work_case, team),   FIELD(struct work_case, account),
};
static const struct record work_case_record = RECORD(struct work_case, "work_case", work_case_fields);

static const struct field case_count_fields[] = {
	FIELD(struct case_count, status, .choices = case_statuses),
	FIELD(struct case_count, cases),
};
static const struct record case_count_record = RECORD(struct case_count, "case_count", case_count_fields);

/* As the cases stood on a day. */
static enum status history_page(struct journal *journal, const struct case_filter *filter, struct date after,
                                const struct db_list *list, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(filter->status),
		                        value_text(filter->contact),
		                        value_text(filter->contact[0] == '\0' ? filter->team : ""),
		                        value_date(filter->on),
		                        value_date(after),
		                        value_number(filter->after_report) };

	return db_list(journal->db, &sql_caseload_page_on, values, COUNT(values), list, fault);
}

enum status caseload_page(struct journal *journal, const struct case_filter *filter,
                          struct records *ret_lines, struct fault *fault)
{
	struct date after = date_is(filter->after_due_on) ? filter->after_due_on : (struct date){ 1 };
	const struct db_list list = { &work_case_record, journal->arena, ret_lines };
	bool by_contact = filter->contact[0] != '\0';
	const struct value all[] = { value_number(journal->register_id), value_text(filter->status),
		                     value_date(after), value_number(filter->after_report) };
	const struct value whose[] = { value_number(journal->register_id),
		                       value_text(by_contact ? filter->contact : filter->team),
		                       value_text(filter->status), value_date(after),
		                       value_number(filter->after_report) };

	if (date_is(filter->on))
		return history_page(journal, filter, after, &list, fault);
	if (!by_contact && filter->team[0] == '\0')
		return db_list(journal->db, &sql_caseload_page_all, all, COUNT(all), &list, fault);
	return db_list(journal->db, by_contact ? &sql_caseload_page_contact : &sql_caseload_page_team, whose,
	               COUNT(whose), &list, fault);
}

enum status caseload_counts(struct journal *journal, const struct case_filter *filter,
                            struct records *ret_counts, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(filter->contact),
		                        value_text(filter->contact[0] == '\0' ? filter->team : ""),
		                        value_date(filter->on) };
	const struct db_list list = { &case_count_record, journal->arena, ret_counts };

	if (date_is(filter->on))
		return db_list(journal->db, &sql_caseload_counts_on, values, 4, &list, fault);
	return db_list(journal->db, &sql_caseload_counts, values, 3, &list, fault);
}

enum status caseload_of(struct journal *journal, int64_t person, struct date on, struct records *ret_lines,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(person),
		                        value_date(on) };
	const struct db_list list = { &case_line_record, journal->arena, ret_lines };

	if (date_is(on))
		return db_list(journal->db, &sql_caseload_of_on, values, 3, &list, fault);
	return db_list(journal->db, &sql_caseload_of, values, 2, &list, fault);
}
