/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/telling.h"

#include <string.h>

#include "assessment_sql.h"
#include "common/calendar/calendar.h"
#include "common/document/letter_words.h"
#include "contract/assessment/assessment_store.h"
#include "contract/tender/award.h"
#include "platform/record/json.h"

static const struct field letter_round_fields[] = {
	FIELD(struct award_letter_round, round),
	FIELD(struct award_letter_round, dated),
	FIELD(struct award_letter_round, sent_on),
	FIELD(struct award_letter_round, standstill_until),
};
static const struct record award_letter_round_record =
	RECORD(struct award_letter_round, "award_letter_round", letter_round_fields);

/* --- writing --- */

/* What all letters of an award are made with. */
struct telling {
	struct journal *journal;
	const struct award_decided *decided;
	const struct tender_notice *notice;
	const struct records *consensus; /* of the bid; and of the bids that won its lot */
	const struct records *won;
};

#define BETTER_MAX 3 /* chosen bids that a letter quotes on a criterion */

static const char *mark_words(const char *mark, struct arena *arena)
{
	struct decimal decimal = { 0 };
	char words[DECIMAL_TEXT_SIZE];

	return decimal_read(or_empty(mark), &decimal) ? arena_copy(arena, decimal_words(decimal, "nl", words))
	                                              : "";
}

static int compare_marks(const char *one, const char *two)
{
	struct decimal first = { 0 }, second = { 0 };

	(void)decimal_read(or_empty(one), &first);
	(void)decimal_read(or_empty(two), &second);
	return fraction_compare(fraction_whole(first), fraction_whole(second));
}

static const char *bidder_of(const struct telling *telling, int64_t bid)
{
	const struct award_result *result = telling->decided->results.items;

	for (size_t i = 0; i < telling->decided->results.count; i++)
		if (result[i].bid == bid)
			return result[i].bidder;
	return "";
}

/* How the chosen bids of the lot stand beside one mark on a criterion. */
struct beside {
	const struct assessment_consensus *best[BETTER_MAX]; /* higher than it, the highest first */
	const struct assessment_consensus *lowest, *highest;
	int chosen, higher;
};

static void put_best(struct beside *beside, const struct assessment_consensus *won)
{
	for (size_t i = 0; i < BETTER_MAX; i++) {
		const struct assessment_consensus *was = beside->best[i];

		if (was != NULL && compare_marks(won->mark, was->mark) <= 0)
			continue;
		beside->best[i] = won;
		if (was == NULL)
			return;
		won = was;
	}
}

static struct beside look_beside(const struct telling *telling, const struct assessment_consensus *own)
{
	const struct assessment_consensus *won = telling->won->items;
	struct beside beside = { 0 };

	for (size_t i = 0; i < telling->won->count; i++) {
		if (strcmp(won[i].criterion, own->criterion) != 0)
			continue;
		beside.chosen++;
		if (beside.lowest == NULL || compare_marks(won[i].mark, beside.lowest->mark) < 0)
			beside.lowest = &won[i];
		if (beside.highest == NULL || compare_marks(won[i].mark, beside.highest->mark) > 0)
			beside.highest = &won[i];
		if (compare_marks(won[i].mark, own->mark) > 0) {
			beside.higher++;
			put_best(&beside, &won[i]);
		}
	}
	return beside;
}

/* What the assessors wrote of the best of them. */
static void quote_best(const struct telling *telling, const struct beside *beside,
                       struct letter_values *values)
{
	static const char *const names[BETTER_MAX][3] = { { "winner_1", "mark_1", "words_1" },
		                                          { "winner_2", "mark_2", "words_2" },
		                                          { "winner_3", "mark_3", "words_3" } };

	for (size_t i = 0; i < BETTER_MAX; i++) {
		const struct assessment_consensus *best = beside->best[i];

		letter_value(values, names[i][0], best == NULL ? "" : bidder_of(telling, best->bid));
		letter_value(values, names[i][1],
		             best == NULL ? "" : mark_words(best->mark, telling->journal->arena));
		letter_value(values, names[i][2], best == NULL ? "" : best->motivation);
	}
}

/*
 * The characteristics and relative advantages of the chosen bids, by criterion, beside the mark of who lost
 * (Aanbestedingswet 2012, art. 2.130).
 */
