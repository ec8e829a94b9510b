/* SPDX-License-Identifier: EUPL-1.2 */
/* Marking at the door: who marks, what they may not mark, and marks that nobody can read yet. */
#include <string.h>

#include "assessment_sql.h"
#include "common/access/switch.h"
#include "common/journal/book.h"
#include "common/journal/stored.h"
#include "contract/assessment/assessment_store.h"
#include "contract/assessment/marking.h"
#include "contract/assessment/sealed.h"
#include "contract/assessment/unsealing.h"
#include "platform/base/words.h"
#include "platform/page/frame.h"

/* --- who marks --- */

static bool is_of_three_corners(const struct access_role *role)
{
	return role != NULL && (role->corner == CORNER_POLICY || role->corner == CORNER_PRACTICE ||
	                        role->corner == CORNER_CONTRACT);
}

const struct choice *assessor_choices(const struct journal *journal)
{
	struct records accounts = { 0 };
	const struct access_account *account;
	struct fault fault = { 0 };
	struct choice *choices;
	size_t count = 0;

	if (access_accounts(journal->db, journal->register_id, journal->arena, &accounts, &fault) != OK)
		accounts.count = 0;
	account = accounts.items;
	choices = ARENA_MANY(journal->arena, accounts.count + 1, struct choice);
	for (size_t i = 0; i < accounts.count; i++) {
		const struct access_role *role = access_role_named(account[i].role);

		if (is_of_three_corners(role) && account[i].party[0] == '\0' &&
		    !date_is(account[i].closed_on))
			choices[count++] = (struct choice){
				account[i].account,
				arena_print(journal->arena, "%s, %s", account[i].name,
				            words_in(journal->language, role->label)),
			};
	}
	return choices;
}

