/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields and rules of the facts of a year's end. */
#include <string.h>

#include "contract/funding/settle.h"
#include "contract/funding/settlement.h"
#include "platform/base/words.h"

#define AMOUNT_HINT WORDS("Zoals 1250000,50: zonder punten ertussen.")
#define WHOLE_PERCENT 100

const struct choice statement_audits[] = {
	{ AUDIT_AUDITOR, WORDS("Verklaring van een accountant") },
	{ "board", WORDS("Verklaring van het bestuur") },
	{ NULL, NULL },
};
const struct choice payment_sorts[] = {
	{ PAID_ADVANCE, WORDS("Voorschot") },
	{ PAID_CLAIMS, WORDS("Goedgekeurde declaraties") },
	{ PAID_BALANCE, WORDS("Het verschil na de afrekening") },
	{ PAID_RETURNED, WORDS("Terugbetaald door de partij") },
	{ NULL, NULL },
};

#define SCHEME_FIELD(type_)                                                                                  \
	FIELD(type_, scheme, .label = WORDS("Regeling"), .required = true, .max_chars = 60)
#define YEAR_FIELD(type_)                                                                                    \
	FIELD(type_, year, .label = WORDS("Jaar"), .required = true, .flags = FIELD_UNSIGNED, .max = 9999)
#define PARTY_FIELD(type_) FIELD(type_, party, .label = WORDS("Partij"), .required = true, .max_chars = 60)

/* --- the statement --- */

static const struct field stated_fields[] = {
	SCHEME_FIELD(struct year_stated),
	YEAR_FIELD(struct year_stated),
	FIELD(struct year_stated, party, .label = WORDS("Partij"), .max_chars = 60,
	      .hint = WORDS("Laat leeg als u bij de partij werkt.")),
	FIELD(struct year_stated, amount, .label = WORDS("Geleverde hulp in het jaar, in euro"),
	      .required = true, .hint = AMOUNT_HINT, .max_chars = 20),
	FIELD(struct year_stated, clients, .label = WORDS("Aantal inwoners dat hulp kreeg"),
	      .flags = FIELD_UNSIGNED, .max = 1000000),
	FIELD(struct year_stated, audit, .label = WORDS("Waarmee onderbouwd"), .required = true,
	      .choices = statement_audits),
	FIELD(struct year_stated, auditor, .label = WORDS("Naam van de accountant"),
	      .hint = WORDS("Nodig vanaf 200.000 euro.")),
	FIELD(struct year_stated, words, .label = WORDS("Toelichting"), .flags = FIELD_LONG,
	      .max_chars = 2000),
	FIELD(struct year_stated, agreement, .flags = FIELD_BY_DOOR),
	FIELD(struct year_stated, cents, .flags = FIELD_BY_DOOR),
};
const struct record year_stated_record = RECORD(struct year_stated, "year_stated", stated_fields);

static bool states_its_own(const void *item)
{
	return ((const struct year_stated *)item)->situation.is_own;
}

static bool states_what_is_paid(const void *item)
{
	const struct year_stated *stated = item;

	return !stated->situation.is_own || stated->situation.is_paid;
}

static bool states_a_year_that_is_over(const void *item)
{
	return ((const struct year_stated *)item)->situation.is_over;
}

static bool states_an_amount(const void *item)
{
	return ((const struct year_stated *)item)->situation.is_amount;
}

/* Landelijk accountantsprotocol: an auditor's opinion from 200,000 euro a domain, else the board's word. */
static bool states_with_an_auditor(const void *item)
{
	const struct year_stated *stated = item;

	return stated->cents.cents < SETTLE_AUDITED ||
	       (stated->audit != NULL && strcmp(stated->audit, AUDIT_AUDITOR) == 0 &&
	        has_words(stated->auditor));
}

static bool states_before_settling(const void *item)
{
	return ((const struct year_stated *)item)->situation.is_free;
}