static void compare(const struct telling *telling, const struct assessment_consensus *own, bool has_won,
                    struct letter_values *values)
{
	struct arena *arena = telling->journal->arena;
	struct beside beside = { 0 };
	bool is_told, is_same;

	if (own != NULL && !has_won)
		beside = look_beside(telling, own);
	is_told = beside.chosen > 0;
	is_same = is_told && compare_marks(beside.lowest->mark, beside.highest->mark) == 0;
	letter_value(values, "one", beside.chosen == 1 ? "ja" : "");
	letter_value(values, "same", beside.chosen > 1 && is_same ? "ja" : "");
	letter_value(values, "many", beside.chosen > 1 && !is_same ? "ja" : "");
	letter_value(values, "some", beside.chosen > 1 && beside.higher > 0 ? "ja" : "");
	letter_value(values, "none", is_told && beside.higher == 0 ? "ja" : "");
	letter_value(values, "chosen", arena_print(arena, "%d", beside.chosen));
	letter_value(values, "higher", arena_print(arena, "%d", beside.higher));
	letter_value(values, "lowest", is_told ? mark_words(beside.lowest->mark, arena) : "");
	letter_value(values, "highest", is_told ? mark_words(beside.highest->mark, arena) : "");
	quote_best(telling, &beside, values);
}

/* The own mark and its motivation on each criterion, beside those of the chosen bids. */
static struct letter_list list_marks(const struct telling *telling, int64_t bid, bool has_won)
{
	const struct notice_criterion *criterion = telling->notice->criteria.items;
	size_t count = telling->notice->criteria.count;
	struct letter_values *values = ARENA_MANY(telling->journal->arena, count + 1, struct letter_values);

	for (size_t i = 0; i < count; i++) {
		const struct assessment_consensus *agreed =
			assessment_agreed(telling->consensus, bid, criterion[i].criterion);

		letter_value(&values[i], "criterion", criterion[i].label);
		letter_value(&values[i], "mark",
		             agreed == NULL ? "" : mark_words(agreed->mark, telling->journal->arena));
		letter_value(&values[i], "motivation", agreed == NULL ? "" : agreed->motivation);
		compare(telling, agreed, has_won, &values[i]);
	}
	return (struct letter_list){ "marks", "award_mark", values, count };
}

/* Who wins the lot. */
static struct letter_list list_winners(const struct telling *telling, const char *lot)
{
	const struct award_result *result = telling->decided->results.items;
	struct letter_values *values = ARENA_MANY(telling->journal->arena,
	                                          telling->decided->results.count + 1, struct letter_values);
	size_t count = 0;

	for (size_t i = 0; i < telling->decided->results.count; i++)
		if (strcmp(result[i].lot, lot) == 0 && strcmp(result[i].why, award_whys[AWARD_WON].code) == 0)
			letter_value(&values[count++], "winner", result[i].bidder);
	return (struct letter_list){ "winners", "award_winner", values, count };
}

static const char *template_for(const struct award_result *result)
{
	if (strcmp(result->why, AWARD_LATE) == 0 || strcmp(result->why, AWARD_UNREAD) == 0)
		return "award_late";
	return strcmp(result->why, award_whys[AWARD_WON].code) == 0 ? "award_won" : "award_lost";
}

static enum status fill(const struct telling *telling, const struct award_result *result,
                        struct letter *letter, struct fault *fault)
{
	struct arena *arena = telling->journal->arena;
	const struct award_decided *decided = telling->decided;
	const struct notice_lot *lot = procurement_lot(telling->notice, result->lot);
	bool has_won = strcmp(result->why, award_whys[AWARD_WON].code) == 0;
	struct letter_values values = { 0 };
	const struct letter_list lists[] = { list_marks(telling, result->bid, has_won),
		                             list_winners(telling, result->lot) };
	const struct letter_filling filling = { &values, lists, COUNT(lists) };
	struct decimal threshold = { 0 };

	letter_value(&values, "title", telling->notice->title);
	letter_value(&values, "lot", lot == NULL ? result->lot : lot->label);
	letter_value(&values, "won", has_won ? "ja" : "");
	letter_value(&values, "lost", has_won ? "" : result->words);
	letter_value(&values, "mean", mark_words(result->mean, arena));
	letter_value(&values, "threshold",
	             decimal_read(or_empty(decided->threshold), &threshold) && threshold.billionths > 0
	                     ? mark_words(decided->threshold, arena)
	                     : "");
	letter_value(&values, "rule", choice_label(tender_rules, decided->rule));
	letter_value(&values, "characteristics", decided->characteristics);
	letter_value(&values, "send_on", calendar_date_words(decided->send_on, "nl", false, arena));
	letter_value(&values, "last_day", calendar_date_words(decided->last_day, "nl", true, arena));
	return letter_fill(telling->journal, letter, template_for(result), &filling, fault);
}

