/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/assessment_store.h"

#include <string.h>

#include "assessment_sql.h"
#include "contract/assessment/sealed.h"

static const struct field mark_fields[] = {
	FIELD(struct assessment_mark, bid),     FIELD(struct assessment_mark, criterion),
	FIELD(struct assessment_mark, account), FIELD(struct assessment_mark, sealed),
	FIELD(struct assessment_mark, mark),    FIELD(struct assessment_mark, reason),
};
const struct record assessment_mark_record = RECORD(struct assessment_mark, "assessment_mark", mark_fields);

static const struct field count_fields[] = {
	FIELD(struct assessor_marks, account),
	FIELD(struct assessor_marks, marks),
};
static const struct record count_record = RECORD(struct assessor_marks, "assessor_marks", count_fields);

static const struct field consensus_fields[] = {
	FIELD(struct assessment_consensus, lot),        FIELD(struct assessment_consensus, bid),
	FIELD(struct assessment_consensus, criterion),  FIELD(struct assessment_consensus, mark),
	FIELD(struct assessment_consensus, motivation), FIELD(struct assessment_consensus, present),
};
static const struct record consensus_record =
	RECORD(struct assessment_consensus, "assessment_consensus", consensus_fields);

static const struct field result_fields[] = {
	FIELD(struct assessment_result, bid),       FIELD(struct assessment_result, bidder),
	FIELD(struct assessment_result, lot),       FIELD(struct assessment_result, why),
	FIELD(struct assessment_result, criterion), FIELD(struct assessment_result, mark),
	FIELD(struct assessment_result, mean),      FIELD(struct assessment_result, rank),
	FIELD(struct assessment_result, words),     FIELD(struct assessment_result, signed_on),
	FIELD(struct assessment_result, letter),    FIELD(struct assessment_result, sent_on),
	FIELD(struct assessment_result, how),
};
static const struct record result_record =
	RECORD(struct assessment_result, "assessment_result", result_fields);

static const struct field interest_fields[] = {
	FIELD(struct assessment_interest, account),      FIELD(struct assessment_interest, bid),
	FIELD(struct assessment_interest, words),        FIELD(struct assessment_interest, declared_on),
	FIELD(struct assessment_interest, lifted_on),    FIELD(struct assessment_interest, lifted_by),
	FIELD(struct assessment_interest, lifted_words),
};
static const struct record interest_record =
	RECORD(struct assessment_interest, "assessment_interest", interest_fields);

static const struct field relief_fields[] = {
	FIELD(struct assessment_relief, relief),  FIELD(struct assessment_relief, round),
	FIELD(struct assessment_relief, bid),     FIELD(struct assessment_relief, asked_on),
	FIELD(struct assessment_relief, words),   FIELD(struct assessment_relief, is_in_time),
	FIELD(struct assessment_relief, outcome), FIELD(struct assessment_relief, ended_on),
	FIELD(struct assessment_relief, judged),
};
static const struct record relief_record =
	RECORD(struct assessment_relief, "assessment_relief", relief_fields);

struct name_row {
	const char *name;
};
static const struct field tender_fields[] = {
	{ .name = "tender", .type = FIELD_TEXT, .offset = offsetof(struct name_row, name) },
};
static const struct record tender_row_record = RECORD(struct name_row, "tender_row", tender_fields);
static const struct field lot_fields[] = {
	{ .name = "lot", .type = FIELD_TEXT, .offset = offsetof(struct name_row, name) },
};
static const struct record lot_row_record = RECORD(struct name_row, "lot_row", lot_fields);

/* The rows of a tender. */
static enum status list(struct journal *journal, const struct db_query *query, const char *tender,
                        const struct db_list *list, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(tender) };

	return db_list(journal->db, query, values, COUNT(values), list, fault);
}

