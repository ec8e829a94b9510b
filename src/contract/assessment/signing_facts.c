/* SPDX-License-Identifier: EUPL-1.2 */
/* Judges, a new round, signatures and the notice of the award at the door. */
#include <string.h>

#include "assessment_sql.h"
#include "common/calendar/calendar.h"
#include "contract/assessment/assessment_store.h"
#include "contract/assessment/lead.h"
#include "contract/assessment/signing.h"
#include "contract/tender/award.h"
#include "platform/base/words.h"

/* --- the judge --- */

static enum status prepare_asked(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct relief_asked *asked = fact->item;
	struct records results = { 0 };
	const struct assessment_result *result;
	struct assessed assessed;
	enum status status = assessment_see(journal, asked->tender, &assessed, fault);

	(void)findings;
	if (status == OK)
		status = assessment_results(journal, asked->tender, assessed.stand.round, &results, fault);
	if (status)
		return status;
	result = results.items;
	fact->valid_on = asked->asked_on;
	asked->round = assessed.stand.round;
	asked->situation.stand = assessed.stand;
	for (size_t i = 0; i < results.count; i++)
		asked->situation.knows_bid = asked->situation.knows_bid || result[i].bid == asked->bid;
	asked->is_in_time = !stand_is_over(&assessed.stand, asked->asked_on);
	return OK;
}

static enum status apply_asked(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct relief_asked *asked = fact->item;
	const struct value values[] = { value_number(register_id),       value_number(fact->fact),
		                        value_text(asked->tender),       value_number(asked->round),
		                        value_number(asked->bid),        value_date(asked->asked_on),
		                        value_number(asked->is_in_time), value_text(asked->words) };

	(void)arena;
	return db_run(db, &sql_assessment_add_relief, values, COUNT(values), fault);
}