const struct journal_rule year_stated_rules[YEAR_STATED_RULES_COUNT] = {
	{ "year-stated-own", "party", WORDS("Kies uw eigen partij; een ander verantwoordt zelf."), "",
	  states_its_own },
	{ "year-stated-paid", "party",
	  WORDS("Deze partij wordt in dit jaar niet door deze regeling betaald; kijk naar regeling, jaar en "
	        "partij."),
	  "", states_what_is_paid },
	{ "year-stated-over", "year", WORDS("Het jaar is nog niet voorbij."), "",
	  states_a_year_that_is_over },
	{ "year-stated-amount", "amount",
	  WORDS("Schrijf het bedrag in euro, zonder punten ertussen, zoals 1250000,50."), "",
	  states_an_amount },
	{ "year-stated-audit", "auditor",
	  WORDS("Vanaf 200.000 euro is een verklaring van een accountant nodig; kies die en noem de naam."),
	  "Landelijk accountantsprotocol Wmo en Jeugdwet", states_with_an_auditor },
	{ "year-stated-settled", "year",
	  WORDS("Dit jaar is met deze partij al afgerekend; laat eerst de afrekening intrekken."), "",
	  states_before_settling },
};

/* --- payments --- */

static const struct field payment_fields[] = {
	SCHEME_FIELD(struct payment_made),
	YEAR_FIELD(struct payment_made),
	PARTY_FIELD(struct payment_made),
	FIELD(struct payment_made, sort, .label = WORDS("Waarvoor"), .required = true,
	      .choices = payment_sorts),
	FIELD(struct payment_made, amount, .label = WORDS("Bedrag in euro"), .required = true,
	      .hint = AMOUNT_HINT, .max_chars = 20),
	FIELD(struct payment_made, paid_on, .label = WORDS("Betaald op"), .required = true),
	FIELD(struct payment_made, reference, .label = WORDS("Kenmerk van de betaling"), .max_chars = 60),
	FIELD(struct payment_made, claim, .label = WORDS("Nummer van de declaratie"),
	      .hint = WORDS(
		      "Als een declaratie wordt betaald: het nummer van het feit, dat bij de declaratie "
		      "staat. Anders leeg."),
	      .flags = FIELD_UNSIGNED),
	FIELD(struct payment_made, cents, .flags = FIELD_BY_DOOR),
};
const struct record payment_made_record = RECORD(struct payment_made, "payment_made", payment_fields);

static bool pays_for_contract(const void *item)
{
	return ((const struct payment_made *)item)->situation.is_contract;
}

static bool pays_who_is_paid(const void *item)
{
	return ((const struct payment_made *)item)->situation.is_paid;
}

static bool pays_an_amount(const void *item)
{
	return ((const struct payment_made *)item)->situation.is_amount;
}

static bool pays_on_a_day(const void *item)
{
	return ((const struct payment_made *)item)->situation.is_day;
}

static bool pays_in_time(const void *item)
{
	return ((const struct payment_made *)item)->situation.is_time;
}

static bool pays_a_claim_of_the_party(const void *item)
{
	return ((const struct payment_made *)item)->situation.is_claim;
}

static bool pays_no_more_than_approved(const void *item)
{
	return ((const struct payment_made *)item)->situation.is_owed;
}

const struct journal_rule payment_made_rules[PAYMENT_MADE_RULES_COUNT] = {
	{ "payment-payer", "party", WORDS("Alleen financiën en contractmanagement leggen betalingen vast."),
	  "", pays_for_contract },
	{ "payment-paid", "party",
	  WORDS("Deze partij wordt in dit jaar niet door deze regeling betaald; kijk naar regeling, jaar en "
	        "partij."),
	  "", pays_who_is_paid },
	{ "payment-amount", "amount",
	  WORDS("Schrijf het bedrag in euro, zonder punten ertussen, zoals 1250000,50."), "",
	  pays_an_amount },
	{ "payment-day", "paid_on", WORDS("Kies een dag die niet in de toekomst ligt."), "", pays_on_a_day },
	{ "payment-settled", "sort",
	  WORDS("Voorschotten en declaraties worden betaald voor de afrekening; het verschil pas als zij is "
	        "getekend."),
	  "", pays_in_time },
	{ "payment-claim", "claim",
	  WORDS("Dit is geen declaratie van deze partij over dit jaar; kijk naar het nummer, en kies bij "
	        "waarvoor een declaratie."),
	  "", pays_a_claim_of_the_party },
	{ "payment-owed", "amount",
	  WORDS("Van deze declaratie is minder goedgekeurd dan hiermee is betaald; kijk naar het bedrag."),
	  "", pays_no_more_than_approved },
};