/* The rows of a round of it. */
static enum status list_of_round(struct journal *journal, const struct db_query *query, const char *tender,
                                 int64_t round, const struct db_list *list, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(tender),
		                        value_number(round) };

	return db_list(journal->db, query, values, COUNT(values), list, fault);
}

static struct texts names_of(const struct records *rows, struct arena *arena)
{
	const struct name_row *row = rows->items;
	struct texts names = { .items = ARENA_MANY(arena, rows->count + 1, const char *) };

	for (size_t i = 0; i < rows->count; i++)
		names.items[names.count++] = row[i].name;
	return names;
}

/* --- what there is to mark --- */

/* The bids that were opened; a late one never is. */
static enum status see_bids(struct journal *journal, struct assessed *assessed, struct fault *fault)
{
	struct records all = { 0 };
	const struct procurement_bid *bid;
	struct owed_bid *opened;
	enum status status = procurement_bids(journal, assessed->notice.tender, &all, fault);

	if (status)
		return status;
	bid = all.items;
	assessed->owed.bids = records_new(&owed_bid_record, all.count, journal->arena);
	opened = assessed->owed.bids.items;
	assessed->owed.bids.count = 0;
	for (size_t i = 0; i < all.count; i++)
		if (bid[i].is_opened)
			opened[assessed->owed.bids.count++] =
				(struct owed_bid){ bid[i].bid, bid[i].label, bid[i].party, bid[i].lot };
	return OK;
}

/* The newest one for 0. */
static enum status see_round(struct journal *journal, int64_t round, struct assessed *assessed,
                             struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct records lots = { 0 };
	struct stand *stand = &assessed->stand;
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(assessed->notice.tender), value_number(round) };
	enum status status = db_one(journal->db, &sql_assessment_stand, values, COUNT(values), &rows, fault);

	if (status == FAILED || (status == NOT_FOUND && round > 0))
		return status;
	stand->round = 1;
	if (status == OK)
		db_record(&rows, &stand_record, stand, journal->arena);
	stand->is_known = true;
	stand->bids = (int64_t)assessed->owed.bids.count;
	stand->criteria = (int64_t)assessed->notice.criteria.count;
	stand->today = clock_today(journal->clock);
	status = list_of_round(journal, &sql_assessment_lots, assessed->notice.tender, stand->round,
	                       &(struct db_list){ &lot_row_record, journal->arena, &lots }, fault);
	assessed->unsealed = names_of(&lots, journal->arena);
	return status;
}

enum status assessment_see(struct journal *journal, const char *tender, struct assessed *ret_assessed,
                           struct fault *fault)
{
	struct owed *owed = &ret_assessed->owed;
	enum status status;

	*ret_assessed = (struct assessed){ .stand = { .today = clock_today(journal->clock) } };
	if (tender == NULL)
		return OK;
	status = procurement_tender_find(journal->db, journal->register_id, tender, journal->arena,
	                                 &ret_assessed->notice, fault);
	if (status == NOT_FOUND)
		return OK;
	if (status == OK)
		status = see_bids(journal, ret_assessed, fault);
	if (status == OK)
		status = list(journal, &sql_assessment_assessors, tender,
		              &(struct db_list){ &owed_assessor_record, journal->arena, &owed->assessors },
		              fault);
	if (status == OK)
		status = list(journal, &sql_assessment_conflicts, tender,
		              &(struct db_list){ &owed_conflict_record, journal->arena, &owed->conflicts },
		              fault);
	if (status == OK)
		status = list(journal, &sql_assessment_declared, tender,
		              &(struct db_list){ &owed_declared_record, journal->arena, &owed->declared },
		              fault);
	if (status)
		return status;
	owed->criteria_count = ret_assessed->notice.criteria.count;
	ret_assessed->terms = procurement_terms(&ret_assessed->notice, journal->arena);
	return see_round(journal, 0, ret_assessed, fault);
}

enum status assessment_look_back(struct journal *journal, int64_t round, struct assessed *assessed,
                                 struct fault *fault)
{
	enum status status = OK;

