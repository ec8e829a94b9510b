/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "common/calendar/calendar.h"
#include "common/scheme/scheme_book.h"
#include "practice/decision/at_once.h"
#include "practice/decision/decision.h"
#include "practice/decision/decision_words.h"
#include "practice/desk/desk_letter.h"

/* The municipality where the resident lives decides, also where one desk serves several. */
const char *decision_college(const char *authority, struct arena *arena)
{
	const char *college = "het college van burgemeester en wethouders";

	return authority == NULL ? college : arena_print(arena, "%s van %s", college, authority);
}

struct letter_values *decision_objection_words(const struct decision_objection *objection,
                                               struct arena *arena, size_t *ret_count)
{
	const struct term_step *steps = objection->steps.items;
	struct letter_values *values = ARENA_MANY(arena, objection->steps.count + 1, struct letter_values);

	for (size_t i = 0; i < objection->steps.count; i++)
		letter_value(&values[i], "step", term_step_words(&steps[i], "nl", arena));
	*ret_count = objection->steps.count;
	return values;
}

const char *decision_product_words(const struct journal *journal, const char *product)
{
	const struct scheme_product *found =
		scheme_book_product(journal->schemes, journal->register_id, product);

	return found == NULL ? product : found->label;
}

static const char *last_day_words(struct date last_day, struct arena *arena)
{
	return date_is(last_day) ? calendar_date_words(last_day, "nl", false, arena)
	                         : "tot wij het samen opnieuw bekijken";
}

static struct letter_values line_words(const struct journal *journal, const struct decision *decision,
                                       const struct decision_line *line)
{
	struct arena *arena = journal->arena;
	struct letter_values values = { 0 };

	letter_value(&values, "product", decision_product_words(journal, line->product));
	letter_value(&values, "amount",
	             scheme_amount_words(line->amount, line->unit, line->frequency, "nl", arena));
	letter_value(&values, "from", calendar_date_words(line->from, "nl", false, arena));
	letter_value(&values, "last_day", last_day_words(line->last_day, arena));
	letter_value(&values, "has_budget", decision_line_is_budget(decision, line) ? "ja" : "");
	letter_value(&values, "reasons", line->reasons);
	return values;
}

struct letter_values decision_budget_words(const struct journal *journal,
                                           const struct personal_budget *budget)
{
	struct resident_amount amount = personal_budget_amount(budget);
	struct letter_values values = { 0 };

	letter_value(&values, "product", decision_product_words(journal, budget->product));
	letter_value(&values, "figures", resident_amount_figures(amount, journal->arena));
	letter_value(&values, "words", resident_amount_words(amount, journal->arena));
	letter_value(&values, "per", choice_label(budget_periods, budget->per));
	letter_value(&values, "how_found", budget->how_found);
	letter_value(&values, "wish", budget->wish);
	letter_value(&values, "able", budget->able);
	letter_value(&values, "quality", budget->quality);
	return values;
}

/* The labels of the ties: "onderwijs, betaald werk". */
static const char *ties_words(const struct decision *decision, struct arena *arena)
{
	const char *words = "";

	for (size_t i = 0; i < decision->ties.count; i++)
		words = arena_print(arena, "%s%s%s", words, i == 0 ? "" : ", ",
		                    choice_label(decision_ties, decision->ties.items[i]));
	return words;
}

static struct letter_values contribution_words(const struct decision *decision, struct arena *arena)
{
	const struct resident_amount most = { decision->contribution_cents };
	struct letter_values values = { 0 };

	letter_value(&values, "figures", most.cents == 0 ? "" : resident_amount_figures(most, arena));
	letter_value(&values, "words", most.cents == 0 ? "" : resident_amount_words(most, arena));
	return values;
}

static struct letter_values decision_values(const struct decision *decision, struct arena *arena)
{
	const char *refused = decision->budget_refused;
	const struct records *ends = &decision->at_once;
	struct letter_values values = { 0 };

	letter_value(&values, "not_granted", decision->not_granted);
	letter_value(&values, "budget_refused",
	             has_words(refused) ? choice_label(budget_refusals, refused) : "");
	letter_value(&values, "budget_refused_why", decision->budget_refused_why);
	letter_value(&values, "contribution", decision->contribution);
	letter_value(&values, "reasons", decision->reasons);
	letter_value(&values, "ties", ties_words(decision, arena));
	letter_value(&values, "ties_words", decision->ties_words);
	letter_value(&values, "decided_by", decision->decided_by);
	letter_value(&values, "college", decision_college(decision->authority, arena));
	letter_value(&values, "mandate", decision->mandate);
	letter_value(&values, "until", calendar_date_words(decision->objection_until, "nl", true, arena));
	letter_value(
		&values, "at_once_last_day",
		ends->count == 0
			? ""
			: calendar_date_words(
				  date_add_days(((const struct at_once_end *)ends->items)[0].ends_from, -1),
				  "nl", true, arena));
	return values;
}

#define DECISION_LISTS 4

/* The lists of a decision's letter, in arena. */
static void fill_lists(const struct journal *journal, const struct decision *decision,
                       struct letter_list lists[static DECISION_LISTS])
{
	const struct decision_line *lines = decision->lines.items;
	const struct personal_budget *budgets = decision->budgets.items;
	const struct decision_objection objection = { decision->steps };
	struct arena *arena = journal->arena;
	struct letter_values *line_values =
		ARENA_MANY(arena, decision->lines.count + 1, struct letter_values);
	struct letter_values *budget_values =
		ARENA_MANY(arena, decision->budgets.count + 1, struct letter_values);
	struct letter_values *contribution = ARENA_NEW(arena, struct letter_values);
	bool says = has_words(decision->contribution);
	bool is_due = says && strcmp(decision->contribution, "due") == 0;

	for (size_t i = 0; i < decision->lines.count; i++)
		line_values[i] = line_words(journal, decision, &lines[i]);
	for (size_t i = 0; i < decision->budgets.count; i++)
		budget_values[i] = decision_budget_words(journal, &budgets[i]);
	*contribution = contribution_words(decision, arena);
	lists[0] = (struct letter_list){ "lines", "decision_line", line_values, decision->lines.count };
	lists[1] =
		(struct letter_list){ "budgets", "decision_budget", budget_values, decision->budgets.count };
	lists[2] = (struct letter_list){ "contribution", is_due ? "contribution" : "contribution_none",
		                         contribution, says ? 1 : 0 };
	lists[3] = (struct letter_list){ .name = "steps", .template = "step" };
	lists[3].items = decision_objection_words(&objection, arena, &lists[3].count);
}

enum status decision_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                                  bool *ret_follows, struct fault *fault)
{
	const struct decision *decision = cause->item;
	const struct letter_values values = decision_values(decision, journal->arena);
	struct letter_list lists[DECISION_LISTS];
	const struct letter_filling filling = { &values, lists, COUNT(lists) };
	struct letter *letter = item;

	fill_lists(journal, decision, lists);
	letter_begin(letter, "decision", cause, decision->decided_on, "", journal->arena);
	*ret_follows = true;
	if (desk_contact_name(journal, decision->person, decision->decided_on,
	                      &((struct letter *)item)->contact, fault) == FAILED)
		return FAILED;
	return letter_fill(journal, letter, arena_print(journal->arena, "decision_%s", decision->outcome),
	                   &filling, fault);
}
