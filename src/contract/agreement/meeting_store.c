/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/agreement/meeting_store.h"

#include <string.h>

#include "agreement_sql.h"
#include "common/scheme/chain.h"
#include "common/scheme/scheme_check.h"

static const struct field kept_fields[] = {
	FIELD(struct meeting_kept, meeting),
	FIELD(struct meeting_kept, with_whom),
	FIELD(struct meeting_kept, party),
	FIELD(struct meeting_kept, subject),
	FIELD(struct meeting_kept, planned_at),
	FIELD(struct meeting_kept, place),
	FIELD(struct meeting_kept, called_by),
	FIELD(struct meeting_kept, minutes, .max_chars = 8000),
	FIELD(struct meeting_kept, reason, .max_chars = 1000),
	FIELD(struct meeting_kept, planned_on),
	FIELD(struct meeting_kept, called_on),
	FIELD(struct meeting_kept, held_on),
	FIELD(struct meeting_kept, dropped_on),
};
const struct record meeting_kept_record = RECORD(struct meeting_kept, "meeting_kept", kept_fields);

static const struct field point_fields[] = {
	FIELD(struct meeting_point, meeting),
	FIELD(struct meeting_point, sort),
	FIELD(struct meeting_point, about, .choices = meeting_abouts),
	FIELD(struct meeting_point, words, .max_chars = 2000),
	FIELD(struct meeting_point, who),
	FIELD(struct meeting_point, ready_by),
	FIELD(struct meeting_point, noted_on),
	FIELD(struct meeting_point, is_for_municipality),
};
const struct record meeting_point_record = RECORD(struct meeting_point, "meeting_point", point_fields);

static const struct field guest_fields[] = {
	FIELD(struct meeting_guest, who),
	FIELD(struct meeting_guest, came, .choices = meeting_comings),
};
const struct record meeting_guest_record = RECORD(struct meeting_guest, "meeting_guest_kept", guest_fields);

/* --- who is of it --- */

struct texts meeting_table(const struct journal *journal, const char *party, struct date on)
{
	const struct scheme_combination *combination =
		chain_combination(journal->schemes, journal->register_id, party, on);
	struct texts table = { .items = ARENA_MANY(journal->arena, 1, const char *) };

	if (combination != NULL)
		return combination->members;
	table.items[table.count++] = party;
	return table;
}

static bool is_with_municipality(const struct meeting_kept *meeting)
{
	return strcmp(meeting->with_whom, MEETING_WITH_MUNICIPALITY) == 0;
}

struct meeting_stand meeting_stand_of(const struct journal *journal, const struct meeting_kept *meeting)
{
	const struct scheme_combination *combination = chain_combination(
		journal->schemes, journal->register_id, meeting->party, meeting->planned_on);
	struct texts table = meeting_table(journal, meeting->party, meeting->planned_on);
	struct meeting_stand stand = { .is_there = true };

	stand.is_settled = date_is(meeting->held_on) || date_is(meeting->dropped_on);
	if (!has_words(journal->party)) {
		stand.is_ours = stand.may_lead = is_with_municipality(meeting);
		return stand;
	}
	stand.may_lead = combination == NULL ? check_is(meeting->party, journal->party)
	                                     : chain_leads(journal->party, combination);
	stand.is_ours = stand.may_lead || check_is(meeting->party, journal->party) ||
	                check_texts_have(&table, journal->party);
	return stand;
}

/* --- read back --- */

enum status meeting_find(struct journal *journal, int64_t meeting, struct meeting_kept *ret_meeting,
                         struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(meeting) };
	enum status status = db_one(journal->db, &sql_agreement_meeting, values, COUNT(values), &rows, fault);

	if (status == OK)
		db_record(&rows, &meeting_kept_record, ret_meeting, journal->arena);
	return status;
}

/* As it was known at the end of a day. */
static void go_back(struct meeting_kept *meeting, struct date on)
{
	if (date_is(meeting->held_on) && date_before(on, meeting->held_on)) {
		meeting->held_on = (struct date){ 0 };
		meeting->minutes = "";
	}
	if (date_is(meeting->dropped_on) && date_before(on, meeting->dropped_on))
		meeting->dropped_on = (struct date){ 0 };
}

enum status meetings_by(struct journal *journal, struct date on, struct records *ret_meetings,
                        struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_date(on) };
	enum status status =
		db_list(journal->db, &sql_agreement_meetings, values, COUNT(values),
	                &(struct db_list){ &meeting_kept_record, journal->arena, ret_meetings }, fault);
	struct meeting_kept *meeting = ret_meetings->items;
	size_t count = 0;

	for (size_t i = 0; status == OK && i < ret_meetings->count; i++) {
		if (!meeting_stand_of(journal, &meeting[i]).is_ours)
			continue;
		meeting[count] = meeting[i];
		go_back(&meeting[count++], on);
	}
	ret_meetings->count = count;
	return status;
}

enum status meetings_coming(struct journal *journal, struct date on, int64_t *ret_count, struct fault *fault)
{
	struct records meetings = { 0 };
	enum status status = meetings_by(journal, on, &meetings, fault);
	const struct meeting_kept *meeting = meetings.items;

	*ret_count = 0;
	for (size_t i = 0; status == OK && i < meetings.count; i++)
		*ret_count += !date_is(meeting[i].held_on) && !date_is(meeting[i].dropped_on) &&
		              !date_before(meeting[i].planned_on, on);
	return status;
}

enum status meeting_points(struct journal *journal, int64_t meeting, struct date on,
                           struct records *ret_points, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(meeting),
		                        value_date(on) };

	return db_list(journal->db, &sql_agreement_meeting_points, values, COUNT(values),
	               &(struct db_list){ &meeting_point_record, journal->arena, ret_points }, fault);
}

enum status meeting_passed_on(struct journal *journal, const char *party, struct date on,
                              struct records *ret_points, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(party),
		                        value_date(on) };

	return db_list(journal->db, &sql_agreement_meeting_passed_on, values, COUNT(values),
	               &(struct db_list){ &meeting_point_record, journal->arena, ret_points }, fault);
}

enum status meeting_guests(struct journal *journal, int64_t meeting, struct records *ret_guests,
                           struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_number(meeting) };

	return db_list(journal->db, &sql_agreement_meeting_guests, values, COUNT(values),
	               &(struct db_list){ &meeting_guest_record, journal->arena, ret_guests }, fault);
}
