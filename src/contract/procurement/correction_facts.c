/* SPDX-License-Identifier: EUPL-1.2 */
/* Corrections of a notice and of who hold its keys, at the door and as they are kept. */
#include <string.h>

#include "common/access/access.h"
#include "contract/procurement/bid_door.h"
#include "contract/procurement/correction.h"
#include "platform/base/words.h"
#include "procurement_sql.h"

#define DAY_SECONDS 86400

static const struct field correction_fields[] = {
	FIELD(struct tender_correction, correction),      FIELD(struct tender_correction, corrected_on),
	FIELD(struct tender_correction, reason),          FIELD(struct tender_correction, about_before),
	FIELD(struct tender_correction, is_about),        FIELD(struct tender_correction, questions_before),
	FIELD(struct tender_correction, questions_until), FIELD(struct tender_correction, bids_before),
	FIELD(struct tender_correction, bids_until),
};
static const struct record correction_record =
	RECORD(struct tender_correction, "tender_correction", correction_fields);

/* --- corrected --- */

/* The time of day of a moment, as lived in the Netherlands. */
static int32_t time_of(struct moment moment)
{
	return (int32_t)(moment.seconds - clock_moment_on(clock_day_of(moment), 0).seconds);
}

/* What holds from now on: what is new, and the rest as it was. */
static void fill(const struct tender_notice *notice, struct tender_corrected *corrected)
{
	int32_t seconds = time_of(notice->bids_until);

	corrected->situation.is_time =
		!has_words(corrected->bids_time) || notice_read_time(corrected->bids_time, &seconds);
	corrected->questions_before = notice->questions_until;
	corrected->bids_before = notice->bids_until;
	corrected->about_before = notice->about;
	corrected->situation.changes = has_words(corrected->about) || date_is(corrected->bids_day) ||
	                               date_is(corrected->questions_until);
	if (!date_is(corrected->questions_until))
		corrected->questions_until = notice->questions_until;
	corrected->bids_until = date_is(corrected->bids_day) ? clock_moment_on(corrected->bids_day, seconds)
	                                                     : notice->bids_until;
	corrected->situation.is_later = !date_is(corrected->bids_day) || !corrected->situation.is_time ||
	                                corrected->bids_until.seconds > notice->bids_until.seconds;
}

static enum status prepare_corrected(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct tender_corrected *corrected = fact->item;
	struct date today = clock_today(journal->clock), bids_day;
	struct tender_notice notice = { 0 };
	enum status status = procurement_tender_find(journal->db, journal->register_id, corrected->tender,
	                                             journal->arena, &notice, fault);

	(void)findings;
	fact->valid_on = today;
	corrected->situation.is_there = status == OK;
	if (status != OK) {
		corrected->situation.changes = corrected->situation.is_time = true;
		corrected->situation.is_later = corrected->situation.leaves_answer = true;
		corrected->situation.leaves_time = true;
		return status == NOT_FOUND ? OK : status;
	}
	fill(&notice, corrected);
	bids_day = clock_day_of(corrected->bids_until);
	corrected->situation.is_open = bid_door_is_open(journal, &notice);
	corrected->situation.leaves_answer =
		corrected->questions_until.day == notice.questions_until.day ||
		(!date_before(corrected->questions_until, today) &&
	         !date_before(notice_last_question(bids_day), corrected->questions_until));
	corrected->situation.leaves_time =
		!has_words(corrected->about) || bids_day.day - today.day >= NOTICE_ANSWER_DAYS;
	return OK;
}

static enum status apply_corrected(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct tender_corrected *corrected = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(corrected->tender),
		                        value_number(fact->fact),
		                        value_date(fact->valid_on),
		                        value_text(corrected->reason),
		                        value_text_or_empty(corrected->about_before),
		                        value_number(has_words(corrected->about)),
		                        value_date(corrected->questions_before),
		                        value_date(corrected->questions_until),
		                        value_moment(corrected->bids_before),
		                        value_moment(corrected->bids_until) };
	const struct value now[] = {
		values[0], values[1], values[8], values[10],
		value_text_or_empty(has_words(corrected->about) ? corrected->about : corrected->about_before)
	};
	enum status status = db_run(db, &sql_procurement_add_correction, values, COUNT(values), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_procurement_correct_tender, now, COUNT(now), fault) : status;
}

