/* SPDX-License-Identifier: EUPL-1.2 */
/* Consensus, the freeze and the award at the door. */
#include <string.h>

#include "assessment_sql.h"
#include "common/calendar/calendar.h"
#include "contract/assessment/assessment_store.h"
#include "contract/assessment/deciding.h"
#include "contract/assessment/telling.h"
#include "contract/procurement/lines.h"
#include "contract/tender/award.h"
#include "platform/base/words.h"

#define STANDSTILL "standstill"

/* --- consensus --- */

/* Whether somebody at the table does not assess the tender, or has an interest in the bidder. */
static bool has_stranger(const struct assessed *assessed, const struct consensus_reached *reached)
{
	for (size_t i = 0; i < reached->present.count; i++)
		if (assessment_assessor(assessed, reached->present.items[i]) == NULL ||
		    owed_has_conflict(&assessed->owed, reached->present.items[i], reached->bid))
			return true;
	return false;
}

static enum status prepare_consensus(struct journal *journal, struct journal_fact *fact,
                                     struct findings *findings, struct fault *fault)
{
	struct consensus_reached *reached = fact->item;
	const struct owed_bid *bid;
	struct assessed assessed;
	struct mark_read read;
	enum status status = assessment_see(journal, reached->tender, &assessed, fault);

	(void)findings;
	if (status)
		return status;
	bid = assessment_bid(&assessed, reached->bid);
	read = assessment_read_mark(&assessed, reached->mark, journal->arena);
	reached->lot = bid == NULL ? NULL : bid->lot;
	reached->round = assessed.stand.round;
	reached->situation.stand = assessed.stand;
	reached->situation.is_assessor = assessment_assessor(&assessed, journal->account) != NULL;
	reached->situation.is_declared = owed_has_declared(&assessed.owed, journal->account);
	reached->situation.knows_bid = bid != NULL;
	reached->situation.knows_criterion =
		assessed.stand.is_known && reached->criterion != NULL &&
		procurement_criterion(&assessed.notice, reached->criterion) != NULL;
	reached->situation.is_unsealed = bid != NULL && assessment_is_unsealed(&assessed, bid->lot);
	reached->situation.has_conflict = owed_has_conflict(&assessed.owed, journal->account, reached->bid);
	reached->situation.has_stranger = assessed.stand.is_known && has_stranger(&assessed, reached);
	reached->situation.is_number = read.is_number;
	reached->situation.is_on_scale = read.is_on_scale;
	reached->situation.steps = read.steps;
	if (read.is_number)
		reached->mark = read.mark;
	return OK;
}

static enum status apply_consensus(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                   struct arena *arena, struct fault *fault)
{
	const struct consensus_reached *reached = fact->item;
	const struct value values[] = { value_number(register_id),
		                        value_text(reached->tender),
		                        value_number(reached->round),
		                        value_text(reached->lot),
		                        value_number(reached->bid),
		                        value_text(reached->criterion),
		                        value_text(reached->mark),
		                        value_text(reached->motivation),
		                        value_text(fact->account),
		                        value_date(fact->valid_on),
		                        value_text(lines_join(&reached->present, arena)) };

	return db_run(db, &sql_assessment_put_consensus, values, COUNT(values), fault);
}

const struct journal_kind consensus_reached_kind = {
	.name = "consensus_reached",
	.title = WORDS("Gezamenlijk cijfer vastleggen"),
	.done = WORDS("Gezamenlijk cijfer vastgelegd"),
	.sort = KIND_ACT,
	.corner = CORNER_COMMON,
	.permission = MAY_LOG_IN,
	.record = &consensus_reached_record,
	.prepare = prepare_consensus,
	.rules = consensus_rules,
	.rules_count = CONSENSUS_RULES_COUNT,
	.apply = apply_consensus,
	.page = "/tenders/{tender}/consensus",
};

/* --- the freeze --- */

static enum status prepare_frozen(struct journal *journal, struct journal_fact *fact,
                                  struct findings *findings, struct fault *fault)
{
	struct marks_frozen *frozen = fact->item;
	struct assessed assessed;
	enum status status = assessment_see(journal, frozen->tender, &assessed, fault);

