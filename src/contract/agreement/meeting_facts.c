/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings at the door: who calls them, and what is kept of them. */
#include <string.h>

#include "agreement_sql.h"
#include "common/scheme/chain.h"
#include "common/scheme/scheme_check.h"
#include "common/triangle/triangle.h"
#include "common/wording/wording.h"
#include "contract/agreement/meeting_store.h"
#include "contract/agreement/place.h"
#include "platform/base/words.h"

#define MEETINGS_PAGE "/meetings"
#define MEETING_PAGE "/meetings/{meeting}"

/* What is not needed for the purpose is not passed on (AVG art. 5 lid 1 onder c). */
static void look_for_number(void *with, const char *path, const char *words)
{
	if (triangle_has_number(words))
		(void)findings_add(with, "meeting-number", path,
		                   WORDS("Hier lijkt een BSN te staan. Haal het nummer weg."));
}

static void read_words(const struct journal *journal, const struct journal_fact *fact,
                       struct findings *findings)
{
	wording_each(&(struct wording){ fact->kind->record, fact->item, FIELD_BY_DOOR }, journal->arena,
	             look_for_number, findings);
}

/* --- called --- */

/* "9:30" and "14:00"; a meeting need not say when. */
static bool is_time(const char *time)
{
	const char *colon = strchr(or_empty(time), ':');
	size_t hours;

	if (!has_words(time))
		return true;
	hours = colon == NULL ? 0 : (size_t)(colon - time);
	return (hours == 1 || hours == 2) && strspn(time, "0123456789") == hours &&
	       strspn(colon + 1, "0123456789") == 2 && colon[3] == '\0' && colon[1] < '6' &&
	       (hours == 1 || time[0] < '2' || (time[0] == '2' && time[1] < '4'));
}

/* Whether somebody is a member of a combination that works under its own name on the day. */
static bool is_member(const struct journal *journal, const char *party, struct date on)
{
	struct texts above = chain_above(journal->schemes, journal->register_id, party, on, journal->arena);

	for (size_t i = 0; i < above.count; i++) {
		const struct scheme_combination *combination =
			chain_combination(journal->schemes, journal->register_id, above.items[i], on);

		if (combination != NULL && !check_is(above.items[i], party) &&
		    check_texts_have(&combination->members, party))
			return true;
	}
	return false;
}

static enum status prepare_called(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct meeting_called *called = fact->item;
	const struct place_sought sought = { called->party, called->planned_on, place_has_worker };
	const struct meeting_kept meeting = { .with_whom = or_empty(called->with_whom),
		                              .party = or_empty(called->party),
		                              .planned_on = called->planned_on };
	struct place place = { 0 };
	enum status status = place_find(journal, &sought, &place, fault);

	fact->valid_on = clock_today(journal->clock);
	called->called_by = or_empty(journal->party);
	called->stand = meeting_stand_of(journal, &meeting);
	called->situation.is_combination = chain_combination(journal->schemes, journal->register_id,
	                                                     meeting.party, meeting.planned_on) != NULL;
	called->situation.is_known = called->situation.is_combination || place.entry != NULL;
	called->situation.is_member = is_member(journal, meeting.party, meeting.planned_on);
	called->situation.is_time = is_time(called->planned_at);
	called->situation.is_ahead = !date_before(called->planned_on, fact->valid_on);
	read_words(journal, fact, findings);
	return status;
}

/* A form for a meeting with the municipality begins with what the members passed on to it. */
static enum status begin_called(struct journal *journal, void *item, struct fault *fault)
{
	struct meeting_called *called = item;
	struct date today = clock_today(journal->clock);
	const struct meeting_kept meeting = { .with_whom = or_empty(called->with_whom),
		                              .party = or_empty(called->party),
		                              .planned_on = today };
	struct records passed = { 0 };
	const struct meeting_point *point;
	struct meeting_item *agenda;
	enum status status = OK;