static enum status prepare_named(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct assessor_named *named = fact->item;
	struct access_account account = { 0 };
	struct assessed assessed;
	const struct access_role *role;
	enum status status = assessment_see(journal, named->tender, &assessed, fault);

	(void)findings;
	if (status == OK)
		status = access_account(journal->db, journal->register_id, named->account, journal->arena,
		                        &account, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	role = status == OK ? access_role_named(account.role) : NULL;
	named->situation.is_known = assessed.stand.is_known;
	named->situation.is_account = role != NULL && !date_is(account.closed_on);
	named->situation.is_municipal = is_of_three_corners(role) && account.party[0] == '\0';
	named->situation.is_there = assessment_assessor(&assessed, named->account) != NULL;
	named->situation.is_unsealed = assessed.stand.unsealed > 0;
	if (named->situation.is_municipal) {
		named->name = account.name;
		named->corner = corner_code(role->corner);
	}
	return OK;
}

static enum status apply_named(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct assessor_named *named = fact->item;
	const struct value round[] = { value_number(register_id), value_text(named->tender),
		                       value_date(fact->valid_on) };
	const struct value values[] = { value_number(register_id),  value_text(named->tender),
		                        value_text(named->account), value_text_or_empty(named->name),
		                        value_text(named->corner),  value_date(fact->valid_on),
		                        value_date(named->ready_on) };
	enum status status = db_run(db, &sql_assessment_begin, round, COUNT(round), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_assessment_add_assessor, values, COUNT(values), fault) : status;
}

const struct journal_kind assessor_named_kind = {
	.name = "assessor_named",
	.title = WORDS("Beoordelaar aanwijzen"),
	.done = WORDS("Beoordelaar aangewezen"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &assessor_named_record,
	.prepare = prepare_named,
	.rules = assessor_rules,
	.rules_count = ASSESSOR_RULES_COUNT,
	.apply = apply_named,
	.page = "/tenders/{tender}/assessment",
};

static enum status prepare_left(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct assessor_left *left = fact->item;
	const struct owed_assessor *assessor, *others;
	struct assessed assessed;
	enum status status = assessment_see(journal, left->tender, &assessed, fault);

	(void)findings;
	assessor = status == OK ? assessment_assessor(&assessed, left->account) : NULL;
	left->situation.is_there = assessor != NULL;
	left->situation.is_last = assessor != NULL;
	left->situation.is_unsealed = assessed.stand.unsealed > 0;
	others = assessed.owed.assessors.items;
	for (size_t i = 0; assessor != NULL && i < assessed.owed.assessors.count; i++)
		if (&others[i] != assessor && strcmp(others[i].corner, assessor->corner) == 0)
			left->situation.is_last = false;
	return status;
}

static enum status apply_left(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct assessor_left *left = fact->item;
	const struct db_query *const queries[] = { &sql_assessment_remove_assessor,
		                                   &sql_assessment_remove_marks };
	const struct value values[] = { value_number(register_id), value_text(left->tender),
		                        value_text(left->account) };
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < COUNT(queries); i++)
		status = db_run(db, queries[i], values, COUNT(values), fault);
	return status;
}

const struct journal_kind assessor_left_kind = {
	.name = "assessor_left",
	.title = WORDS("Beoordelaar beoordeelt niet meer"),
	.done = WORDS("Beoordelaar beoordeelt niet meer"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &assessor_left_record,
	.prepare = prepare_left,
	.rules = assessor_left_rules,
	.rules_count = ASSESSOR_LEFT_RULES_COUNT,
	.apply = apply_left,
	.page = "/tenders/{tender}/assessment",
};

/* --- interests --- */

/* All bids of the bidder of this one. */
static struct records bids_of_bidder(const struct owed *owed, int64_t bid, struct arena *arena)
{
	const struct owed_bid *opened = owed->bids.items;
	struct records bids = records_new(&conflict_bid_record, owed->bids.count, arena);

	bids.count = 0;
	for (size_t i = 0; i < owed->bids.count; i++)
		if (owed_are_of_one(owed, bid, opened[i].bid))
			((struct conflict_bid *)bids.items)[bids.count++].bid = opened[i].bid;
	return bids;
}

/* Who runs tenders, in whichever of the own roles, judges too: freezes, decides, begins anew. */
static enum status runs_tenders(struct journal *journal, bool *ret_runs, struct fault *fault)
{
	const struct access_session anybody = { .account = { .register_id = journal->register_id,
		                                             .account = journal->account } };
	struct records roles = { 0 };
	const struct page_choice *role;
	enum status status = switch_others(journal->db, &anybody, journal->arena, &roles, fault);

	role = roles.items;
	*ret_runs = false;
	for (size_t i = 0; status == OK && i < roles.count; i++)
		*ret_runs = *ret_runs || access_may(access_role_named(role[i].name), MAY_MANAGE_AGREEMENTS);
	return status;
}

static enum status prepare_conflict(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct conflict_declared *declared = fact->item;
	struct assessed assessed;
	enum status status = assessment_see(journal, declared->tender, &assessed, fault);

	(void)findings;
	if (status == OK)
		status = runs_tenders(journal, &declared->situation.judges, fault);
	if (status)
		return status;
	declared->account = journal->account;
	declared->bids = bids_of_bidder(&assessed.owed, declared->bid, journal->arena);
	declared->situation.judges =
		assessed.stand.is_known &&
		(declared->situation.judges || assessment_assessor(&assessed, journal->account) != NULL);
	declared->situation.knows_bid = declared->bids.count > 0;
	declared->situation.is_opened = assessed.owed.bids.count > 0;
	declared->situation.has_interest = owed_has_interest(&assessed.owed, journal->account);
	return OK;
}

/* An interest in one bid of a bidder; marks that were given for it and are still sealed go. */
static enum status add_interest(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                int64_t bid, struct fault *fault)
{
	const struct conflict_declared *declared = fact->item;
	const struct value values[] = { value_number(register_id),     value_text(declared->tender),
		                        value_text(declared->account), value_number(bid),
		                        value_text(declared->words),   value_date(fact->valid_on) };
	enum status status = db_run(db, &sql_assessment_add_conflict, values, COUNT(values), fault);

	return status == OK ? db_run(db, &sql_assessment_drop_marks, values, 4, fault) : status;
}

static enum status apply_conflict(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct conflict_declared *declared = fact->item;
	const struct value said[] = { value_number(register_id), value_text(declared->tender),
		                      value_text(declared->account), value_date(fact->valid_on) };
	const struct conflict_bid *bids = declared->bids.items;
	enum status status = db_run(db, &sql_assessment_declare, said, COUNT(said), fault);

	(void)arena;
	if (status == OK && declared->bid != 0)
		status = add_interest(db, register_id, fact, declared->bid, fault);
	for (size_t i = 0; status == OK && i < declared->bids.count; i++)
		if (bids[i].bid != declared->bid)
			status = add_interest(db, register_id, fact, bids[i].bid, fault);
	return status;
}

const struct journal_kind conflict_declared_kind = {
	.name = "conflict_declared",
	.title = WORDS("Verklaren of u een belang heeft"),
	.done = WORDS("Belang verklaard"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_LOG_IN,
	.record = &conflict_declared_record,
	.prepare = prepare_conflict,
	.rules = conflict_rules,
	.rules_count = CONFLICT_RULES_COUNT,
	.apply = apply_conflict,
	.page = "/tenders/{tender}/marks",
};

static enum status prepare_lifted(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct conflict_lifted *lifted = fact->item;
	struct assessed assessed;
	enum status status = assessment_see(journal, lifted->tender, &assessed, fault);

	(void)findings;
	if (status)
		return status;
	lifted->bids = bids_of_bidder(&assessed.owed, lifted->bid, journal->arena);
	lifted->situation.is_there =
		lifted->account != NULL && owed_has_conflict(&assessed.owed, lifted->account, lifted->bid);
	lifted->situation.is_own = lifted->account != NULL && strcmp(lifted->account, journal->account) == 0;
	lifted->situation.is_clean = assessment_may_read(&assessed, journal->account, lifted->bid);
	return OK;
}

static enum status apply_lifted(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct conflict_lifted *lifted = fact->item;
	const struct conflict_bid *bids = lifted->bids.items;
	enum status status = OK;

	(void)arena;
	for (size_t i = 0; status == OK && i < lifted->bids.count; i++) {
		const struct value values[] = { value_number(register_id),   value_text(lifted->tender),
			                        value_text(lifted->account), value_number(bids[i].bid),
			                        value_date(fact->valid_on),  value_text(fact->account),
			                        value_text(lifted->reason) };

		status = db_run(db, &sql_assessment_lift, values, COUNT(values), fault);
	}
	return status;
}

const struct journal_kind conflict_lifted_kind = {
	.name = "conflict_lifted",
	.title = WORDS("Belang van iemand opheffen"),
	.done = WORDS("Belang opgeheven"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &conflict_lifted_record,
	.prepare = prepare_lifted,
	.rules = conflict_lifted_rules,
	.rules_count = CONFLICT_LIFTED_RULES_COUNT,
	.apply = apply_lifted,
	.page = "/tenders/{tender}/assessment",
};

/* --- a mark --- */

static bool knows_criterion(const struct assessed *assessed, const char *criterion)
{
	return assessed->stand.is_known && criterion != NULL &&
	       procurement_criterion(&assessed->notice, criterion) != NULL;
}

static void look(const struct journal *journal, const struct assessed *assessed, struct mark_brought *given)
{
	const struct owed_assessor *assessor = assessment_assessor(assessed, journal->account);
	const struct owed_bid *bid = assessment_bid(assessed, given->bid);

	given->account = journal->account;
	given->round = assessed->stand.round;
	given->lot = bid == NULL ? NULL : bid->lot;
	given->situation.is_known = assessed->stand.is_known;
	given->situation.knows_bid = bid != NULL;
	given->situation.knows_criterion = knows_criterion(assessed, given->criterion);
	given->situation.is_assessor = assessor != NULL;
	given->situation.is_declared = owed_has_declared(&assessed->owed, journal->account);
	given->situation.has_conflict = owed_has_conflict(&assessed->owed, journal->account, given->bid);
	given->situation.has_corners = assessment_has_corners(assessed);
	given->situation.is_unsealed = bid != NULL && assessment_is_unsealed(assessed, bid->lot);
}

static enum status prepare_mark(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct mark_brought *given = fact->item;
	struct assessed assessed;
	struct mark_read read;
	const char *key = "";
	enum status status = assessment_see(journal, given->tender, &assessed, fault);

	(void)findings;
	if (status)
		return status;
	look(journal, &assessed, given);
	read = assessment_read_mark(&assessed, given->mark, journal->arena);
	given->situation.is_number = read.is_number;
	given->situation.is_on_scale = read.is_on_scale;
	given->situation.steps = read.steps;
	if (given->lot == NULL || !read.is_number)
		return OK;
	status = sealed_key(journal, &(struct sealed_lot){ given->tender, given->lot, given->round }, &key,
	                    fault);
	if (status == OK)
		given->sealed = sealed_close(key, read.mark, given->reason, journal->arena);
	return status;
}

/* Neither the mark nor its reason: only what is sealed, which is all that the fact has. */
static enum status apply_mark(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct mark_brought *given = fact->item;
	const struct value values[] = { value_number(register_id),  value_text(given->tender),
		                        value_number(given->round), value_text(given->lot),
		                        value_number(given->bid),   value_text(given->criterion),
		                        value_text(given->account), value_text(given->sealed) };

	(void)arena;
	return db_run(db, &sql_assessment_put_mark, values, COUNT(values), fault);
}

const struct journal_kind mark_given_kind = {
	.name = "mark_given",
	.title = WORDS("Cijfer geven"),
	.done = WORDS("Cijfer gegeven"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_LOG_IN,
	.record = &mark_given_record,
	.prepare = prepare_mark,
	.rules = mark_rules,
	.rules_count = MARK_RULES_COUNT,
	.apply = apply_mark,
	.page = "/tenders/{tender}/marks",
};

/* --- all are in --- */

static enum status unseal(struct journal *journal, const char *tender, const char *lot,
                          struct marks_unsealed *item, bool *ret_follows, struct fault *fault)
{
	struct assessed assessed;
	int64_t given = 0;
	enum status status = assessment_see(journal, tender, &assessed, fault);

	*ret_follows = false;
	if (status != OK || assessment_is_unsealed(&assessed, lot))
		return status;
	status = assessment_marks_count(journal, &(struct marks_asked){ .assessed = &assessed, .lot = lot },
	                                &given, fault);
	if (status != OK || !owed_is_complete(&assessed.owed, lot, given))
		return status;
	*ret_follows = true;
	*item = (struct marks_unsealed){ .tender = tender, .lot = lot, .round = assessed.stand.round };
	return sealed_key(journal, &(struct sealed_lot){ tender, lot, item->round }, &item->key, fault);
}

enum status unsealing_after_mark(struct journal *journal, const struct journal_fact *cause, void *item,
                                 bool *ret_follows, struct fault *fault)
{
	const struct mark_brought *given = cause->item;

	return unseal(journal, given->tender, given->lot, item, ret_follows, fault);
}

enum status unsealing_after_conflict(struct journal *journal, const struct journal_fact *cause, void *item,
                                     bool *ret_follows, struct fault *fault)
{
	const struct conflict_declared *declared = cause->item;
	const struct owed_bid *bid;
	struct assessed assessed;
	enum status status = assessment_see(journal, declared->tender, &assessed, fault);

	bid = status == OK ? assessment_bid(&assessed, declared->bid) : NULL;
	*ret_follows = false;
	return bid == NULL ? status : unseal(journal, declared->tender, bid->lot, item, ret_follows, fault);
}

enum status unsealing_after_leaving(struct journal *journal, const struct journal_fact *cause, size_t place,
                                    void *item, bool *ret_follows, struct fault *fault)
{
	const struct assessor_left *left = cause->item;
	const struct notice_lot *lot;
	struct assessed assessed;
	enum status status = assessment_see(journal, left->tender, &assessed, fault);
	size_t found = 0;

	lot = assessed.notice.lots.items;
	*ret_follows = false;
	for (size_t i = 0; status == OK && i < assessed.notice.lots.count; i++) {
		status = unseal(journal, left->tender, lot[i].lot, item, ret_follows, fault);
		if (*ret_follows && found++ == place)
			return status;
		*ret_follows = false;
	}
	return status;
}

static enum status open_marks(struct db *db, int64_t register_id, const struct marks_unsealed *unsealed,
                              const struct records *sealed, struct arena *arena, struct fault *fault)
{
	const struct assessment_mark *row = sealed->items;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < sealed->count; i++) {
		const char *mark = "", *reason = "";

		if (!sealed_open(unsealed->key, row[i].sealed, &mark, &reason, arena))
			return fault_set(fault, FAILED,
			                 "a mark of %s cannot be opened with the key of its lot",
			                 row[i].account);
		{
			const struct value values[] = { value_number(register_id),
				                        value_text(unsealed->tender),
				                        value_number(unsealed->round),
				                        value_text(unsealed->lot),
				                        value_number(row[i].bid),
				                        value_text(row[i].criterion),
				                        value_text(row[i].account),
				                        value_text(mark),
				                        value_text(reason) };

			status = db_run(db, &sql_assessment_open_mark, values, COUNT(values), fault);
		}
	}
	return status;
}

static enum status apply_unsealed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct marks_unsealed *unsealed = fact->item;
	const struct value values[] = { value_number(register_id), value_text(unsealed->tender),
		                        value_number(unsealed->round), value_text(unsealed->lot),
		                        value_date(fact->valid_on) };
	struct records sealed = { 0 };
	enum status status = db_list(db, &sql_assessment_marks, values, 4,
	                             &(struct db_list){ &assessment_mark_record, arena, &sealed }, fault);

	if (status == OK)
		status = open_marks(db, register_id, unsealed, &sealed, arena, fault);
	return status == OK ? db_run(db, &sql_assessment_add_lot, values, COUNT(values), fault) : status;
}

const struct journal_kind marks_unsealed_kind = {
	.name = "marks_unsealed",
	.title = WORDS("Cijfers van een perceel openen"),
	.done = WORDS("Cijfers van een perceel geopend"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &marks_unsealed_record,
	.apply = apply_unsealed,
};