	(void)findings;
	if (status)
		return status;
	frozen->situation.stand = assessed.stand;
	frozen->situation.judging = assessment_judging(&assessed, journal->account);
	frozen->round = assessed.stand.round;
	frozen->marks = assessed.stand.agreed;
	return OK;
}

static enum status apply_frozen(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct marks_frozen *frozen = fact->item;
	const struct value values[] = { value_number(register_id), value_text(frozen->tender),
		                        value_number(frozen->round), value_date(fact->valid_on) };

	(void)arena;
	return db_run(db, &sql_assessment_freeze, values, COUNT(values), fault);
}

const struct journal_kind marks_frozen_kind = {
	.name = "marks_frozen",
	.title = WORDS("Cijfers vastzetten"),
	.done = WORDS("Cijfers vastgezet"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &marks_frozen_record,
	.prepare = prepare_frozen,
	.rules = freeze_rules,
	.rules_count = FREEZE_RULES_COUNT,
	.apply = apply_frozen,
	.page = "/tenders/{tender}/assessment",
};

/* --- the award --- */

static const char *places(struct fraction fraction, struct arena *arena)
{
	char printed[DECIMAL_TEXT_SIZE];

	return arena_copy(arena, decimal_print(fraction_floor(fraction), printed));
}

static struct award_result result_of(const struct assessed *assessed, const struct tender_bid *bid,
                                     const struct award_outcome *outcome, struct arena *arena)
{
	const struct owed_bid *opened = assessment_bid(assessed, bid->line);
	bool has_won = outcome->why == AWARD_WON;
	bool has_criterion = outcome->why == AWARD_KNOCKED_OUT || outcome->why == AWARD_BELOW;

	return (struct award_result){
		.bid = bid->line,
		.bidder = opened == NULL ? "" : opened->bidder,
		.lot = assessed->terms.lots[bid->lot].name,
		.why = award_whys[outcome->why].code,
		.criterion = has_criterion ? assessed->terms.criteria[outcome->criterion].name : NULL,
		.mark = has_criterion ? places(outcome->mark, arena) : NULL,
		.mean = places(outcome->mean, arena),
		.rank = (int64_t)outcome->rank,
		.words = has_won ? NULL : award_words(&assessed->terms, outcome, "nl", arena),
	};
}

static struct award_result unjudged(const struct procurement_bid *bid, const char *language)
{
	return (struct award_result){
		.bid = bid->bid,
		.bidder = bid->label,
		.lot = bid->lot,
		.why = bid->is_late ? AWARD_LATE : AWARD_UNREAD,
		.words = words_in(language,
		                  bid->is_late
		                          ? WORDS("Uw inschrijving kwam te laat: na de sluiting. Wij mochten "
		                                  "haar niet openen.")
		                          : WORDS("Wat wij openden, is niet wat u indiende. Wij konden uw "
		                                  "inschrijving niet lezen.")),
	};
}

/* All bids that were not withdrawn: those that were judged, and those that never were. */
static enum status gather(struct journal *journal, const struct records *judged,
                          struct award_decided *decided, struct fault *fault)
{
	struct records all = { 0 };
	const struct procurement_bid *bid;
	struct award_result *result;
	enum status status = procurement_bids(journal, decided->tender, &all, fault);

	if (status)
		return status;
	bid = all.items;
	decided->results = records_new(&award_result_record, judged->count + all.count, journal->arena);
	result = decided->results.items;
	for (decided->results.count = 0; decided->results.count < judged->count; decided->results.count++)
		result[decided->results.count] =
			((const struct award_result *)judged->items)[decided->results.count];
	for (size_t i = 0; i < all.count; i++)
		if (!bid[i].is_opened)
			result[decided->results.count++] = unjudged(&bid[i], "nl");
	return OK;
}

/* Reckoned by contract/tender at this moment, as the command `award` does. */
static enum status judge(struct journal *journal, const struct assessed *assessed,
                         struct award_decided *decided, struct findings *findings, struct fault *fault)
{
	struct records consensus = { 0 }, judged;
	struct award_outcome *outcomes;
	struct tender_bids bids;
	const int64_t *numbers;
	enum status status = assessment_consensus(journal, assessed, &consensus, fault);

	if (status)
		return status;
	bids = assessment_judged(assessed, &consensus, &numbers, findings);
	outcomes = ARENA_MANY(journal->arena, bids.count + 1, struct award_outcome);
	award_judge(&assessed->terms, &bids, outcomes);
	award_check(&assessed->terms, &bids, outcomes, findings);
	judged = records_new(&award_result_record, bids.count, journal->arena);
	for (size_t i = 0; i < bids.count; i++)
		((struct award_result *)judged.items)[i] =
			result_of(assessed, &bids.items[i], &outcomes[i], journal->arena);
	return gather(journal, &judged, decided, fault);
}

static enum status prepare_decided(struct journal *journal, struct journal_fact *fact,
                                   struct findings *findings, struct fault *fault)
{
	struct award_decided *decided = fact->item;
	char threshold[DECIMAL_TEXT_SIZE];
	struct assessed assessed;
	struct term term = { 0 };
	enum status status = assessment_see(journal, decided->tender, &assessed, fault);

	if (status)
		return status;
	decided->situation.stand = assessed.stand;
	decided->situation.judging = assessment_judging(&assessed, journal->account);
	if (!date_is(assessed.stand.frozen_on))
		return OK;
	decided->round = assessed.stand.round;
	decided->rule = tender_rules[assessed.terms.rule].code;
	decided->threshold = arena_copy(journal->arena, decimal_print(assessed.terms.threshold, threshold));
	status = calendar_term(journal->calendar, STANDSTILL, decided->send_on, journal->arena, &term, fault);
	decided->last_day = term.due;
	return status == OK ? judge(journal, &assessed, decided, findings, fault) : status;
}

static enum status apply_decided(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                 struct arena *arena, struct fault *fault)
{
	const struct award_decided *decided = fact->item;
	const struct award_result *result = decided->results.items;
	const struct value round[] = { value_number(register_id),           value_text(decided->tender),
		                       value_number(decided->round),        value_date(fact->valid_on),
		                       value_text(decided->rule),           value_text(decided->threshold),
		                       value_text(decided->characteristics) };
	enum status status = db_run(db, &sql_assessment_decide, round, COUNT(round), fault);

	(void)arena;
	for (size_t i = 0; status == OK && i < decided->results.count; i++) {
		const struct value values[] = { value_number(register_id),
			                        value_text(decided->tender),
			                        value_number(decided->round),
			                        value_number(result[i].bid),
			                        value_text_or_empty(result[i].bidder),
			                        value_text(result[i].lot),
			                        value_text(result[i].why),
			                        value_text_or_empty(result[i].criterion),
			                        value_text_or_empty(result[i].mark),
			                        value_text_or_empty(result[i].mean),
			                        value_number(result[i].rank),
			                        value_text_or_empty(result[i].words) };

		status = db_run(db, &sql_assessment_add_result, values, COUNT(values), fault);
	}
	return status;
}

const struct journal_kind award_decided_kind = {
	.name = "award_decided",
	.title = WORDS("Gunning besluiten"),
	.done = WORDS("Gunning besloten"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &award_decided_record,
	.prepare = prepare_decided,
	.rules = award_decision_rules,
	.rules_count = AWARD_RULES_COUNT,
	.apply = apply_decided,
	.page = "/tenders/{tender}/award",
};

/* --- the letters --- */

static enum status apply_letter(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                struct arena *arena, struct fault *fault)
{
	const struct award_letter *letter = fact->item;
	const struct value values[] = { value_number(register_id),   value_text(letter->tender),
		                        value_number(letter->round), value_number(letter->bid),
		                        value_number(fact->fact),    value_date(letter->dated),
		                        value_text(letter->subject) };

	(void)arena;
	return db_run(db, &sql_assessment_add_letter, values, COUNT(values), fault);
}

const struct journal_kind award_letter_written_kind = {
	.name = "award_letter_written",
	.title = WORDS("Brief over de gunning"),
	.done = WORDS("Brief over de gunning geschreven"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_WRITE_LETTERS,
	.record = &award_letter_record,
	.apply = apply_letter,
};

static enum status prepare_sent(struct journal *journal, struct journal_fact *fact, struct findings *findings,
                                struct fault *fault)
{
	struct award_letter_sent *sent = fact->item;
	struct award_letter_kept letter = { 0 };
	struct assessed assessed;
	enum status status = assessment_see(journal, sent->tender, &assessed, fault);

	(void)findings;
	if (status == OK)
		status = award_letter_find(
			journal, &(struct letter_asked){ sent->tender, sent->bid, assessed.stand.round },
			&letter, fault);
	if (status != OK && status != NOT_FOUND)
		return status;
	fact->valid_on = sent->sent_on;
	sent->round = assessed.stand.round;
	sent->situation.stand = assessed.stand;
	sent->situation.is_written = status == OK;
	sent->situation.is_sent = sent->situation.is_written && date_is(letter.sent_on);
	sent->situation.dated = letter.letter.dated;
	return OK;
}

static enum status apply_sent(struct db *db, int64_t register_id, const struct journal_fact *fact,
                              struct arena *arena, struct fault *fault)
{
	const struct award_letter_sent *sent = fact->item;
	const struct value values[] = { value_number(register_id), value_text(sent->tender),
		                        value_number(sent->round), value_number(sent->bid),
		                        value_date(sent->sent_on), value_text(sent->how) };

	(void)arena;
	return db_run(db, &sql_assessment_send, values, COUNT(values), fault);
}

const struct journal_kind award_letter_sent_kind = {
	.name = "award_letter_sent",
	.title = WORDS("Brief over de gunning verstuurd"),
	.done = WORDS("Brief over de gunning verstuurd"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_MANAGE_AGREEMENTS,
	.record = &award_letter_sent_record,
	.prepare = prepare_sent,
	.rules = award_sent_rules,
	.rules_count = AWARD_SENT_RULES_COUNT,
	.apply = apply_sent,
	.page = "/tenders/{tender}/award",
};

/* --- the standstill --- */

static enum status last_sent(struct journal *journal, const struct award_letter_sent *sent,
                             struct date *ret_last, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	const struct value values[] = { value_number(journal->register_id), value_text(sent->tender),
		                        value_number(sent->round) };
	enum status status =
		db_one(journal->db, &sql_assessment_last_sent, values, COUNT(values), &rows, fault);

	*ret_last = status == OK ? db_date(&rows, 0) : (struct date){ 0 };
	return status;
}

/*
 * Twenty calendar days from the day after the notice was sent to all bidders concerned; as long as one was
 * not told, it does not begin (Aanbestedingswet 2012, art. 2.127 and 2.128).
 */
enum status telling_begin_standstill(struct journal *journal, const struct journal_fact *cause, void *item,
                                     bool *ret_follows, struct fault *fault)
{
	const struct award_letter_sent *sent = cause->item;
	struct standstill_begun *begun = item;
	struct assessed assessed;
	struct term term = { 0 };
	enum status status = assessment_see(journal, sent->tender, &assessed, fault);

	*ret_follows = status == OK && assessed.stand.sent == assessed.stand.written &&
	               assessed.stand.written == assessed.stand.results;
	if (!*ret_follows)
		return status;
	*begun = (struct standstill_begun){ .tender = sent->tender, .round = sent->round };
	status = last_sent(journal, sent, &begun->from, fault);
	if (status == OK)
		status = calendar_term(journal->calendar, STANDSTILL, begun->from, journal->arena, &term,
		                       fault);
	begun->until = term.due;
	begun->steps = term.steps;
	return status;
}

static enum status apply_standstill(struct db *db, int64_t register_id, const struct journal_fact *fact,
                                    struct arena *arena, struct fault *fault)
{
	const struct standstill_begun *begun = fact->item;
	const struct value values[] = { value_number(register_id), value_text(begun->tender),
		                        value_number(begun->round), value_date(begun->from),
		                        value_date(begun->until) };

	(void)arena;
	return db_run(db, &sql_assessment_stand_still, values, COUNT(values), fault);
}

const struct journal_kind standstill_begun_kind = {
	.name = "standstill_begun",
	.title = WORDS("Wachttijd voor de inschrijvers begint"),
	.done = WORDS("Wachttijd voor de inschrijvers begonnen"),
	.sort = KIND_ACT,
	.corner = CORNER_CONTRACT,
	.permission = MAY_CARRY_MESSAGES,
	.record = &standstill_begun_record,
	.apply = apply_standstill,
};
