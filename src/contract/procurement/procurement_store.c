/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/procurement/procurement_store.h"

#include <string.h>

#include "common/scheme/scheme_book.h"
#include "contract/procurement/envelope.h"
#include "contract/procurement/lines.h"
#include "procurement_sql.h"

static const struct field notice_fields[] = {
	FIELD(struct tender_notice, tender),
	FIELD(struct tender_notice, scheme),
	FIELD(struct tender_notice, title),
	FIELD(struct tender_notice, about),
	FIELD(struct tender_notice, form),
	FIELD(struct tender_notice, accession),
	FIELD(struct tender_notice, why),
	FIELD(struct tender_notice, rule),
	FIELD(struct tender_notice, threshold),
	FIELD(struct tender_notice, highest),
	FIELD(struct tender_notice, announced_on),
	FIELD(struct tender_notice, questions_until),
	FIELD(struct tender_notice, bids_until),
	FIELD(struct tender_notice, opened_on),
	FIELD(struct tender_notice, awarded_on),
	FIELD(struct tender_notice, fact),
	FIELD(struct tender_notice, programme),
	FIELD(struct tender_notice, without_programme),
	FIELD(struct tender_notice, vision),
	FIELD(struct tender_notice, content),
	FIELD(struct tender_notice, procedure_sort),
	FIELD(struct tender_notice, least_days),
	FIELD(struct tender_notice, least_source),
	FIELD(struct tender_notice, why_short),
	FIELD(struct tender_notice, mark_step),
};
static const struct record notice_record = RECORD(struct tender_notice, "tender_notice", notice_fields);

static const struct field bid_fields[] = {
	FIELD(struct procurement_bid, bid),      FIELD(struct procurement_bid, lot),
	FIELD(struct procurement_bid, party),    FIELD(struct procurement_bid, label),
	FIELD(struct procurement_bid, state),    FIELD(struct procurement_bid, submitted_at),
	FIELD(struct procurement_bid, is_late),  FIELD(struct procurement_bid, is_opened),
	FIELD(struct procurement_bid, partners),
};
static const struct record bid_record = RECORD(struct procurement_bid, "procurement_bid", bid_fields);

static const struct field lot_fields[] = {
	FIELD(struct notice_lot, lot),          FIELD(struct notice_lot, label),
	FIELD(struct notice_lot, target_group), FIELD(struct notice_lot, winners),
	FIELD(struct notice_lot, about),
};
static const struct record lot_record = RECORD(struct notice_lot, "notice_lot", lot_fields);

static enum status read_lots(struct db *db, const struct value *values, struct arena *arena,
                             struct records *ret_lots, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	size_t room = 0;
	enum status status = db_select(db, &sql_procurement_lots, values, 2, &rows, fault);

	*ret_lots = (struct records){ 0 };
	while (status == OK && (status = db_next(&rows, fault)) == OK) {
		struct notice_lot *lot;

		ret_lots->items =
			arena_with_room(arena, ret_lots->items, ret_lots->count, &room, sizeof(*lot));
		lot = (struct notice_lot *)ret_lots->items + ret_lots->count++;
		*lot = (struct notice_lot){ 0 };
		db_record(&rows, &lot_record, lot, arena);
		lot->areas = lines_split(db_text(&rows, 5, arena), arena);
		lot->products = lines_split(db_text(&rows, 6, arena), arena);
	}
	return status == NOT_FOUND ? OK : status;
}

enum status procurement_tender_find(struct db *db, int64_t register_id, const char *tender,
                                    struct arena *arena, struct tender_notice *ret_notice,
                                    struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text_or_empty(tender) };
	struct records found = { 0 };
	enum status status = db_list(db, &sql_procurement_tender, values, COUNT(values),
	                             &(struct db_list){ &notice_record, arena, &found }, fault);

	if (status == OK && found.count == 0)
		return fault_set(fault, NOT_FOUND, "there is no tender %s", or_empty(tender));
	if (status)
		return status;
	*ret_notice = *(const struct tender_notice *)found.items;
	status = read_lots(db, values, arena, &ret_notice->lots, fault);
	if (status == OK)
		status = db_list(db, &sql_procurement_criteria, values, COUNT(values),
		                 &(struct db_list){ &notice_criterion_record, arena, &ret_notice->criteria },
		                 fault);
	return status == OK ? db_list(db, &sql_procurement_requirements, values, COUNT(values),
	                              &(struct db_list){ &notice_requirement_record, arena,
	                                                 &ret_notice->requirements },
	                              fault)
	                    : status;
}

enum status procurement_note_award(struct db *db, int64_t register_id, const char *tender, struct date on,
                                   struct fault *fault)
{
	const struct value values[] = { value_number(register_id), value_text(tender), value_date(on) };