	if (strcmp(meeting.with_whom, MEETING_WITH_MUNICIPALITY) != 0 || !has_words(called->party) ||
	    !meeting_stand_of(journal, &meeting).is_ours)
		return OK;
	status = meeting_passed_on(journal, called->party, today, &passed, fault);
	point = passed.items;
	called->agenda = records_new(&meeting_item_record, passed.count, journal->arena);
	agenda = called->agenda.items;
	for (size_t i = 0; status == OK && i < passed.count; i++)
		agenda[i] = (struct meeting_item){ point[i].about, point[i].words };
	return status;
}

static enum status keep_point(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              const struct meeting_point *point, size_t place, struct fault *fault)
{
	const struct value values[] = { value_number(register_id),   value_number(point->meeting),
		                        value_number(fact->fact),    value_number((int64_t)place),
		                        value_text(point->sort),     value_text(point->about),
		                        value_text(point->words),    value_text_or_empty(point->who),
		                        value_date(point->ready_by), value_number(point->is_for_municipality),
		                        value_date(fact->valid_on) };

	return db_run(db, &sql_agreement_add_meeting_point, values, COUNT(values), fault);
}

static enum status apply_called(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct meeting_called *called = fact->item;
	const struct meeting_item *item = called->agenda.items;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_text(called->with_whom),
		                        value_text(called->party),
		                        value_text(called->subject),
		                        value_date(called->planned_on),
		                        value_text_or_empty(called->planned_at),
		                        value_text_or_empty(called->place),
		                        value_date(fact->valid_on),
		                        value_text_or_empty(called->called_by) };
	enum status status = db_run(db, &sql_agreement_add_meeting, values, COUNT(values), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < called->agenda.count; i++) {
		const struct meeting_point point = { .meeting = fact->fact,
			                             .sort = MEETING_AGENDA,
			                             .about = item[i].about,
			                             .words = item[i].words };

		status = keep_point(db, register_id, fact, &point, i, fault);
	}
	return status;
}

