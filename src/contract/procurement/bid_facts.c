/* SPDX-License-Identifier: EUPL-1.2 */
/* A bid is begun, with whom, and withdrawn; at the door and as it is kept. */
#include <string.h>

#include "contract/procurement/bid.h"
#include "contract/procurement/bid_door.h"
#include "platform/base/words.h"
#include "procurement_sql.h"

#define BID_PAGE "/bids/{bid}"

enum status bid_door_open(struct journal *journal, int64_t bid, struct bid_door *ret_door,
                          struct fault *fault)
{
	enum status status = bid_find(journal, bid, &ret_door->now, fault);

	if (status == OK)
		status = procurement_tender_find(journal->db, journal->register_id, ret_door->now.tender,
		                                 journal->arena, &ret_door->notice, fault);
	if (status == OK)
		status = bid_partners(journal, bid, &ret_door->partners, fault);
	ret_door->is_there = status == OK;
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	ret_door->standing = (struct bid_standing){
		.is_mine = bid_role_of(&ret_door->now, &ret_door->partners, journal->party) == BID_LEAD,
		.is_begun = strcmp(ret_door->now.state, "begun") == 0,
		.is_open = bid_door_is_open(journal, &ret_door->notice),
	};
	return OK;
}

bool bid_door_is_open(const struct journal *journal, const struct tender_notice *notice)
{
	return clock_now(journal->clock).seconds < notice->bids_until.seconds;
}

/* --- begun --- */

static enum status prepare_begun(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct bid_begun *begun = fact->item;
	const struct bid_place place = { .tender = begun->tender, .lot = begun->lot };
	struct tender_notice notice = { 0 };
	enum status status = procurement_tender_find(journal->db, journal->register_id, begun->tender,
	                                             journal->arena, &notice, fault);

	(void)findings;
	begun->party = has_words(journal->party) ? journal->party : NULL;
	begun->situation.has_party = begun->party != NULL;
	begun->situation.is_free = true;
	if (status != OK)
		return status == NOT_FOUND ? OK : status;
	begun->situation.has_lot = procurement_lot(&notice, begun->lot) != NULL;
	begun->situation.is_open = bid_door_is_open(journal, &notice);
	begun->situation.is_closed = date_is(notice.opened_on);
	return begun->situation.has_party
	               ? bid_is_free(journal, &place, begun->party, &begun->situation.is_free, fault)
	               : OK;
}

static enum status apply_begun(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct bid_begun *begun = fact->item;
	const struct value values[] = { value_number(register_id), value_number(fact->fact),
		                        value_text(begun->tender), value_text(begun->lot),
		                        value_text(begun->party),  value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_procurement_begin_bid, values, COUNT(values), fault);
}

