/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/decision/later.h"

#include <string.h>

#include "common/calendar/calendar.h"
#include "platform/base/words.h"
#include "practice/decision/decision.h"

/* Wmo 2015, art. 2.3.10 lid 1, onder a tot en met e. */
const struct choice later_grounds[] = {
	{ "wrong_data", WORDS("gegevens klopten niet, en met de juiste gegevens was er anders besloten") },
	{ "not_needed", WORDS("de ondersteuning is niet meer nodig") },
	{ "not_enough", WORDS("de ondersteuning is niet meer genoeg of past niet meer") },
	{ "conditions", WORDS("er is niet aan de voorwaarden voldaan") },
	{ "not_used", WORDS("de ondersteuning is niet gebruikt, of voor iets anders") },
	{ NULL, NULL },
};

const struct choice later_exceptions[] = {
	{ "request", WORDS("de inwoner er zelf om vroeg") },
	{ "urgent", WORDS("er spoed was") },
	{ "died", WORDS("de inwoner is overleden") },
	{ "left", WORDS("de inwoner hier niet meer woont, of onder een andere wet valt") },
	{ NULL, NULL },
};

static const struct field later_support_fields[] = {
	FIELD(struct later_support, assignment),
};
const struct record later_support_record =
	RECORD(struct later_support, "later_support", later_support_fields);

#define WHICH_FIELDS                                                                                         \
	FIELD(struct later_decision, person, .label = WORDS("Persoon"), .required = true),                   \
		FIELD(struct later_decision, decision, .label = WORDS("Besluit"), .required = true),         \
		FIELD(struct later_decision, line, .label = WORDS("Regel van het besluit"),                  \
	              .flags = FIELD_ZERO_IS_SET),                                                           \
		FIELD(struct later_decision, decided_on, .label = WORDS("Datum van het besluit"),            \
	              .required = true),                                                                     \
		FIELD(struct later_decision, effective_from, .label = WORDS("Met ingang van"),               \
	              .required = true,                                                                      \
	              .hint = WORDS(                                                                         \
			      "De eerste dag waarop het anders is. Eerst de brief, dan de verandering."))
#define WHY_FIELDS                                                                                           \
	FIELD(struct later_decision, ground, .label = WORDS("Grond"), .required = true,                      \
	      .choices = later_grounds),                                                                     \
		FIELD(struct later_decision, reasons, .label = WORDS("Motivering"),                          \
	              .hint = WORDS("Waarom is zo besloten? De inwoner leest dit in de beschikking."),       \
	              .required = true, .flags = FIELD_LONG, .max_chars = 8000),                             \
		FIELD(struct later_decision, without_notice,                                                 \
	              .label = WORDS("Eerder dan de afgesproken tijd, omdat"),                               \
	              .hint = WORDS("Alleen als de verandering niet kan wachten."),                          \
	              .choices = later_exceptions),                                                          \
		FIELD(struct later_decision, why_without, .label = WORDS("Leg uit waarom het eerder moet"),  \
	              .flags = FIELD_LONG, .max_chars = 2000),                                               \
		FIELD(struct later_decision, decided_by, .label = WORDS("Wie besluit"),                      \
	              .hint = WORDS("De naam van wie namens het college besluit."), .required = true),       \
		FIELD(struct later_decision, mandate, .label = WORDS("Op welk mandaat?"),                    \
	              .hint = WORDS("Bijvoorbeeld: Mandaatbesluit sociaal domein 2023, artikel 4."))
#define DOOR_FIELDS                                                                                          \
	FIELD(struct later_decision, report, .flags = FIELD_BY_DOOR),                                        \
		FIELD(struct later_decision, product, .flags = FIELD_BY_DOOR),                               \
		FIELD(struct later_decision, unit, .flags = FIELD_BY_DOOR),                                  \
		FIELD(struct later_decision, frequency, .flags = FIELD_BY_DOOR),                             \
		FIELD(struct later_decision, amount_before, .flags = FIELD_BY_DOOR),                         \
		FIELD(struct later_decision, is_budget, .flags = FIELD_BY_DOOR),                             \
		FIELD(struct later_decision, is_at_once, .flags = FIELD_BY_DOOR),                            \
		FIELD(struct later_decision, earlier_on, .flags = FIELD_BY_DOOR),                            \
		FIELD(struct later_decision, line_from, .flags = FIELD_BY_DOOR),                             \
		FIELD(struct later_decision, line_until, .flags = FIELD_BY_DOOR),                            \
		FIELD(struct later_decision, ends_from, .flags = FIELD_BY_DOOR),                             \
		FIELD(struct later_decision, notice_until, .flags = FIELD_BY_DOOR),                          \
		FIELD(struct later_decision, authority, .label = WORDS("Gemeente die besluit"),              \
	              .flags = FIELD_BY_DOOR),                                                               \
		FIELD(struct later_decision, objection_until, .flags = FIELD_BY_DOOR),                       \
		FIELD(struct later_decision, steps, .flags = FIELD_BY_DOOR, .of = &term_step_record),        \
		FIELD(struct later_decision, support, .flags = FIELD_BY_DOOR, .of = &later_support_record),  \
		FIELD(struct later_decision, still_waits, .flags = FIELD_BY_DOOR)

