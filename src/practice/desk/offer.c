/* SPDX-License-Identifier: EUPL-1.2 */
#include "practice/desk/offer.h"

#include "platform/base/words.h"

const struct choice support_told[] = {
	{ "client", WORDS("de inwoner") },
	{ "client_and_carer", WORDS("de inwoner en de mantelzorger") },
	{ NULL, NULL },
};
const struct choice support_answers[] = {
	{ "wants", WORDS("wil cliëntondersteuning") },
	{ "has", WORDS("heeft al een cliëntondersteuner") },
	{ "declines", WORDS("wil geen cliëntondersteuning") },
	{ "thinks", WORDS("denkt erover na") },
	{ NULL, NULL },
};

#define REPORT_FIELD(type) FIELD(type, report, .label = WORDS("Melding"), .required = true)

static const struct field support_fields[] = {
	REPORT_FIELD(struct support_offer),
	FIELD(struct support_offer, told, .label = WORDS("Aan wie is het verteld?"), .required = true,
	      .choices = support_told),
	FIELD(struct support_offer, answer, .label = WORDS("Wat zei de inwoner?"), .required = true,
	      .choices = support_answers),
	FIELD(struct support_offer, supporter, .label = WORDS("Wie is de cliëntondersteuner?"),
	      .hint = WORDS("De organisatie; als die bekend is.")),
	FIELD(struct support_offer, offered_on, .label = WORDS("Verteld op"), .required = true),
	FIELD(struct support_offer, person, .flags = FIELD_BY_DOOR),
};
const struct record support_offer_record = RECORD(struct support_offer, "support_offered", support_fields);

static const struct field plan_received_fields[] = {
	REPORT_FIELD(struct personal_plan),
	FIELD(struct personal_plan, words, .label = WORDS("Het persoonlijk plan"),
	      .hint = WORDS("In de woorden van de inwoner: wat er speelt, en welke hulp het beste past."),
	      .required = true, .flags = FIELD_LONG, .max_chars = 20000),
	FIELD(struct personal_plan, on, .label = WORDS("Ontvangen op"), .required = true),
	FIELD(struct personal_plan, person, .flags = FIELD_BY_DOOR),
	FIELD(struct personal_plan, due_on, .flags = FIELD_BY_DOOR),
};
const struct record plan_received_record =
	RECORD(struct personal_plan, "plan_received", plan_received_fields);

static const struct field plan_waived_fields[] = {
	REPORT_FIELD(struct personal_plan),
	FIELD(struct personal_plan, words, .label = WORDS("Hoe zei de inwoner dat?"), .required = true,
	      .max_chars = 500),
	FIELD(struct personal_plan, on, .label = WORDS("Gezegd op"), .required = true),
	FIELD(struct personal_plan, person, .flags = FIELD_BY_DOOR),
	FIELD(struct personal_plan, due_on, .flags = FIELD_BY_DOOR),
};
const struct record plan_waived_record = RECORD(struct personal_plan, "plan_waived", plan_waived_fields);

/* --- client support --- */

static bool is_offered_with_a_report(const void *item)
{
	return ((const struct support_offer *)item)->situation.is_known_report;
}

static bool is_offered_after(const void *item)
{
	const struct support_offer *offer = item;

	return !date_before(offer->offered_on, offer->situation.received_on);
}

static bool is_offered_already(const void *item)
{
	const struct support_offer *offer = item;

	return !date_before(offer->situation.today, offer->offered_on);
}

const struct journal_rule support_rules[SUPPORT_RULES_COUNT] = {
	{ "support-report", "report", WORDS("Deze melding bestaat niet."), "", is_offered_with_a_report },
	{ "support-before", "offered_on", WORDS("Deze dag ligt voor de melding."), "", is_offered_after },
	{ "support-on", "offered_on", WORDS("Deze dag ligt in de toekomst."), "", is_offered_already },
};

/* --- the personal plan --- */

static bool is_with_a_report(const void *item)
{
	return ((const struct personal_plan *)item)->situation.is_known_report;
}

static bool is_after_the_report(const void *item)
{
	const struct personal_plan *plan = item;

	return !date_before(plan->on, plan->situation.received_on);
}

static bool is_not_to_come(const void *item)
{
	const struct personal_plan *plan = item;

	return !date_before(plan->situation.today, plan->on);
}

/* Who has handed in a plan cannot be said to have none; the plan is part of the investigation. */
static bool has_no_plan(const void *item)
{
	const struct personal_plan *plan = item;

	return !plan->situation.has_plan && !plan->situation.is_waived;
}

const struct journal_rule plan_received_rules[PLAN_RECEIVED_RULES_COUNT] = {
	{ "own-plan-report", "report", WORDS("Deze melding bestaat niet."), "", is_with_a_report },
	{ "own-plan-before", "on", WORDS("Deze dag ligt voor de melding."), "", is_after_the_report },
	{ "own-plan-on", "on", WORDS("Deze dag ligt in de toekomst."), "", is_not_to_come },
};
const struct journal_rule plan_waived_rules[PLAN_WAIVED_RULES_COUNT] = {
	{ "waived-report", "report", WORDS("Deze melding bestaat niet."), "", is_with_a_report },
	{ "waived-before", "on", WORDS("Deze dag ligt voor de melding."), "", is_after_the_report },
	{ "waived-on", "on", WORDS("Deze dag ligt in de toekomst."), "", is_not_to_come },
	{ "waived-plan", "report",
	  WORDS("Over een persoonlijk plan staat al iets vast: het is er, of de inwoner wil het niet."),
	  "Wmo 2015, art. 2.3.2 lid 2", has_no_plan },
};