/* --- the settlement --- */

static const struct field part_fields[] = {
	FIELD(struct settled_part, area),
	FIELD(struct settled_part, due),
	FIELD(struct settled_part, balance),
};
const struct record settled_part_record = RECORD(struct settled_part, "settled_part", part_fields);

static const struct field made_fields[] = {
	SCHEME_FIELD(struct settlement_made),
	YEAR_FIELD(struct settlement_made),
	PARTY_FIELD(struct settlement_made),
	FIELD(struct settlement_made, agreement, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, form, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, rounding, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, statement, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, committed, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, delivered, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, claimed, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, approved, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, stated, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, advance, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, paid, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, result, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, party_bears, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, municipality_bears, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, due, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, balance, .flags = FIELD_BY_DOOR),
	FIELD(struct settlement_made, parts, .of = &settled_part_record, .flags = FIELD_BY_DOOR),
};
const struct record settlement_made_record = RECORD(struct settlement_made, "settlement_made", made_fields);

static bool settles_who_is_paid(const void *item)
{
	return ((const struct settlement_made *)item)->situation.is_paid;
}

static bool settles_a_set_budget(const void *item)
{
	const struct settlement_made *made = item;

	return !made->situation.is_paid || made->situation.has_budget;
}

static bool settles_what_is_stated(const void *item)
{
	const struct settlement_made *made = item;

	return !made->situation.is_paid || made->statement != 0;
}

static bool settles_once(const void *item)
{
	return ((const struct settlement_made *)item)->situation.is_new;
}

const struct journal_rule settlement_made_rules[SETTLEMENT_MADE_RULES_COUNT] = {
	{ "settlement-paid", "party",
	  WORDS("Deze partij wordt in dit jaar niet door deze regeling betaald; kijk naar regeling, jaar en "
	        "partij."),
	  "", settles_who_is_paid },
	{ "settlement-budget", "year",
	  WORDS("Voor dit jaar is geen budget vastgesteld; er is niets om mee af te rekenen."), "",
	  settles_a_set_budget },
	{ "settlement-statement", "party",
	  WORDS("De partij heeft dit jaar nog niet verantwoord; vraag eerst om de jaarverantwoording."), "",
	  settles_what_is_stated },
	{ "settlement-once", "party", WORDS("Dit jaar is met deze partij al afgerekend."), "", settles_once },
};

static const struct field withdrawn_fields[] = {
	FIELD(struct settlement_withdrawn, settlement, .label = WORDS("Nummer van de afrekening"),
	      .required = true, .flags = FIELD_UNSIGNED),
	FIELD(struct settlement_withdrawn, reason, .label = WORDS("Reden"), .required = true,
	      .flags = FIELD_LONG, .max_chars = 1000),
};
const struct record settlement_withdrawn_record =
	RECORD(struct settlement_withdrawn, "settlement_withdrawn", withdrawn_fields);

static bool withdraws_an_open_one(const void *item)
{
	return ((const struct settlement_withdrawn *)item)->situation.is_open;
}

const struct journal_rule settlement_withdrawn_rules[SETTLEMENT_WITHDRAWN_RULES_COUNT] = {
	{ "settlement-withdrawn-open", "settlement",
	  WORDS("Er is geen afrekening met dit nummer die nog niet is getekend."), "",
	  withdraws_an_open_one },
};

static const struct field signed_fields[] = {
	FIELD(struct settlement_signed, settlement, .label = WORDS("Nummer van de afrekening"),
	      .required = true, .flags = FIELD_UNSIGNED),
};
const struct record settlement_signed_record =
	RECORD(struct settlement_signed, "settlement_signed", signed_fields);

static bool signs_an_open_one(const void *item)
{
	return ((const struct settlement_signed *)item)->situation.is_open;
}