static const struct field decision_changed_fields[] = {
	WHICH_FIELDS,
	FIELD(struct later_decision, amount, .label = WORDS("Hoeveel voortaan"), .required = true,
	      .flags = FIELD_UNSIGNED, .max = 10000),
	FIELD(struct later_decision, last_day, .label = WORDS("Tot en met")),
	FIELD(struct later_decision, budgets, .label = WORDS("Nieuw persoonsgebonden budget"),
	      .hint = WORDS("Alleen als de inwoner dit zelf inkoopt."), .of = &personal_budget_record),
	WHY_FIELDS,
	DOOR_FIELDS,
};
const struct record decision_changed_record =
	RECORD(struct later_decision, "decision_changed", decision_changed_fields);

static const struct field decision_ended_fields[] = { WHICH_FIELDS, WHY_FIELDS, DOOR_FIELDS };
const struct record decision_ended_record =
	RECORD(struct later_decision, "decision_ended", decision_ended_fields);

static const struct field decision_withdrawn_fields[] = { WHICH_FIELDS, WHY_FIELDS, DOOR_FIELDS };
const struct record decision_withdrawn_record =
	RECORD(struct later_decision, "decision_withdrawn", decision_withdrawn_fields);

bool later_is_without_notice(const struct later_decision *later)
{
	return has_words(later->without_notice);
}

static bool is_without(const struct later_decision *later, const char *code)
{
	return has_words(later->without_notice) && strcmp(later->without_notice, code) == 0;
}

bool later_is_of_the_dead(const struct later_decision *later)
{
	return is_without(later, "died");
}

bool later_is_of_departure(const struct later_decision *later)
{
	return is_without(later, "died") || is_without(later, "left");
}

struct date later_until(const struct later_decision *later)
{
	return date_until(later->last_day);
}

static bool is_of_wrong_data(const struct later_decision *later)
{
	return later->ground != NULL && strcmp(later->ground, "wrong_data") == 0;
}

static bool has_line(const void *item)
{
	return ((const struct later_decision *)item)->situation.is_known;
}

static bool is_after_the_grant(const void *item)
{
	const struct later_decision *later = item;

	return !date_before(later->decided_on, later->earlier_on);
}

static bool is_not_in_future(const void *item)
{
	const struct later_decision *later = item;

	return !date_before(later->situation.today, later->decided_on);
}

/* Lid 2: the moment lies in what was granted; before it, or after it, there is nothing to change. */
static bool is_in_the_grant(const void *item)
{
	const struct later_decision *later = item;

	return date_within(later->effective_from, later->line_from, later->line_until);
}

/*
 * A decision does not work before it is made known (Awb 3:40), so that nobody loses what they could count on:
 * only wrong data (lid 1 onder a), the resident's own request, death and departure look back.
 */
static bool does_not_look_back(const void *item)
{
	const struct later_decision *later = item;

	return is_of_wrong_data(later) || is_without(later, "request") || is_without(later, "died") ||
	       is_without(later, "left") || date_before(later->decided_on, later->effective_from);
}

/* Letter before change (promise 3); after wrong data the help itself still waits, in ends_from. */
static bool gives_notice(const void *item)
{
	const struct later_decision *later = item;

	return later_is_without_notice(later) || is_of_wrong_data(later) ||
	       !date_before(later->effective_from, later->situation.notice_until);
}

static bool says_why_without_notice(const void *item)
{
	const struct later_decision *later = item;

	return later_is_without_notice(later) == has_words(later->why_without);
}