	return db_run(db, &sql_procurement_award, values, COUNT(values), fault);
}

enum status procurement_tenders(struct db *db, int64_t register_id, struct arena *arena,
                                struct records *ret_tenders, struct fault *fault)
{
	const struct value values[] = { value_number(register_id) };

	return db_list(db, &sql_procurement_tenders, values, COUNT(values),
	               &(struct db_list){ &notice_record, arena, ret_tenders }, fault);
}

const struct notice_lot *procurement_lot(const struct tender_notice *notice, const char *lot)
{
	const struct notice_lot *lots = notice->lots.items;

	for (size_t i = 0; i < notice->lots.count; i++)
		if (strcmp(lots[i].lot, or_empty(lot)) == 0)
			return &lots[i];
	return NULL;
}

const struct notice_criterion *procurement_criterion(const struct tender_notice *notice,
                                                     const char *criterion)
{
	const struct notice_criterion *criteria = notice->criteria.items;

	for (size_t i = 0; i < notice->criteria.count; i++)
		if (strcmp(criteria[i].criterion, or_empty(criterion)) == 0)
			return &criteria[i];
	return NULL;
}

/* Every area of a lot, once. */
static struct texts areas_of(const struct tender_notice *notice, struct arena *arena)
{
	const struct notice_lot *lots = notice->lots.items;
	struct texts areas = { 0 };
	size_t room = 0;

	for (size_t i = 0; i < notice->lots.count; i++)
		for (size_t j = 0; j < lots[i].areas.count; j++) {
			const struct tender_lot so_far = { .areas = areas };

			if (tender_lot_has(&so_far, lots[i].areas.items[j]))
				continue;
			areas.items = arena_with_room(arena, (void *)areas.items, areas.count, &room,
			                              sizeof(*areas.items));
			areas.items[areas.count++] = lots[i].areas.items[j];
		}
	return areas;
}

struct tender_terms procurement_terms(const struct tender_notice *notice, struct arena *arena)
{
	const struct notice_lot *from = notice->lots.items;
	const struct notice_criterion *asked = notice->criteria.items;
	struct tender_lot *lots = ARENA_MANY(arena, notice->lots.count + 1, struct tender_lot);
	struct tender_criterion *criteria =
		ARENA_MANY(arena, notice->criteria.count + 1, struct tender_criterion);
	struct tender_terms terms = { .lots = lots,
		                      .lots_count = notice->lots.count,
		                      .criteria = criteria,
		                      .criteria_count = notice->criteria.count,
		                      .threshold = decimal_whole(notice->threshold),
		                      .highest = decimal_whole(notice->highest),
		                      .areas = areas_of(notice, arena) };

	for (size_t i = 0; i < notice->lots.count; i++)
		lots[i] = (struct tender_lot){ from[i].lot, from[i].label, from[i].areas, from[i].winners };
	for (size_t i = 0; i < notice->criteria.count; i++)
		criteria[i] = (struct tender_criterion){ asked[i].criterion, asked[i].label,
			                                 asked[i].weight_percent,
			                                 decimal_whole(asked[i].knock_out) };
	(void)tender_rule_read(notice->rule, &terms.rule);
	return terms;
}

enum status procurement_bids(struct journal *journal, const char *tender, struct records *ret_bids,
                             struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text_or_empty(tender) };
	enum status status = db_list(journal->db, &sql_procurement_bids, values, COUNT(values),
	                             &(struct db_list){ &bid_record, journal->arena, ret_bids }, fault);
	struct procurement_bid *bids = ret_bids->items;

	for (size_t i = 0; status == OK && i < ret_bids->count; i++)
		bids[i].label =
			scheme_book_organisation(journal->schemes, journal->register_id, bids[i].party);
	return status;
}

enum status procurement_content(struct journal *journal, int64_t bid, struct bid_content *ret_content,
                                struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_number(bid) };
	enum status status =
		db_one(journal->db, &sql_procurement_opened, values, COUNT(values), &rows, fault);
	struct envelope envelope = { 0 };
	const char *text;

	if (status)
		return status;
	envelope.sealed = db_text(&rows, 0, journal->arena);
	envelope.digest = db_text(&rows, 1, journal->arena);
	text = envelope_open(&envelope, db_text(&rows, 2, journal->arena), journal->arena);
	return text != NULL && bid_content_read(text, journal->arena, ret_content) ? OK : NOT_FOUND;
}

const struct bid_answer *procurement_answer(const struct bid_content *content, const char *criterion)
{
	const struct bid_answer *answers = content->answers.items;

	for (size_t i = 0; i < content->answers.count; i++)
		if (strcmp(or_empty(answers[i].criterion), or_empty(criterion)) == 0)
			return &answers[i];
	return NULL;
}