const struct journal_kind tender_corrected_kind = {
	.name = "tender_corrected",
	.title = WORDS("Aankondiging rectificeren"),
	.done = WORDS("Aankondiging gerectificeerd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &tender_corrected_record,
	.prepare = prepare_corrected,
	.rules = tender_corrected_rules,
	.rules_count = TENDER_CORRECTED_RULES_COUNT,
	.apply = apply_corrected,
	.page = "/tenders/{tender}",
};

enum status tender_corrections(struct journal *journal, const char *tender, struct date on,
                               struct records *ret_corrections, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(tender),
		                        value_date(on) };

	return db_list(journal->db, &sql_procurement_corrections, values, COUNT(values),
	               &(struct db_list){ &correction_record, journal->arena, ret_corrections }, fault);
}

enum status tender_before_corrections(struct journal *journal, struct date on, struct tender_notice *notice,
                                      struct fault *fault)
{
	struct records corrections = { 0 };
	const struct tender_correction *correction;
	enum status status = tender_corrections(journal, notice->tender, DATE_LAST, &corrections, fault);

	correction = corrections.items;
	for (size_t i = 0; status == OK && i < corrections.count; i++)
		if (date_before(on, correction[i].corrected_on)) {
			notice->questions_until = correction[i].questions_before;
			notice->bids_until = correction[i].bids_before;
			notice->about = correction[i].about_before;
		}
	return status;
}

/* --- another holder --- */

enum status tender_sealed_bids(struct journal *journal, const char *tender, int64_t *ret_count,
                               struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(tender) };
	enum status status =
		db_one(journal->db, &sql_procurement_sealed_bids, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

static void find_holder(const struct records *holders, struct key_holder_replaced *replaced)
{
	const struct bid_holder *holder = holders->items;

	replaced->situation.is_free = true;
	for (size_t i = 0; i < holders->count; i++) {
		bool is_old = strcmp(holder[i].account, replaced->holder) == 0;

		if (is_old) {
			replaced->situation.is_holder = true;
			replaced->place = holder[i].place;
		} else if (strcmp(holder[i].account, replaced->successor) == 0)
			replaced->situation.is_free = false;
	}
}

static enum status prepare_replaced(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct key_holder_replaced *replaced = fact->item;
	struct tender_notice notice = { 0 };
	struct records holders = { 0 };
	int64_t sealed = 0;
	enum status status = procurement_tender_find(journal->db, journal->register_id, replaced->tender,
	                                             journal->arena, &notice, fault);

	(void)findings;
	fact->valid_on = clock_today(journal->clock);
	replaced->situation.is_there = status == OK;
	if (status == OK)
		status = bid_holders(journal, replaced->tender, &holders, fault);
	if (status == OK)
		status = tender_sealed_bids(journal, replaced->tender, &sealed, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	find_holder(&holders, replaced);
	replaced->situation.is_closed = !date_is(notice.opened_on);
	replaced->situation.is_clerk = notice_is_clerk(journal, replaced->successor);
	replaced->situation.is_before_bids = sealed == 0 || !replaced->situation.is_closed;
	return OK;
}

static enum status apply_replaced(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct key_holder_replaced *replaced = fact->item;
	const struct value values[] = { value_number(register_id), value_text(replaced->tender),
		                        value_number(replaced->place), value_text(replaced->successor) };

	(void)arena;
	return db_run(db, &sql_procurement_replace_holder, values, COUNT(values), fault);
}

const struct journal_kind key_holder_replaced_kind = {
	.name = "key_holder_replaced",
	.title = WORDS("Sleutelhouder vervangen"),
	.done = WORDS("Sleutelhouder vervangen"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &key_holder_replaced_record,
	.prepare = prepare_replaced,
	.rules = key_holder_replaced_rules,
	.rules_count = KEY_HOLDER_REPLACED_RULES_COUNT,
	.apply = apply_replaced,
	.page = "/tenders/{tender}",
};
