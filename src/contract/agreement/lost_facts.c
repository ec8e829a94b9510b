/* SPDX-License-Identifier: EUPL-1.2 */
/* Who had an agreement and did not win: the end of it is made ready, and begins when somebody says so. */
#include <string.h>

#include "agreement_sql.h"
#include "common/lane/lane_change.h"
#include "common/scheme/scheme_check.h"
#include "contract/agreement/due.h"
#include "contract/agreement/made.h"
#include "contract/agreement/made_place.h"
#include "contract/assessment/signing.h"
#include "contract/tender/award.h"
#include "platform/base/words.h"

/* While it is found out who lost. */
struct losing {
	struct journal *journal;
	struct assessed assessed;
	struct scheme scheme;
	struct records results; /* struct assessment_result */
	struct date on;         /* the day of signing */
};

static const struct scheme_lot *lot_of(const struct losing *losing, const char *name)
{
	return check_find(&losing->scheme.lots, &scheme_lot_record, name);
}

/* Whether the party bid, and how it came out. */
static bool has_bid(const struct losing *losing, const char *party, bool won)
{
	const struct assessment_result *result = losing->results.items;

	for (size_t i = 0; i < losing->results.count; i++) {
		const struct owed_bid *bid = assessment_bid(&losing->assessed, result[i].bid);

		if (bid != NULL && check_is(made_party(&losing->scheme, bid), party) &&
		    (strcmp(result[i].why, award_whys[AWARD_WON].code) == 0) == won)
			return true;
	}
	return false;
}

static bool share_a_name(const struct texts *one, const struct texts *other)
{
	for (size_t i = 0; i < one->count; i++)
		if (check_texts_have(other, one->items[i]))
			return true;
	return false;
}

/* The lot of the tender for which something else is bought in the place of a lane; NULL: none is. */
static const struct scheme_lot *lot_in_place_of(const struct losing *losing, const struct scheme_lane *lane)
{
	const struct notice_lot *bought = losing->assessed.notice.lots.items;

	for (size_t i = 0; i < losing->assessed.notice.lots.count; i++) {
		const struct scheme_lot *lot = lot_of(losing, bought[i].lot);

		if (lot != NULL && place_agreement(&losing->scheme, lot->agreement) != NULL &&
		    share_a_name(&lot->products, &lane->products) && share_a_name(&lot->areas, &lane->areas))
			return lot;
	}
	return NULL;
}

/* What a lane belongs to: its agreement or, of the providers before the scheme, the arrangement of then. */
static const char *arrangement_of(const struct losing *losing, const struct scheme_lane *lane)
{
	const struct scheme_earlier *earlier = losing->scheme.earlier.items;

	if (lane->agreement != NULL)
		return lane->agreement;
	for (size_t i = 0; i < losing->scheme.earlier.count; i++)
		if (earlier[i].until.day == lane->until.day)
			return earlier[i].name;
	return losing->scheme.earlier.count == 0 ? NULL : earlier[0].name;
}

/* In the agreement that was tendered again whoever bid and lost; in one before it whoever did not win. */
static bool loses(const struct losing *losing, const struct scheme_lane *lane, const struct scheme_lot *lot,
                  const char *party)
{
	if (!check_lane_names(&losing->scheme, lane, party) && !check_is(lane->under, party))
		return false;
	if (check_is(lane->agreement, lot->agreement))
		return has_bid(losing, party, false) && !has_bid(losing, party, true);
	return !has_bid(losing, party, true);
}

/* The first day without: when the new agreement begins, or else when the old one ends. */
static struct date last_of(const struct losing *losing, const struct scheme_lane *lane,
                           const struct scheme_lot *lot)
{
	struct date from = place_agreement(&losing->scheme, lot->agreement)->from;
	bool is_before = !check_is(lane->agreement, lot->agreement) && date_before(losing->on, from);

	return is_before && (!date_is(lane->until) || date_before(from, lane->until)) ? from : lane->until;
}

static enum status is_begun(struct losing *losing, const char *agreement, const char *party, bool *ret_is,
                            struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(losing->journal->register_id), value_text(agreement),
		                        value_text(party) };
	enum status status =
		db_one(losing->journal->db, &sql_agreement_ending_of, values, COUNT(values), &rows, fault);

	*ret_is = status == OK;
	return status == NOT_FOUND ? OK : status;
}

/* Everybody of a lane who loses, each once; the later of the days. */
static enum status add_lane(struct losing *losing, const struct scheme_lane *lane, struct ending_due *due,
                            struct fault *fault)
{
	const struct scheme_lot *lot = lot_in_place_of(losing, lane);
	const struct scheme_party *party = losing->scheme.parties.items;
	enum status status = OK;

