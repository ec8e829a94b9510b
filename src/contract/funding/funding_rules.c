/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields and rules of the facts of a yearly budget. */
#include "common/wording/amount.h"
#include "contract/funding/budget.h"
#include "contract/funding/funding.h"
#include "platform/base/words.h"

#define POPULATION_CHARS 200000
#define AMOUNT_HINT WORDS("Zoals 1250000,50: zonder punten ertussen.")

static const struct field part_fields[] = {
	FIELD(struct funded_part, party),
	FIELD(struct funded_part, district),
	FIELD(struct funded_part, cents),
	FIELD(struct funded_part, undamped),
};
const struct record funded_part_record = RECORD(struct funded_part, "funded_part", part_fields);

static const struct field made_fields[] = {
	FIELD(struct budget_run_made, scheme, .label = WORDS("Regeling"), .required = true, .max_chars = 60),
	FIELD(struct budget_run_made, year, .label = WORDS("Jaar"), .required = true, .flags = FIELD_UNSIGNED,
	      .max = 9999),
	FIELD(struct budget_run_made, total, .label = WORDS("Totaal in euro"), .required = true,
	      .hint = AMOUNT_HINT, .max_chars = 20),
	FIELD(struct budget_run_made, population, .label = WORDS("Inwoners per gebied (CSV)"),
	      .flags = FIELD_LONG, .max_chars = POPULATION_CHARS,
	      .hint = WORDS(
		      "Kolommen area, band en people. Vul niets in om met de aantallen van de regeling te "
		      "rekenen.")),
	FIELD(struct budget_run_made, reason, .label = WORDS("Reden"), .flags = FIELD_LONG, .max_chars = 1000,
	      .hint = WORDS("Nodig als er voor dit jaar al een budget is vastgesteld.")),
	FIELD(struct budget_run_made, version, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_run_made, scheme_fact, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_run_made, agreement, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_run_made, formula, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_run_made, rounding, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_run_made, total_cents, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_run_made, before, .of = &budget_before_record, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_run_made, parts, .of = &funded_part_record, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_run_made, digest, .flags = FIELD_BY_DOOR),
};
const struct record budget_run_made_record = RECORD(struct budget_run_made, "budget_run_made", made_fields);

static bool runs_a_scheme(const void *item)
{
	return ((const struct budget_run_made *)item)->situation.is_scheme;
}

static bool runs_something_else(const void *item)
{
	const struct budget_run_made *made = item;

	return !made->situation.is_scheme || made->situation.is_other;
}

/* Fixed once a year: people who come or go in between do not alter it (LEL-I5). */
static bool runs_again_with_reason(const void *item)
{
	const struct budget_run_made *made = item;

	return !made->situation.has_set || has_words(made->reason);
}

/* Who signs for practice reads the reason. */
static bool reason_is_free_of_money(const void *item)
{
	return !amount_stands_in(((const struct budget_run_made *)item)->reason);
}

const struct journal_rule budget_run_rules[BUDGET_RUN_RULES_COUNT] = {
	{ "budget-scheme", "scheme", WORDS("Deze regeling geldt hier niet; kies een vastgestelde regeling."),
	  "", runs_a_scheme },
	{ "budget-same", "total",
	  WORDS("Er verandert niets: de laatste versie van dit jaar heeft dezelfde invoer en uitkomst."), "",
	  runs_something_else },
	{ "budget-reason", "reason",
	  WORDS("Voor dit jaar is al een budget vastgesteld. Zeg waarom er een nieuwe versie komt."), "",
	  runs_again_with_reason },
	{ "budget-reason-amount", "reason",
	  WORDS("In de reden staat een bedrag. Ook de praktijk leest de reden; schrijf haar zonder "
	        "bedragen."),
	  "De praktijk ziet geen prijzen", reason_is_free_of_money },
};

/* --- signatures --- */

static const struct field signed_fields[] = {
	FIELD(struct budget_run_signed, run, .label = WORDS("Nummer van de verdeling"), .required = true,
	      .flags = FIELD_UNSIGNED),
	FIELD(struct budget_run_signed, corner, .flags = FIELD_BY_DOOR),
};
const struct record budget_run_signed_record =
	RECORD(struct budget_run_signed, "budget_run_signed", signed_fields);

static bool signs_open(const void *item)
{
	return ((const struct budget_run_signed *)item)->situation.is_open;
}

static bool signs_for_a_corner(const void *item)
{
	return ((const struct budget_run_signed *)item)->situation.is_corner;
}

static bool signs_a_free_corner(const void *item)
{
	return ((const struct budget_run_signed *)item)->situation.is_free;
}

static bool signs_once(const void *item)
{
	return ((const struct budget_run_signed *)item)->situation.is_new;
}

const struct journal_rule budget_signed_rules[BUDGET_SIGNED_RULES_COUNT] = {
	{ "budget-signed-open", "run",
	  WORDS("Er is geen verdeling met dit nummer die op een handtekening wacht."), "", signs_open },
	{ "budget-signed-corner", "run",
	  WORDS("U hoort niet bij beleid, praktijk of contract; laat iemand van die hoeken tekenen."), "",
	  signs_for_a_corner },
	{ "budget-signed-taken", "run", WORDS("Uw hoek heeft al getekend."), "", signs_a_free_corner },
	{ "budget-signed-person", "run", WORDS("U heeft al getekend; drie verschillende mensen tekenen."), "",
	  signs_once },
};

/* --- set --- */

static const struct field set_fields[] = {
	FIELD(struct budget_run_set, run, .label = WORDS("Nummer van de verdeling"), .required = true,
	      .flags = FIELD_UNSIGNED),
};
const struct record budget_run_set_record = RECORD(struct budget_run_set, "budget_run_set", set_fields);