const struct journal_kind relief_asked_kind = {
	.name = "relief_asked",
	.title = WORDS("Kort geding aangevraagd"),
	.done = WORDS("Kort geding vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &relief_asked_record,
	.prepare = prepare_asked,
	.rules = relief_rules,
	.rules_count = RELIEF_RULES_COUNT,
	.apply = apply_asked,
	.page = "/tenders/{tender}/award",
};

static enum status prepare_ended(struct journal *journal, struct journal_fact *fact,
                                 struct findings *findings, struct fault *fault)
{
	struct relief_ended *ended = fact->item;
	const struct assessment_relief *relief;
	struct records reliefs = { 0 };
	struct assessed assessed;
	enum status status = assessment_see(journal, ended->tender, &assessed, fault);

	(void)findings;
	if (status == OK)
		status = assessment_reliefs(journal, ended->tender, &reliefs, fault);
	if (status)
		return status;
	fact->valid_on = ended->ended_on;
	ended->situation.stand = assessed.stand;
	relief = reliefs.items;
	for (size_t i = 0; i < reliefs.count; i++)
		if (relief[i].relief == ended->relief) {
			ended->situation.is_there = true;
			ended->situation.is_open = !date_is(relief[i].ended_on);
			ended->situation.asked_on = relief[i].asked_on;
		}
	return OK;
}

static enum status apply_ended(struct db *db, int64_t register_id, const struct journal_fact *fact,
                               struct arena *arena, struct fault *fault)
{
	const struct relief_ended *ended = fact->item;
	const struct value values[] = { value_number(register_id), value_number(ended->relief),
		                        value_text(ended->outcome), value_date(ended->ended_on),
		                        value_text_or_empty(ended->words) };

	(void)arena;
	return db_run(db, &sql_assessment_end_relief, values, COUNT(values), fault);
}

const struct journal_kind relief_ended_kind = {
	.name = "relief_ended",
	.title = WORDS("Kort geding is klaar"),
	.done = WORDS("Uitkomst van het kort geding vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &relief_ended_record,
	.prepare = prepare_ended,
	.rules = relief_ended_rules,
	.rules_count = RELIEF_ENDED_RULES_COUNT,
	.apply = apply_ended,
	.page = "/tenders/{tender}/award",
};

/* --- anew --- */

static enum status prepare_ordered(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct reassessment_ordered *ordered = fact->item;
	struct assessed assessed;
	enum status status = assessment_see(journal, ordered->tender, &assessed, fault);

	(void)findings;
	if (status)
		return status;
	ordered->situation.stand = assessed.stand;
	ordered->situation.judging = assessment_judging(&assessed, journal->account);
	ordered->round = assessed.stand.round + 1;
	return OK;
}

static enum status apply_ordered(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct reassessment_ordered *ordered = fact->item;
	const struct value values[] = { value_number(register_id),    value_text(ordered->tender),
		                        value_number(ordered->round), value_date(fact->valid_on),
		                        value_text(ordered->ground),  value_text(ordered->reason) };

	(void)arena;
	return db_run(db, &sql_assessment_add_round, values, COUNT(values), fault);
}

const struct journal_kind reassessment_ordered_kind = {
	.name = "reassessment_ordered",
	.title = WORDS("Opnieuw beoordelen"),
	.done = WORDS("Nieuwe ronde van beoordelen begonnen"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &reassessment_ordered_record,
	.prepare = prepare_ordered,
	.rules = reassessment_rules,
	.rules_count = REASSESSMENT_RULES_COUNT,
	.apply = apply_ordered,
	.page = "/tenders/{tender}/assessment",
};

/* --- without an award --- */

static enum status prepare_withdrawn(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct award_withdrawn *withdrawn = fact->item;
	struct assessed assessed;
	enum status status = assessment_see(journal, withdrawn->tender, &assessed, fault);

	(void)findings;
	if (status)
		return status;
	fact->valid_on = withdrawn->withdrawn_on;
	withdrawn->round = assessed.stand.round;
	withdrawn->situation.stand = assessed.stand;
	withdrawn->situation.judging = assessment_judging(&assessed, journal->account);
	return OK;
}

static enum status apply_withdrawn(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct award_withdrawn *withdrawn = fact->item;
	const struct value values[] = { value_number(register_id), value_text(withdrawn->tender),
		                        value_number(withdrawn->round), value_date(withdrawn->withdrawn_on),
		                        value_text(withdrawn->reason) };

	(void)arena;
	return db_run(db, &sql_assessment_withdraw, values, COUNT(values), fault);
}

const struct journal_kind award_withdrawn_kind = {
	.name = "award_withdrawn",
	.title = WORDS("Gunning intrekken"),
	.done = WORDS("Gunning ingetrokken"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &award_withdrawn_record,
	.prepare = prepare_withdrawn,
	.rules = award_withdrawn_rules,
	.rules_count = AWARD_WITHDRAWN_RULES_COUNT,
	.apply = apply_withdrawn,
	.page = "/tenders/{tender}/award",
};

/* --- signing --- */

/*
 * The notice of the award is sent within thirty days after the agreement was closed (Aanbestedingswet 2012,
 * art. 2.134); with several winners, after the first.
 */
static enum status notice_after(struct journal *journal, struct date signed_on, struct date *ret_until,
                                struct fault *fault)
{
	struct term term = { 0 };
	enum status status =
		calendar_term(journal->calendar, "award-notice", signed_on, journal->arena, &term, fault);

	*ret_until = term.due;
	return status;
}

static enum status prepare_signed(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct agreement_signed *it = fact->item;
	const struct assessment_result *result;
	struct records results = { 0 };
	struct assessed assessed;
	enum status status = assessment_see(journal, it->tender, &assessed, fault);

	(void)findings;
	if (status == OK)
		status = assessment_results(journal, it->tender, assessed.stand.round, &results, fault);
	if (status)
		return status;
	fact->valid_on = it->signed_on;
	it->round = assessed.stand.round;
	it->situation.stand = assessed.stand;
	result = results.items;
	for (size_t i = 0; i < results.count; i++)
		if (result[i].bid == it->bid) {
			it->situation.has_won = strcmp(result[i].why, award_whys[AWARD_WON].code) == 0;
			it->situation.is_signed = date_is(result[i].signed_on);
		}
	return notice_after(journal, it->signed_on, &it->notice_until, fault);
}

/* Who signs reads first what the scheme still asks. */
static enum status advise_signed(struct journal *journal, const void *item, struct journal_advice *ret_advice,
                                 struct fault *fault)
{
	const struct agreement_signed *it = item;
	const struct owed_bid *bid;
	struct assessed assessed;
	enum status status = assessment_see(journal, it->tender, &assessed, fault);

	bid = status == OK ? assessment_bid(&assessed, it->bid) : NULL;
	*ret_advice = (struct journal_advice){
		.words = bid == NULL ? NULL : lead_words(journal, &assessed.notice, bid->lot),
	};
	return status == NOT_FOUND ? OK : status;
}

static enum status apply_signed(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct agreement_signed *it = fact->item;
	const struct value until[] = { value_number(register_id), value_text(it->tender),
		                       value_number(it->round), value_date(it->notice_until) };
	const struct value values[] = { until[0], until[1], until[2], value_number(it->bid),
		                        value_date(it->signed_on) };
	enum status status = db_run(db, &sql_assessment_notice_until, until, COUNT(until), fault);

	(void)arena;
	return status == OK ? db_run(db, &sql_assessment_sign, values, COUNT(values), fault) : status;
}

const struct journal_kind agreement_signed_kind = {
	.name = "agreement_signed",
	.title = WORDS("Overeenkomst tekenen"),
	.done = WORDS("Overeenkomst getekend"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &agreement_signed_record,
	.prepare = prepare_signed,
	.advise = advise_signed,
	.rules = signing_rules,
	.rules_count = SIGNING_RULES_COUNT,
	.apply = apply_signed,
	.page = "/tenders/{tender}/award",
};

/* --- publication --- */

static enum status prepare_published(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct award_published *published = fact->item;
	struct assessed assessed;
	enum status status = assessment_see(journal, published->tender, &assessed, fault);

	(void)findings;
	fact->valid_on = published->published_on;
	published->round = assessed.stand.round;
	published->notice_until = assessed.stand.notice_until;
	published->is_late = date_is(assessed.stand.notice_until) &&
	                     date_before(assessed.stand.notice_until, published->published_on);
	published->situation.stand = assessed.stand;
	return status;
}

static enum status apply_published(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct award_published *published = fact->item;
	const struct value values[] = { value_number(register_id), value_text(published->tender),
		                        value_number(published->round), value_date(published->published_on),
		                        value_text(published->published_at) };

	(void)arena;
	return db_run(db, &sql_assessment_publish, values, COUNT(values), fault);
}

const struct journal_kind award_published_kind = {
	.name = "award_published",
	.title = WORDS("Gunning publiceren"),
	.done = WORDS("Publicatie van de gunning vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &award_published_record,
	.prepare = prepare_published,
	.rules = award_publication_rules,
	.rules_count = AWARD_PUBLICATION_RULES_COUNT,
	.apply = apply_published,
	.page = "/tenders/{tender}/award",
};