	for (size_t i = 0; lot != NULL && status == OK && i < losing->scheme.parties.count; i++) {
		bool is_begun_already = false;

		if (!loses(losing, lane, lot, party[i].name) ||
		    check_texts_have(&due->parties, party[i].name))
			continue;
		status = is_begun(losing, due->agreement, party[i].name, &is_begun_already, fault);
		if (status != OK || is_begun_already)
			continue;
		due->parties.items[due->parties.count++] = party[i].name;
		due->ends_on = last_of(losing, lane, lot);
	}
	return status;
}

/* Fills in who loses under one arrangement. */
static enum status add_arrangement(struct losing *losing, const char *name, struct ending_due *due,
                                   struct fault *fault)
{
	const struct scheme_lane *lane = losing->scheme.lanes.items;
	enum status status = OK;

	*due = (struct ending_due){
		.tender = losing->assessed.notice.tender,
		.agreement = name,
		.parties = { .items = ARENA_MANY(losing->journal->arena, losing->scheme.parties.count + 1,
		                                 const char *) },
	};
	for (size_t i = 0; status == OK && i < losing->scheme.lanes.count; i++)
		if (date_within(losing->on, lane[i].from, lane[i].until) &&
		    check_is(arrangement_of(losing, &lane[i]), name))
			status = add_lane(losing, &lane[i], due, fault);
	return status;
}

/* The name of the arrangement at that place: agreements first, then what was there before; NULL after the
 * last. */
static const char *arrangement_at(const struct scheme *scheme, size_t place)
{
	const struct scheme_agreement *agreement = scheme->agreements.items;
	const struct scheme_earlier *earlier = scheme->earlier.items;

	if (place < scheme->agreements.count)
		return agreement[place].name;
	place -= scheme->agreements.count;
	return place < scheme->earlier.count ? earlier[place].name : NULL;
}

/* From the first signature on the award stands: no other assessment can follow (Aanbestedingswet 2012
 * art. 4.15). */
enum status made_endings(struct journal *journal, const struct journal_fact *cause, size_t place, void *item,
                         bool *ret_follows, struct fault *fault)
{
	const struct agreement_signed *signing = cause->item;
	struct losing losing = { .journal = journal, .on = signing->signed_on };
	bool is_there = false;
	const char *name;
	size_t found = 0;
	enum status status = OK;

	*ret_follows = false;
	if (signing->situation.stand.signatures > 0)
		return OK;
	status = assessment_see(journal, signing->tender, &losing.assessed, fault);
	if (status == OK)
		status = made_scheme(journal, &losing.assessed, &losing.scheme, &is_there, fault);
	if (status == OK)
		status = assessment_results(journal, signing->tender, signing->round, &losing.results, fault);
	for (size_t i = 0;
	     status == OK && is_there && !*ret_follows && (name = arrangement_at(&losing.scheme, i)) != NULL;
	     i++) {
		struct ending_due *due = item;

		status = add_arrangement(&losing, name, due, fault);
		*ret_follows = status == OK && due->parties.count > 0 && found++ == place;
	}
	return status;
}

static enum status prepare_due(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                               struct fault *fault)
{
	(void)findings;
	(void)fault;
	((struct ending_due *)fact->item)->due = fact->fact;
	fact->valid_on = clock_today(journal->clock);
	return OK;
}

static enum status apply_due(struct db *db, int64_t register_id, const struct journal_fact *fact,
                             struct arena *arena, struct fault *fault)
{
	const struct ending_due *due = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_number(fact->fact),
		                        value_text(DUE_ENDING),
		                        value_text(due->agreement),
		                        value_text(""),
		                        value_text(place_lines(&due->parties, arena)),
		                        value_date(due->ends_on) };

	return db_run(db, &sql_agreement_add_due, values, COUNT(values), fault);
}

const struct journal_kind ending_due_kind = {
	.name = "ending_due",
	.title = WORDS("Afronding klaarzetten"),
	.done = WORDS("Afronding klaargezet"),
	.sort = KIND_NOTICE,
	.corner = CORNER_CONTRACT,
	.permission = MAY_WRITE_LETTERS,
	.record = &ending_due_record,
	.prepare = prepare_due,
	.rules = ending_due_rules,
	.rules_count = ENDING_DUE_RULES_COUNT,
	.apply = apply_due,
};

static const struct field line_fields[] = {
	FIELD(struct made_line, party),
	FIELD(struct made_line, tender),
	FIELD(struct made_line, lot),
	FIELD(struct made_line, bid),
	FIELD(struct made_line, set_by),
	FIELD(struct made_line, signed_on),
	FIELD(struct made_line, valid_from),
	FIELD(struct made_line, valid_until),
	FIELD(struct made_line, options, .max_chars = 400),
};
const struct record made_line_record = RECORD(struct made_line, "made_line", line_fields);

enum status made_of(struct journal *journal, const char *agreement, struct date on, struct records *ret_made,
                    struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(agreement),
		                        value_date(on) };

	return db_list(journal->db, &sql_agreement_made_of, values, COUNT(values),
	               &(struct db_list){ &made_line_record, journal->arena, ret_made }, fault);
}
