/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/objection/objection_letters.h"

#include <string.h>

#include "common/document/letter_words.h"
#include "practice/objection/hearing.h"
#include "practice/objection/objection_keep.h"

static const char *day_words(struct date day, struct arena *arena)
{
	return calendar_date_words(day, "nl", true, arena);
}

/* The sum of a term, one paragraph a step. */
static struct letter_list sum_of(const struct records *steps, struct arena *arena)
{
	struct letter_values *values = ARENA_MANY(arena, steps->count + 1, struct letter_values);

	for (size_t i = 0; i < steps->count; i++)
		letter_value(&values[i], "step",
		             term_step_words(&((const struct term_step *)steps->items)[i], "nl", arena));
	return (struct letter_list){ "steps", "step", values, steps->count };
}

/* A letter of that sort in the words of that template. */
struct told {
	const char *sort, *template;
	struct date dated;
};
static enum status tell(struct journal *journal, const struct journal_fact *cause, const struct told *told,
                        const struct letter_filling *filling, void *item, struct fault *fault)
{
	letter_begin(item, told->sort, cause, told->dated, "", journal->arena);
	return letter_fill(journal, item, told->template, filling, fault);
}

enum status objection_write_confirmation(struct journal *journal, const struct journal_fact *cause,
                                         void *item, bool *ret_follows, struct fault *fault)
{
	const struct objection *objection = cause->item;
	struct arena *arena = journal->arena;
	struct letter_values values = { 0 };
	const struct letter_list list = sum_of(&objection->steps, arena);
	const struct letter_filling filling = { &values, &list, 1 };
	const struct told told = { "objection_confirmation", "objection_confirmation",
		                   clock_today(journal->clock) };

	letter_value(&values, "received_on", day_words(objection->received_on, arena));
	letter_value(&values, "due_on", day_words(objection->due_on, arena));
	letter_value(&values, "until", day_words(objection->until, arena));
	letter_value(&values, "late", objection->in_time ? "" : "ja");
	letter_value(&values, "without_reasons", has_words(objection->reasons) ? "" : "ja");
	letter_value(&values, "committee", objection->has_committee ? "ja" : "");
	*ret_follows = true;
	return tell(journal, cause, &told, &filling, item, fault);
}

enum status objection_write_invitation(struct journal *journal, const struct journal_fact *cause, void *item,
                                       bool *ret_follows, struct fault *fault)
{
	const struct hearing_planned *planned = cause->item;
	struct arena *arena = journal->arena;
	struct letter_values values = { 0 };
	const struct letter_filling filling = { .values = &values };
	const struct told told = { "hearing_invitation", "hearing_invitation", planned->told_on };
	struct date papers_by = date_add_days(planned->hearing_on, -10);

	letter_value(&values, "hearing_on", day_words(planned->hearing_on, arena));
	letter_value(&values, "at", planned->at);
	letter_value(&values, "where", planned->where);
	letter_value(&values, "papers_by",
	             date_before(planned->told_on, papers_by) ? day_words(papers_by, arena) : "");
	*ret_follows = true;
	return tell(journal, cause, &told, &filling, item, fault);
}

enum status objection_write_adjournment(struct journal *journal, const struct journal_fact *cause, void *item,
                                        bool *ret_follows, struct fault *fault)
{
	const struct objection_adjourned *adjourned = cause->item;
	struct arena *arena = journal->arena;
	struct letter_values values = { 0 };
	const struct letter_list list = sum_of(&adjourned->steps, arena);
	const struct letter_filling filling = { &values, &list, 1 };
	const struct told told = { "extension", "objection_adjournment", adjourned->told_on };

	letter_value(&values, "reason", adjourned->reason);
	letter_value(&values, "due_on", day_words(adjourned->due_on, arena));
	*ret_follows = true;
	return tell(journal, cause, &told, &filling, item, fault);
}

/* What an outcome means, in a sentence a resident understands. */
static const char *outcome_sentence(const char *outcome)
{
	static const char *const sentences[][2] = {
		{ "founded", "U krijgt gelijk. Uw bezwaar is gegrond." },
		{ "partly_founded", "U krijgt voor een deel gelijk. Uw bezwaar is voor een deel gegrond." },
		{ "unfounded", "U krijgt geen gelijk. Uw bezwaar is ongegrond." },
		{ "inadmissible", "Wij behandelen uw bezwaar niet verder. Uw bezwaar is niet-ontvankelijk." },
	};

	for (size_t i = 0; i < COUNT(sentences); i++)
		if (strcmp(sentences[i][0], outcome) == 0)
			return sentences[i][1];
	return "";
}

enum status objection_write_decision(struct journal *journal, const struct journal_fact *cause, void *item,
                                     bool *ret_follows, struct fault *fault)
{
	const struct objection_decided *decided = cause->item;
	struct arena *arena = journal->arena;
	struct letter_values values = { 0 };
	const struct letter_list list = sum_of(&decided->steps, arena);
	const struct letter_filling filling = { &values, &list, 1 };
	const struct told told = { "objection_decision", "objection_decision", decided->decided_on };
	struct objection_kept kept;
	enum status status = objection_load(journal, decided->objection, &kept, fault);

	if (status)
		return status;
	letter_value(&values, "received_on", calendar_date_words(kept.received_on, "nl", false, arena));
	letter_value(&values, "outcome", outcome_sentence(decided->outcome));
	letter_value(&values, "result", choice_label(objection_results, decided->result));
	letter_value(&values, "heard",
	             strcmp(kept.heard_how, "held") == 0 ? day_words(kept.heard_on, arena) : "");
	letter_value(&values, "not_heard",
	             strcmp(kept.heard_how, "held") == 0 ? "" : choice_label(waive_grounds, kept.heard_how));
	letter_value(&values, "reasons", decided->reasons);
	letter_value(&values, "decided_by", decided->decided_by);
	letter_value(&values, "until", day_words(decided->appeal_until, arena));
	*ret_follows = true;
	return tell(journal, cause, &told, &filling, item, fault);
}