static bool signs_as_finance(const void *item)
{
	return ((const struct settlement_signed *)item)->situation.is_finance;
}

/* Two pairs of eyes: who reckons does not sign. */
static bool signs_for_another(const void *item)
{
	return ((const struct settlement_signed *)item)->situation.is_other;
}

const struct journal_rule settlement_signed_rules[SETTLEMENT_SIGNED_RULES_COUNT] = {
	{ "settlement-signed-open", "settlement",
	  WORDS("Er is geen afrekening met dit nummer die op een handtekening wacht."), "",
	  signs_an_open_one },
	{ "settlement-signed-finance", "settlement", WORDS("Financiën tekent een afrekening."), "",
	  signs_as_finance },
	{ "settlement-signed-other", "settlement",
	  WORDS("U maakte deze afrekening zelf; laat een ander tekenen."), "", signs_for_another },
};

/* --- keys --- */

static const struct field step_fields[] = {
	FIELD(struct step_stated, order, .label = WORDS("Nummer van de opdracht"), .required = true,
	      .flags = FIELD_UNSIGNED),
	FIELD(struct step_stated, step, .label = WORDS("Zwaarte, zoals bij het tarief"), .required = true,
	      .max_chars = 60),
	FIELD(struct step_stated, from, .label = WORDS("Vanaf"), .required = true),
};
const struct record step_stated_record = RECORD(struct step_stated, "step_stated", step_fields);

static bool steps_an_order(const void *item)
{
	return ((const struct step_stated *)item)->situation.is_order;
}

static bool steps_by_a_tariff(const void *item)
{
	const struct step_stated *stated = item;

	return !stated->situation.is_order || stated->situation.is_step;
}

const struct journal_rule step_stated_rules[STEP_STATED_RULES_COUNT] = {
	{ "step-order", "order", WORDS("Er is geen opdracht met dit nummer."), "", steps_an_order },
	{ "step-tariff", "step",
	  WORDS("Van het product van deze opdracht is er geen tarief met deze zwaarte; kijk bij de "
	        "tarieven."),
	  "", steps_by_a_tariff },
};

static const struct field share_fields[] = {
	FIELD(struct member_share, member, .label = WORDS("Lid"), .required = true, .max_chars = 60),
	FIELD(struct member_share, percent, .label = WORDS("Procent"), .required = true,
	      .flags = FIELD_UNSIGNED | FIELD_ZERO_IS_SET, .max = WHOLE_PERCENT),
};
const struct record member_share_record = RECORD(struct member_share, "member_share", share_fields);

static const struct field agreed_fields[] = {
	FIELD(struct shares_agreed, from, .label = WORDS("Vanaf"), .required = true),
	FIELD(struct shares_agreed, shares, .label = WORDS("Deel van elk lid"), .required = true,
	      .of = &member_share_record),
	FIELD(struct shares_agreed, party, .flags = FIELD_BY_DOOR),
};
const struct record shares_agreed_record = RECORD(struct shares_agreed, "shares_agreed", agreed_fields);

static bool agrees_in_a_combination(const void *item)
{
	return ((const struct shares_agreed *)item)->situation.is_combination;
}

static bool agrees_over_members(const void *item)
{
	const struct shares_agreed *agreed = item;

	return !agreed->situation.is_combination || agreed->situation.are_members;
}

/* No open ends: all of it is for somebody. */
static bool agrees_over_all(const void *item)
{
	const struct shares_agreed *agreed = item;
	const struct member_share *share = agreed->shares.items;
	int64_t sum = 0;

	for (size_t i = 0; i < agreed->shares.count; i++)
		sum += share[i].percent;
	return sum == WHOLE_PERCENT;
}

const struct journal_rule shares_agreed_rules[SHARES_AGREED_RULES_COUNT] = {
	{ "shares-combination", "shares", WORDS("Uw partij is geen samenwerkingsverband met leden."), "",
	  agrees_in_a_combination },
	{ "shares-members", "shares", WORDS("Noem elk lid van uw samenwerkingsverband een keer."), "",
	  agrees_over_members },
	{ "shares-whole", "shares", WORDS("Samen is dit geen 100 procent."), "", agrees_over_all },
};