	if (round > 0 && round < assessed->stand.round)
		status = see_round(journal, round, assessed, fault);
	return status == NOT_FOUND ? OK : status;
}

const struct owed_bid *assessment_bid(const struct assessed *assessed, int64_t bid)
{
	const struct owed_bid *bids = assessed->owed.bids.items;

	for (size_t i = 0; i < assessed->owed.bids.count; i++)
		if (bids[i].bid == bid)
			return &bids[i];
	return NULL;
}

const struct owed_assessor *assessment_assessor(const struct assessed *assessed, const char *account)
{
	const struct owed_assessor *assessors = assessed->owed.assessors.items;

	for (size_t i = 0; account != NULL && i < assessed->owed.assessors.count; i++)
		if (strcmp(assessors[i].account, account) == 0)
			return &assessors[i];
	return NULL;
}

bool assessment_is_unsealed(const struct assessed *assessed, const char *lot)
{
	for (size_t i = 0; i < assessed->unsealed.count; i++)
		if (strcmp(assessed->unsealed.items[i], lot) == 0)
			return true;
	return false;
}

bool assessment_has_corners(const struct assessed *assessed)
{
	const struct owed_assessor *assessors = assessed->owed.assessors.items;
	size_t corners = 0;

	for (size_t i = 0; owed_corners[i].code != NULL; i++)
		for (size_t j = 0; j < assessed->owed.assessors.count; j++)
			if (strcmp(assessors[j].corner, owed_corners[i].code) == 0) {
				corners++;
				break;
			}
	return corners == 3;
}

/* Finer marks than were announced would decide between bids by what nobody was told (Aanbestedingswet 2012,
 * art. 2.115). */
static struct mark_steps steps_of(const char *step, struct decimal mark)
{
	bool is_whole = strcmp(step, "whole") == 0, is_half = strcmp(step, "half") == 0;

	return (struct mark_steps){
		.is_past_whole = is_whole && mark.billionths % DECIMAL_ONE != 0,
		.is_past_half = is_half && mark.billionths % (DECIMAL_ONE / 2) != 0,
		.is_past_tenth = !is_whole && !is_half && mark.billionths % (DECIMAL_ONE / 10) != 0,
	};
}

struct mark_read assessment_read_mark(const struct assessed *assessed, const char *text, struct arena *arena)
{
	struct decimal mark = { 0 };
	char printed[DECIMAL_TEXT_SIZE];
	struct mark_read read = { .is_number = text != NULL && decimal_read(text, &mark) };

	if (!read.is_number)
		return read;
	read.is_on_scale =
		fraction_compare(fraction_whole(mark), fraction_whole(assessed->terms.highest)) <= 0;
	read.steps = steps_of(or_empty(assessed->notice.mark_step), mark);
	read.mark = arena_copy(arena, decimal_print(mark, printed));
	return read;
}

enum status assessment_interests(struct journal *journal, const char *tender, struct records *ret_interests,
                                 struct fault *fault)
{
	return list(journal, &sql_assessment_interests, tender,
	            &(struct db_list){ &interest_record, journal->arena, ret_interests }, fault);
}

struct judging assessment_judging(const struct assessed *assessed, const char *account)
{
	bool is_open = assessed->owed.bids.count > 0;

	return (struct judging){ .is_declared = !is_open || owed_has_declared(&assessed->owed, account),
		                 .has_interest = owed_has_interest(&assessed->owed, account) };
}

bool assessment_may_read(const struct assessed *assessed, const char *account, int64_t bid)
{
	return owed_has_declared(&assessed->owed, account) &&
	       !owed_has_conflict(&assessed->owed, account, bid);
}

/* --- marks --- */