/* What the marks of the bid and of those that won its lot are. */
static enum status read_marks(struct telling *telling, const struct award_result *result,
                              struct records *ret_own, struct records *ret_won, struct fault *fault)
{
	const struct agreed_asked asked = { telling->decided->tender, result->lot, telling->decided->round,
		                            result->bid };
	enum status status = assessment_consensus_of(telling->journal, &asked, ret_own, fault);

	telling->consensus = ret_own;
	telling->won = ret_won;
	return status == OK ? assessment_consensus_won(telling->journal, &asked, ret_won, fault) : status;
}

enum status telling_write(struct journal *journal, const struct journal_fact *cause, size_t place, void *item,
                          bool *ret_follows, struct fault *fault)
{
	const struct award_decided *decided = cause->item;
	const struct award_result *result = decided->results.items;
	struct award_letter *letter = item;
	struct letter words = { 0 };
	struct records own = { 0 }, won = { 0 };
	struct tender_notice notice;
	struct telling telling = { .journal = journal, .decided = decided, .notice = &notice };
	enum status status;

	*ret_follows = place < decided->results.count;
	if (!*ret_follows)
		return OK;
	status = procurement_tender_find(journal->db, journal->register_id, decided->tender, journal->arena,
	                                 &notice, fault);
	if (status == OK)
		status = read_marks(&telling, &result[place], &own, &won, fault);
	letter_begin(&words, "award", cause, decided->send_on, "", journal->arena);
	if (status == OK)
		status = fill(&telling, &result[place], &words, fault);
	*letter = (struct award_letter){ .tender = decided->tender,
		                         .bid = result[place].bid,
		                         .round = decided->round,
		                         .bidder = result[place].bidder,
		                         .lot = result[place].lot,
		                         .why = result[place].why,
		                         .dated = decided->send_on,
		                         .subject = words.subject,
		                         .blocks = words.blocks };
	return status;
}

/* --- reading --- */

enum status award_letters_of(struct journal *journal, const struct letter_asked *asked,
                             struct records *ret_letters, struct fault *fault)
{
	const struct value values[] = { value_number(journal->register_id), value_text(asked->tender),
		                        value_number(asked->bid) };

	return db_list(journal->db, &sql_assessment_letters_of, values, COUNT(values),
	               &(struct db_list){ &award_letter_round_record, journal->arena, ret_letters }, fault);
}

enum status award_letter_find(struct journal *journal, const struct letter_asked *asked,
                              struct award_letter_kept *ret_kept, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct findings findings = findings_new(journal->arena, journal->language);
	const struct value values[] = { value_number(journal->register_id), value_text(asked->tender),
		                        value_number(asked->bid), value_number(asked->round) };
	const char *body;
	enum status status = db_one(journal->db, &sql_assessment_letter, values, COUNT(values), &rows, fault);

	*ret_kept = (struct award_letter_kept){ 0 };
	if (status)
		return status;
	ret_kept->number = db_number(&rows, 0);
	ret_kept->sent_on = db_date(&rows, 4);
	ret_kept->how = db_text(&rows, 5, journal->arena);
	body = db_text(&rows, 6, journal->arena);
	if (json_read(body, strlen(body), &award_letter_record, &ret_kept->letter, 0, &findings) != OK)
		return fault_set(fault, FAILED, "letter %lld cannot be read: %s", (long long)ret_kept->number,
		                 findings.items[0].words);
	return OK;
}

struct letter_shown award_letter_shown(const struct award_letter_kept *kept, const char *register_name,
                                       struct arena *arena)
{
	const struct letter words = { .blocks = kept->letter.blocks };

	return (struct letter_shown){
		.letter = kept->number,
		.written_on = kept->letter.dated,
		.name = kept->letter.bidder,
		.street = "",
		.place = "",
		.organisation = register_name,
		.dated = calendar_date_words(kept->letter.dated, "nl", false, arena),
		.subject = kept->letter.subject,
		.code = "",
		.blocks = letter_blocks_shown(&words, arena),
	};
}