const struct journal_kind bid_begun_kind = {
	.name = "bid_begun",
	.title = WORDS("Inschrijving beginnen"),
	.done = WORDS("Inschrijving begonnen"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_BID,
	.record = &bid_begun_record,
	.prepare = prepare_begun,
	.rules = bid_begun_rules,
	.rules_count = BID_BEGUN_RULES_COUNT,
	.apply = apply_begun,
	.page = "/tenders/{tender}",
};

/* --- with whom --- */

static enum status prepare_named(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct bid_partners_named *named = fact->item;
	struct bid_door door = { 0 };
	enum status status = bid_door_open(journal, named->bid, &door, fault);

	(void)findings;
	named->party = door.now.party;
	named->standing = door.standing;
	return status;
}

/* An empty form has who were named before. */
static enum status begin_named(struct journal *journal, void *item, struct fault *fault)
{
	struct bid_partners_named *named = item;
	struct bid_door door = { 0 };
	struct bid_named *lines;
	const struct bid_partner *partners;
	enum status status = bid_door_open(journal, named->bid, &door, fault);

	if (status != OK || !door.standing.is_mine)
		return status;
	partners = door.partners.items;
	named->partners = records_new(&bid_named_record, door.partners.count, journal->arena);
	lines = named->partners.items;
	for (size_t i = 0; i < door.partners.count; i++)
		lines[i] = (struct bid_named){ partners[i].party, partners[i].sort, partners[i].part };
	return OK;
}

static enum status apply_named(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct bid_partners_named *named = fact->item;
	const struct bid_named *partner = named->partners.items;
	const struct value of[] = { value_number(register_id), value_number(named->bid),
		                    value_number(fact->fact) };
	enum status status = db_run(db, &sql_procurement_clear_partners, of, 2, fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_procurement_set_partners, of, COUNT(of), fault);
	for (size_t i = 0; status == OK && i < named->partners.count; i++) {
		const struct value values[] = { of[0], of[1], value_text(partner[i].organisation),
			                        value_text(partner[i].sort), value_text(partner[i].part) };

		status = db_run(db, &sql_procurement_add_partner, values, COUNT(values), fault);
	}
	return status;
}

const struct journal_kind bid_partners_named_kind = {
	.name = "bid_partners_named",
	.title = WORDS("Met wie schrijft u in?"),
	.done = WORDS("Deelnemers aan een inschrijving genoemd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_BID,
	.record = &bid_partners_named_record,
	.prepare = prepare_named,
	.begin = begin_named,
	.rules = bid_partners_named_rules,
	.rules_count = BID_PARTNERS_NAMED_RULES_COUNT,
	.apply = apply_named,
	.page = BID_PAGE,
};

/* --- declared --- */

static enum status prepare_declared(struct journal *journal, struct journal_fact *fact,
                                    struct findings *findings, struct fault *fault)
{
	struct bid_part_declared *declared = fact->item;
	struct bid_door door = { 0 };
	enum bid_role role;
	enum status status = bid_door_open(journal, declared->bid, &door, fault);

	(void)findings;
	declared->party = has_words(journal->party) ? journal->party : NULL;
	declared->situation.is_free = true;
	if (status != OK || !door.is_there)
		return status;
	role = bid_role_of(&door.now, &door.partners, journal->party);
	declared->situation.is_named =
		door.standing.is_begun && (role == BID_MEMBER || role == BID_SUBCONTRACTOR);
	declared->situation.is_open = door.standing.is_open;
	if (role != BID_MEMBER)
		return OK;
	return bid_is_free(journal, &(struct bid_place){ door.now.tender, door.now.lot, declared->bid },
	                   journal->party, &declared->situation.is_free, fault);
}

static enum status apply_declared(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                  struct arena *arena, struct fault *fault)
{
	const struct bid_part_declared *declared = fact->item;
	const struct value values[] = { value_number(register_id), value_number(declared->bid),
		                        value_text(declared->party), value_date(fact->valid_on),
		                        value_text(fact->account) };

	(void)arena;
	return db_run(db, &sql_procurement_declare, values, COUNT(values), fault);
}

const struct journal_kind bid_part_declared_kind = {
	.name = "bid_part_declared",
	.title = WORDS("Verklaren dat u meedoet"),
	.done = WORDS("Verklaard mee te doen aan een inschrijving"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_BID,
	.record = &bid_part_declared_record,
	.prepare = prepare_declared,
	.rules = bid_part_declared_rules,
	.rules_count = BID_PART_DECLARED_RULES_COUNT,
	.apply = apply_declared,
	.page = BID_PAGE,
};

/* --- withdrawn --- */

static enum status prepare_withdrawn(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct bid_withdrawn *withdrawn = fact->item;
	struct bid_door door = { 0 };
	enum status status = bid_door_open(journal, withdrawn->bid, &door, fault);

	(void)findings;
	if (status != OK || !door.is_there)
		return status;
	withdrawn->situation.is_mine = door.standing.is_mine;
	withdrawn->situation.is_there = door.standing.is_begun || strcmp(door.now.state, "submitted") == 0;
	withdrawn->situation.is_open = door.standing.is_open;
	return OK;
}

static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct bid_withdrawn *withdrawn = fact->item;
	const struct value values[] = { value_number(register_id), value_number(withdrawn->bid),
		                        value_date(fact->valid_on) };
	enum status status = db_run(db, &sql_procurement_withdraw_bid, values, COUNT(values), fault);

	(void)arena;
	if (status == OK)
		status = db_run(db, &sql_procurement_clear_shares, values, 2, fault);
	return status == OK ? db_run(db, &sql_procurement_clear_drafts, values, 2, fault) : status;
}

const struct journal_kind bid_withdrawn_kind = {
	.name = "bid_withdrawn",
	.title = WORDS("Inschrijving intrekken"),
	.done = WORDS("Inschrijving ingetrokken"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_BID,
	.record = &bid_withdrawn_record,
	.prepare = prepare_withdrawn,
	.rules = bid_withdrawn_rules,
	.rules_count = BID_WITHDRAWN_RULES_COUNT,
	.apply = apply_withdrawn,
	.page = BID_PAGE,
};
