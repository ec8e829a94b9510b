/* SPDX-License-Identifier: EUPL-1.2 */
#include "contract/assessment/telling.h"

#include <string.h>

#include "assessment_sql.h"
#include "common/calendar/calendar.h"
#include "common/document/letter_words.h"
#include "contract/assessment/assessment_store.h"
#include "contract/tender/award.h"
#include "platform/record/json.h"

/* --- writing --- */

/* What all letters of an award are made with. */
struct telling {
	struct journal *journal;
	const struct award_decided *decided;
	const struct tender_notice *notice;
	const struct records *consensus;
};

static const char *mark_words(const char *mark, struct arena *arena)
{
	struct decimal decimal = { 0 };
	char words[DECIMAL_TEXT_SIZE];

	return decimal_read(or_empty(mark), &decimal) ? arena_copy(arena, decimal_words(decimal, "nl", words))
	                                              : "";
}

/* The own mark and its motivation on each criterion. */
static struct letter_list list_marks(const struct telling *telling, int64_t bid)
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

static enum status fill(const struct telling *telling, const struct award_result *result,
                        struct letter *letter, struct fault *fault)
{
	struct arena *arena = telling->journal->arena;
	const struct award_decided *decided = telling->decided;
	const struct notice_lot *lot = procurement_lot(telling->notice, result->lot);
	bool has_won = strcmp(result->why, award_whys[AWARD_WON].code) == 0;
	struct letter_values values = { 0 };
	const struct letter_list lists[] = { list_marks(telling, result->bid),
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
	return letter_fill(telling->journal, letter, has_won ? "award_won" : "award_lost", &filling, fault);
}

enum status telling_write(struct journal *journal, const struct journal_fact *cause, size_t place, void *item,
                          bool *ret_follows, struct fault *fault)
{
	const struct award_decided *decided = cause->item;
	const struct award_result *result = decided->results.items;
	struct award_letter *letter = item;
	struct letter words = { 0 };
	struct records consensus = { 0 };
	struct tender_notice notice;
	enum status status;

	*ret_follows = place < decided->results.count;
	if (!*ret_follows)
		return OK;
	status = procurement_tender_find(journal->db, journal->register_id, decided->tender, journal->arena,
	                                 &notice, fault);
	if (status == OK)
		status = assessment_consensus_of(journal,
		                                 &(struct agreed_asked){ decided->tender, result[place].lot,
		                                                         decided->round, result[place].bid },
		                                 &consensus, fault);
	letter_begin(&words, "award", cause, decided->send_on, "", journal->arena);
	if (status == OK)
		status = fill(&(struct telling){ journal, decided, &notice, &consensus }, &result[place],
		              &words, fault);
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

enum status award_letter_find(struct journal *journal, const char *tender, int64_t bid,
                              struct award_letter_kept *ret_kept, struct fault *fault)
{
	CLEANUP(db_rows_done) struct db_rows rows = { 0 };
	struct findings findings = findings_new(journal->arena, journal->language);
	const struct value values[] = { value_number(journal->register_id), value_text(tender),
		                        value_number(bid) };
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
