/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/calendar/calendar.h"
#include "common/scheme/scheme.h"
#include "common/scheme/scheme_book.h"
#include "practice/decision/decision.h"
#include "practice/decision/decision_words.h"
#include "practice/decision/later.h"
#include "practice/desk/desk_letter.h"

static const char *day_words(struct date day, struct arena *arena)
{
	return date_is(day) ? calendar_date_words(day, "nl", false, arena)
	                    : "tot wij het samen opnieuw bekijken";
}

static const char *amount_words(const struct later_decision *later, int64_t amount, struct arena *arena)
{
	return scheme_amount_words(amount, later->unit, later->frequency, "nl", arena);
}

/* Of a change the last day is that of the new period, else the last one as it was. */
static struct date last_day(const struct journal_fact *fact)
{
	const struct later_decision *later = fact->item;

	return fact->kind == &decision_changed_kind ? later->last_day
	                                            : date_add_days(later_felt_from(later), -1);
}

static struct letter_values later_values(const struct journal *journal, const struct journal_fact *fact)
{
	const struct later_decision *later = fact->item;
	bool is_withdrawn = fact->kind == &decision_withdrawn_kind;
	struct arena *arena = journal->arena;
	struct letter_values values = { 0 };

	letter_value(&values, "earlier_on", calendar_date_words(later->earlier_on, "nl", false, arena));
	letter_value(&values, "product", decision_product_words(journal, later->product));
	letter_value(&values, "amount_before", amount_words(later, later->amount_before, arena));
	letter_value(&values, "amount", amount_words(later, later->amount, arena));
	letter_value(&values, "from",
	             calendar_date_words(is_withdrawn ? later->effective_from : later_felt_from(later), "nl",
	                                 false, arena));
	letter_value(&values, "last_day", day_words(last_day(fact), arena));
	letter_value(&values, "ground", choice_label(later_grounds, later->ground));
	letter_value(&values, "reasons", later->reasons);
	letter_value(&values, "without_notice",
	             later_is_without_notice(later) ? choice_label(later_exceptions, later->without_notice)
	                                            : "");
	letter_value(&values, "why_without", later->why_without);
	letter_value(&values, "decided_by", later->decided_by);
	letter_value(&values, "mandate", later->mandate);
	letter_value(&values, "college", decision_college(later->authority, arena));
	letter_value(&values, "until", calendar_date_words(later->objection_until, "nl", true, arena));
	return values;
}

enum status later_write_letter(struct journal *journal, const struct journal_fact *cause, void *item,
                               bool *ret_follows, struct fault *fault)
{
	const struct later_decision *later = cause->item;
	const struct decision_objection objection = { later->steps };
	const struct letter_values values = later_values(journal, cause);
	struct letter_values budget = { 0 };
	struct letter_list lists[] = { { "budgets", "decision_budget", &budget, later->budgets.count },
		                       { .name = "steps", .template = "step" } };
	const struct letter_filling filling = { &values, lists, COUNT(lists) };

	if (later->budgets.count > 0)
		budget = decision_budget_words(journal, later->budgets.items);
	lists[1].items = decision_objection_words(&objection, journal->arena, &lists[1].count);
	*ret_follows = !later_is_of_the_dead(later);
	if (!*ret_follows)
		return OK;
	letter_begin(item, "decision", cause, later->decided_on, "", journal->arena);
	if (desk_contact_name(journal, later->person, later->decided_on, &((struct letter *)item)->contact,
	                      fault) == FAILED)
		return FAILED;
	return letter_fill(journal, item, cause->kind->name, &filling, fault);
}