enum status assessment_marks(struct journal *journal, const struct marks_asked *asked,
                             struct records *ret_marks, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(asked->assessed->notice.tender),
		                        value_number(asked->assessed->stand.round), value_text(asked->lot),
		                        value_text(asked->criterion) };
	bool is_on_one = asked->criterion != NULL;

	return db_list(journal->db, is_on_one ? &sql_assessment_marks_on : &sql_assessment_marks, values,
	               is_on_one ? COUNT(values) : COUNT(values) - 1,
	               &(struct db_list){ &assessment_mark_record, journal->arena, ret_marks }, fault);
}

enum status assessment_own_marks(struct journal *journal, const struct marks_asked *asked,
                                 const char *account, struct records *ret_marks, struct fault *fault)
{
	const struct sealed_lot lot = { asked->assessed->notice.tender, asked->lot,
		                        asked->assessed->stand.round };
	struct assessment_mark *mark;
	size_t own = 0;
	const char *key = "";
	enum status status = assessment_marks(journal, asked, ret_marks, fault);

	if (status == OK)
		status = sealed_key(journal, &lot, &key, fault);
	if (status)
		return status;
	mark = ret_marks->items;
	for (size_t i = 0; i < ret_marks->count; i++) {
		if (strcmp(mark[i].account, account) != 0)
			continue;
		mark[own] = mark[i];
		if (!sealed_open(key, mark[own].sealed, &mark[own].mark, &mark[own].reason, journal->arena))
			return fault_set(fault, FAILED, "a mark of %s cannot be opened with this vault's key",
			                 account);
		own++;
	}
	ret_marks->count = own;
	return OK;
}

enum status assessment_marks_count(struct journal *journal, const struct marks_asked *asked,
                                   int64_t *ret_count, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id),
		                        value_text(asked->assessed->notice.tender),
		                        value_number(asked->assessed->stand.round), value_text(asked->lot) };
	enum status status =
		db_one(journal->db, &sql_assessment_marks_count, values, COUNT(values), &rows, fault);

	*ret_count = status == OK ? db_number(&rows, 0) : 0;
	return status;
}

enum status assessment_marks_of(struct journal *journal, const struct assessed *assessed,
                                struct records *ret_counts, struct fault *fault)
{
	return list_of_round(journal, &sql_assessment_marks_of, assessed->notice.tender,
	                     assessed->stand.round,
	                     &(struct db_list){ &count_record, journal->arena, ret_counts }, fault);
}

/* --- consensus --- */

enum status assessment_consensus(struct journal *journal, const struct assessed *assessed,
                                 struct records *ret_consensus, struct fault *fault)
{
	return list_of_round(journal, &sql_assessment_consensus, assessed->notice.tender,
	                     assessed->stand.round,
	                     &(struct db_list){ &consensus_record, journal->arena, ret_consensus }, fault);
}

enum status assessment_consensus_of(struct journal *journal, const struct agreed_asked *asked,
                                    struct records *ret_consensus, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->tender),
		                        value_number(asked->round), value_text(asked->lot),
		                        value_number(asked->bid) };

	return db_list(journal->db, &sql_assessment_consensus_of, values, COUNT(values),
	               &(struct db_list){ &consensus_record, journal->arena, ret_consensus }, fault);
}

enum status assessment_consensus_won(struct journal *journal, const struct agreed_asked *asked,
                                     struct records *ret_consensus, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->tender),
		                        value_number(asked->round), value_text(asked->lot) };

	return db_list(journal->db, &sql_assessment_consensus_won, values, COUNT(values),
	               &(struct db_list){ &consensus_record, journal->arena, ret_consensus }, fault);
}

const struct assessment_consensus *assessment_agreed(const struct records *consensus, int64_t bid,
                                                     const char *criterion)
{
	const struct assessment_consensus *agreed = consensus->items;

	for (size_t i = 0; i < consensus->count; i++)
		if (agreed[i].bid == bid && strcmp(agreed[i].criterion, criterion) == 0)
			return &agreed[i];
	return NULL;
}