/* A change changes something, for some days. */
static bool changes_something(const void *item)
{
	const struct later_decision *later = item;

	return later->situation.sort != LATER_CHANGED ||
	       (later->amount > 0 && date_before(later->ends_from, later_until(later)) &&
	        (later->amount != later->amount_before || later->budgets.count > 0 ||
	         later_until(later).day != later->line_until.day));
}

static bool has_last_day_where_needed(const void *item)
{
	const struct later_decision *later = item;

	return later->situation.sort != LATER_CHANGED || !later->situation.needs_last_day ||
	       date_is(later->last_day);
}

static bool is_founded(const struct later_decision *later)
{
	const struct personal_budget *budgets = later->budgets.items;

	return later->budgets.count == 1 && later->product != NULL &&
	       strcmp(budgets[0].product, later->product) == 0 && personal_budget_is_founded(&budgets[0]);
}

/* One budget for a line that is bought in, none for help in kind; and nothing else runs meanwhile. */
static bool goes_on_in_its_form(const void *item)
{
	const struct later_decision *later = item;

	if (later->situation.sort != LATER_CHANGED)
		return true;
	return !later->situation.overlaps &&
	       (later->situation.is_budget ? is_founded(later) : later->budgets.count == 0);
}

/* Nobody loses help without a notice for a death or a departure that was not recorded. */
static bool has_departed_where_said(const void *item)
{
	const struct later_decision *later = item;

	return (!is_without(later, "died") || later->situation.has_died) &&
	       (!is_without(later, "left") || later->situation.has_left);
}

static bool ends_in_a_life(const void *item)
{
	const struct later_decision *later = item;

	return decision_lasts_a_life(later->effective_from, later->last_day);
}

const struct journal_rule later_rules[LATER_RULES_COUNT] = {
	{ "later-line", "decision",
	  WORDS("Deze regel staat niet in een besluit over deze persoon, of loopt niet meer."),
	  "Wmo 2015, art. 2.3.10 lid 1", has_line },
	{ "later-before-grant", "decided_on",
	  WORDS("Het besluit kan niet vóór het eerdere besluit zijn genomen."), "", is_after_the_grant },
	{ "later-future", "decided_on", WORDS("Deze dag ligt in de toekomst."), "", is_not_in_future },
	{ "later-outside", "effective_from",
	  WORDS("Kies een dag waarop deze ondersteuning loopt of nog gaat lopen."),
	  "Wmo 2015, art. 2.3.10 lid 2", is_in_the_grant },
	{ "later-looks-back", "effective_from",
	  WORDS("Dit mag pas na de dag van het besluit ingaan. Alleen na onjuiste gegevens, op verzoek of "
	        "bij "
	        "overlijden mag het eerder."),
	  "Awb, art. 3:40; Wmo 2015, art. 2.3.10 lid 1 onder a", does_not_look_back },
	{ "later-notice", "effective_from",
	  WORDS("Eerst de brief, dan de verandering: kies een latere dag, of schrijf op waarom het niet kan "
	        "wachten."),
	  "", gives_notice },
	{ "later-why-without", "why_without",
	  WORDS("Leg uit waarom het eerder moet dan de afgesproken tijd; en alleen dan."), "",
	  says_why_without_notice },
	{ "later-nothing", "amount",
	  WORDS("Vul in hoeveel het wordt, meer dan 0, en tot wanneer; er moet iets veranderen."),
	  "CRvB 26 mei 2021, ECLI:NL:CRVB:2021:1381", changes_something },
	{ "later-last-day", "last_day",
	  WORDS("Een hoeveelheid per week heeft een laatste dag nodig (tot en met)."), "iWmo 3.2, CD076",
	  has_last_day_where_needed },
	{ "later-form", "budgets",
	  WORDS("Koopt de inwoner dit zelf in, vul dan het nieuwe budget in met alle uitleg; anders niets. "
	        "Er "
	        "mag in die tijd geen ander besluit over dit product lopen."),
	  "Wmo 2015, art. 2.3.6 lid 2", goes_on_in_its_form },
	{ "later-too-long", "last_day",
	  WORDS("De laatste dag ligt meer dan 99 jaar na de eerste. Heeft de hulp geen einde, laat de "
	        "laatste dag dan leeg."),
	  "iWmo 3.2, CD076", ends_in_a_life },
	{ "later-departed", "without_notice",
	  WORDS("Dat deze inwoner overleed of vertrok, is niet vastgelegd. Leg dat eerst vast; dan stopt de "
	        "hulp vanzelf."),
	  "Awb, art. 3:2", has_departed_where_said },
};