static bool sets_open(const void *item)
{
	return ((const struct budget_run_set *)item)->situation.is_open;
}

static bool sets_what_is_signed(const void *item)
{
	const struct budget_run_set *set = item;

	return !set->situation.is_open || set->situation.is_signed;
}

static bool sets_the_newest(const void *item)
{
	const struct budget_run_set *set = item;

	return !set->situation.is_open || set->situation.is_newest;
}

const struct journal_rule budget_set_rules[BUDGET_SET_RULES_COUNT] = {
	{ "budget-set-open", "run",
	  WORDS("Er is geen verdeling met dit nummer die nog vastgesteld kan worden."), "", sets_open },
	{ "budget-set-signed", "run",
	  WORDS("Eerst tekenen beleid, praktijk en contract: drie verschillende mensen."), "",
	  sets_what_is_signed },
	{ "budget-set-newest", "run", WORDS("Er is een nieuwere versie van dit jaar; stel die vast."), "",
	  sets_the_newest },
};

/* --- spent --- */

static const struct field spent_fields[] = {
	FIELD(struct budget_spent, run, .label = WORDS("Nummer van de verdeling"), .required = true,
	      .flags = FIELD_UNSIGNED),
	FIELD(struct budget_spent, party, .label = WORDS("Partij"), .required = true, .max_chars = 60),
	FIELD(struct budget_spent, last_day, .label = WORDS("Tot en met"), .required = true),
	FIELD(struct budget_spent, amount, .label = WORDS("Uitgegeven sinds het begin van het jaar, in euro"),
	      .required = true, .hint = AMOUNT_HINT, .max_chars = 20),
	FIELD(struct budget_spent, cents, .flags = FIELD_BY_DOOR),
	FIELD(struct budget_spent, reached, .flags = FIELD_BY_DOOR | FIELD_UNSIGNED),
	FIELD(struct budget_spent, reached_before, .flags = FIELD_BY_DOOR | FIELD_UNSIGNED),
};
const struct record budget_spent_record = RECORD(struct budget_spent, "budget_spent", spent_fields);

static bool spends_what_is_set(const void *item)
{
	return ((const struct budget_spent *)item)->situation.is_set;
}

static bool spends_as_a_party(const void *item)
{
	const struct budget_spent *spent = item;

	return !spent->situation.is_set || spent->situation.is_party;
}

static bool spends_an_amount(const void *item)
{
	return ((const struct budget_spent *)item)->situation.is_amount;
}

static bool spends_in_the_year(const void *item)
{
	const struct budget_spent *spent = item;

	return !spent->situation.is_set || spent->situation.is_in_year;
}

static bool spends_later(const void *item)
{
	const struct budget_spent *spent = item;

	return !spent->situation.is_party || spent->situation.is_later;
}

const struct journal_rule budget_spent_rules[BUDGET_SPENT_RULES_COUNT] = {
	{ "budget-spent-set", "run", WORDS("Er is geen vastgesteld budget met dit nummer."), "",
	  spends_what_is_set },
	{ "budget-spent-party", "party", WORDS("Deze partij heeft geen deel van dit budget."), "",
	  spends_as_a_party },
	{ "budget-spent-amount", "amount",
	  WORDS("Schrijf het bedrag in euro, zonder punten ertussen, zoals 1250000,50."), "",
	  spends_an_amount },
	{ "budget-spent-day", "last_day",
	  WORDS("Kies een dag in het jaar van het budget, vandaag of eerder."), "", spends_in_the_year },
	{ "budget-spent-later", "last_day",
	  WORDS("Tot en met deze dag of een latere is al bekend wat er is uitgegeven; kies een latere dag."),
	  "", spends_later },
};

/* --- ceilings --- */

static const struct field signalled_fields[] = {
	FIELD(struct ceiling_signalled, run, .label = WORDS("Nummer van de verdeling"), .required = true,
	      .flags = FIELD_UNSIGNED),
	FIELD(struct ceiling_signalled, party, .label = WORDS("Partij"), .required = true, .max_chars = 60),
	FIELD(struct ceiling_signalled, percent, .label = WORDS("Percentage van het budget"),
	      .required = true, .flags = FIELD_UNSIGNED, .max = 100),
};
const struct record ceiling_signalled_record =
	RECORD(struct ceiling_signalled, "ceiling_signalled", signalled_fields);

static const struct field talked_fields[] = {
	FIELD(struct ceiling_talked, signal, .label = WORDS("Nummer van het signaal"), .required = true,
	      .flags = FIELD_UNSIGNED),
	FIELD(struct ceiling_talked, held_on, .label = WORDS("Wanneer was het gesprek?"), .required = true),
	FIELD(struct ceiling_talked, about, .label = WORDS("Wat zag u samen, en wat spraken partijen af?"),
	      .required = true, .flags = FIELD_LONG, .max_chars = 2000,
	      .hint = WORDS("Wie hulp nodig heeft, krijgt die ook als het budget op is.")),
};
const struct record ceiling_talked_record = RECORD(struct ceiling_talked, "ceiling_talked", talked_fields);

static bool talks_about_open(const void *item)
{
	return ((const struct ceiling_talked *)item)->situation.is_open;
}

static bool talks_on_a_day(const void *item)
{
	const struct ceiling_talked *talked = item;

	return !talked->situation.is_open || talked->situation.is_right_day;
}

const struct journal_rule ceiling_talked_rules[CEILING_TALKED_RULES_COUNT] = {
	{ "ceiling-open", "signal", WORDS("Er is geen signaal met dit nummer dat op een gesprek wacht."), "",
	  talks_about_open },
	{ "ceiling-day", "held_on", WORDS("Het gesprek was op een dag na het signaal, en vandaag of eerder."),
	  "", talks_on_a_day },
};