static size_t lot_of(const struct tender_terms *terms, const char *lot)
{
	size_t at = 0;

	while (at < terms->lots_count && strcmp(terms->lots[at].name, lot) != 0)
		at++;
	return at;
}

static size_t criterion_of(const struct tender_terms *terms, const char *criterion)
{
	size_t at = 0;

	while (at < terms->criteria_count && strcmp(terms->criteria[at].name, criterion) != 0)
		at++;
	return at;
}

struct tender_bids assessment_judged(const struct assessed *assessed, const struct records *consensus,
                                     const int64_t **ret_numbers, struct findings *findings)
{
	const struct assessment_consensus *agreed = consensus->items;
	struct marks_given marks = { .bidders = { .arena = findings->arena },
		                     .assessors = { .arena = findings->arena } };
	struct tender_bids bids;
	int64_t *numbers;

	marks.items = ARENA_MANY(findings->arena, consensus->count + 1, struct mark_given);
	for (size_t i = 0; i < consensus->count; i++) {
		const struct owed_bid *bid = assessment_bid(assessed, agreed[i].bid);
		struct mark_given given = { .lot = lot_of(&assessed->terms, agreed[i].lot),
			                    .criterion = criterion_of(&assessed->terms, agreed[i].criterion),
			                    .assessor = NAMES_NONE,
			                    .line = agreed[i].bid };

		if (bid == NULL || given.lot == assessed->terms.lots_count ||
		    given.criterion == assessed->terms.criteria_count ||
		    !decimal_read(agreed[i].mark, &given.mark))
			continue;
		given.bidder = names_add(&marks.bidders, bid->party);
		marks.items[marks.count++] = given;
	}
	bids = marks_averaged(&assessed->terms, &marks, findings);
	numbers = ARENA_MANY(findings->arena, bids.count + 1, int64_t);
	for (size_t i = 0; i < bids.count; i++)
		numbers[i] = bids.items[i].line;
	*ret_numbers = numbers;
	return bids;
}

/* --- what came of it --- */

enum status assessment_results(struct journal *journal, const char *tender, int64_t round,
                               struct records *ret_results, struct fault *fault)
{
	return list_of_round(journal, &sql_assessment_results, tender, round,
	                     &(struct db_list){ &result_record, journal->arena, ret_results }, fault);
}

enum status assessment_rounds(struct journal *journal, const char *tender, struct records *ret_rounds,
                              struct fault *fault)
{
	return list(journal, &sql_assessment_rounds, tender,
	            &(struct db_list){ &stand_record, journal->arena, ret_rounds }, fault);
}

enum status assessment_reliefs(struct journal *journal, const char *tender, struct records *ret_reliefs,
                               struct fault *fault)
{
	return list(journal, &sql_assessment_reliefs, tender,
	            &(struct db_list){ &relief_record, journal->arena, ret_reliefs }, fault);
}

/* The names of tenders that a query finds. */
static enum status list_tenders(struct journal *journal, const struct db_query *query, const char *account,
                                struct texts *ret_tenders, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(account) };
	struct records rows = { 0 };
	enum status status = db_list(journal->db, query, values, account == NULL ? 1 : 2,
	                             &(struct db_list){ &tender_row_record, journal->arena, &rows }, fault);

	*ret_tenders = names_of(&rows, journal->arena);
	return status;
}

enum status assessment_of_account(struct journal *journal, const char *account, struct texts *ret_tenders,
                                  struct fault *fault)
{
	return list_tenders(journal, &sql_assessment_of_account, account, ret_tenders, fault);
}

enum status assessment_work_of(struct journal *journal, const char *account, struct texts *ret_tenders,
                               struct fault *fault)
{
	return list_tenders(journal, &sql_assessment_work_of, account, ret_tenders, fault);
}

enum status assessment_unpublished(struct journal *journal, struct texts *ret_tenders, struct fault *fault)
{
	return list_tenders(journal, &sql_assessment_unpublished, NULL, ret_tenders, fault);
}