const struct journal_kind meeting_called_kind = {
	.name = "meeting_called",
	.title = WORDS("Een overleg bijeenroepen"),
	.done = WORDS("Overleg bijeengeroepen"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS | MAY_DELIVER,
	.record = &meeting_called_record,
	.begin = begin_called,
	.prepare = prepare_called,
	.rules = meeting_called_rules,
	.rules_count = MEETING_CALLED_RULES_COUNT,
	.apply = apply_called,
	.page = MEETINGS_PAGE,
};

/* --- of one that was called --- */

/* How who is at the door stands to it; one that is not there is of nobody. */
static enum status look(struct journal *journal, int64_t meeting, struct meeting_stand *ret_stand,
                        struct fault *fault)
{
	struct meeting_kept kept = { 0 };
	enum status status = meeting_find(journal, meeting, &kept, fault);

	*ret_stand = status == OK ? meeting_stand_of(journal, &kept) : (struct meeting_stand){ 0 };
	return status == NOT_FOUND ? OK : status;
}

static enum status prepare_item(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct meeting_item_added *added = fact->item;

	fact->valid_on = clock_today(journal->clock);
	added->added_by = or_empty(journal->party);
	read_words(journal, fact, findings);
	return look(journal, added->meeting, &added->stand, fault);
}

static enum status apply_item(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct meeting_item_added *added = fact->item;
	const struct meeting_point point = { .meeting = added->meeting,
		                             .sort = MEETING_AGENDA,
		                             .about = added->about,
		                             .words = added->words,
		                             .who = added->added_by };

	(void)arena;
	return keep_point(db, register_id, fact, &point, 0, fault);
}

const struct journal_kind meeting_item_added_kind = {
	.name = "meeting_item_added",
	.title = WORDS("Een punt op de agenda zetten"),
	.done = WORDS("Agendapunt toegevoegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS | MAY_DELIVER,
	.record = &meeting_item_added_record,
	.prepare = prepare_item,
	.rules = meeting_item_rules,
	.rules_count = MEETING_ITEM_RULES_COUNT,
	.apply = apply_item,
	.page = MEETING_PAGE,
};

/* Everybody who was called stands on the form: who keeps the minutes says of each whether it came. */
static enum status begin_minuted(struct journal *journal, void *item, struct fault *fault)
{
	struct meeting_minuted *minuted = item;
	struct meeting_kept kept = { 0 };
	struct texts table;
	struct meeting_guest *guests;
	enum status status = meeting_find(journal, minuted->meeting, &kept, fault);

	if (status != OK || !meeting_stand_of(journal, &kept).may_lead)
		return status == NOT_FOUND ? OK : status;
	table = meeting_table(journal, kept.party, kept.planned_on);
	minuted->guests = records_new(&meeting_guest_record, table.count, journal->arena);
	guests = minuted->guests.items;
	for (size_t i = 0; i < table.count; i++)
		guests[i].who =
			scheme_book_organisation(journal->schemes, journal->register_id, table.items[i]);
	return OK;
}

static enum status prepare_minuted(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct meeting_minuted *minuted = fact->item;

	fact->valid_on = minuted->held_on;
	minuted->situation.is_past = !date_before(clock_today(journal->clock), minuted->held_on);
	read_words(journal, fact, findings);
	return look(journal, minuted->meeting, &minuted->stand, fault);
}

static enum status keep_guests(struct db *db, int64_t register_id, const struct meeting_minuted *minuted,
                               struct fault *fault)
{
	const struct meeting_guest *guest = minuted->guests.items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < minuted->guests.count; i++) {
		const struct value values[] = { value_number(register_id), value_number(minuted->meeting),
			                        value_number((int64_t)i), value_text(guest[i].who),
			                        value_text(guest[i].came) };

		status = db_run(db, &sql_agreement_add_meeting_guest, values, COUNT(values), fault);
	}
	return status;
}

static enum status apply_minuted(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct meeting_minuted *minuted = fact->item;
	const struct meeting_outcome *outcome = minuted->outcomes.items;
	const struct value values[] = { value_number(register_id), value_number(minuted->meeting),
		                        value_date(minuted->held_on), value_text(minuted->minutes) };
	enum status status = db_run(db, &sql_agreement_hold_meeting, values, COUNT(values), fault);

	(void)arena;
	if (status == OK)
		status = keep_guests(db, register_id, minuted, fault);
	for (size_t i = 0; status == OK && i < minuted->outcomes.count; i++) {
		const struct meeting_point point = { .meeting = minuted->meeting,
			                             .sort = MEETING_OUTCOME,
			                             .about = outcome[i].about,
			                             .words = outcome[i].words,
			                             .who = outcome[i].who,
			                             .ready_by = outcome[i].ready_by,
			                             .is_for_municipality = outcome[i].is_for_municipality };

		status = keep_point(db, register_id, fact, &point, i, fault);
	}
	return status;
}

const struct journal_kind meeting_minuted_kind = {
	.name = "meeting_minuted",
	.title = WORDS("Vastleggen hoe een overleg was"),
	.done = WORDS("Overleg vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS | MAY_DELIVER,
	.record = &meeting_minuted_record,
	.begin = begin_minuted,
	.prepare = prepare_minuted,
	.rules = meeting_minuted_rules,
	.rules_count = MEETING_MINUTED_RULES_COUNT,
	.apply = apply_minuted,
	.page = MEETING_PAGE,
};

static enum status prepare_dropped(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct meeting_dropped *dropped = fact->item;

	fact->valid_on = clock_today(journal->clock);
	read_words(journal, fact, findings);
	return look(journal, dropped->meeting, &dropped->stand, fault);
}

static enum status apply_dropped(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct meeting_dropped *dropped = fact->item;
	const struct value values[] = { value_number(register_id), value_number(dropped->meeting),
		                        value_date(fact->valid_on), value_text(dropped->reason) };

	(void)arena;
	return db_run(db, &sql_agreement_drop_meeting, values, COUNT(values), fault);
}

const struct journal_kind meeting_dropped_kind = {
	.name = "meeting_dropped",
	.title = WORDS("Een overleg afzeggen"),
	.done = WORDS("Overleg afgezegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS | MAY_DELIVER,
	.record = &meeting_dropped_record,
	.prepare = prepare_dropped,
	.rules = meeting_dropped_rules,
	.rules_count = MEETING_DROPPED_RULES_COUNT,
	.apply = apply_dropped,
	.page = MEETING_PAGE,
};
